//! What does the visitor see, and when does it change?

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Date};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use web_sys::{Document, Element, Node};

use super::card::CardView;
use super::draw::{Pen, set, set_text, show};
use super::exports::{Given, plain};
use super::form::{Form, Question};
use super::host::Host;
use super::moment::{NoVisit, Visit, span, today};
use super::voices::Detail;
use super::{help, ticker};
use crate::query::language;
use crate::words::{Word, Words, digits, fill};
use crate::{
    CORPUS, ClinicView, Elapsed, ErrorCode, Guidance, GuidanceError, Minutes, Options,
    STALE_AFTER_MONTHS, Settings, Stance, TreatedAt, When, catalog, guidance, headline, is_stale,
};

const MINUTE: u32 = 60_000;

/// So many milliseconds an answer stands before it is read out.
const PAUSE: f64 = 700.0;

/// A view in an element of the page, until it is unmounted.
#[wasm_bindgen(skip_typescript)]
pub struct View {
    /// `None` where the attributes are wrong, which is all that is shown.
    inner: Option<Rc<Inner>>,
    container: Element,
}

/// What a view is made of.
pub(super) struct Inner {
    host: Host,
    given: Given,
    document: Document,
    words: Words<'static>,
    locale: String,
    sources: String,
    form: Option<Form>,
    hint: Element,
    card: Element,
    body: Element,
    rest: Element,
    asked: Element,
    next: Element,
    left: Element,
    voices: Element,
    voices_body: Element,
    voices_open: Cell<bool>,
    announcement: Element,
    details: RefCell<Details>,
    question: RefCell<Option<Question>>,
    shown: RefCell<Option<Shown>>,
    /// Which answers are drawn, and with which stance.
    drawn_voices: RefCell<String>,
    /// What is to be read out, and since when it stands.
    pending: RefCell<(String, f64)>,
    /// When it looks at the clock again, in milliseconds of the epoch.
    pub(super) due: Cell<f64>,
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
    activity: Option<String>,
    /// When the treatment was, by which the clock times go.
    treated: String,
    /// The day of the visit: times in another week have their date with them.
    today: String,
    treated_at: TreatedAt,
    clinic: Option<ClinicView>,
    summary: String,
    next_change: Option<f64>,
}

#[wasm_bindgen]
impl View {
    /// Draws at the end of `root`. Attributes come as `keys` and `values` of the
    /// same length; the language of the page around the element as `page-lang`.
    pub fn mount(
        root: Node,
        keys: Vec<String>,
        values: Vec<JsValue>,
        host: Host,
    ) -> Result<View, JsValue> {
        let given = Given::new(keys, &values);
        let document = root.owner_document().ok_or("the root is in no document")?;
        let mut pen = Pen::within(&document, &root);
        let container = pen.part("div", "root");
        let words = language(&CORPUS, given.get("page-lang"))
            .or_else(|_| language(&CORPUS, None))
            .map_err(said)?;
        let settings = Settings::parse(&CORPUS, given.all()).and_then(|settings| {
            let words = match settings.lang {
                None => words,
                lang => language(&CORPUS, lang)?,
            };
            Ok((settings, words))
        });
        let inner = match settings {
            Err(error) => {
                mark_language(&container, &words);
                let values = [("message", error.message())];
                let text = fill(words.plain(Word::ViewSetup), &values);
                set(&pen.part("p", "error"), "role", "alert");
                pen.say(&text);
                host.failed(error.code().as_str(), error.message());
                None
            }
            Ok((settings, words)) => {
                mark_language(&container, &words);
                Some(Inner::draw(&mut pen, &settings, words, &given, host)?)
            }
        };
        let inner = inner.map(|inner| {
            let inner = Rc::new(inner);
            inner.listen(Some(Inner::listener(&Rc::downgrade(&inner))));
            ticker::add(&inner);
            inner.update();
            ticker::schedule();
            inner
        });
        Ok(View { inner, container })
    }

    /// The card that is shown, if there is one.
    pub fn guidance(&self) -> Result<JsValue, JsValue> {
        let Some(inner) = &self.inner else {
            return Ok(JsValue::NULL);
        };
        let question = inner.question.borrow();
        let settings = inner.settings();
        match &*question {
            None => Ok(JsValue::NULL),
            Some(question) => plain(&inner.ask(&settings, question, None).map_err(said)?),
        }
    }

