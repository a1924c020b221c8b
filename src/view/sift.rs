//! Which of the answers does the reader want to see, and in which order?
//!
//! Lists to choose from, whose state is the filter, and buttons that set them all
//! at once: each number of a card is one, so it leads to the answers behind it.

use super::voices::{Voice, Voices};
use super::{Scene, Writer};
use crate::corpus::{Answer, Relation, Treatment, Weakens};
use crate::text::concat;
use crate::view::card::{minutes, stance_word};
use crate::words::{Word, digits};
use crate::{AnswerStance, Guidance, Minutes, Stance};

/// The classes of the lists, in the order of [`Sift`] and of a button's `data-act`;
pub(crate) const LISTS: [&str; 6] = [
    "sift-whose",
    "sift-now",
    "sift-order",
    "sift-on",
    "sift-product",
    "sift-also",
];

/// What is chosen in the lists; an empty text is the first choice of each, which
/// leaves nothing out.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sift<'s> {
    /// The id of a panel.
    pub(crate) whose: &'s str,
    /// A stance.
    pub(crate) now: &'s str,
    pub(crate) order: &'s str,
    /// The id of an activity; that of the card where it is empty.
    pub(crate) on: &'s str,
    /// How the answer bears on the treatment.
    pub(crate) product: &'s str,
    /// What else it says.
    pub(crate) also: &'s str,
}

impl<'s> Sift<'s> {
    /// As the lists stand.
    pub(crate) fn of(chosen: &'s [String; 6]) -> Self {
        let [whose, now, order, on, product, also] = chosen;
        Self {
            whose,
            now,
            order,
            on,
            product,
            also,
        }
    }

    /// What a button does that makes these choices. Ids have no space.
    pub(super) fn act(self) -> String {
        concat(&[
            "show ",
            self.whose,
            " ",
            self.now,
            " ",
            self.order,
            " ",
            self.on,
            " ",
            self.product,
            " ",
            self.also,
        ])
    }
}

const NAMED: &str = "named";
const KIND: &str = "kind";
const OTHER: &str = "other";

pub(super) const AT_ONCE: &str = "at-once";
pub(super) const FIRST: &str = "first";
pub(super) const LONGEST: &str = "longest";
pub(super) const CONDITION: &str = "condition";
pub(super) const NO_WEAKER: &str = "no-weaker";
pub(super) const MAY_WEAKEN: &str = "may-weaken";
pub(super) const NO_STUDY: &str = "no-study";
const BECAUSE: &str = "because-";

pub(super) const SHORTEST_FIRST: &str = "shortest";
pub(super) const LONGEST_FIRST: &str = "longest";

/// An answer that counts on a card, with what the corpus knows of it.
pub(super) struct Counted<'g> {
    pub(super) stance: &'g AnswerStance<'g>,
    pub(super) answer: Answer<'g>,
}

/// The reasons that answers give, each once, in the data's order.
pub(super) fn reasons(voices: &[Voice]) -> Vec<&str> {
    let mut reasons: Vec<&str> = Vec::new();
    for voice in voices {
        for reason in &voice.reasons {
            if !reasons.iter().any(|known| known == reason) {
                reasons.push(reason);
            }
        }
    }
    reasons
}

/// The choice of a reason, by its place among them.
pub(super) fn because(place: u32) -> String {
    concat(&[BECAUSE, &digits(place)])
}

impl<'v> Writer<'v> {
    /// A number of the card that leads to the answers behind it.
    pub(super) fn count(&mut self, text: &str, sift: Sift<'_>) {
        self.out.act("count", &sift.act(), text);
    }

    /// The same where there may be none, and so nothing to lead to.
    pub(super) fn count_of(&mut self, number: u32, text: &str, sift: Sift<'_>) {
        match number {
            0 => self.out.text("span", "", text),
            _ => self.count(text, sift),
        }
    }

    /// The lists to choose from.
    pub(super) fn lists(&mut self, asked: &str, card: &Guidance<'_>, voices: &Voices) {
        let corpus = self.setup.corpus;
        let words = self.setup.words;
        self.out.open("div", "sift");

        self.open_list(0, Word::DeeperWhose);
        self.choice("", self.word(Word::DeeperEveryone));
        for panel in &card.panels {
            self.choice(panel.id, panel.name);
        }
        self.close_field();

        self.open_list(1, Word::DeeperNow);
        self.choice("", self.word(Word::DeeperAnyStance));
        for stance in [Stance::Fine, Stance::Silent, Stance::Wait, Stance::Untimed] {
            self.choice(stance.as_str(), self.word(stance_word(stance)));
        }
        self.close_field();

        self.choices(
            2,
            Word::DeeperOrder,
            &[
                ("", Word::DeeperAsListed),
                (SHORTEST_FIRST, Word::DeeperShortestFirst),
                (LONGEST_FIRST, Word::DeeperLongestFirst),
            ],
        );
        self.close_field();
        self.out.close();

        self.out.open("details", "sift-more");
        self.out
            .text("summary", "", self.word(Word::DeeperMoreChoices));
        self.out.open("div", "sift");

        self.open_list(3, Word::DeeperOn);
        let asked = self.fill(Word::DeeperAsAsked, &[asked]);
        self.choice("", &asked);
        for (id, activity) in corpus.activities.iter().zip(words.activities) {
            self.choice(id, activity.name);
        }
        self.close_field();

        self.choices(
            4,
            Word::DeeperProduct,
            &[
                ("", Word::DeeperAnyProduct),
                (NAMED, Word::DeeperThisProduct),
                (KIND, Word::DeeperItsKind),
                (OTHER, Word::DeeperOtherProduct),
            ],
        );
        self.close_field();

        self.choices(
            5,
            Word::DeeperAlso,
            &[
                ("", Word::DeeperAnything),
                (AT_ONCE, Word::DeeperAtOnce),
                (FIRST, Word::DeeperFirst),
                (LONGEST, Word::DeeperLongest),
                (CONDITION, Word::DeeperCondition),
                (NO_WEAKER, Word::DeeperNoWeaker),
                (MAY_WEAKEN, Word::DeeperMayWeaken),
                (NO_STUDY, Word::DeeperNoStudy),
            ],
        );
        if let Voices::Loaded(voices) = voices {
            for (place, reason) in (0..).zip(reasons(voices)) {
                let text = self.fill(Word::DeeperBecause, &[reason]);
                self.choice(&because(place), &text);
            }
        }
        self.close_field();
        self.out.close();
        self.out.close();
    }

