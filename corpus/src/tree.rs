//! Words as they are read: a tree of texts, which becomes [`Words`] by plain code.
//!
//! One type is deserialized for all of them: what serde derives for each struct and
//! each of its fields would be a third of what a browser loads.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::core_words::{CoreWords, Word};
use crate::plural::{Category, Plural, PluralRule};
use crate::text::Text;
use crate::text::{List, Str};
use crate::words::{ActivityWords, PanelWords, Review, Words};

/// A text, a list, an object or nothing.
enum Tree {
    Nothing,
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    fn text(self) -> Option<Str> {
        match self {
            Self::Text(text) => Some(text.into()),
            _ => None,
        }
    }

    /// A list, item by item.
    fn list<T: Clone>(self, read: impl FnMut(Self) -> Option<T>) -> Option<List<T>> {
        match self {
            Self::List(items) => items.into_iter().map(read).collect(),
            _ => None,
        }
    }

    fn texts(self) -> Option<List<Str>> {
        self.list(Self::text)
    }

    /// The value of a key of an object, once.
    fn take(&mut self, key: &str) -> Option<Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        let place = entries.iter().position(|(known, _)| known == key)?;
        Some(entries.swap_remove(place).1)
    }

    /// The texts of the categories that have one.
    fn forms(&mut self) -> Option<[Option<Str>; 5]> {
        let mut forms = [const { None }; 5];
        for (form, category) in forms.iter_mut().zip(Category::RULED) {
            if let Some(text) = self.take(category.as_str()) {
                *form = Some(text.text()?);
            }
        }
        Some(forms)
    }

    fn plural(mut self) -> Option<Plural> {
        let forms = self.forms()?;
        Some(Plural {
            forms: forms.map(|form| form.map(Text)),
            other: Text(self.take(Category::Other.as_str())?.text()?),
        })
    }

    fn core(mut self) -> Result<CoreWords, String> {
        let mut core = CoreWords::default();
        let mut missing = None;
        core.each_section(&mut |section, keys, words| {
            let mut own = self.take(&written(section));
            for (key, word) in keys.split(' ').zip(words) {
                let value = own.as_mut().and_then(|own| own.take(&written(key)));
                if value.and_then(|value| value.fill(word)).is_none() {
                    missing.get_or_insert((section, key));
                }
            }
        });
        match missing {
            Some((section, key)) => Err(format!("core.{}.{}", written(section), written(key))),
            None => Ok(core),
        }
    }

    fn fill(self, word: &mut Word<'_>) -> Option<()> {
        match word {
            Word::Str(word) => **word = self.text()?,
            Word::Text(word) => **word = Text(self.text()?),
            Word::Plural(word) => **word = self.plural()?,
            Word::List(word) => **word = self.texts()?,
        }
        Some(())
    }

    fn activity(mut self) -> Option<ActivityWords> {
        let mut word = |key| self.take(key)?.text();
        Some(ActivityWords {
            name: word("name")?,
            choice: word("choice")?,
            subject: word("subject")?,
            verb: word("verb")?,
            about: word("about")?,
            done: word("done")?,
        })
    }

    fn panel(mut self) -> Option<PanelWords> {
        Some(PanelWords {
            name: self.take("name")?.text()?,
            about: Text(self.take("about")?.text()?),
            noun: self.take("noun")?.plural()?,
        })
    }

    fn review(mut self) -> Option<Review> {
        Some(Review {
            by: self.take("by")?.text()?,
            month: self.take("month")?.text()?,
        })
    }

    /// # Errors
    /// The path of what is missing or of another shape.
    fn words(mut self) -> Result<Words, String> {
        let core = self.take("core").ok_or("core")?.core()?;
        let mut field = |key: &'static str| self.take(key).ok_or(key);
        Ok(Words {
            id: field("id")?.text().ok_or("id")?,
            name: field("name")?.text().ok_or("name")?,
            reviewed: field("reviewed")?.review(),
            plural: PluralRule {
                conditions: field("plural")?.forms().ok_or("plural")?,
            },
            core,
            activities: field("activities")?
                .list(Self::activity)
                .ok_or("activities")?,
            panels: field("panels")?.list(Self::panel).ok_or("panels")?,
            conditions: field("conditions")?.texts().ok_or("conditions")?,
            reasons: field("reasons")?.texts().ok_or("reasons")?,
            kinds: field("kinds")?.texts().ok_or("kinds")?,
        })
    }
}

/// The name of a field as a file has it.
fn written(field: &str) -> String {
    field.replace('_', "-")
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, Tree::words)
    }
}

impl<'de> Deserialize<'de> for CoreWords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, Tree::core)
    }
}

fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(Tree) -> Result<T, String>,
) -> Result<T, D::Error> {
    let words = read(Tree::deserialize(deserializer)?);
    words.map_err(|path| Error::custom(format_args!("the word `{path}` is missing")))
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("words")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Tree::Object(entries))
    }
}
