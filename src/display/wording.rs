//! How are moments, tallies and positions said in words?

use aftercare_corpus::Words;

use super::card_display::{Display, minutes};
use crate::consensus::{Basis, Minutes, Stance, Status, Tally};
use crate::guidance::{AnswerStance, Guidance, PanelGuidance, panel_noun, status_words};
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

/// "Doctors: Most here say fine"
pub(super) fn panel_status(words: &Words, panel: &str, status: Status) -> String {
    let status = status_words(words, status);
    let headline = &words.core.card.headline;
    headline.fill(&[("panel", panel), ("status", status)])
}

/// One more at the end of a list: "Doctors: …; Instructions: …"
pub(super) fn push_listed(list: &mut String, text: &str) {
    if !list.is_empty() {
        list.push_str("; ");
    }
    list.push_str(text);
}

/// "9 fine, 1 not clear, 3 wait"
pub(super) fn tally_label(words: &Words, tally: Tally) -> String {
    let [fine, silent, wait] = [tally.fine, tally.silent, tally.wait].map(|n| n.to_string());
    let label = &words.core.panels.tally_label;
    label.fill(&[("fine", &fine), ("silent", &silent), ("wait", &wait)])
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
        (Minutes(0), _) => sentences.from.fill(&[("span", &until)]),
        _ if no_until == yes_from => sentences.wait.fill(&[("span", &until)]),
        _ => sentences.range.fill(&[("from", &from), ("span", &until)]),
    }
}

impl Display<'_> {
    /// So many minutes after the treatment: "Sunday 7:00 AM", or "14 hours after the
    /// treatment" where there is no clock.
    pub(super) fn when(&self, after: Minutes) -> String {
        self.clock(after).unwrap_or_else(|| {
            let span = span(self.words, after.0);
            self.words
                .core
                .head
                .after_treatment
                .fill(&[("span", &span)])
        })
    }

    /// "24 hours after (Sunday 5:00 PM)"
    pub(super) fn after(&self, at: Minutes) -> String {
        let span = span(self.words, at.0);
        let after = self.words.core.time.after.fill(&[("span", &span)]);
        match self.clock(at) {
            None => after,
            Some(when) => format!("{after} ({when})"),
        }
    }

    /// The same, and "at once" for the treatment itself.
    pub(super) fn after_or_at_once(&self, at: Minutes) -> String {
        match at {
            Minutes(0) => self.words.core.time.at_once.to_string(),
            at => self.after(at),
        }
    }

    /// From when most say fine, seen from now: "Most say fine from Sunday 5:00 PM, in 10 h."
    pub(super) fn next(&self, card: &Guidance<'_>) -> String {
        let sentences = &self.words.core.head;
        let Some(most) = card.fine_from.most.map(minutes) else {
            return sentences.next_none.to_string();
        };
        let when = self.when(most);
        match most.0.checked_sub(self.elapsed().0) {
            None | Some(0) => sentences.next_since.fill(&[("when", &when)]),
            Some(left) => {
                let span = brief_span(self.words, left);
                sentences
                    .next_from
                    .fill(&[("when", &when), ("span", &span)])
            }
        }
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
