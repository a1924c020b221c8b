//! What does the visitor see, and when does it change?

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Date, Function};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use web_sys::{Element, EventTarget, Node, Window};

use super::card::{CardView, Detail};
use super::dom::{Dom, append, set, set_text, show};
use super::form::{Form, Question};
use super::moment::{span, today};
use crate::query::language;
use crate::words::{Word, Words, digits, fill};
use crate::{
    CORPUS, Elapsed, Guidance, GuidanceError, Minutes, Options, STALE_AFTER_MONTHS, Stance,
    TreatedAt, catalog, guidance, headline, is_stale,
};

const MINUTE: u32 = 60_000;

/// So many milliseconds an answer stands before it is read out.
const PAUSE: f64 = 700.0;

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
    asked: Element,
    next: Element,
    voices: Element,
    voices_body: Element,
    voices_open: Cell<bool>,
    announcement: Element,
    /// Asks the page for the details; it answers by [`View::details`].
    load: Function,
    details: RefCell<Details>,
    shown: RefCell<Option<Shown>>,
    /// Which answers are drawn, and with which stance.
    drawn_voices: RefCell<String>,
    /// What is to be read out, and since when it stands.
    pending: RefCell<(String, f64)>,
    timer: Cell<Option<i32>>,
    listener: RefCell<Option<Closure<dyn FnMut()>>>,
}

enum Details {
    NotAsked,
    Asked,
    Failed,
    Loaded(Vec<Detail>),
}

/// What decides everything that is drawn but the countdown and the answers.
#[derive(PartialEq)]
struct Shown {
    treatment: String,
    activity: String,
    /// When the treatment was, by which the clock times go.
    treated: String,
    /// The day of the visit: times in another week have their date with them.
    today: String,
    /// How "the next day" is read.
    treated_at: TreatedAt,
    summary: String,
    next_change: Option<f64>,
}

impl Shown {
    fn new(question: &Question, card: &Guidance<'_>, treated: String) -> Self {
        Self {
            treatment: question.treatment.clone(),
            activity: question.activity.clone(),
            treated,
            today: today(),
            treated_at: question.moment.treated_at,
            summary: card.summary.clone(),
            next_change: card.next_change.map(|next| next.hours.get()),
        }
    }
}

#[wasm_bindgen]
impl View {
    /// Draws into `root`, which is empty. `load` is called without arguments
    /// when the reader asks who says what.
    pub fn mount(root: Node, lang: Option<String>, load: Function) -> Result<View, JsValue> {
        let inner = Inner::new(root, lang.as_deref(), load)?;
        inner.update();
        Ok(View { inner })
    }

