//! What do the attributes come to for the page: the form's fields and the clinic's word? The same whatever is asked.

use aftercare_corpus::{Corpus, Words};
use serde::Serialize;

use super::answer_text::DATA_LANGUAGE;
use super::clinic::{basis, clinic_first};
use super::filter::{Choice, ChoiceGroup, activity_choices};
use super::help::{Link, contact};
use super::wording::activity_words;
use crate::guidance::Names;
use crate::i18n::span;
use crate::settings::{Fields, Language, Settings, SourcesAt, Telephone, Wait};

/// What an element shows whatever is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename = "Settings", rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct SettingsView<'d> {
    /// The language of the words that are used.
    pub lang: &'d str,
    /// The language that is asked for, where its words come as a language pack that is not
    /// registered.
    pub missing_language: Option<&'d str>,
    /// The language of the texts of answers, where it is not the reader's.
    pub answers_lang: Option<&'d str>,
    /// How products are named.
    pub names: Names,
    /// Whether the reader is asked for what is given, too.
    pub ask: bool,
    /// Whether the answer is shown alone, everything else on demand.
    pub compact: bool,
    /// What a compact card answers, before it does: "When can I exercise after my
    /// injections?"
    pub heading: String,
    /// The address of the page of sources, where the owner gives one.
    pub sources: Option<&'d str>,
    /// The fields of the form.
    pub asks: Fields,
    /// Where a link has set something that is none of its settings: says so.
    pub link_incomplete: Option<&'d str>,
    /// The treatments to choose from; none where that is not asked.
    pub treatments: Vec<ChoiceGroup>,
    /// The activities to choose from; none where that is not asked.
    pub activities: Vec<Choice>,
    /// The activity that a form begins with.
    pub default_activity: &'d str,
    /// The clinic's word; `null` where it says nothing.
    pub clinic: Option<ClinicView>,
    /// Whom to call, before anything else that one might read.
    pub alarm: Alarm<'d>,
    /// "Based on opinions, not studies."
    pub opinions: &'d str,
    /// The same, and whose word comes first: "Follow what your clinic told you."
    pub basis: String,
}

/// What the clinic says whatever is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ClinicView {
    /// Its word comes first.
    pub first: String,
    /// Its telephone.
    pub call: Option<Link>,
    /// Its waits: each activity's name, and "24 hours".
    pub waits: Vec<[String; 2]>,
}

/// What needs a call at once, and whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Alarm<'d> {
    /// "Is it hard to breathe, swallow or speak?"
    pub signs: &'d str,
    /// "Call 911 now"
    pub call: String,
    /// The number's address, where it is given.
    pub href: Option<String>,
}

/// What the settings show in a language.
pub fn settings_view<'d>(
    corpus: &'d Corpus,
    language: Language<'d>,
    settings: &Settings<'d>,
) -> SettingsView<'d> {
    let words = language.words;
    let asks = Fields::of(settings);
    let default_activity = corpus.activities.get(corpus.default_activity);
    let default_activity = default_activity.map_or("", |id| id);
    let activity = settings.activity.unwrap_or(default_activity);
    let activity = activity_words(corpus, words, activity);
    SettingsView {
        lang: &words.id,
        missing_language: language.missing,
        answers_lang: (words.id != DATA_LANGUAGE).then_some(DATA_LANGUAGE),
        names: settings.names,
        ask: settings.ask,
        compact: settings.compact,
        heading: (words.core.head.heading_class)
            .with("verb", activity.map_or("", |activity| &activity.verb)),
        sources: match settings.sources {
            SourcesAt::Address(address) => Some(address),
            SourcesAt::Inline | SourcesAt::Page => None,
        },
        asks,
        link_incomplete: settings
            .is_link_incomplete
            .then_some(&*words.core.form.link_incomplete),
        treatments: match asks.treatment {
            true => treatment_choices(corpus, words, settings.names),
            false => Vec::new(),
        },
        activities: match asks.activity {
            true => activity_choices(corpus, words),
            false => Vec::new(),
        },
        default_activity,
        clinic: settings.has_clinic().then(|| clinic_view(words, settings)),
        alarm: alarm(words, settings),
        opinions: &words.core.head.opinions,
        basis: basis(words, settings),
    }
}

/// The treatments to choose from, by every brand that they go by; or by their generic names,
/// where brands are not to be named.
fn treatment_choices<'d>(corpus: &'d Corpus, words: &'d Words, names: Names) -> Vec<ChoiceGroup> {
    let texts = &words.core.treatments;
    let (mut groups, mut others, mut unlisted) = (Vec::new(), Vec::new(), Vec::new());
    for treatment in corpus.treatments.iter() {
        let choice = |name: &str| {
            let value = names.value(treatment, name);
            Choice::new(value, names.called(treatment, name, words))
        };
        let own = choice(&treatment.name);
        if treatment.generic.is_none() {
            unlisted.push(Choice::new(&own.value, &texts.unknown));
        } else if names == Names::Brand && !treatment.aliases.is_empty() {
            let mut choices = vec![own];
            for alias in treatment.aliases.iter() {
                choices.push(choice(alias));
            }
            let name = texts.group.with("treatment", &treatment.name);
            groups.push(ChoiceGroup {
                name: Some(name),
                choices,
            });
        } else {
            others.push(own);
        }
    }
    let name = (!groups.is_empty()).then(|| texts.others.to_string());
    if !others.is_empty() {
        groups.push(ChoiceGroup {
            name,
            choices: others,
        });
    }
    if !unlisted.is_empty() {
        groups.push(ChoiceGroup {
            name: Some(texts.unlisted.to_string()),
            choices: unlisted,
        });
    }
    groups
}

fn clinic_view(words: &Words, settings: &Settings<'_>) -> ClinicView {
    let mut waits = Vec::new();
    for (activity, wait) in settings.protocol.waits() {
        let activity = words.activities.get(*activity);
        let name = activity.map_or("", |activity| &activity.name).to_owned();
        let wait = match wait {
            Wait::For(minutes) => span(words, minutes.0),
            Wait::DayEnd => words.core.clinic.until_day_end.to_string(),
        };
        waits.push([name, wait]);
    }
    ClinicView {
        first: clinic_first(words, settings),
        call: contact(words, settings),
        waits,
    }
}

fn alarm<'d>(words: &'d Words, settings: &Settings<'_>) -> Alarm<'d> {
    let texts = &words.core.help;
    let number = settings.emergency.as_ref();
    let called = number.map_or(&*texts.emergency_number, Telephone::text);
    Alarm {
        signs: &texts.alarm,
        call: texts.alarm_call.with("number", called),
        href: number.map(Telephone::link),
    }
}
