//! How are moments, tallies and positions said in words?

use aftercare_corpus::{ActivityWords, Corpus, Words};

use super::card_display::{Display, minutes};
use crate::consensus::{Basis, Minutes, Stance, Status, Tally};
use crate::guidance::{AnswerStance, Guidance, PanelGuidance, panel_noun};
use crate::i18n::{brief_span, span};

/// "fine"
pub(super) fn stance_name(words: &Words, stance: Stance) -> &str {
    let names = &words.core.stance;
    match stance {
        Stance::Fine => &names.fine,
        Stance::Wait => &names.wait,
        Stance::Silent => &names.silent,
        Stance::Untimed => &names.untimed,
    }
}

/// How many say what, in the order of a bar.
pub(super) fn stances(tally: Tally) -> [(Stance, u32); 4] {
    [
        (Stance::Fine, tally.fine),
        (Stance::Silent, tally.silent),
        (Stance::Wait, tally.wait),
        (Stance::Untimed, tally.untimed),
    ]
}

/// "6 say OK"
pub(super) fn count_words(words: &Words, stance: Stance, number: u32) -> String {
    let sentences = &words.core.panels;
    let forms = match stance {
        Stance::Fine => &sentences.say_fine,
        Stance::Wait => &sentences.say_wait,
        Stance::Silent => &sentences.say_silent,
        Stance::Untimed => &sentences.say_untimed,
    };
    let form = words.form(forms, number);
    form.with("n", &number.to_string())
}

/// "6 say OK, 2 don’t say, 2 say wait"
pub(super) fn tally_words(words: &Words, tally: Tally) -> String {
    let mut text = String::new();
    for (stance, number) in stances(tally) {
        if number > 0 && stance != Stance::Untimed {
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(&count_words(words, stance, number));
        }
    }
    text
}

/// The same with a capital letter in front.
pub(super) fn capitalized(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// "Says wait 4 hours, then fine from 24 hours."
pub(super) fn position(words: &Words, answer: &AnswerStance<'_>) -> String {
    let sentences = &words.core.answers;
    let (Some(no_until), Some(yes_from)) = (answer.no_until, answer.yes_from) else {
        return sentences.untimed.to_string();
    };
    let (no_until, yes_from) = (minutes(no_until), minutes(yes_from));
    let from = span(words, no_until.0);
    let until = span(words, yes_from.0);
    match (no_until, yes_from) {
        (_, Minutes(0)) => sentences.fine.to_string(),
        (Minutes(0), _) => sentences.from.with("span", &until),
        _ if no_until == yes_from => sentences.wait.with("span", &until),
        _ => sentences.range.fill(&[("from", &from), ("span", &until)]),
    }
}

/// The words of an activity, by its id.
pub(super) fn activity_words<'d>(
    corpus: &Corpus,
    words: &'d Words,
    activity: &str,
) -> Option<&'d ActivityWords> {
    let mut activities = corpus.activities.iter().zip(words.activities.iter());
    let found = activities.find(|(id, _)| **id == *activity);
    found.map(|(_, words)| words)
}

impl Display<'_> {
    /// So many minutes after the treatment: "Sunday 7:00 AM", or "14 hours after the
    /// treatment" where there is no clock.
    pub(super) fn when(&self, after: Minutes) -> String {
        self.clock(after).unwrap_or_else(|| {
            let span = span(self.words, after.0);
            self.words.core.head.after_treatment.with("span", &span)
        })
    }

    /// "Sun 5:00 PM", or the date alone of what is far off; "24 h after" where there is no
    /// clock.
    pub(super) fn brief_when(&self, at: Minutes) -> String {
        self.about(match self.short_clock(self.rounded(at)) {
            Some([day, time]) => match self.is_far(at) {
                true => day,
                false => format!("{day} {time}"),
            },
            None => {
                let span = brief_span(self.words, at.0);
                self.words.core.time.after.with("span", &span)
            }
        })
    }

    /// The noun of a panel for a number of its answers: "doctors".
    pub(super) fn noun(&self, panel: &str, number: u32) -> &str {
        panel_noun(self.corpus, self.words, panel, number)
    }

    /// What is said of a tally that counts the answers on any product; empty else.
    pub(super) fn basis(&self, basis: Basis) -> &str {
        match basis {
            Basis::Class => &self.words.core.card.about_any,
            Basis::Treatment => "",
        }
    }
}

/// The panels whose answers a card's sentences count: what has too few answers has
/// no vote, unless no panel has enough.
pub(super) fn voting<'c, 'g>(
    card: &'c Guidance<'g>,
) -> impl Iterator<Item = &'c PanelGuidance<'g>> {
    let all = card.status == Status::NotEnough;
    let panels = card.panels.iter();
    panels.filter(move |panel| all || panel.status != Status::NotEnough)
}

/// The panel that alone has a vote; empty where several have.
pub(super) fn only_voter<'g>(card: &Guidance<'g>) -> &'g str {
    let mut voting = voting(card);
    match (voting.next(), voting.next()) {
        (Some(panel), None) => panel.id,
        _ => "",
    }
}
