//! Words as they are read: each taken from a [`Value`] by its name.

use crate::core_words::CoreWords;
use crate::plural::{Category, Plural, PluralRule};
use crate::text::Text;
use crate::text::{List, Str};
use crate::value::Value;
use crate::words::{ActivityWords, PanelWords, Review, Words};

/// An object from which words are taken. What is missing is noted and left empty: so all of
/// them are read, and looked at once.
pub(crate) struct Reader<'m> {
    /// What the object is called.
    name: &'static str,
    values: Value,
    /// The path of the first word that is missing or of another shape.
    missing: &'m mut Option<String>,
}

/// What a word may be.
pub(crate) trait Word: Default {
    /// `None` where it is of another shape.
    fn read(value: Value) -> Option<Self>;
}

impl<'m> Reader<'m> {
    fn new(name: &'static str, values: Option<Value>, missing: &'m mut Option<String>) -> Self {
        Self {
            name,
            values: values.unwrap_or(Value::Nothing),
            missing,
        }
    }

    /// The word of a name, as the field that it goes to is called.
    pub(crate) fn take<T: Word>(&mut self, field: &str) -> T {
        let word = self.value(field).and_then(T::read);
        word.unwrap_or_else(|| {
            self.miss(field);
            T::default()
        })
    }

    /// The object of a name.
    pub(crate) fn object(&mut self, field: &'static str) -> Reader<'_> {
        Reader::new(field, self.value(field), self.missing)
    }

    /// The objects of a list, each read.
    fn each<T: Clone>(&mut self, field: &'static str, read: fn(Reader<'_>) -> T) -> List<T> {
        let mut list = Vec::new();
        match self.value(field) {
            Some(Value::List(items)) => {
                for item in items {
                    list.push(read(Reader::new(field, Some(item), self.missing)));
                }
            }
            _ => self.miss(field),
        }
        list.into()
    }

    fn value(&mut self, field: &str) -> Option<Value> {
        self.values.take(&written(field))
    }

    fn miss(&mut self, field: &str) {
        let path = || written(&format!("{}.{field}", self.name));
        self.missing.get_or_insert_with(path);
    }
}

/// The name of a field as a file has it.
fn written(field: &str) -> String {
    field.replace('_', "-")
}

impl Word for Str {
    fn read(value: Value) -> Option<Self> {
        value.text().map(Self::from)
    }
}

impl Word for Text {
    fn read(value: Value) -> Option<Self> {
        Str::read(value).map(Self)
    }
}

impl Word for List<Str> {
    fn read(value: Value) -> Option<Self> {
        let Value::List(items) = value else {
            return None;
        };
        let mut texts = Vec::new();
        for item in items {
            texts.push(Str::read(item)?);
        }
        Some(texts.into())
    }
}

impl Word for Plural {
    fn read(mut value: Value) -> Option<Self> {
        let mut plural = Self::default();
        for (form, text) in plural.forms.iter_mut().zip(forms(&mut value)?) {
            *form = text.map(Text);
        }
        plural.other = Text::read(value.take(Category::Other.as_str())?)?;
        Some(plural)
    }
}

impl Word for PluralRule {
    fn read(mut value: Value) -> Option<Self> {
        let conditions = forms(&mut value)?;
        Some(Self { conditions })
    }
}

/// The texts of the categories that have one.
fn forms(value: &mut Value) -> Option<[Option<Str>; 5]> {
    let mut forms = [const { None }; 5];
    for (form, category) in forms.iter_mut().zip(Category::RULED) {
        if let Some(text) = value.take(category.as_str()) {
            *form = Some(Str::read(text)?);
        }
    }
    Some(forms)
}

impl Word for Option<Review> {
    fn read(mut value: Value) -> Option<Self> {
        if matches!(value, Value::Nothing) {
            return Some(None);
        }
        Some(Some(Review {
            by: Str::read(value.take("by")?)?,
            month: Str::read(value.take("month")?)?,
        }))
    }
}

fn activity(mut own: Reader<'_>) -> ActivityWords {
    ActivityWords {
        name: own.take("name"),
        choice: own.take("choice"),
        subject: own.take("subject"),
        verb: own.take("verb"),
        about: own.take("about"),
        done: own.take("done"),
    }
}

fn panel(mut own: Reader<'_>) -> PanelWords {
    PanelWords {
        name: own.take("name"),
        about: own.take("about"),
        noun: own.take("noun"),
    }
}

impl Words {
    /// The words, and the path of the first that is missing or of another shape.
    pub fn read(given: Value) -> (Self, Option<String>) {
        let mut missing = None;
        let mut own = Reader::new("words", Some(given), &mut missing);
        let words = Self {
            id: own.take("id"),
            name: own.take("name"),
            reviewed: own.take("reviewed"),
            plural: own.take("plural"),
            core: CoreWords::read(&mut own.object("core")),
            activities: own.each("activities", activity),
            panels: own.each("panels", panel),
            conditions: own.take("conditions"),
            reasons: own.take("reasons"),
            kinds: own.take("kinds"),
        };
        (words, missing)
    }
}

impl TryFrom<Value> for Words {
    type Error = String;

    fn try_from(given: Value) -> Result<Self, String> {
        let (words, missing) = Self::read(given);
        complete(words, missing)
    }
}

impl TryFrom<Value> for CoreWords {
    type Error = String;

    fn try_from(given: Value) -> Result<Self, String> {
        let mut missing = None;
        let words = Self::read(&mut Reader::new("core", Some(given), &mut missing));
        complete(words, missing)
    }
}

/// The words, if none is missing.
fn complete<T>(words: T, missing: Option<String>) -> Result<T, String> {
    match missing {
        None => Ok(words),
        Some(path) => Err(format!("the word `{path}` is missing")),
    }
}
