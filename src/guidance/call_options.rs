//! Options as a caller in JavaScript gives them.

use aftercare_corpus::Value;
use serde::Deserialize;

use super::error::{ErrorCode, GuidanceError};
use super::query::{Names, Options, TreatedAt};

/// Options as text: an object with some of these keys, each absent or `null` where
/// nothing is given.
///
/// ```
/// use aftercare_consensus::{CallOptions, Names};
///
/// let options: CallOptions = serde_json::from_str(r#"{ "names": "generic" }"#).unwrap();
/// options.question(|options| {
///     assert_eq!(options.names, Names::Generic);
///     Ok(())
/// })?;
/// # Ok::<(), aftercare_consensus::GuidanceError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Value")]
pub struct CallOptions {
    activity: Option<String>,
    treated_at: Option<String>,
    panels: Option<Vec<String>>,
    lang: Option<String>,
    names: Option<String>,
    /// A key that is no option.
    unknown: Option<String>,
}

/// The keys of a question about a card, a timeline or the overview.
const QUESTION: &str = "activity, treatedAt, panels, lang, names";

/// The keys of a question about the catalog.
const CATALOG: &str = "lang, names";

impl CallOptions {
    /// Asks a question with these options.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidOption`] for a key that is no option and for other
    /// [`Names`], [`ErrorCode::InvalidTime`] for what is no clock time, and those of
    /// the question.
    pub fn question<R>(
        &self,
        ask: impl FnOnce(&Options<'_>) -> Result<R, GuidanceError>,
    ) -> Result<R, GuidanceError> {
        let panels: Option<Vec<&str>> =
            (self.panels.as_ref()).map(|panels| panels.iter().map(String::as_str).collect());
        let mut options = self.read()?;
        options.panels = panels.as_deref();
        ask(&options)
    }

    /// All but the panels.
    fn read(&self) -> Result<Options<'_>, GuidanceError> {
        if let Some(key) = &self.unknown {
            return Err(unaccepted(key, QUESTION));
        }
        Ok(Options {
            activity: self.activity.as_deref(),
            treated_at: match &self.treated_at {
                None => TreatedAt::Unknown,
                Some(text) => TreatedAt::parse(text)?,
            },
            panels: None,
            lang: self.lang.as_deref(),
            names: self.names()?,
        })
    }

    /// Asks for the catalog with these options, of which it has fewer.
    ///
    /// # Errors
    /// As [`CallOptions::question`].
    pub fn catalog<R>(
        &self,
        ask: impl FnOnce(&Options<'_>) -> Result<R, GuidanceError>,
    ) -> Result<R, GuidanceError> {
        let others = [
            ("activity", self.activity.is_some()),
            ("treatedAt", self.treated_at.is_some()),
            ("panels", self.panels.is_some()),
        ];
        let other = others.into_iter().find(|(_, is_given)| *is_given);
        let other = self.unknown.as_deref().or(other.map(|(key, _)| key));
        if let Some(key) = other {
            return Err(unaccepted(key, CATALOG));
        }
        ask(&Options {
            lang: self.lang.as_deref(),
            names: self.names()?,
            ..Options::default()
        })
    }

    fn names(&self) -> Result<Names, GuidanceError> {
        self.names
            .as_deref()
            .map_or(Ok(Names::default()), Names::parse)
    }
}

fn unaccepted(key: &str, accepted: &str) -> GuidanceError {
    GuidanceError::unaccepted(ErrorCode::InvalidOption, "an option", key, accepted)
}

impl From<Value> for CallOptions {
    fn from(mut given: Value) -> Self {
        let mut option = |key| given.take(key).and_then(text);
        Self {
            activity: option("activity"),
            treated_at: option("treatedAt"),
            lang: option("lang"),
            names: option("names"),
            panels: given.take("panels").and_then(texts),
            // What is left is no option.
            unknown: given.entries().into_iter().next().map(|(key, _)| key),
        }
    }
}

/// A text; an empty one, which is the name of nothing, of what is none.
fn text(value: Value) -> Option<String> {
    match value {
        Value::Nothing => None,
        value => Some(value.text().unwrap_or_default()),
    }
}

fn texts(value: Value) -> Option<Vec<String>> {
    match value {
        Value::Nothing => None,
        value => Some(value.texts()),
    }
}
