//! What stands behind the counts? Sections that a reader opens, each with one
//! question for a title.

use super::sift::{self, Counted, Sift, because, reasons};
use super::voices::Voices;
use super::{Moment, Scene, Writer};
use crate::corpus::Weakens;
use crate::words::{ListWord, PluralWord, Word, digits, filled};
use crate::{Guidance, Minutes, PanelGuidance, Stance, Status};

impl Writer<'_> {
    /// Whose words these are: not of the reader's clinic, and who says so instead.
    pub(super) fn whose(&mut self, card: &Guidance<'_>, moment: Moment<'_>) {
        self.out.open("div", "credit");
        self.remind(card, moment);
        if !self.has_clinic() {
            self.out.text("p", "", self.word(Word::ViewNotClinic));
        }
        self.see_these(card);
        let others = self.word(Word::DeeperOtherThings);
        if !self.setup.settings.compact {
            self.out.act("act", "go .what-else-title", others);
        }
        self.out.close();
    }

    /// A button to the answers behind the headline.
    fn see_these(&mut self, card: &Guidance<'_>) {
        let now = match card.status {
            Status::NotEnough => "",
            Status::Wait | Status::MostlyWait => Stance::Wait.as_str(),
            _ => Stance::Fine.as_str(),
        };
        let mut number = 0;
        for panel in voting(card) {
            let tally = panel.tally;
            number += match card.status {
                Status::NotEnough => tally.timed() + tally.untimed,
                Status::Wait | Status::MostlyWait => tally.wait,
                _ => tally.fine,
            };
        }
        if number == 0 {
            return;
        }
        let sift = Sift {
            whose: voter(card),
            now,
            ..Sift::default()
        };
        let text = self.fill(Word::DeeperSeeThese, &[&digits(number)]);
        self.out.act("act", &sift.act(), &text);
    }

    /// Whom to call, before anything else that one might read.
    pub(super) fn alarm(&mut self) {
        let text = self.fill(Word::ViewAlarm, &[self.emergency_number()]);
        self.out.open("div", "alarm");
        self.out.text("p", "", &text);
        self.out
            .act("act", "go .help-title", self.word(Word::ViewHelp));
        self.out.close();
    }

    /// The sections under the list of answers.
    pub(super) fn deeper(
        &mut self,
        scene: &Scene<'_>,
        card: &Guidance<'_>,
        others: &[Guidance<'_>],
    ) {
        let counted = self.counted(card);
        self.why(scene, &counted);
        self.result(card, &counted);
        self.studies();
        self.what_counts(card, others);
        self.computed();
    }

    /// For someone who did it before they asked: calm, and no promise.
    pub(super) fn done(&mut self, card: &Guidance<'_>) {
        let words = self.setup.words;
        let place = (self.setup.corpus.activities.iter()).position(|id| *id == card.activity.id);
        let Some(activity) = place.and_then(|place| words.activities.get(place)) else {
            return;
        };
        if !self.section("done", activity.done) {
            return;
        }
        self.out.open("div", "inside");
        let counted = self.counted(card);
        let (mut at_once, mut timed) = (0, 0);
        for counted in &counted {
            if let Some(from) = counted.stance.yes_from {
                timed += 1;
                at_once += u32::from(super::card::minutes(from) == Minutes(0));
            }
        }
        if timed > 0 {
            let values = [&*digits(at_once), &digits(timed), activity.subject];
            let text = self.say(PluralWord::DeeperDoneAtOnce, at_once, &values);
            let sift = Sift {
                also: sift::AT_ONCE,
                ..Sift::default()
            };
            self.out.open("p", "");
            self.count_of(at_once, &text, sift);
            self.out.close();
        }
        self.claim(card, "weakens-result");
        let call = self.fill(Word::DeeperDoneCall, &[self.clinic_within()]);
        self.out.text("p", "", &call);
        self.out
            .act("act", "go .help-title", self.word(Word::DeeperDoneHelp));
        self.out.close();
        self.out.close();
    }

    /// The reasons for a wait, each with how many give it.
    fn why(&mut self, scene: &Scene<'_>, counted: &[Counted<'_>]) {
        if !self.section("why", self.word(Word::DeeperWhy)) {
            return;
        }
        self.out.open("div", "inside");
        self.loading(scene.voices);
        if let Voices::Loaded(voices) = scene.voices {
            let mut found = Vec::new();
            for (place, reason) in (0..).zip(reasons(voices)) {
                let gives = |counted: &&Counted<'_>| {
                    voices.iter().any(|voice| {
                        voice.id == counted.stance.id
                            && voice.reasons.iter().any(|own| own == reason)
                    })
                };
                let number = counted.iter().filter(gives).count() as u32;
                if number > 0 {
                    found.push((place, reason, number));
                }
            }
            let all = digits(counted.len() as u32);
            let lead = match found.is_empty() {
                true => self.word(Word::DeeperWhyNone).to_owned(),
                false => self.fill(Word::DeeperWhyLead, &[&all]),
            };
            self.out.text("p", "", &lead);
            self.out.open("ul", "");
            for (place, reason, number) in found {
                let values = [reason, &*digits(number)];
                let text = self.say(PluralWord::DeeperWhyReason, number, &values);
                let also = because(place);
                let sift = Sift {
                    also: &also,
                    ..Sift::default()
                };
                self.out.open("li", "");
                self.count(&text, sift);
                self.out.close();
            }
            self.out.close();
        }
        self.out.text("p", "note", self.word(Word::DeeperWhyNote));
        self.out.close();
        self.out.close();
    }

    /// Does it weaken the result, and has that been studied?
    fn result(&mut self, card: &Guidance<'_>, counted: &[Counted<'_>]) {
        if card.claims.iter().all(|claim| claim.no + claim.may == 0) {
            return;
        }
        if !self.section("result", self.word(Word::DeeperResult)) {
            return;
        }
        self.out.open("div", "inside");
        self.claim(card, "weakens-result");
        let habit = |counted: &&Counted<'_>| counted.answer.weakens == Some(Weakens::MayHabitual);
        let habit = counted.iter().filter(habit).count() as u32;
        if habit > 0 {
            let text = self.say(PluralWord::DeeperResultHabit, habit, &[&digits(habit)]);
            self.out.text("p", "", &text);
        }
        self.claim(card, "studied");
        self.out.close();
        self.out.close();
    }

    /// A claim in words, and the answers that make it.
    fn claim(&mut self, card: &Guidance<'_>, id: &str) {
        let claims = || card.claims.iter().filter(|claim| claim.id == id);
        let Some(claim) = claims().find(|claim| claim.no + claim.may > 0) else {
            return;
        };
        self.out.text("p", "", &claim.text);
        let (no, word) = match id {
            "studied" => (sift::NO_STUDY, Word::DeeperResultNoStudy),
            _ => (sift::NO_WEAKER, Word::DeeperResultNo),
        };
        self.out.open("p", "counts");
        for (number, also, word) in [
            (claim.no, no, word),
            (claim.may, sift::MAY_WEAKEN, Word::DeeperResultMay),
        ] {
            if number > 0 {
                let text = self.fill(word, &[&digits(number)]);
                let sift = Sift {
                    also,
                    ..Sift::default()
                };
                self.count(&text, sift);
            }
        }
        self.out.close();
    }

    fn studies(&mut self) {
        if !self.section("studies", self.word(Word::DeeperStudies)) {
            return;
        }
        self.out.open("div", "inside");
        let words = self.setup.words;
        self.out.list(words.list(ListWord::DeeperStudiesList));
        self.sources();
        self.out.close();
        self.out.close();
    }

    /// What counts as which activity, and how many answers speak of it.
    fn what_counts(&mut self, card: &Guidance<'_>, others: &[Guidance<'_>]) {
        let (corpus, words) = (self.setup.corpus, self.setup.words);
        if !self.section("kinds", self.word(Word::DeeperCounts)) {
            return;
        }
        self.out.open("dl", "inside others");
        for (id, activity) in corpus.activities.iter().zip(words.activities) {
            self.out.open("div", "other");
            self.out.text("dt", "", activity.name);
            self.out.open("dd", "");
            self.out.text("p", "", activity.about);
            let other = others.iter().find(|other| other.activity.id == *id);
            let number = other.unwrap_or(card).answers.len() as u32;
            let text = self.say(PluralWord::DeeperCountsSpeak, number, &[&digits(number)]);
            let sift = Sift {
                on: id,
                ..Sift::default()
            };
            self.out.open("p", "");
            self.count(&text, sift);
            self.out.close();
            self.out.close();
            self.out.close();
        }
        self.out.close();
        self.out.close();
    }

    fn computed(&mut self) {
        if !self.section("computed", self.word(Word::DeeperComputed)) {
            return;
        }
        self.out.open("div", "inside");
        let words = self.setup.words;
        self.out.list(words.list(ListWord::DeeperComputedList));
        self.sources();
        self.out.close();
        self.out.close();
    }

    /// A link to the page of sources, where there is one.
    fn sources(&mut self) {
        let sources = self.setup.sources;
        if !sources.is_empty() {
            let text = self.word(Word::DeeperComputedMore);
            self.out.open("p", "");
            self.out.link("", sources, text);
            self.out.close();
        }
    }

    fn say(&self, word: PluralWord, number: u32, values: &[&str]) -> String {
        filled(self.setup.words.plural(word, number), values)
    }
}

/// The panels whose answers a card's sentences count: what has too few answers has
/// no vote, unless no panel has enough.
fn voting<'g>(card: &'g Guidance<'_>) -> impl Iterator<Item = &'g PanelGuidance<'g>> {
    let all = card.status == Status::NotEnough;
    let panels = card.panels.iter();
    panels.filter(move |panel| all || panel.status != Status::NotEnough)
}

/// The panel that alone has a vote; empty where several have.
pub(super) fn voter<'g>(card: &'g Guidance<'_>) -> &'g str {
    let mut voting = voting(card);
    match (voting.next(), voting.next()) {
        (Some(panel), None) => panel.id,
        _ => "",
    }
}
