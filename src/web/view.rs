//! What does the visitor see, and when does it change?

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Date, Function};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Window};

use super::card::{CardView, Detail, title};
use super::dom::{Dom, append, set_text, show};
use super::form::{Form, Question};
use crate::query::language;
use crate::words::{Word, Words, digits, fill};
use crate::{
    CORPUS, Guidance, GuidanceError, Options, STALE_AFTER_MONTHS, catalog, guidance, is_stale,
};

const MINUTE: u32 = 60_000;

/// A view in an element of the page, until it is unmounted.
#[wasm_bindgen(skip_typescript)]
pub struct View {
    inner: Rc<Inner>,
}

struct Inner {
    root: Node,
    window: Window,
    dom: Dom,
    words: Words<'static>,
    locale: String,
    form: Form,
    ask: Element,
    card: Element,
    body: Element,
    next: Element,
    voices: Element,
    voices_body: Element,
    announcement: Element,
    /// Asks the page for the details; it answers by [`View::details`].
    load: Function,
    details: RefCell<Details>,
    shown: RefCell<Option<Shown>>,
    timer: Cell<Option<i32>>,
    listener: RefCell<Option<Closure<dyn FnMut()>>>,
}

enum Details {
    NotAsked,
    Asked,
    Failed,
    Loaded(Vec<Detail>),
}

/// What decides everything that is drawn but the countdown.
#[derive(PartialEq)]
struct Shown {
    treatment: String,
    activity: String,
    /// The moment of the treatment, by which the clock times go.
    treated: String,
    summary: String,
    next_change: Option<f64>,
    answers: String,
}

#[wasm_bindgen]
impl View {
    /// Draws into `root`, which is empty. `load` is called without arguments
    /// when the reader asks who says what.
    pub fn mount(root: Node, lang: Option<String>, load: Function) -> Result<View, JsValue> {
        let inner = Inner::new(root, lang.as_deref(), load)?;
        inner.update()?;
        Ok(View { inner })
    }

    /// The entries of the details file, or `null` where it could not be loaded.
    pub fn details(&self, entries: Option<Array>) -> Result<(), JsValue> {
        *self.inner.details.borrow_mut() = match entries {
            None => Details::Failed,
            Some(entries) => Details::Loaded(entries.iter().map(JsCast::unchecked_into).collect()),
        };
        *self.inner.shown.borrow_mut() = None;
        self.inner.update()
    }

    /// Leaves nothing running and nothing drawn.
    pub fn unmount(self) {
        self.inner.stop();
        self.inner.listen(None);
        while let Some(child) = self.inner.root.first_child() {
            if self.inner.root.remove_child(&child).is_err() {
                break;
            }
        }
    }
}

impl Inner {
    fn new(root: Node, lang: Option<&str>, load: Function) -> Result<Rc<Self>, JsValue> {
        let window = web_sys::window().ok_or("no window: the view needs a browser")?;
        let document = root.owner_document().ok_or("the root is in no document")?;
        let dom = Dom::new(document);
        let words = language(&CORPUS, lang).map_err(said)?;
        let options = Options {
            lang: Some(words.id),
            ..Options::default()
        };
        let form = Form::new(&dom, &words, &catalog(&CORPUS, &options).map_err(said)?)?;

        let ask = dom.text("p", "hint", words.plain(Word::ViewAsk))?;
        let card = dom.element("section", "card")?;
        card.set_attribute("part", "card")?;
        let body = dom.element("div", "body")?;
        let next = dom.element("p", "next")?;
        let voices = dom.element("details", "who-says-what")?;
        let voices_body = dom.element("div", "")?;
        let summary = dom.text("summary", "", words.plain(Word::ViewAnswers))?;
        append(&voices, &[&summary, &voices_body])?;
        let announcement = dom.element("p", "unseen")?;
        announcement.set_attribute("role", "status")?;
        let view = CardView {
            dom: &dom,
            words: &words,
            locale: "",
        };
        let help = view.help()?;
        let notice = dom.text("p", "notice", words.plain(Word::CardNotice))?;
        let corpus = fill(
            words.plain(Word::ViewCorpus),
            &[("version", CORPUS.version), ("updated", CORPUS.updated)],
        );
        let corpus = dom.text("p", "note corpus", &corpus)?;
        append(&card, &[&body])?;
        let now = Date::new_0();
        if is_stale(CORPUS.updated, now.get_full_year(), now.get_month() + 1) {
            let months = digits(STALE_AFTER_MONTHS);
            let text = fill(
                words.plain(Word::ViewStale),
                &[("updated", CORPUS.updated), ("n", &months)],
            );
            append(&card, &[&dom.text("p", "stale", &text)?])?;
        }
        append(&card, &[&voices])?;
        for child in [
            &form.root,
            &ask,
            &card,
            &help,
            &notice,
            &corpus,
            &announcement,
        ] {
            root.append_child(child)?;
        }

        let locale = locale(&window, words.id);
        let inner = Rc::new(Self {
            root,
            window,
            dom,
            words,
            locale,
            form,
            ask,
            card,
            body,
            next,
            voices,
            voices_body,
            announcement,
            load,
            details: RefCell::new(Details::NotAsked),
            shown: RefCell::new(None),
            timer: Cell::new(None),
            listener: RefCell::new(None),
        });
        inner.listen(Some(Self::listener(&Rc::downgrade(&inner))));
        Ok(inner)
    }

