//! The words of a language: the sentences that the core fills in.

use serde::{Deserialize, Serialize};

use crate::core_words::CoreWords;
use crate::plural::{Plural, PluralRule};
use crate::text::Text;
use crate::text::{List, Str};
use crate::value::Value;

/// The words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Words {
    /// The BCP 47 code, such as `en`.
    pub id: Str,
    /// The language's name in itself.
    pub name: Str,
    /// The review by a clinician; `None` where there is none of the words as they are now.
    pub reviewed: Option<Review>,
    /// Which plural form goes with a number.
    pub plural: PluralRule,
    /// The sentences.
    pub core: CoreWords,
    /// For each activity of the corpus.
    pub activities: List<ActivityWords>,
    /// For each panel of the corpus.
    pub panels: List<PanelWords>,
    /// For each condition of the corpus.
    pub conditions: List<Str>,
    /// For each reason of the corpus.
    pub reasons: List<Str>,
    /// For each kind of source of the corpus.
    pub kinds: List<Str>,
}

impl Words {
    /// The form of a text for a number.
    pub fn form<'w>(&self, text: &'w Plural, number: u32) -> &'w Text {
        text.form(self.plural.category(number))
    }

    /// Its name, without its words.
    pub fn language_name(&self) -> LanguageName {
        LanguageName {
            id: self.id.clone(),
            name: self.name.clone(),
            reviewed: self.reviewed.is_some(),
        }
    }
}

/// Who has read the words of a language, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct Review {
    /// A role, such as "a dermatology nurse"; never a name.
    pub by: Str,
    /// The month, `YYYY-MM`.
    pub month: Str,
}

/// A language whose words are elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct LanguageName {
    /// The BCP 47 code.
    pub id: Str,
    /// Its name in itself.
    pub name: Str,
    /// Whether a clinician has read it.
    pub reviewed: bool,
}

/// The words of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct ActivityWords {
    /// On its own: "Lying flat".
    pub name: Str,
    /// In a list to choose from, with what is in it: "Exercise (running, gym, yoga)".
    pub choice: Str,
    /// Within a sentence: "lying flat".
    pub subject: Str,
    /// What "I" do: "lie down".
    pub verb: Str,
    /// What counts as it: "lying down, and sleep".
    pub about: Str,
    /// Said by someone who did it: "I have lain flat already".
    pub done: Str,
}

/// The words of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
pub struct PanelWords {
    /// On its own: "Doctors".
    pub name: Str,
    /// What the panel is and is not; `{n}` is its number of answers.
    pub about: Text,
    /// Its noun: "doctor", "doctors".
    pub noun: Plural,
}
