//! How does a template become a page?

use std::collections::BTreeMap;

use aftercare_corpus::Text;
use anyhow::{Context, Result, bail};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};

use crate::project::root;

/// The templates of `www/`.
pub(crate) struct Templates {
    environment: Environment<'static>,
}

impl Templates {
    pub(crate) fn new() -> Result<Self> {
        let mut environment = Environment::new();
        environment.set_loader(minijinja::path_loader(root().join("www")));
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_trim_blocks(true);
        environment.set_lstrip_blocks(true);
        environment.set_keep_trailing_newline(true);
        environment.set_formatter(|out, state, value| {
            if state.auto_escape() != AutoEscape::Html || value.is_safe() {
                return minijinja::escape_formatter(out, state, value);
            }
            // Apostrophes and slashes may stay, so that texts stay readable.
            Ok(out.write_str(&escaped(&value.to_string()))?)
        });
        Ok(Self { environment })
    }

    /// A template with its values; one that it lacks is an error.
    pub(crate) fn render(&self, name: &str, values: &Value) -> Result<String> {
        let template = self.environment.get_template(name)?;
        let rendered = template.render(values);
        rendered.with_context(|| format!("www/{name} needs a word of [page] in data/words/"))
    }

    /// The same of a template that is given as a text.
    pub(crate) fn render_text(&self, text: &str, values: &Value) -> Result<String> {
        Ok(self.environment.render_named_str("a.html", text, values)?)
    }

    /// The same of a page, which shows no placeholder of a word.
    pub(crate) fn page(&self, name: &str, values: &Value) -> Result<String> {
        let html = self.render(name, values)?;
        if let Some(placeholder) = placeholder(&html) {
            bail!("www/{name} would show {{{placeholder}}}; see [page] of data/words/");
        }
        Ok(html)
    }
}

/// A placeholder of the words that nothing filled in.
fn placeholder(text: &str) -> Option<&str> {
    text.split('{').skip(1).find_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        (!name.is_empty() && name.bytes().all(is_letter)).then_some(name)
    })
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The words of the static pages in one language.
pub(crate) struct PageWords<'d> {
    pub(crate) words: &'d BTreeMap<String, String>,
}

impl PageWords<'_> {
    /// A text with its placeholders filled in.
    pub(crate) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let text = self.words.get(key).cloned().unwrap_or_default();
        Text(text.into()).fill(values)
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, placeholder};

    #[test]
    fn a_placeholder_that_nothing_fills_is_found() {
        assert_eq!(placeholder("<p>{doctros} said</p>"), Some("doctros"));
        assert_eq!(placeholder("<p>8 of 19 {} { a } {A}</p>"), None);
    }

    #[test]
    fn text_of_the_data_cannot_become_markup() {
        assert_eq!(
            escaped("<script>\"a\" & b</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;"
        );
    }
}