    fn open_list(&mut self, place: usize, label: Word) {
        let list = LISTS.get(place).copied();
        self.open_field(label);
        self.out.open("select", list.unwrap_or_default());
    }

    fn choices(&mut self, place: usize, label: Word, choices: &[(&str, Word)]) {
        self.open_list(place, label);
        for (id, word) in choices {
            self.choice(id, self.word(*word));
        }
    }

    fn choice(&mut self, id: &str, text: &str) {
        self.option(id, text, false);
    }

    /// The card on the activity that the list is on.
    pub(super) fn listed<'g>(
        scene: &Scene<'_>,
        card: &'g Guidance<'g>,
        others: &'g [Guidance<'g>],
    ) -> &'g Guidance<'g> {
        let on = scene.sift.on;
        let other = others.iter().find(|other| other.activity.id == on);
        other.unwrap_or(card)
    }

    /// The answers that count on a card, in the data's order.
    pub(super) fn counted<'g>(&self, card: &'g Guidance<'g>) -> Vec<Counted<'g>>
    where
        'v: 'g,
    {
        let mut counted = Vec::new();
        for panel in self.setup.corpus.panels {
            for answer in panel.answers.iter() {
                let mut stances = card.answers.iter();
                if let Some(stance) = stances.find(|stance| stance.id == answer.id) {
                    counted.push(Counted { stance, answer });
                }
            }
        }
        counted
    }

    /// Whether an answer is to be shown.
    pub(super) fn fits(
        &self,
        sift: Sift<'_>,
        card: &Guidance<'_>,
        counted: &Counted<'_>,
        voices: &[Voice],
    ) -> bool {
        let Counted { stance, answer } = counted;
        let is = |chosen: &str, own: &str| chosen.is_empty() || chosen == own;
        is(sift.whose, stance.panel)
            && is(sift.now, stance.stance.as_str())
            && (sift.product.is_empty() || sift.product == self.relation(card, answer))
            && says(sift.also, card, counted, voices)
    }

    fn relation(&self, card: &Guidance<'_>, answer: &Answer<'_>) -> &'static str {
        let relation = (0..)
            .zip(self.setup.corpus.treatments)
            .find(|(_, known)| known.id == card.treatment.id)
            .map(|(place, _)| answer.treatments.relation(Treatment(place)));
        match relation {
            Some(Relation::Named) => NAMED,
            Some(Relation::Class) => KIND,
            _ => OTHER,
        }
    }
}

fn says(also: &str, card: &Guidance<'_>, counted: &Counted<'_>, voices: &[Voice]) -> bool {
    let Counted { stance, answer } = counted;
    let panel = card.panels.iter().find(|panel| panel.id == stance.panel);
    match also {
        "" => true,
        AT_ONCE => stance.yes_from.map(minutes) == Some(Minutes(0)),
        FIRST => {
            let first = panel.and_then(|panel| panel.fine_from.first);
            first.is_some() && stance.yes_from == first
        }
        LONGEST => {
            let longest = panel.and_then(|panel| panel.longest);
            longest.is_some_and(|longest| stance.no_until == Some(longest.hours))
        }
        // What it asks for belongs to its "fine".
        CONDITION => !answer.conditions.is_empty(),
        NO_WEAKER => answer.weakens == Some(Weakens::No),
        MAY_WEAKEN => answer.weakens.is_some_and(|weakens| weakens != Weakens::No),
        NO_STUDY => answer.no_study,
        _ => reasons(voices).iter().zip(0..).any(|(reason, place)| {
            because(place) == also
                && voices.iter().any(|voice| {
                    voice.id == stance.id && voice.reasons.iter().any(|own| own == reason)
                })
        }),
    }
}

/// Puts the answers into an order of their waits; those of the same wait stay in
/// the data's, and those that give no time come last.
pub(super) fn arrange(list: &mut [Counted<'_>], order: &str) {
    if order.is_empty() {
        return;
    }
    // A hundred answers at most: the library's sort would be kilobytes of code.
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && swapped(list.get(at - 1..=at), order == LONGEST_FIRST) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Whether two answers stand in the wrong order.
fn swapped(pair: Option<&[Counted<'_>]>, longest_first: bool) -> bool {
    let Some([before, after]) = pair else {
        return false;
    };
    match (wait(before), wait(after)) {
        (Some(before), Some(after)) if longest_first => before < after,
        (Some(before), Some(after)) => before > after,
        (None, Some(_)) => true,
        _ => false,
    }
}

/// Up to when it says wait, and from when fine.
fn wait(counted: &Counted<'_>) -> Option<(Minutes, Minutes)> {
    let stance = counted.stance;
    Some((minutes(stance.no_until?), minutes(stance.yes_from?)))
}