    /// The entries of the details file, or `null` where it could not be loaded.
    pub fn details(&self, entries: Option<Array>) {
        *self.inner.details.borrow_mut() = match entries {
            None => Details::Failed,
            Some(entries) => Details::Loaded(entries.iter().map(JsCast::unchecked_into).collect()),
        };
        self.inner.update();
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
        let form = Form::new(&dom, &words, &catalog(&CORPUS, &options).map_err(said)?);

        let ask = dom.text("p", "hint", words.plain(Word::ViewAsk));
        let card = dom.element("section", "card");
        set(&card, "part", "card");
        let body = dom.element("div", "body");
        let asked = dom.element("p", "asked");
        let next = dom.element("p", "next");
        let voices = dom.element("details", "who-says-what");
        let voices_body = dom.element("div", "");
        let summary = dom.element("summary", "");
        append(
            &summary,
            &[&dom.text("h3", "", words.plain(Word::ViewAnswers))],
        );
        append(&voices, &[&summary, &voices_body]);
        let announcement = dom.element("p", "unseen");
        set(&announcement, "role", "status");
        let view = CardView {
            dom: &dom,
            words: &words,
            locale: "",
        };
        let help = view.help();
        let notice = dom.text("p", "notice", words.plain(Word::CardNotice));
        let corpus = fill(
            words.plain(Word::ViewCorpus),
            &[("version", CORPUS.version), ("updated", CORPUS.updated)],
        );
        let corpus = dom.text("p", "note corpus", &corpus);
        append(&card, &[&body]);
        let now = Date::new_0();
        if is_stale(CORPUS.updated, now.get_full_year(), now.get_month() + 1) {
            let months = digits(STALE_AFTER_MONTHS);
            let text = fill(
                words.plain(Word::ViewStale),
                &[("updated", CORPUS.updated), ("n", &months)],
            );
            append(&card, &[&dom.text("p", "stale", &text)]);
        }
        append(&card, &[&voices]);
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
            asked,
            next,
            voices,
            voices_body,
            voices_open: Cell::new(false),
            announcement,
            load,
            details: RefCell::new(Details::NotAsked),
            shown: RefCell::new(None),
            drawn_voices: RefCell::default(),
            pending: RefCell::default(),
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
            if let Some(inner) = inner.upgrade() {
                inner.update();
            }
        })
    }

    fn listen(&self, listener: Option<Closure<dyn FnMut()>>) {
        let old = self.listener.replace(listener);
        let new = self.listener.borrow();
        // Every browser sends both for a choice in a list, but not every tool
        // that helps a person to make one.
        let document = self.root.owner_document();
        let mut heard: Vec<(&EventTarget, &str)> = vec![
            (&self.form.root, "input"),
            (&self.form.root, "change"),
            (&self.voices, "toggle"),
        ];
        // A device may have slept since the last look.
        if let Some(document) = &document {
            heard.push((document, "visibilitychange"));
        }
        for (target, event) in heard {
            // Adding a function cannot fail.
            if let Some(old) = &old {
                let function = old.as_ref().unchecked_ref();
                let _ = target.remove_event_listener_with_callback(event, function);
            }
            if let Some(new) = &*new {
                let function = new.as_ref().unchecked_ref();
                let _ = target.add_event_listener_with_callback(event, function);
            }
        }
    }

    fn stop(&self) {
        if let Some(timer) = self.timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
    }

    fn update(&self) {
        self.stop();
        let now = Date::now();
        let question = self.form.read(&self.words, now);
        show(&self.ask, question.is_none());
        show(&self.card, question.is_some());
        match question {
            Some(question) => self.answer(&question),
            None => {
                *self.shown.borrow_mut() = None;
                self.pending.replace(Default::default());
                set_text(&self.announcement, "");
            }
        }
    }

    fn answer(&self, question: &Question) {
        let moment = &question.moment;
        let options = Options {
            activity: Some(&question.activity),
            treated_at: moment.treated_at,
            lang: Some(self.words.id),
            ..Options::default()
        };
        let card = match guidance(&CORPUS, &question.treatment, moment.elapsed, &options) {
            Ok(card) => card,
            Err(error) => return self.fail(&error),
        };
        let view = CardView {
            dom: &self.dom,
            words: &self.words,
            locale: &self.locale,
        };

        // A list that could not be loaded is asked for again when the reader
        // opens it again, not before.
        let open = self.voices.has_attribute("open");
        let was_open = self.voices_open.replace(open);
        let opened = open && !was_open;
        let missing = matches!(*self.details.borrow(), Details::NotAsked | Details::Failed);
        if opened && missing {
            self.details.replace(Details::Asked);
            // What goes wrong in there comes back as details that failed.
            let _ = self.load.call0(&JsValue::NULL);
        }
        let shown = Shown::new(question, &card, moment.when(Minutes(0), &self.locale));
        set_text(&self.next, &view.next(&card, moment));
        let elapsed = span(&self.words, moment.elapsed.minutes());
        let asked = [("treatment", card.treatment.name), ("span", &elapsed)];
        set_text(
            &self.asked,
            &fill(self.words.plain(Word::ViewAsked), &asked),
        );
        if self.shown.borrow().as_ref() != Some(&shown) {
            self.draw(&view, &card, question);
            self.shown.replace(Some(shown));
        }
        self.draw_voices(&view, &card);
        let title = headline(&self.words, &card);
        let parts = [card.treatment.name, ". ", &title, ". ", &card.summary];
        self.announce(parts.concat());
    }

    fn draw(&self, view: &CardView<'_>, card: &Guidance<'_>, question: &Question) {
        set(&self.card, "data-status", card.status.as_str());
        self.body.set_text_content(None);
        let clock = match card.treated_at {
            Some(_) => Word::ViewClockKnown,
            None => Word::ViewClockUnknown,
        };
        append(&self.body, &[&view.answer(card, &self.asked, &self.next)]);
        if let Some(differ) = view.differ(card) {
            append(&self.body, &[&differ]);
        }
        for panel in &card.panels {
            append(&self.body, &[&view.panel(panel, &question.moment)]);
        }
        let clock = self.dom.text("p", "note", self.words.plain(clock));
        let others = self.others(question, card);
        let others = view.what_else(&others, &question.moment);
        append(&self.body, &[&clock, &others]);
        if let Some(claims) = view.claims(card) {
            append(&self.body, &[&claims]);
        }
    }

    /// Draws the list of answers where it is another than before, since a
    /// reader may be at one of its links.
    fn draw_voices(&self, view: &CardView<'_>, card: &Guidance<'_>) {
        let details = self.details.borrow();
        let state = match &*details {
            Details::NotAsked => "0",
            Details::Asked => "1",
            Details::Failed => "2",
            Details::Loaded(_) => "3",
        };
        let mut drawn = state.to_owned();
        for answer in &card.answers {
            drawn.push_str(answer.id);
            drawn.push_str(match answer.stance {
                Stance::Fine => "+",
                Stance::Wait => "-",
                Stance::Silent => "?",
                Stance::Untimed => "!",
            });
            for hours in [answer.no_until, answer.yes_from].into_iter().flatten() {
                drawn.push_str(&digits(
                    Elapsed::from_hours(hours.get()).map_or(0, |at| at.minutes().0),
                ));
                drawn.push('/');
            }
        }
        if *self.drawn_voices.borrow() == drawn {
            return;
        }
        self.drawn_voices.replace(drawn);
        self.voices_body.set_text_content(None);
        match &*details {
            Details::NotAsked => {}
            Details::Asked => self.say(Word::ViewAnswersLoading),
            Details::Failed => self.say(Word::ViewAnswersFailed),
            Details::Loaded(details) => {
                append(&self.voices_body, &[&view.voices(&card.answers, details)]);
            }
        }
    }

    /// The cards of the other activities at the same moment.
    fn others(&self, question: &Question, card: &Guidance<'_>) -> Vec<Guidance<'static>> {
        let ids = CORPUS
            .activities
            .iter()
            .filter(|id| **id != card.activity.id);
        ids.filter_map(|id| {
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
            .ok()
        })
        .collect()
    }

    fn say(&self, word: Word) {
        let text = self.dom.text("p", "note", self.words.plain(word));
        append(&self.voices_body, &[&text])
    }

    /// Says an answer to a screen reader once it has stood for a moment, so that
    /// half a number or a date on its way is not read out; and looks again when
    /// the next minute is full.
    fn announce(&self, text: String) {
        let now = Date::now();
        let mut pending = self.pending.borrow_mut();
        if pending.0 != text {
            *pending = (text, now);
        }
        let stood = now - pending.1;
        if stood >= PAUSE || self.announcement.text_content().as_deref() == Some(&pending.0) {
            set_text(&self.announcement, &pending.0);
            self.wait();
        } else {
            self.look_again(PAUSE - stood);
        }
    }

    /// Looks again when the next minute is full.
    fn wait(&self) {
        // In whole numbers, since a remainder of floats costs the phone a
        // kilobyte of code.
        let past = Date::now() as u64 % u64::from(MINUTE);
        self.look_again((u64::from(MINUTE) - past) as f64);
    }

    fn look_again(&self, milliseconds: f64) {
        if let Some(listener) = &*self.listener.borrow() {
            let function = listener.as_ref().unchecked_ref();
            let timer = self
                .window
                .set_timeout_with_callback_and_timeout_and_arguments_0(
                    function,
                    milliseconds as i32 + 20,
                )
                .unwrap_throw();
            self.timer.set(Some(timer));
        }
    }

    /// Cannot happen while the form offers only what the corpus has; if it
    /// does, the reader sees it and not an old answer.
    fn fail(&self, error: &GuidanceError) {
        let values = [("message", error.message())];
        set_text(
            &self.ask,
            &fill(self.words.plain(Word::ViewFailed), &values),
        );
        show(&self.ask, true);
        show(&self.card, false);
    }
}

fn said(error: GuidanceError) -> JsValue {
    JsValue::from_str(error.message())
}

/// The visitor's own locale where it is the page's language in some country (its
/// clock may have 12 hours or 24), else the language. Anything stranger could
/// be refused by the browser's calendar.
fn locale(window: &Window, language: &str) -> String {
    let own = window.navigator().language().unwrap_or_default();
    match own.split_once('-') {
        Some((first, country))
            if first == language
                && country.len() == 2
                && country.bytes().all(|byte| byte.is_ascii_alphabetic()) =>
        {
            own
        }
        _ => language.to_owned(),
    }
}