    /// The entries of the details file, or `null` where it could not be loaded.
    pub fn details(&self, entries: Option<Array>) {
        if let Some(inner) = &self.inner {
            *inner.details.borrow_mut() = match entries {
                None => Details::Failed,
                Some(entries) => {
                    Details::Loaded(entries.iter().map(JsCast::unchecked_into).collect())
                }
            };
            inner.update();
        }
    }

    /// Leaves nothing running and nothing drawn.
    pub fn unmount(self) {
        if let Some(inner) = &self.inner {
            inner.listen(None);
            ticker::remove(inner);
        }
        self.container.remove();
    }
}

impl Inner {
    fn settings(&self) -> Settings<'_> {
        // They were checked when the view was mounted.
        Settings::read(&CORPUS, self.given.all()).unwrap_or_default()
    }

    fn draw(
        pen: &mut Pen,
        settings: &Settings<'_>,
        words: Words<'static>,
        given: &Given,
        host: Host,
    ) -> Result<Self, JsValue> {
        let options = Options {
            lang: Some(words.id),
            names: settings.names,
            ..Options::default()
        };
        let catalog = catalog(&CORPUS, &options).map_err(said)?;
        let form = Form::draw(pen, &words, settings, &catalog);
        let hint = pen.text("p", "hint", words.plain(Word::ViewAsk));

        let card = pen.part("section", "card");
        let body = pen.leaf("div", "body");
        if settings.compact {
            pen.open("details", "more");
            pen.text("summary", "", words.plain(Word::ViewMore));
        }
        let rest = pen.leaf("div", "rest");
        let now = Date::new_0();
        if is_stale(CORPUS.updated, now.get_full_year(), now.get_month() + 1) {
            let months = digits(STALE_AFTER_MONTHS);
            let values = [("updated", CORPUS.updated), ("n", &months)];
            pen.text("p", "stale", &fill(words.plain(Word::ViewStale), &values));
        }
        let voices = pen.open("details", "who-says-what");
        pen.open("summary", "");
        pen.text("h3", "", words.plain(Word::ViewAnswers));
        pen.close();
        let voices_body = pen.leaf("div", "");
        pen.close();
        if settings.compact {
            pen.close();
        }
        pen.close();

        help::draw(pen, &words, settings);
        pen.text("p", "notice", words.plain(Word::CardNotice));
        let corpus = [("version", CORPUS.version), ("updated", CORPUS.updated)];
        let corpus = fill(words.plain(Word::ViewCorpus), &corpus);
        pen.text("p", "note corpus", &corpus);
        let announcement = pen.leaf("p", "unseen");
        set(&announcement, "role", "status");

        Ok(Self {
            sources: host.sources(),
            host,
            given: given.clone(),
            document: pen.document().clone(),
            words,
            locale: locale(words.id),
            form,
            hint,
            card,
            body,
            rest,
            asked: pen.loose("p", "asked"),
            next: pen.loose("p", "next"),
            left: pen.loose("p", "next"),
            voices,
            voices_body,
            voices_open: Cell::new(false),
            announcement,
            details: RefCell::new(Details::NotAsked),
            question: RefCell::new(None),
            shown: RefCell::new(None),
            drawn_voices: RefCell::default(),
            pending: RefCell::default(),
            due: Cell::new(f64::INFINITY),
            listener: RefCell::new(None),
        })
    }

    /// One listener for every control: what it does is to look at everything
    /// again.
    fn listener(inner: &Weak<Self>) -> Closure<dyn FnMut()> {
        let inner = inner.clone();
        Closure::new(move || {
            if let Some(inner) = inner.upgrade() {
                inner.update();
                ticker::schedule();
            }
        })
    }

    fn listen(&self, listener: Option<Closure<dyn FnMut()>>) {
        let old = self.listener.replace(listener);
        let new = self.listener.borrow();
        let mut heard: Vec<(&Element, &str)> = vec![(&self.voices, "toggle")];
        if let Some(form) = &self.form {
            // Every browser sends both for a choice in a list, but not every
            // tool that helps a person to make one.
            heard.push((&form.root, "input"));
            heard.push((&form.root, "change"));
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

    /// Looks at the form and the clock, and draws what has changed.
    pub(super) fn update(&self) {
        self.due.set(f64::INFINITY);
        let settings = self.settings();
        let now = Date::now();
        let known = match settings.when {
            When::Asked => None,
            When::Hours(elapsed) => Some(Ok(Visit::fixed(elapsed))),
            When::At(time) => Some(Visit::from_moment(time, now)),
        };
        if let Some(Err(NoVisit::Future)) = known {
            self.wait(now);
            return self.fail_for_now();
        }
        let known = known.and_then(Result::ok);
        let question = match &self.form {
            Some(form) => form.read(&self.words, &settings, known, now),
            None => known
                .zip(settings.treatment)
                .map(|(visit, treatment)| Question {
                    treatment: treatment.to_owned(),
                    activity: settings.activity.map(str::to_owned),
                    visit,
                }),
        };
        show(&self.hint, question.is_none());
        show(&self.card, question.is_some());
        match &question {
            Some(question) => self.answer(&settings, question, now),
            None => {
                *self.shown.borrow_mut() = None;
                self.pending.replace(Default::default());
                set_text(&self.hint, self.words.plain(Word::ViewAsk));
                set_text(&self.announcement, "");
            }
        }
        self.question.replace(question);
    }

    fn ask(
        &self,
        settings: &Settings<'_>,
        question: &Question,
        activity: Option<&str>,
    ) -> Result<Guidance<'static>, GuidanceError> {
        let options = Options {
            activity: activity.or(question.activity.as_deref()),
            treated_at: question.visit.treated_at,
            lang: Some(self.words.id),
            ..settings.options()
        };
        guidance(
            &CORPUS,
            &question.treatment,
            question.visit.elapsed,
            &options,
        )
    }

    fn answer(&self, settings: &Settings<'_>, question: &Question, now: f64) {
        let visit = &question.visit;
        let card = match self.ask(settings, question, None) {
            Ok(card) => card,
            Err(error) => return self.fail(&error),
        };
        let view = CardView {
            words: &self.words,
            settings,
            locale: &self.locale,
            sources: &self.sources,
        };

        // A list that could not be loaded is asked for again when the reader
        // opens it again, not before.
        let open = self.voices.has_attribute("open");
        let was_open = self.voices_open.replace(open);
        let opened = open && !was_open;
        let missing = matches!(*self.details.borrow(), Details::NotAsked | Details::Failed);
        if opened && missing {
            self.details.replace(Details::Asked);
            self.host.load();
        }
        let clinic = view.clinic(&card, visit);
        let shown = Shown {
            treatment: question.treatment.clone(),
            activity: question.activity.clone(),
            treated: visit.when(&self.words, Minutes(0), &self.locale),
            today: today(),
            treated_at: visit.treated_at,
            clinic,
            summary: card.summary.clone(),
            next_change: card.next_change.map(|next| next.hours.get()),
        };
        set_text(&self.next, &view.next(&card, visit));
        if let Some(clinic) = clinic {
            set_text(&self.left, &view.clinic_left(clinic, visit));
        }
        let elapsed = span(&self.words, visit.elapsed.minutes());
        let asked = [("treatment", card.treatment.name), ("span", &elapsed)];
        let asked = fill(self.words.plain(Word::ViewAsked), &asked);
        set_text(&self.asked, &asked);
        if self.shown.borrow().as_ref() != Some(&shown) {
            self.draw_card(settings, &view, &card, question, clinic);
            self.shown.replace(Some(shown));
        }
        self.draw_voices(&view, &card);
        let title = match clinic.filter(|clinic| clinic.waiting) {
            Some(clinic) => view.clinic_title(clinic),
            None => headline(&self.words, &card),
        };
        if visit.is_live() {
            self.wait(now);
        }
        let parts = [card.treatment.name, ". ", &title, " ", &card.summary];
        self.announce(parts.concat(), now);
        self.host.changed(
            card.status.as_str(),
            card.treatment.id,
            card.activity.id,
            clinic.is_some(),
            clinic.is_some_and(|clinic| clinic.waiting),
            clinic.is_some_and(|clinic| clinic.differs),
        );
    }

    fn draw_card(
        &self,
        settings: &Settings<'_>,
        view: &CardView<'_>,
        card: &Guidance<'_>,
        question: &Question,
        clinic: Option<ClinicView>,
    ) {
        let visit = &question.visit;
        self.body.set_text_content(None);
        let mut pen = Pen::within(&self.document, &self.body);
        match clinic.filter(|clinic| clinic.waiting) {
            Some(clinic) => {
                view.clinic_first(&mut pen, clinic, &self.asked, &self.left);
                view.consensus(&mut pen, card, &self.next);
            }
            None => {
                view.clinic_beside(&mut pen, card, clinic, &self.left);
                view.answer(&mut pen, card, &self.asked, &self.next);
            }
        }
        self.rest.set_text_content(None);
        let mut pen = Pen::within(&self.document, &self.rest);
        view.differ(&mut pen, card);
        for panel in &card.panels {
            view.panel(&mut pen, panel, visit);
        }
        let clock = match card.treated_at {
            Some(_) => Word::ViewClockKnown,
            None => Word::ViewClockUnknown,
        };
        pen.text("p", "note", self.words.plain(clock));
        view.what_else(&mut pen, &self.others(settings, question, card), visit);
        view.claims(&mut pen, card);
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
        let mut pen = Pen::within(&self.document, &self.voices_body);
        match &*details {
            Details::NotAsked => {}
            Details::Asked => pen.note(self.words.plain(Word::ViewAnswersLoading)),
            Details::Failed => pen.note(self.words.plain(Word::ViewAnswersFailed)),
            Details::Loaded(details) => view.voices(&mut pen, &card.answers, details),
        }
    }

    /// The cards of the other activities at the same moment.
    fn others(
        &self,
        settings: &Settings<'_>,
        question: &Question,
        card: &Guidance<'_>,
    ) -> Vec<Guidance<'static>> {
        CORPUS
            .activities
            .iter()
            .filter(|id| **id != card.activity.id)
            .filter_map(|id| self.ask(settings, question, Some(id)).ok())
            .collect()
    }

    /// Says an answer to a screen reader once it has stood for a moment, so that
    /// half a number or a date on its way is not read out. What a page shows
    /// from the start is read with the page.
    fn announce(&self, text: String, now: f64) {
        let mut pending = self.pending.borrow_mut();
        if pending.0.is_empty() && self.form.is_none() {
            *pending = (text, f64::NEG_INFINITY);
            return;
        }
        if pending.0 != text {
            *pending = (text, now);
        }
        let read_out = self.announcement.text_content().as_deref() == Some(&pending.0);
        if read_out || pending.1 == f64::NEG_INFINITY {
            return;
        }
        if now - pending.1 >= PAUSE {
            set_text(&self.announcement, &pending.0);
        } else {
            self.due.set(pending.1 + PAUSE);
        }
    }

    /// Looks again when the next minute is full.
    fn wait(&self, now: f64) {
        // In whole numbers, since a remainder of floats costs the phone a
        // kilobyte of code.
        let past = now as u64 % u64::from(MINUTE);
        self.due.set(now + (u64::from(MINUTE) - past) as f64);
    }

    /// The moment that the page's owner has given is still to come.
    fn fail_for_now(&self) {
        let text = self.words.plain(Word::ViewErrorFuture);
        self.show_hint(text);
        self.host.failed(ErrorCode::InvalidTime.as_str(), text);
    }

    /// Cannot happen while the form offers only what the corpus has; if it
    /// does, the reader sees it and not an old answer.
    fn fail(&self, error: &GuidanceError) {
        let values = [("message", error.message())];
        self.show_hint(&fill(self.words.plain(Word::ViewFailed), &values));
        self.host.failed(error.code().as_str(), error.message());
    }

    fn show_hint(&self, text: &str) {
        set_text(&self.hint, text);
        show(&self.hint, true);
        show(&self.card, false);
        self.question.replace(None);
        self.shown.replace(None);
    }
}

fn said(error: GuidanceError) -> JsValue {
    JsValue::from_str(error.message())
}

/// The words may be of another language than the page around the element.
fn mark_language(container: &Element, words: &Words<'_>) {
    set(container, "lang", words.id);
    set(container, "dir", "ltr");
}

/// The visitor's own locale where it is the page's language in some country (its
/// clock may have 12 hours or 24), else the language. Anything stranger could
/// be refused by the browser's calendar.
fn locale(language: &str) -> String {
    let window = web_sys::window().unwrap_throw();
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
