//! Words as they are read: each taken from a [`Value`] by its name.

use serde::de::{Deserialize, Deserializer, Error};

use crate::core_words::{CoreWords, Word};
use crate::plural::{Category, Plural, PluralRule};
use crate::text::Text;
use crate::text::{List, Str};
use crate::value::Value;
use crate::words::{ActivityWords, PanelWords, Review, Words};

impl Value {
    fn word(self) -> Option<Str> {
        self.text().map(Str::from)
    }

    /// A list, item by item.
    fn list<T: Clone>(self, read: impl FnMut(Self) -> Option<T>) -> Option<List<T>> {
        match self {
            Self::List(items) => items.into_iter().map(read).collect(),
            _ => None,
        }
    }

    fn texts(self) -> Option<List<Str>> {
        self.list(Self::word)
    }

    /// The texts of the categories that have one.
    fn forms(&mut self) -> Option<[Option<Str>; 5]> {
        let mut forms = [const { None }; 5];
        for (form, category) in forms.iter_mut().zip(Category::RULED) {
            if let Some(text) = self.take(category.as_str()) {
                *form = Some(text.word()?);
            }
        }
        Some(forms)
    }

    fn plural(mut self) -> Option<Plural> {
        let forms = self.forms()?;
        Some(Plural {
            forms: forms.map(|form| form.map(Text)),
            other: Text(self.take(Category::Other.as_str())?.word()?),
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
            Word::Str(word) => **word = self.word()?,
            Word::Text(word) => **word = Text(self.word()?),
            Word::Plural(word) => **word = self.plural()?,
            Word::List(word) => **word = self.texts()?,
        }
        Some(())
    }

    fn activity(mut self) -> Option<ActivityWords> {
        let mut word = |key| self.take(key)?.word();
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
            name: self.take("name")?.word()?,
            about: Text(self.take("about")?.word()?),
            noun: self.take("noun")?.plural()?,
        })
    }

    fn review(mut self) -> Option<Review> {
        Some(Review {
            by: self.take("by")?.word()?,
            month: self.take("month")?.word()?,
        })
    }

    /// # Errors
    /// The path of what is missing or of another shape.
    fn words(mut self) -> Result<Words, String> {
        let core = self.take("core").ok_or("core")?.core()?;
        let mut field = |key: &'static str| self.take(key).ok_or(key);
        Ok(Words {
            id: field("id")?.word().ok_or("id")?,
            name: field("name")?.word().ok_or("name")?,
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
        read(deserializer, Value::words)
    }
}

impl<'de> Deserialize<'de> for CoreWords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, Value::core)
    }
}

fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(Value) -> Result<T, String>,
) -> Result<T, D::Error> {
    let words = read(Value::deserialize(deserializer)?);
    words.map_err(|path| Error::custom(format_args!("the word `{path}` is missing")))
}
