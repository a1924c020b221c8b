//! The sentences of the core: each key of `[core]` in `data/words/`, once.
//!
//! The structs that the core reads and the list by which the files are checked
//! come from one table.

use serde::{Deserialize, Serialize};

use crate::plural::Plural;
use crate::read_words::Reader;
use crate::text::Text;
use crate::text::{List, Str};
use crate::value::Value;

/// Makes a struct for each section, [`CoreWords`] of all of them, and [`keys`].
/// A word is `str`, `text` with its placeholders, `plural` with those that its
/// forms may have, or `list`.
macro_rules! core_words {
    ($(
        $(#[$section_doc:meta])*
        $section:ident: $Section:ident {
            $($(#[$doc:meta])* $key:ident: $shape:ident $([$($hole:literal),*])?,)+
        }
    )+) => {
        /// The sentences of the core, by the sections of `[core]`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(try_from = "Value", rename_all = "kebab-case")]
        #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
        pub struct CoreWords {
            $($(#[$section_doc])* pub $section: $Section,)+
        }

        $(
            $(#[$section_doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
            #[serde(rename_all = "kebab-case")]
            #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = aftercare_corpus))]
            pub struct $Section {
                $($(#[$doc])* pub $key: core_words!(@type $shape),)+
            }
        )+

        impl CoreWords {
            /// Reads each section.
            pub(crate) fn read(core: &mut Reader<'_>) -> Self {
                Self {
                    $($section: $Section::read(core.object(stringify!($section))),)+
                }
            }
        }

        $(impl $Section {
            fn read(mut own: Reader<'_>) -> Self {
                Self { $($key: own.take(stringify!($key)),)+ }
            }
        })+

        /// Every key of `[core]`, in the order of the sections.
        #[cfg(feature = "load")]
        pub fn keys() -> Vec<Key> {
            vec![$($(Key::new(
                concat!("core.", stringify!($section), ".", stringify!($key)),
                core_words!(@shape $shape),
                &[$($($hole),*)?],
            ),)+)+]
        }
    };
    (@type str) => { Str };
    (@type text) => { Text };
    (@type plural) => { Plural };
    (@type list) => { List<Str> };
    (@shape str) => { Shape::Text };
    (@shape text) => { Shape::Text };
    (@shape plural) => { Shape::Plural };
    (@shape list) => { Shape::List };
}

/// What a key's value looks like in a file.
#[cfg(feature = "load")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One text.
    Text,
    /// One text for each plural form of the language.
    Plural,
    /// A list of texts.
    List,
}

/// A key that every language has.
#[cfg(feature = "load")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Such as `core.card.count`.
    pub path: String,
    /// What its value looks like.
    pub shape: Shape,
    /// The placeholders: each must stand in a text, and may in a plural form.
    pub holes: &'static [&'static str],
}

#[cfg(feature = "load")]
impl Key {
    fn new(path: &str, shape: Shape, holes: &'static [&'static str]) -> Self {
        Self {
            path: path.replace('_', "-"),
            shape,
            holes,
        }
    }
}

core_words! {
    /// What a tally amounts to.
    status: StatusWords {
        /// "All here say fine"
        fine: str,
        /// "Most here say fine"
        mostly_fine: str,
        /// "No clear majority"
        divided: str,
        /// "Most here say wait"
        mostly_wait: str,
        /// "All here say wait"
        wait: str,
        /// "Too few answers"
        not_enough: str,
    }
    /// The same of one panel, where others differ.
    whose: WhoseWords {
        /// "All {panel} say it's OK"
        fine: text ["panel"],
        /// "Most {panel} say it's OK"
        mostly_fine: text ["panel"],
        /// "Opinions are split among {panel}"
        divided: text ["panel"],
        /// "Most {panel} say wait"
        mostly_wait: text ["panel"],
        /// "All {panel} say wait"
        wait: text ["panel"],
    }
    /// What an answer says at a moment.
    stance: StanceWords {
        /// "fine"
        fine: str,
        /// "wait"
        wait: str,
        /// "not clear"
        silent: str,
        /// "no time given"
        untimed: str,
    }
    /// The sentences of a card.
    card: CardWords {
        /// "{n} of {timed} {source}"
        count: text ["n", "timed", "source"],
        /// "{n} of {timed} {source} (any product)"
        count_class: text ["n", "timed", "source"],
        /// "{n} {source}"
        count_few: text ["n", "source"],
        /// "{a} and {b}"
        join: text ["a", "b"],
        /// "(any product)"
        about_any: str,
        /// "{counts} here say {subject} is fine by now{basis}."
        summary_fine: text ["counts", "subject", "basis"],
        /// "Opinions differ: {counts} here say {subject} is fine by now{basis}."
        summary_divided: text ["counts", "subject", "basis"],
        /// "{counts} here say wait before {subject}{basis}."
        summary_wait: text ["counts", "subject", "basis"],
        /// "Too few answers on {subject}: times from {counts} here{basis}."
        summary_not_enough: text ["counts", "subject", "basis"],
        /// "{condition} ({n})"
        condition_counted: text ["condition", "n"],
        /// "{a}; {b}"
        condition_join: text ["a", "b"],
        /// "your injections"
        class_name: str,
        /// What a card is and is not.
        notice: str,
        /// "answers"
        answers: plural [],
        /// "Of those who say fine, {n} {source} add: {conditions}."
        proviso: plural ["n", "source", "conditions"],
    }
    /// The treatments to choose from.
    treatments: TreatmentsWords {
        /// "{treatment} and its other names"
        group: text ["treatment"],
        /// "Others"
        others: str,
        /// "Not in this list?"
        unlisted: str,
        /// "Another product, or I don't know"
        unknown: str,
    }
    /// When to get help.
    red_flags: RedFlagsWords {
        /// "a hard time breathing, swallowing or …"
        emergency: list,
        /// "double or blurred …"
        soon: list,
    }
    /// What the answers claim.
    claims: ClaimsWords {
        /// "{n} of {all} {source} speak of this:"
        speak: plural ["n", "all", "source"],
        /// "{n} say no"
        no: plural ["n"],
        /// "{n} say it may"
        may: plural ["n"],
        /// "None of the answers we read for this speaks of it."
        nobody: str,
        /// "{n} of {all} {source} say there is no study."
        no_study: plural ["n", "all", "source"],
    }
    /// The answer and its moment.
    head: HeadWords {
        /// "Based on opinions, not studies."
        opinions: str,
        /// "Treated {when}"
        treated: text ["when"],
        /// "Most say it's OK from {when} ({span} from now)"
        next_from: text ["when", "span"],
        /// "Most have said it's OK since {when}"
        next_since: text ["when"],
        /// "{activity} · {span} after {treatment}"
        asked: text ["activity", "span", "treatment"],
        /// "A close call ({panel}): one answer fewer would change this."
        close: text ["panel"],
        /// "{n} {source} add conditions"
        conditions: plural ["n", "source"],
        /// "See these answers ({n})"
        see: text ["n"],
        /// "Every wait named here is over. The longest was {span}."
        all_over: text ["span"],
        /// "{span} after the treatment"
        after_treatment: text ["span"],
        /// "When can I {verb} after {treatment}?"
        heading: text ["verb", "treatment"],
        /// "When can I {verb} after my injections?"
        heading_class: text ["verb"],
    }
    /// Lengths of time.
    time: TimeWords {
        /// "{n} d"
        brief_days: text ["n"],
        /// "{n} h"
        brief_hours: text ["n"],
        /// "{n} min"
        brief_minutes: text ["n"],
        /// "about {when}"
        about: text ["when"],
        /// "{day} morning"
        morning: text ["day"],
        /// "{day} afternoon"
        afternoon: text ["day"],
        /// "{day} evening"
        evening: text ["day"],
        /// "{span} after"
        after: text ["span"],
        /// "at once"
        at_once: str,
        /// "not yet"
        never: str,
        /// "{n} days"
        days: plural ["n"],
        /// "{n} hours"
        hours: plural ["n"],
        /// "{n} minutes"
        minutes: plural ["n"],
    }
    /// What is missing in the form, or wrong with a time that was typed.
    form: FormWords {
        /// "This link is incomplete. Check the form and fill in what is missing."
        link_incomplete: str,
        /// "Choose your treatment."
        missing_treatment: str,
        /// "Enter the date of your treatment."
        missing_date: str,
        /// "Enter the time, or choose a part of the day."
        missing_time: str,
        /// "Enter a number of hours, such as 5 or 5.5."
        missing_hours: str,
        /// "Enter the date and time of your treatment."
        error_incomplete: str,
        /// "That time hasn't happened yet. Check the date and time."
        error_future: str,
        /// "This browser's clock can't be read here. …"
        error_unreadable: str,
        /// "That is more than {n} days ago. If the date is right, …"
        error_past: text ["n"],
        /// "Enter a number of hours, such as 5 or 5.5."
        error_hours: str,
    }
    /// The clinic's own wait.
    clinic: ClinicWords {
        /// "Your clinic"
        unnamed: str,
        /// "your clinic"
        unnamed_within: str,
        /// "until the day of the treatment is over"
        until_day_end: str,
        /// "{clinic} asks you to wait {span} before {subject}"
        wait: text ["clinic", "span", "subject"],
        /// "{clinic} asks you to wait until the next day before {subject}"
        day: text ["clinic", "subject"],
        /// "{clinic} asks you to wait until midnight tonight before {subject}"
        tonight: text ["clinic", "subject"],
        /// "{span} to go, until {when}"
        left: text ["span", "when"],
        /// "{span} to go"
        to_go: text ["span"],
        /// "That wait ended {when}."
        ended: text ["when"],
        /// "{clinic} gives no wait here for {subject}."
        none: text ["clinic", "subject"],
        /// "Follow what {clinic} told you."
        first: text ["clinic"],
        /// "Most others say it's OK. Follow what {clinic} told you."
        differs_wait: text ["clinic"],
        /// "Most others still say wait. Follow what {clinic} told you …"
        differs_ended: text ["clinic"],
        /// "What others say"
        consensus: str,
    }
    /// Whom to call, and when.
    help: HelpWords {
        /// "Call {number} now if you have:"
        emergency: text ["number"],
        /// "your emergency number"
        emergency_number: str,
        /// "Call {clinic}: {number}"
        contact: text ["clinic", "number"],
        /// "Call {number}"
        call: text ["number"],
        /// "Is it hard to breathe, swallow or speak?"
        alarm: str,
        /// "Call {number} now"
        alarm_call: text ["number"],
        /// "pain, swelling or bruising where …"
        common: list,
        /// "Call {clinic} if it gets worse, or if you see …"
        ring: text ["clinic"],
    }
    /// The data, and what went wrong.
    data: DataWords {
        /// "Data {version}, last changed {updated}"
        version: text ["version", "updated"],
        /// "These data were last changed in {updated}, more than {n} …"
        stale: text ["updated", "n"],
        /// "Not yet checked by a doctor or nurse."
        unchecked: str,
        /// "Checked by {by}, {month}."
        checked: text ["by", "month"],
    }
    /// The answer on paper.
    print: PrintWords {
        /// "Printed {when} ({span})"
        printed: text ["when", "span"],
        /// "{when}: {status}"
        title: text ["when", "status"],
        /// "Most say it’s OK from {when}."
        from: text ["when"],
        /// "Until {when}."
        until: text ["when"],
        /// "{panel} ({n})"
        panel: text ["panel", "n"],
        /// "My clinic’s telephone:"
        phone: str,
        /// "Other activities"
        others: str,
    }
    /// The entry for a calendar.
    reminder: ReminderWords {
        /// "Remind me: {when}"
        save: text ["when"],
        /// "To be reminded, set an alarm for {when}."
        yourself: text ["when"],
        /// "Aftercare: check before {subject}"
        title: text ["subject"],
        /// "Check the page again. Follow what your clinic told you."
        text: str,
    }
    /// The tallies of the panels.
    panels: PanelsWords {
        /// "{n} say OK"
        say_fine: plural ["n"],
        /// "{n} don’t say"
        say_silent: plural ["n"],
        /// "{n} say wait"
        say_wait: plural ["n"],
        /// "{n} give no time"
        say_untimed: plural ["n"],
        /// "No answers about {subject}."
        none: text ["subject"],
        /// "none", where nobody asks for a wait.
        no_wait: str,
        /// "({n} of {timed})"
        of: text ["n", "timed"],
        /// "{panels} disagree. We show the more cautious view."
        differ: text ["panels"],
    }
    /// Other activities at the same moment.
    overview: OverviewWords {
        /// "All say OK"
        all: str,
        /// "Most say OK"
        most: str,
        /// "OK from {when}"
        from: text ["when"],
        /// "Clinic: wait until {when}"
        clinic: text ["when"],
    }
    /// A time for which the reader plans the activity.
    plan: PlanWords {
        /// "Plan a time to {verb}"
        title: text ["verb"],
        /// "Your plan"
        yours: str,
        /// "Most say it’s OK from {when}."
        better: text ["when"],
        /// "That is {span} after your plan."
        after: text ["span"],
        /// "Plan for {when}"
        choose: text ["when"],
        /// "{clinic} asks you to wait until {when}. Your plan is before that."
        clinic: text ["clinic", "when"],
        /// "At {when}: {status}."
        spoken: text ["when", "status"],
        /// "Choose a day."
        error_date: str,
        /// "Enter a time."
        error_time: str,
        /// "That time has passed. Choose a later one."
        error_past: str,
        /// "{n} of {timed} {source} say OK{basis}"
        say_fine: plural ["n", "timed", "source", "basis"],
    }
    /// The picture of the hours.
    chart: ChartWords {
        /// "Now"
        now: str,
        /// "This card"
        card: str,
        /// "{when}, {span} after"
        moment: text ["when", "span"],
        /// "{n} h"
        hours: text ["n"],
        /// "Share of answers by hour; “most” is {most}."
        about: text ["most"],
        /// "First", on a flag: from when the first says OK.
        first: str,
        /// "Most"
        most: str,
        /// "All"
        all: str,
        /// "{flag}: {when} →", of a flag beyond the edge.
        beyond: text ["flag", "when"],
    }
    /// The list of answers.
    answers: AnswersWords {
        /// "The texts of the answers are in English."
        english: str,
        /// "Says wait {span}."
        wait: text ["span"],
        /// "Says wait {from}, then fine from {span}."
        range: text ["from", "span"],
        /// "Says fine from {span}; says nothing clear before."
        from: text ["span"],
        /// "Says fine with no wait."
        fine: str,
        /// "Says avoid it, with no time."
        untimed: str,
        /// "answer {n}"
        number: text ["n"],
        /// "Source {n}"
        source: text ["n"],
        /// "As asked: {activity}"
        as_asked: text ["activity"],
        /// "Wait, since {reason}"
        because: text ["reason"],
        /// "{n} of {all} answers on {subject}"
        found: plural ["n", "all", "subject"],
    }
    /// The sections below the list of answers.
    sections: SectionsWords {
        /// "If you're unsure, or something seems wrong, call {clinic}. Say …"
        done_call: text ["clinic"],
        /// "{reason} ({n})"
        why_reason: text ["reason", "n"],
        /// "{n} of {all} {source} say {subject} is OK straight away{basis}."
        done_at_once: plural ["n", "all", "source", "subject", "basis"],
        /// "{n} of {all} {source} give a reason:"
        why_lead: plural ["n", "all", "source"],
        /// "Of these, {n} speak of people who are very active all year."
        result_habit: plural ["n"],
    }
}
