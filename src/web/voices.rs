//! Who says what? The list of answers behind the counts.

use wasm_bindgen::prelude::wasm_bindgen;

use super::card::{CardView, mark, minutes, stance_word};
use super::draw::Pen;
use super::moment::span;
use crate::words::{Word, digits, fill};
use crate::{AnswerStance, Minutes, Names, SourcesAt};

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

impl CardView<'_> {
    /// Who says what, in the data's order.
    pub(super) fn voices(&self, pen: &mut Pen, answers: &[AnswerStance<'_>], details: &[Detail]) {
        pen.open("ul", "voices");
        for answer in answers {
            let found = details
                .iter()
                .zip(1..)
                .find(|(detail, _)| detail.id() == answer.id);
            if let Some((detail, place)) = found {
                self.voice(pen, answer, detail, place);
            }
        }
        pen.close();
    }

    fn voice(&self, pen: &mut Pen, answer: &AnswerStance<'_>, detail: &Detail, place: u32) {
        let who = match (detail.specialty(), detail.place()) {
            (Some(specialty), Some(place)) => [specialty, place].join(", "),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => detail.kind(),
        };
        pen.open("li", "voice");
        pen.text("h4", "who", &who);
        pen.open("p", "stance");
        pen.leaf("span", mark(answer.stance));
        pen.text("span", "", self.word(stance_word(answer.stance)));
        pen.close();
        pen.text("p", "", &detail.summary());
        pen.text("p", "note", &self.position(answer));
        self.reference(pen, answer.id, &detail.source(), place);
        pen.close();
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

    /// Where it can be read: its own page, or the page of sources, since an
    /// address mostly holds a brand.
    fn reference(&self, pen: &mut Pen, id: &str, source: &Reference, place: u32) {
        pen.open("p", "reference");
        if self.settings.sources == SourcesAt::Page || self.settings.names != Names::Brand {
            let address = [self.sources, "#", id].concat();
            let text = fill(self.word(Word::ViewSource), &[("n", &digits(place))]);
            pen.link("", &address, &text);
        } else {
            match source.address() {
                None => {
                    pen.text("cite", "", &source.title());
                }
                Some(address) => pen.link("", &address, &source.title()),
            }
            if let Some(number) = source.number() {
                let text = fill(self.word(Word::ViewAnswerNumber), &[("n", &digits(number))]);
                pen.text("span", "", &[", ", &text].concat());
            }
        }
        pen.close();
    }
}
