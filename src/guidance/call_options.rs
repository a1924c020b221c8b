//! Options as a caller in JavaScript gives them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
        let other = match (&self.unknown, self) {
            (Some(key), _) => Some(key.as_str()),
            (
                _,
                Self {
                    activity: Some(_), ..
                },
            ) => Some("activity"),
            (
                _,
                Self {
                    treated_at: Some(_),
                    ..
                },
            ) => Some("treatedAt"),
            (
                _,
                Self {
                    panels: Some(_), ..
                },
            ) => Some("panels"),
            _ => None,
        };
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

impl<'de> Deserialize<'de> for CallOptions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Options;
        impl<'de> Visitor<'de> for Options {
            type Value = CallOptions;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of options")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CallOptions, A::Error> {
                let mut options = CallOptions::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "activity" => options.activity = map.next_value()?,
                        "treatedAt" => options.treated_at = map.next_value()?,
                        "panels" => options.panels = map.next_value()?,
                        "lang" => options.lang = map.next_value()?,
                        "names" => options.names = map.next_value()?,
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                            options.unknown.get_or_insert(key);
                        }
                    }
                }
                Ok(options)
            }
        }
        deserializer.deserialize_map(Options)
    }
}