    /// One listener for every control and for the timer: what it does is to
    /// look at everything again.
    fn listener(inner: &Weak<Self>) -> Closure<dyn FnMut()> {
        let inner = inner.clone();
        Closure::new(move || {
            if let Some(inner) = inner.upgrade()
                && let Err(error) = inner.update()
            {
                // Nothing of ours may be thrown into the page's event loop; the
                // reader sees it instead.
                inner.fail(&error);
            }
        })
    }

    fn listen(&self, listener: Option<Closure<dyn FnMut()>>) {
        let old = self.listener.replace(listener);
        let new = self.listener.borrow();
        // Every browser sends both for a choice in a list, but not every tool
        // that helps a person to make one.
        let heard: [(&Element, &str); 3] = [
            (&self.form.root, "input"),
            (&self.form.root, "change"),
            (&self.voices, "toggle"),
        ];
        for (element, event) in heard {
            // Adding a function to an element of our own cannot fail.
            if let Some(old) = &old {
                let function = old.as_ref().unchecked_ref();
                let _ = element.remove_event_listener_with_callback(event, function);
            }
            if let Some(new) = &*new {
                let function = new.as_ref().unchecked_ref();
                let _ = element.add_event_listener_with_callback(event, function);
            }
        }
    }

    fn stop(&self) {
        if let Some(timer) = self.timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
    }

    fn update(&self) -> Result<(), JsValue> {
        self.stop();
        let now = Date::now();
        let question = self.form.read(&self.words, now)?;
        show(&self.ask, question.is_none())?;
        show(&self.card, question.is_some())?;
        match question {
            Some(question) => self.answer(&question),
            None => {
                *self.shown.borrow_mut() = None;
                set_text(&self.announcement, "");
                Ok(())
            }
        }
    }

    fn answer(&self, question: &Question) -> Result<(), JsValue> {
        let moment = &question.moment;
        let options = Options {
            activity: Some(&question.activity),
            treated_at: moment.treated_at,
            lang: Some(self.words.id),
            ..Options::default()
        };
        let card =
            guidance(&CORPUS, &question.treatment, moment.elapsed, &options).map_err(said)?;
        let view = CardView {
            dom: &self.dom,
            words: &self.words,
            locale: &self.locale,
        };

        if self.voices.has_attribute("open")
            && matches!(*self.details.borrow(), Details::NotAsked | Details::Failed)
        {
            *self.details.borrow_mut() = Details::Asked;
            self.load.call0(&JsValue::NULL)?;
        }
        let shown = self.shown(question, &card)?;
        let same = self.shown.borrow().as_ref() == Some(&shown);
        set_text(&self.next, &view.next(&card, moment)?);
        if !same {
            self.draw(&view, &card, question)?;
            *self.shown.borrow_mut() = Some(shown);
        }
        let title = self.words.plain(title(card.status));
        set_text(&self.announcement, &[title, ". ", &card.summary].concat());
        self.wait(moment.elapsed.minutes())
    }

