//! What do options come to that are given as text?

use crate::error::{ErrorCode, GuidanceError};
use crate::query::{Names, Options, TreatedAt};
use crate::text::join;
use crate::time::ClockTime;

/// The keys that a question about a card or a timeline may have.
pub const QUESTION: &[&str] = &["activity", "treatedAt", "panels", "lang", "names"];

/// The keys that a question about the catalog may have.
pub const CATALOG: &[&str] = &["lang", "names"];

/// Options read from pairs of key and value; `panels` may come several times.
///
/// ```
/// use aftercare_consensus::{Pairs, pairs};
///
/// let pairs = Pairs::parse(
///     [("treatedAt", Some("17:00")), ("panels", Some("doctors")), ("lang", None)],
///     pairs::QUESTION,
/// )?;
/// assert_eq!(pairs.options().panels, Some(&["doctors"][..]));
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Pairs<'q> {
    options: Options<'q>,
    panels: Vec<&'q str>,
}

impl<'q> Pairs<'q> {
    /// Reads the pairs; only the keys in `accepted` may come. A key without a
    /// value is as if it were not there, as long as it is one of these.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidOption`] for any other key, and what the values'
    /// own readers say.
    pub fn parse(
        pairs: impl IntoIterator<Item = (&'q str, Option<&'q str>)>,
        accepted: &[&str],
    ) -> Result<Self, GuidanceError> {
        let mut read = Self::default();
        for (key, value) in pairs {
            if !accepted.contains(&key) {
                return Err(GuidanceError::unaccepted(
                    ErrorCode::InvalidOption,
                    "an option",
                    key,
                    &join(&mut accepted.iter().copied(), ", "),
                ));
            }
            let Some(value) = value else { continue };
            match key {
                "activity" => read.options.activity = Some(value),
                "treatedAt" => {
                    read.options.treated_at = TreatedAt::Clock(ClockTime::parse(value)?);
                }
                "panels" => read.panels.push(value),
                "lang" => read.options.lang = Some(value),
                "names" => read.options.names = Names::parse(value)?,
                _ => {}
            }
        }
        Ok(read)
    }

    /// The options, for a query.
    pub fn options(&self) -> Options<'_> {
        let mut options = self.options;
        if !self.panels.is_empty() {
            options.panels = Some(&self.panels);
        }
        options
    }
}

#[cfg(test)]
mod tests {
    use super::{CATALOG, Pairs, QUESTION};
    use crate::{ErrorCode, Names};

    #[test]
    fn each_option_has_a_reader_of_its_own() {
        let pairs = [
            ("activity", Some("heat")),
            ("treatedAt", Some("17:00")),
            ("panels", Some("doctors")),
            ("panels", Some("instructions")),
            ("lang", Some("es")),
            ("names", Some("generic")),
        ];
        let read = Pairs::parse(pairs, QUESTION).expect("all are accepted");
        let options = read.options();
        assert_eq!(options.activity, Some("heat"));
        assert_eq!(options.panels, Some(&["doctors", "instructions"][..]));
        assert_eq!(options.lang, Some("es"));
        assert_eq!(options.names, Names::Generic);
        // A caller may accept more than there are readers for.
        let more = Pairs::parse([("more", Some("anything"))], &["more"]);
        assert!(more.is_ok_and(|read| read.options().panels.is_none()));
    }

    #[test]
    fn what_is_not_accepted_is_named() {
        for (pair, accepted, code) in [
            (
                ("panels", Some("doctors")),
                CATALOG,
                ErrorCode::InvalidOption,
            ),
            (
                ("treatedAt", Some("5 pm")),
                QUESTION,
                ErrorCode::InvalidTime,
            ),
            (("names", Some("all")), QUESTION, ErrorCode::InvalidOption),
        ] {
            let error = Pairs::parse([pair], accepted).expect_err("it is refused");
            assert_eq!(error.code(), code, "{pair:?}");
        }
        assert!(
            Pairs::parse([("names", None)], CATALOG).is_ok(),
            "not given"
        );
    }
}
