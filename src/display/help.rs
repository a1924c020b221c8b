//! When to get help, and what stands in the last lines of every card?

use aftercare_corpus::{Corpus, Str, Text, Words};
use serde::Serialize;

use super::clinic::clinic_within;
use super::month::month_text;
use crate::guidance::checked;
use crate::settings::{Environment, Settings, Telephone};

/// When to get help and whom to call, what a card is, and how old its data are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Help<'d> {
    /// "Call 911 now if you have:"
    pub emergency: Sentence,
    /// The signs.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub emergency_list: &'d [Str],
    /// The emergency number, where it is given.
    pub emergency_call: Option<Link>,
    /// The signs that need help right away.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub soon_list: &'d [Str],
    /// What is common and passes.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub common_list: &'d [Str],
    /// When to call the clinic.
    pub ring: String,
    /// The clinic's telephone, where it is given.
    pub contact: Option<Link>,
    /// What a card is and is not.
    pub notice: &'d str,
    /// Which data these are.
    pub corpus: String,
    /// Whether a clinician has read the words; who, and when.
    pub checked: String,
}

/// A link that calls a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Link {
    /// The address.
    pub href: String,
    /// What it says.
    pub text: String,
}

/// A sentence, and the number that it names, where that can be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Sentence {
    /// What stands before the number; all of it where there is none.
    pub before: String,
    /// The number.
    pub call: Option<Link>,
    /// What stands behind the number.
    pub after: String,
}

/// What stands under every card.
pub fn help<'d>(
    corpus: &Corpus,
    words: &'d Words,
    settings: &Settings<'_>,
    environment: &dyn Environment,
) -> Help<'d> {
    let texts = &words.core.help;
    let call = |number: &Telephone| Link {
        href: number.link(),
        text: texts.call.with("number", number.text()),
    };
    Help {
        emergency: emergency_sentence(&texts.emergency, words, settings),
        emergency_list: &words.core.red_flags.emergency,
        emergency_call: settings.emergency.as_ref().map(call),
        soon_list: &words.core.red_flags.soon,
        common_list: &texts.common,
        ring: texts.ring.with("clinic", &clinic_within(words, settings)),
        contact: contact(words, settings),
        notice: &words.core.card.notice,
        corpus: words.core.data.version.fill(&[
            ("version", &corpus.version),
            ("updated", &month_text(environment, words, &corpus.updated)),
        ]),
        checked: checked(words, &|month| month_text(environment, words, month)),
    }
}

/// A sentence that says whom to call in an emergency.
fn emergency_sentence(text: &Text, words: &Words, settings: &Settings<'_>) -> Sentence {
    const NUMBER: &str = "number";
    let Some(number) = &settings.emergency else {
        return Sentence {
            before: text.with(NUMBER, &words.core.help.emergency_number),
            call: None,
            after: String::new(),
        };
    };
    let (before, after) = text.around(NUMBER);
    Sentence {
        before: before.to_owned(),
        call: Some(Link {
            href: number.link(),
            text: number.text().to_owned(),
        }),
        after: after.to_owned(),
    }
}

/// The clinic's telephone, where it is given.
pub(super) fn contact(words: &Words, settings: &Settings<'_>) -> Option<Link> {
    let number = settings.contact.as_ref()?;
    let values = [
        ("clinic", &*clinic_within(words, settings)),
        ("number", number.text()),
    ];
    Some(Link {
        href: number.link(),
        text: words.core.help.contact.fill(&values),
    })
}
