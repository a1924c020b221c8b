//! How does a card look?

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::dom::{Dom, append, set};
use super::moment::{Visit, span};
use crate::words::{ListWord, Word, Words, digits, fill};
use crate::{
    AnswerStance, Basis, Guidance, Minutes, PanelGuidance, Stance, Status, Tally, counted,
    headline, status_words,
};

#[wasm_bindgen]
extern "C" {
    /// One entry of the details file, which the build writes from `details`.
    pub(super) type Detail;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn summary(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn kind(this: &Detail) -> String;
    #[wasm_bindgen(method, getter)]
    fn specialty(this: &Detail) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn place(this: &Detail) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn source(this: &Detail) -> Reference;

    /// Where an answer can be read.
    type Reference;
    #[wasm_bindgen(method, getter)]
    fn title(this: &Reference) -> String;
    #[wasm_bindgen(method, getter)]
    fn address(this: &Reference) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn number(this: &Reference) -> Option<u32>;
}

/// Makes the parts of a card.
pub(super) struct CardView<'v> {
    pub(super) dom: &'v Dom,
    pub(super) words: &'v Words<'v>,
    pub(super) locale: &'v str,
}

impl CardView<'_> {
    fn word(&self, word: Word) -> &str {
        self.words.plain(word)
    }

    /// The answer: what they say, who says so, what they add.
    pub(super) fn answer(&self, card: &Guidance<'_>, asked: &Element, next: &Element) -> Element {
        let dom = self.dom;
        let answer = dom.element("header", "answer");
        set(&answer, "part", "answer");
        let title = dom.text("h2", "status", &headline(self.words, card));
        append(&answer, &[asked, &icon(dom, card.status), &title]);
        append(&answer, &[&dom.text("p", "summary", &card.summary)]);
        append(&answer, &[next]);
        if let Some(proviso) = &card.proviso {
            append(&answer, &[&dom.text("p", "proviso", proviso)]);
        }
        let opinions = dom.text("p", "opinions", self.word(Word::ViewOpinions));
        append(&answer, &[&opinions]);
        answer
    }

    /// The next step on the clock.
    pub(super) fn next(&self, card: &Guidance<'_>, moment: &Visit) -> String {
        let Some(most) = card.fine_from.most.map(minutes) else {
            return self.word(Word::ViewNextNone).to_owned();
        };
        let when = moment.when(most, self.locale);
        let elapsed = moment.elapsed.minutes();
        match most.0.checked_sub(elapsed.0) {
            None | Some(0) => fill(self.word(Word::ViewNextSince), &[("when", &when)]),
            Some(left) => fill(
                self.word(Word::ViewNextFrom),
                &[("when", &when), ("span", &span(self.words, Minutes(left)))],
            ),
        }
    }

    /// One panel: its tally as a bar with labels, and its times.
    pub(super) fn panel(&self, panel: &PanelGuidance<'_>, moment: &Visit) -> Element {
        let dom = self.dom;
        let section = dom.element("section", "panel");
        set(&section, "part", "panel");
        let tally = panel.tally;
        let status = status_words(self.words, panel.status);
        append(
            &section,
            &[
                &dom.text("h3", "", panel.name),
                &dom.text("p", "panel-status", status),
            ],
        );
        let label = fill(
            self.word(Word::ViewTallyLabel),
            &[
                ("fine", &digits(tally.fine)),
                ("silent", &digits(tally.silent)),
                ("wait", &digits(tally.wait)),
            ],
        );
        append(&section, &[&self.bar(tally, &label), &self.legend(tally)]);
        if tally.untimed > 0 {
            let text = fill(
                self.word(Word::ViewTallyUntimed),
                &[("n", &digits(tally.untimed))],
            );
            append(&section, &[&dom.text("p", "note", &text)]);
        }
        if !panel.stable {
            append(
                &section,
                &[&dom.text("p", "note", self.word(Word::ViewUnstable))],
            );
        }
        if panel.basis == Basis::Class {
            append(
                &section,
                &[&dom.text("p", "note", self.word(Word::ViewAnyProduct))],
            );
        }
        if panel.status != Status::NotEnough {
            append(&section, &[&self.times(panel, moment)]);
        }
        section
    }

    /// One mark for each timed answer, told apart by shape and colour.
    fn bar(&self, tally: Tally, label: &str) -> Element {
        let bar = self.dom.element("div", "bar");
        set(&bar, "role", "img");
        set(&bar, "aria-label", label);
        for (stance, number) in [
            (Stance::Fine, tally.fine),
            (Stance::Silent, tally.silent),
            (Stance::Wait, tally.wait),
        ] {
            for _ in 0..number {
                append(&bar, &[&self.dom.element("span", mark(stance))]);
            }
        }
        bar
    }

    /// What the marks mean; the bar's label says the same to a screen reader.
    fn legend(&self, tally: Tally) -> Element {
        let dom = self.dom;
        let legend = dom.element("p", "legend");
        set(&legend, "aria-hidden", "true");
        for (stance, number) in [
            (Stance::Fine, tally.fine),
            (Stance::Silent, tally.silent),
            (Stance::Wait, tally.wait),
        ] {
            let entry = dom.element("span", "entry");
            let text = [&digits(number), " ", self.word(stance_word(stance))].concat();
            append(
                &entry,
                &[
                    &dom.element("span", mark(stance)),
                    &dom.text("span", "", &text),
                ],
            );
            append(&legend, &[&entry]);
        }
        legend
    }

    fn times(&self, panel: &PanelGuidance<'_>, moment: &Visit) -> Element {
        let dom = self.dom;
        let list = dom.element("dl", "times");
        let row = |name: Word, value: &str| {
            let row = dom.element("div", "row");
            append(
                &row,
                &[
                    &dom.text("dt", "", self.word(name)),
                    &dom.text("dd", "", value),
                ],
            );
            append(&list, &[&row])
        };
        let fine_from = panel.fine_from;
        for (name, hours) in [
            (Word::ViewFromFirst, fine_from.first),
            (Word::ViewFromMost, fine_from.most),
            (Word::ViewFromAll, fine_from.all),
        ] {
            let value = match hours.map(minutes) {
                None => self.word(Word::ViewNever).to_owned(),
                Some(Minutes(0)) => self.word(Word::ViewAtOnce).to_owned(),
                Some(at) => {
                    let after = fill(
                        self.word(Word::ViewAfter),
                        &[("span", &span(self.words, at))],
                    );
                    [&after, " (", &moment.when(at, self.locale), ")"].concat()
                }
            };
            row(name, &value);
        }
        if let Some(longest) = panel.longest {
            let value = fill(
                self.word(Word::ViewLongestValue),
                &[
                    ("span", &span(self.words, minutes(longest.hours))),
                    ("n", &digits(longest.answers)),
                    ("timed", &digits(panel.tally.timed())),
                ],
            );
            row(Word::ViewLongest, &value);
        }
        list
    }

    /// A sentence where two panels that have enough answers are more than one
    /// status apart.
    pub(super) fn differ(&self, card: &Guidance<'_>) -> Option<Element> {
        let voting = || {
            card.panels
                .iter()
                .filter(|panel| panel.status != Status::NotEnough)
        };
        let steps = |panel: &PanelGuidance<'_>| panel.status as u32;
        let most = voting().map(steps).max().unwrap_or_default();
        let least = voting().map(steps).min().unwrap_or_default();
        if most - least < 2 {
            return None;
        }
        let views: Vec<String> = voting()
            .map(|panel| {
                let status = status_words(self.words, panel.status);
                fill(
                    self.word(Word::CardHeadline),
                    &[("panel", panel.name), ("status", status)],
                )
            })
            .collect();
        let text = fill(self.word(Word::ViewDiffer), &[("views", &views.join("; "))]);
        Some(self.dom.text("p", "differ", &text))
    }

    /// The other activities side by side: from when most say fine.
    pub(super) fn what_else(&self, cards: &[Guidance<'_>], moment: &Visit) -> Element {
        let dom = self.dom;
        let section = dom.element("section", "what-else");
        let list = dom.element("dl", "times");
        append(
            &section,
            &[&dom.text("h3", "", self.word(Word::ViewWhatElse)), &list],
        );
        for card in cards {
            let (word, when, after) = match card.fine_from.most.map(minutes) {
                None => (Word::ViewElseFew, String::new(), String::new()),
                Some(Minutes(0)) => (Word::ViewElseAtOnce, String::new(), String::new()),
                Some(at) => (
                    Word::ViewElseValue,
                    moment.when(at, self.locale),
                    span(self.words, at),
                ),
            };
            let (answers, basis) = counted(self.words, card);
            let value = fill(
                self.word(word),
                &[
                    ("answers", &answers),
                    ("basis", basis),
                    ("when", &when),
                    ("span", &after),
                ],
            );
            let row = dom.element("div", "row");
            append(
                &row,
                &[
                    &dom.text("dt", "", card.activity.name),
                    &dom.text("dd", "", &value),
                ],
            );
            append(&list, &[&row]);
        }
        section
    }

    /// What the answers claim about the result; nothing where none claims a thing.
    pub(super) fn claims(&self, card: &Guidance<'_>) -> Option<Element> {
        let section = self.dom.element("section", "claims");
        let texts: Vec<&str> = card
            .claims
            .iter()
            .filter(|claim| claim.no > 0 || claim.may > 0)
            .map(|claim| claim.text.as_str())
            .collect();
        if texts.is_empty() {
            return None;
        }
        append(
            &section,
            &[
                &self.dom.text("h3", "", self.word(Word::ViewClaims)),
                &self.dom.list("", &texts),
            ],
        );
        Some(section)
    }

    /// Who says what, in the data's order.
    pub(super) fn voices(&self, answers: &[AnswerStance<'_>], details: &[Detail]) -> Element {
        let list = self.dom.element("ul", "voices");
        for answer in answers {
            if let Some(detail) = details.iter().find(|detail| detail.id() == answer.id) {
                append(&list, &[&self.voice(answer, detail)]);
            }
        }
        list
    }

    fn voice(&self, answer: &AnswerStance<'_>, detail: &Detail) -> Element {
        let dom = self.dom;
        let item = dom.element("li", "voice");
        let stance = dom.element("p", "stance");
        append(
            &stance,
            &[
                &dom.element("span", mark(answer.stance)),
                &dom.text("span", "", self.word(stance_word(answer.stance))),
            ],
        );
        let who = match (detail.specialty(), detail.place()) {
            (Some(specialty), Some(place)) => [specialty, place].join(", "),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => detail.kind(),
        };
        append(
            &item,
            &[
                &dom.text("h4", "who", &who),
                &stance,
                &dom.text("p", "", &detail.summary()),
                &dom.text("p", "note", &self.position(answer)),
                &self.reference(&detail.source()),
            ],
        );
        item
    }

    fn position(&self, answer: &AnswerStance<'_>) -> String {
        let (Some(no_until), Some(yes_from)) = (answer.no_until, answer.yes_from) else {
            return self.word(Word::ViewAnswerUntimed).to_owned();
        };
        let (no_until, yes_from) = (minutes(no_until), minutes(yes_from));
        let from = span(self.words, no_until);
        let until = span(self.words, yes_from);
        let template = match (no_until, yes_from) {
            (_, Minutes(0)) => Word::ViewAnswerFine,
            (Minutes(0), _) => Word::ViewAnswerFrom,
            _ if no_until == yes_from => Word::ViewAnswerWait,
            _ => Word::ViewAnswerRange,
        };
        fill(self.word(template), &[("from", &from), ("span", &until)])
    }

    fn reference(&self, source: &Reference) -> Element {
        let dom = self.dom;
        let line = dom.element("p", "reference");
        let title = match source.address() {
            None => dom.text("cite", "", &source.title()),
            Some(address) => {
                let link = dom.text("a", "", &source.title());
                set(&link, "href", &address);
                set(&link, "target", "_blank");
                set(&link, "rel", "noreferrer noopener");
                link
            }
        };
        append(&line, &[&title]);
        if let Some(number) = source.number() {
            let text = fill(self.word(Word::ViewAnswerNumber), &[("n", &digits(number))]);
            append(&line, &[&dom.text("span", "", &[", ", &text].concat())]);
        }
        line
    }

    /// When to get help: two levels, on every card.
    pub(super) fn help(&self) -> Element {
        let dom = self.dom;
        let section = dom.element("section", "help");
        set(&section, "part", "help");
        append(&section, &[&dom.text("h2", "", self.word(Word::ViewHelp))]);
        let number = self.word(Word::ViewEmergencyNumber);
        let emergency = fill(self.word(Word::ViewEmergency), &[("number", number)]);
        for (class, title, list, after) in [
            (
                "care emergency",
                emergency.as_str(),
                ListWord::RedFlagsEmergency,
                None,
            ),
            (
                "care soon",
                self.word(Word::ViewSoon),
                ListWord::RedFlagsSoon,
                Some(self.word(Word::ViewNoDriving)),
            ),
        ] {
            let care = dom.element("div", class);
            append(
                &care,
                &[
                    &dom.text("h3", "", title),
                    &dom.list("", self.words.list(list)),
                ],
            );
            if let Some(after) = after {
                append(&care, &[&dom.text("p", "", after)]);
            }
            append(&section, &[&care]);
        }
        section
    }
}

/// Hours of a card are whole minutes, so this gives back the very minute.
fn minutes(hours: crate::Hours) -> Minutes {
    crate::Elapsed::from_hours(hours.get()).map_or(Minutes(0), crate::Elapsed::minutes)
}

fn mark(stance: Stance) -> &'static str {
    match stance {
        Stance::Fine => "mark fine",
        Stance::Wait => "mark wait",
        Stance::Silent => "mark silent",
        Stance::Untimed => "mark untimed",
    }
}

fn stance_word(stance: Stance) -> Word {
    match stance {
        Stance::Fine => Word::StanceFine,
        Stance::Wait => Word::StanceWait,
        Stance::Silent => Word::StanceSilent,
        Stance::Untimed => Word::StanceUntimed,
    }
}

/// A shape of its own for each direction, so that colour is never alone.
fn icon(dom: &Dom, status: Status) -> Element {
    let path = match status {
        Status::Fine | Status::MostlyFine => "M5 12.5l4.5 4.5L19 7.5",
        Status::Divided => "M6 9h12M6 15h12",
        Status::MostlyWait | Status::Wait => "M12 6v6l4 2.5",
        Status::NotEnough => "M9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5v.01",
    };
    dom.icon(path)
}
