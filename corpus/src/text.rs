//! Text and lists of the corpus, and text with named placeholders, such as `{n} of {timed}`.

use std::borrow::Cow;

use serde::Serialize;

/// Text that is a constant of the program or was read at run time.
pub type Str = Cow<'static, str>;

/// A list that is a constant of the program or was made at run time.
pub type List<T> = Cow<'static, [T]>;

/// Text with named placeholders in braces.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Text(pub Str);

impl Text {
    /// The text with values for its placeholders, by their names. A value is never
    /// filled in again, and a placeholder without a value stays as it is.
    ///
    /// ```
    /// use aftercare_corpus::Text;
    ///
    /// let text = Text("{n} of {all}".into());
    /// assert_eq!(text.fill(&[("n", "{all}"), ("all", "3")]), "{all} of 3");
    /// ```
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = &*self.0;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let placeholder = after.split_once('}');
            let value = placeholder.and_then(|(name, after)| {
                let (_, value) = values.iter().find(|(known, _)| *known == name)?;
                Some((value, after))
            });
            rest = match value {
                Some((value, after)) => {
                    filled.push_str(value);
                    after
                }
                None => {
                    filled.push('{');
                    after
                }
            };
        }
        filled.push_str(rest);
        filled
    }

    /// The text with a value for its one placeholder.
    pub fn with(&self, name: &str, value: &str) -> String {
        self.fill(&[(name, value)])
    }

    /// What stands before and behind a placeholder; all of it before one that it has not.
    pub fn around(&self, name: &str) -> (&str, &str) {
        let placeholder = format!("{{{name}}}");
        self.0.split_once(&*placeholder).unwrap_or((&self.0, ""))
    }

    /// As it is written, placeholders included.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    fn fill(text: &'static str, values: &[(&str, &str)]) -> String {
        Text(text.into()).fill(values)
    }

    #[test]
    fn placeholders_are_filled_by_name() {
        assert_eq!(fill("{b}é{a}{b}", &[("a", "1"), ("b", "2")]), "2é12");
        assert_eq!(fill("", &[("a", "1")]), "");
    }

    #[test]
    fn what_is_no_known_placeholder_stays() {
        assert_eq!(fill("{a", &[("a", "1")]), "{a");
        assert_eq!(fill("a} {c} {a}", &[("a", "1")]), "a} {c} 1");
        assert_eq!(fill("{{a}}", &[("a", "1")]), "{1}");
    }
}