    fn shown(&self, question: &Question, card: &Guidance<'_>) -> Result<Shown, JsValue> {
        let answers = match &*self.details.borrow() {
            Details::NotAsked => "not asked",
            Details::Asked => "asked",
            Details::Failed => "failed",
            Details::Loaded(_) => "loaded",
        };
        Ok(Shown {
            treatment: question.treatment.clone(),
            activity: question.activity.clone(),
            treated: question.moment.when(crate::Minutes(0), &self.locale)?,
            summary: card.summary.clone(),
            next_change: card.next_change.map(|next| next.hours.get()),
            answers: answers.to_owned(),
        })
    }

    fn draw(
        &self,
        view: &CardView<'_>,
        card: &Guidance<'_>,
        question: &Question,
    ) -> Result<(), JsValue> {
        self.card
            .set_attribute("data-status", card.status.as_str())?;
        self.body.set_text_content(None);
        let clock = match card.treated_at {
            Some(_) => Word::ViewClockKnown,
            None => Word::ViewClockUnknown,
        };
        append(&self.body, &[&view.answer(card, &self.next)?])?;
        if let Some(differ) = view.differ(card)? {
            append(&self.body, &[&differ])?;
        }
        for panel in &card.panels {
            append(&self.body, &[&view.panel(panel, &question.moment)?])?;
        }
        let clock = self.dom.text("p", "note", self.words.plain(clock))?;
        let others = self.others(question, card)?;
        let others = view.what_else(&others, &question.moment)?;
        append(&self.body, &[&clock, &others, &view.claims(card)?])?;

        self.voices_body.set_text_content(None);
        match &*self.details.borrow() {
            Details::NotAsked => Ok(()),
            Details::Asked => self.say(Word::ViewAnswersLoading),
            Details::Failed => self.say(Word::ViewAnswersFailed),
            Details::Loaded(details) => {
                append(&self.voices_body, &[&view.voices(&card.answers, details)?])
            }
        }
    }

    /// The cards of the other activities at the same moment.
    fn others(
        &self,
        question: &Question,
        card: &Guidance<'_>,
    ) -> Result<Vec<Guidance<'static>>, JsValue> {
        let ids = CORPUS
            .activities
            .iter()
            .filter(|id| **id != card.activity.id);
        ids.map(|id| {
            let options = Options {
                activity: Some(id),
                treated_at: question.moment.treated_at,
                lang: Some(self.words.id),
                ..Options::default()
            };
            guidance(
                &CORPUS,
                &question.treatment,
                question.moment.elapsed,
                &options,
            )
            .map_err(said)
        })
        .collect()
    }

    fn say(&self, word: Word) -> Result<(), JsValue> {
        let text = self.dom.text("p", "note", self.words.plain(word))?;
        append(&self.voices_body, &[&text])
    }

    /// Looks again when the next minute since the treatment is full.
    fn wait(&self, elapsed: crate::Minutes) -> Result<(), JsValue> {
        // After a hundred days nothing on the card counts minutes any more.
        if elapsed.0 > 100 * 24 * 60 {
            return Ok(());
        }
        let listener = self.listener.borrow();
        if let Some(listener) = &*listener {
            let function = listener.as_ref().unchecked_ref();
            // In whole numbers, since a remainder of floats costs the phone a
            // kilobyte of code.
            let past = Date::now() as u64 % u64::from(MINUTE);
            let rest = i32::try_from(u64::from(MINUTE) - past).unwrap_or_default();
            let timer = self
                .window
                .set_timeout_with_callback_and_timeout_and_arguments_0(function, rest + 20)?;
            self.timer.set(Some(timer));
        }
        Ok(())
    }

    fn fail(&self, error: &JsValue) {
        let message = error.as_string().unwrap_or_default();
        let text = fill(self.words.plain(Word::ViewFailed), &[("message", &message)]);
        set_text(&self.ask, &text);
        let _ = show(&self.ask, true);
        let _ = show(&self.card, false);
    }
}

fn said(error: GuidanceError) -> JsValue {
    JsValue::from_str(error.message())
}

/// The visitor's own locale where it is one of the page's language (its clock
/// may have 12 hours or 24), else the language.
fn locale(window: &Window, language: &str) -> String {
    let own = window.navigator().language().unwrap_or_default();
    match own.split('-').next() {
        Some(same) if same == language => own,
        _ => language.to_owned(),
    }
}
