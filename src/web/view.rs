//! What has the visitor chosen, what does the clock say, and when is that
//! looked at again?

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Date};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, Node};

use super::corpus::corpus;
use super::exports::{Given, plain};
use super::host::Host;
use super::moment::{LONGEST_AGO, NoVisit, Visit, day, minute};
use super::paint::paint;
use super::{details, link, rest, ticker};
use crate::query::language;
use crate::text::{concat, cut, whole_number};
use crate::view::{
    Answer, Calendar, Fields, Form, LISTS, Moment, Pointed, Rest, Scene, Setup, Sift, Voices,
};
use crate::words::{Word, Words, digits, filled};
use crate::{
    Catalog, ErrorCode, Guidance, GuidanceError, Minutes, Options, Settings, When, catalog,
    guidance, is_stale,
};

const MINUTE: u32 = 60_000;

/// So many milliseconds an answer stands before it is read out.
const PAUSE: f64 = 700.0;

/// What makes a view look again. Every browser sends both of the first two for a
/// choice in a list, but not every tool that helps a person to make one.
/// The focus is for a mark, which says whose answer it is as soon as it has it; the
/// last two are for the picture's numbers under a mouse.
const HEARD: [&str; 7] = [
    "input",
    "change",
    "toggle",
    "click",
    "focusin",
    "pointermove",
    "pointerout",
];

/// What it does may move the focus, which it hears at once.
type Listener = Closure<dyn Fn(Event)>;

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
    /// As they were handed over.
    attributes: String,
    document: Document,
    pub(super) container: Element,
    words: Words<'static>,
    locale: String,
    sources: String,
    catalog: Catalog<'static>,
    fields: Fields,
    voices: RefCell<Voices>,
    /// The button that has led the reader to another place of the card.
    pub(super) origin: RefCell<Option<HtmlElement>>,
    /// Whether the reader has moved the picture's marker.
    marker_moved: Cell<bool>,
    /// The moment in the picture over which a mouse is.
    pub(super) over: Cell<Option<Minutes>>,
    /// What the reader has opened that shows texts of answers.
    wanted: RefCell<String>,
    pub(super) question: RefCell<Option<Question>>,
    /// The hours as they were typed, and when: from then on they grow.
    typed: RefCell<(String, f64)>,
    painted: RefCell<String>,
    announcement: RefCell<Announcement>,
    /// When it looks at the clock again, in milliseconds of the epoch.
    pub(super) due: Cell<f64>,
    listener: RefCell<Option<Listener>>,
}

/// What is asked, once it is complete.
pub(super) struct Question {
    treatment: String,
    activity: Option<String>,
    pub(super) visit: Visit,
}

/// What a screen reader is told.
#[derive(Default)]
struct Announcement {
    /// What is to be read out, and since when it stands.
    pending: String,
    since: f64,
    /// Whether it was read out, or needs not to be.
    heard: bool,
    said: String,
}

#[wasm_bindgen]
impl View {
    /// Draws at the end of `root`. The attributes come in one text, as [`Given`]
    /// reads it, with the language of the page around the element as `page-lang`.
    /// What a reader has typed into `before`, the view of earlier attributes, stays.
    pub fn mount(
        root: Node,
        attributes: String,
        host: Host,
        before: Option<View>,
    ) -> Result<View, JsValue> {
        let given = Given::new(&attributes);
        let document = root.owner_document().ok_or("the root is in no document")?;
        let words = language(corpus(), given.get("page-lang"))
            .or_else(|_| language(corpus(), None))
            .map_err(said)?;
        let checked = Settings::parse(corpus(), given.all()).and_then(|settings| {
            let words = match settings.lang {
                None => words,
                lang => language(corpus(), lang)?,
            };
            let options = Options {
                lang: Some(words.id),
                names: settings.names,
                ..Options::default()
            };
            let fields = Fields::of(&settings);
            Ok((fields, words, catalog(corpus(), &options)?))
        });
        let spoken = match &checked {
            Ok((_, own, _)) => own.id,
            Err(_) => words.id,
        };
        let before = before.map(View::stop);
        let container = match &before {
            Some((container, _)) => container.clone(),
            None => document.create_element("div")?,
        };
        let is_new = before.is_none();
        let before = before.and_then(|(_, inner)| inner);
        for (name, value) in [
            ("class", "root"),
            ("part", "root"),
            // The words may be of another language than the page around them.
            ("lang", spoken),
            ("dir", "ltr"),
        ] {
            container.set_attribute(name, value)?;
        }
        root.append_child(&container)?;
        let (fields, words, catalog) = match checked {
            Ok(checked) => checked,
            Err(error) => {
                let markup = Setup::problem(&words, error.message());
                paint(&document, &container, &markup);
                host.failed(error.code().as_str(), error.message());
                return Ok(View {
                    inner: None,
                    container,
                });
            }
        };
        let inner = Rc::new(Inner {
            sources: host.sources(),
            host,
            attributes,
            document,
            container: container.clone(),
            words,
            locale: locale(words.id),
            catalog,
            fields,
            voices: RefCell::new(match &before {
                // They are in one language.
                Some(before) if before.words.id == words.id => before.voices.take(),
                _ => Voices::default(),
            }),
            origin: RefCell::default(),
            marker_moved: Cell::default(),
            over: Cell::default(),
            wanted: RefCell::default(),
            question: RefCell::default(),
            typed: RefCell::new(match &before {
                Some(before) => before.typed.take(),
                None => Default::default(),
            }),
            painted: RefCell::default(),
            announcement: RefCell::default(),
            due: Cell::new(f64::INFINITY),
            listener: RefCell::default(),
        });
        inner.update();
        if is_new {
            if let Some(date) = inner.control::<HtmlInputElement>(".date") {
                date.set_value(&day(&Date::new_0()));
            }
            if let Some(by_clock) = inner.control::<HtmlInputElement>(".by-clock") {
                by_clock.set_checked(true);
            }
        }
        inner.prefill(before.as_ref().map_or("", |before| &before.attributes));
        inner.listen(Inner::listener(&Rc::downgrade(&inner)));
        ticker::add(&inner);
        ticker::schedule();
        Ok(View {
            inner: Some(inner),
            container,
        })
    }

    /// The card that is shown, if there is one.
    pub fn guidance(&self) -> Result<JsValue, JsValue> {
        let Some(inner) = &self.inner else {
            return Ok(JsValue::NULL);
        };
        // Nobody may have looked at the clock for a while.
        inner.update();
        if let Some(question) = &*inner.question.borrow() {
            let card = inner.ask(&inner.settings(), question, None);
            return plain(&card.map_err(said)?);
        }
        Ok(JsValue::NULL)
    }

    /// What is asked, as a link says it; nothing while something is missing.
    pub fn question(&self) -> Option<String> {
        let inner = self.inner.as_ref()?;
        inner.update();
        link::question(inner)
    }

    /// The entries of the details file, or `null` where it could not be loaded.
    pub fn details(&self, entries: Option<Array>) {
        if let Some(inner) = &self.inner {
            inner.voices.replace(details::voices(entries));
            inner.update();
        }
    }

    /// Leaves nothing running and nothing drawn.
    pub fn unmount(self) {
        self.stop().0.remove();
    }
}

impl View {
    /// Leaves nothing running; what is drawn stays.
    fn stop(self) -> (Element, Option<Rc<Inner>>) {
        if let Some(inner) = &self.inner {
            inner.unlisten();
            ticker::remove(inner);
        }
        (self.container, self.inner)
    }
}

impl Inner {
    pub(super) fn settings(&self) -> Settings<'_> {
        // They were checked when the view was mounted.
        Settings::read(corpus(), self.given().all()).unwrap_or_default()
    }

    pub(super) fn given(&self) -> Given<'_> {
        Given::new(&self.attributes)
    }

    pub(super) fn control<T: JsCast>(&self, selector: &str) -> Option<T> {
        let found = self.container.query_selector(selector).ok()?;
        found.map(JsCast::unchecked_into)
    }

    /// One listener for everything: what it does is to look at everything again.
    fn listener(inner: &Weak<Self>) -> Listener {
        let inner = inner.clone();
        Closure::new(move |event: Event| {
            let Some(inner) = inner.upgrade() else {
                return;
            };
            match event.type_().as_str() {
                "click" => inner.act(&event),
                "pointermove" | "pointerout" => {
                    if rest::state() == Rest::Here {
                        inner.hover(&event);
                    }
                }
                _ => inner.update(),
            }
            ticker::schedule();
        })
    }

    fn listen(&self, listener: Listener) {
        for event in HEARD {
            let function = listener.as_ref().unchecked_ref();
            // On their way down, since `toggle` does not come up.
            self.container
                .add_event_listener_with_callback_and_bool(event, function, true)
                .unwrap_throw();
        }
        self.listener.replace(Some(listener));
    }

    fn unlisten(&self) {
        if let Some(listener) = self.listener.take() {
            for event in HEARD {
                let function = listener.as_ref().unchecked_ref();
                self.container
                    .remove_event_listener_with_callback_and_bool(event, function, true)
                    .unwrap_throw();
            }
        }
    }

    /// Looks at the form and the clock, and paints what has changed.
    pub(super) fn update(&self) {
        let settings = self.settings();
        let setup = Setup {
            corpus: corpus(),
            words: &self.words,
            settings: &settings,
            catalog: &self.catalog,
            sources: &self.sources,
        };
        let look = self.look(&settings);
        self.due.set(look.due);
        let card = look
            .question
            .as_ref()
            .map(|question| self.ask(&settings, question, None));
        match (&look.question, card) {
            (Some(question), Some(Ok(card))) => {
                let closer = match rest::state() {
                    Rest::Here => self.closer(&settings, question, &card),
                    _ => Closer::default(),
                };
                let tick = |minutes: Minutes| question.visit.tick(minutes, &self.locale);
                let when = |minutes: Minutes| question.visit.when(minutes, &self.locale);
                let moment = Moment {
                    elapsed: question.visit.elapsed,
                    treated_at: question.visit.treated_at,
                    clock: question.visit.is_live().then_some(&when),
                    tick: question.visit.is_live().then_some(&tick),
                    calendar: question.visit.since_1970().map(|treated| Calendar {
                        treated,
                        saves: self.host.saves(),
                    }),
                };
                self.announce(setup.spoken(&card, moment), look.now);
                let answer = Answer::Card {
                    card: &card,
                    others: &closer.others,
                    moment,
                };
                self.paint(&setup, &look, answer, &closer);
                let clinic = setup.clinic(&card, moment);
                self.question.replace(look.question);
                self.host.changed(
                    card.status.as_str(),
                    card.treatment.id,
                    card.activity.id,
                    clinic.is_some(),
                    clinic.is_some_and(|clinic| clinic.waiting),
                    clinic.is_some_and(|clinic| clinic.differs),
                );
            }
            // Cannot happen while the form offers only what the corpus has; if
            // it does, the reader sees it and not an old answer.
            (_, Some(Err(error))) => {
                let values = [error.message()];
                let problem = filled(self.words.plain(Word::ViewFailed), &values);
                self.paint(&setup, &look, Answer::Problem(&problem), &Closer::default());
                self.question.take();
                self.host.failed(error.code().as_str(), error.message());
            }
            _ => {
                self.announcement.take();
                self.question.take();
                if self.fields.when || look.wrong.is_empty() {
                    self.paint(&setup, &look, Answer::Asked, &Closer::default());
                } else {
                    // The moment that the page's owner has given is to come.
                    self.paint(
                        &setup,
                        &look,
                        Answer::Problem(&look.wrong),
                        &Closer::default(),
                    );
                    let given = self.given();
                    let error = GuidanceError::unaccepted(
                        ErrorCode::InvalidTime,
                        "treated-at",
                        given.get("treated-at").unwrap_or_default(),
                        "a time that is past",
                    );
                    self.host.failed(error.code().as_str(), error.message());
                }
            }
        }
    }

    /// What the form and the clock say now.
    fn look(&self, settings: &Settings<'_>) -> Look {
        let now = Date::now();
        let by_hours = self
            .control::<HtmlInputElement>(".by-hours")
            .is_some_and(|radio| radio.checked());
        let visit = match settings.when {
            _ if self.fields.when => self.asked(by_hours, longest_ago(settings), now),
            When::Hours(elapsed) => Ok(Visit::fixed(elapsed)),
            When::At(time) => Visit::from_moment(time, now),
            When::Asked => Err(NoVisit::Nothing),
        };
        let wrong = match &visit {
            Ok(_) | Err(NoVisit::Nothing) => String::new(),
            Err(NoVisit::Incomplete) => self.words.plain(Word::ViewErrorIncomplete).to_owned(),
            Err(NoVisit::Future) => self.words.plain(Word::ViewErrorFuture).to_owned(),
            Err(NoVisit::Past) => {
                let days = digits(longest_ago(settings));
                filled(self.words.plain(Word::ViewErrorPast), &[&days])
            }
            Err(NoVisit::Hours) => self.words.plain(Word::ViewErrorHours).to_owned(),
        };
        // A moment to come is looked at again, too.
        let live = match &visit {
            Ok(visit) => visit.is_live(),
            Err(NoVisit::Future) => true,
            Err(_) => !self.fields.when,
        };
        Look {
            now,
            due: if live {
                next_minute(now)
            } else {
                f64::INFINITY
            },
            by_hours,
            wrong,
            question: visit
                .ok()
                .and_then(|visit| self.question_at(settings, visit)),
        }
    }

    /// When the treatment was, as the visitor says.
    fn asked(&self, by_hours: bool, longest_ago: u32, now: f64) -> Result<Visit, NoVisit> {
        let value = |selector| {
            self.control::<HtmlInputElement>(selector)
                .map_or(String::new(), |input| input.value())
        };
        if by_hours {
            let mut typed = self.typed.borrow_mut();
            let hours = value(".hours");
            if typed.0 != hours {
                *typed = (hours, now);
            }
            return Visit::from_hours(&typed.0, typed.1, now);
        }
        let time = value(".time");
        match Visit::from_clock(&value(".date"), &time, longest_ago, now) {
            // What is still empty is not wrong yet, but a cleared date is.
            Err(_) if time.is_empty() => Err(NoVisit::Nothing),
            visit => visit,
        }
    }

    fn question_at(&self, settings: &Settings<'_>, visit: Visit) -> Option<Question> {
        let chosen = |selector| {
            self.control::<HtmlSelectElement>(selector)
                .map(|select| select.value())
                .filter(|id| !id.is_empty())
        };
        Some(Question {
            treatment: match settings.treatment {
                Some(treatment) if !self.fields.treatment => treatment.to_owned(),
                _ => chosen(".treatment")?,
            },
            activity: match settings.activity {
                Some(activity) if !self.fields.activity => Some(activity.to_owned()),
                _ => chosen(".activity"),
            },
            visit,
        })
    }

    pub(super) fn ask(
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
            corpus(),
            &question.treatment,
            question.visit.elapsed,
            &options,
        )
    }

    /// What the reader looks at closer, and what only that needs. In the second part
    /// of the wasm.
    #[inline(never)]
    fn closer(&self, settings: &Settings<'_>, question: &Question, card: &Guidance<'_>) -> Closer {
        let marks = self.chosen_marks();
        self.load(&marks);
        let mut others = Vec::new();
        for id in corpus().activities {
            if *id != card.activity.id {
                others.extend(self.ask(settings, question, Some(id)));
            }
        }
        Closer {
            others,
            marks,
            at: self.looked_at(),
            over: self.over.get(),
            lists: LISTS.map(|list| {
                self.control::<HtmlSelectElement>(list)
                    .map_or(String::new(), |list| list.value())
            }),
        }
    }

    /// Whether there is an answer.
    pub(super) fn has_answer(&self) -> bool {
        self.question.borrow().is_some()
    }

    /// Nothing is read out that the reader is led to.
    pub(super) fn is_heard(&self) {
        self.announcement.borrow_mut().heard = true;
    }

    /// The ids of the answers whose marks are chosen.
    fn chosen_marks(&self) -> Vec<String> {
        // What has the focus is chosen, so that nobody needs a second key.
        if let Some(mark) = self.control::<HtmlInputElement>(".mark:focus") {
            mark.set_checked(true);
        }
        let mut marks = Vec::new();
        for panel in corpus().panels {
            let selector = concat(&[".mark[name=", panel.id, "]:checked"]);
            if let Some(mark) = self.control::<HtmlInputElement>(&selector) {
                marks.push(mark.value());
            }
        }
        marks
    }

    /// The moment at which the picture's marker is; `None` as long as it follows
    /// the clock.
    fn looked_at(&self) -> Option<Minutes> {
        let Some(marker) = self.control::<HtmlInputElement>(".look-at") else {
            self.follow_now();
            return None;
        };
        let place = marker.value();
        // It was painted at its default value, so somebody has moved it.
        if place != marker.default_value() {
            self.marker_moved.set(true);
        }
        let at = whole_number(&place).map(Minutes);
        at.filter(|_| self.marker_moved.get())
    }

    /// The picture's marker goes with the clock again.
    pub(super) fn follow_now(&self) {
        self.marker_moved.set(false);
    }

    /// Asks for the texts of the answers where the reader has opened a list of them or
    /// chosen a mark. What could not be loaded is asked for again when something
    /// else is opened or chosen, not before.
    fn load(&self, marks: &[String]) {
        let mut wanted = String::new();
        for section in [".who-says-what[open]", ".why[open]"] {
            if self.control::<Element>(section).is_some() {
                wanted.push_str(section);
            }
        }
        for id in marks {
            wanted.push_str(id);
        }
        let is_new = *self.wanted.borrow() != wanted && !wanted.is_empty();
        self.wanted.replace(wanted);
        let missing = matches!(*self.voices.borrow(), Voices::NotAsked | Voices::Failed);
        if is_new && missing {
            self.voices.replace(Voices::Asked);
            self.host.load();
        }
    }

    fn paint(&self, setup: &Setup<'_>, look: &Look, answer: Answer<'_>, closer: &Closer) {
        let date = Date::new_0();
        let scene = Scene {
            setup,
            form: Form {
                by_hours: look.by_hours,
                wrong: &look.wrong,
                today: &day(&date),
                minute: minute(&date),
                told: self
                    .control::<Element>(".ask")
                    .is_some_and(|form| !form.has_attribute("open")),
            },
            answer,
            voices: &self.voices.borrow(),
            sift: Sift::of(&closer.lists),
            came: self.origin.borrow().is_some(),
            pointed: Pointed {
                marks: &closer.marks,
                at: closer.at,
                over: closer.over,
            },
            stale: is_stale(corpus().updated, date.get_full_year(), date.get_month() + 1),
            rest: rest::state(),
            announcement: &self.announcement.borrow().said,
        };
        let markup = scene.markup();
        if *self.painted.borrow() != markup {
            paint(&self.document, &self.container, &markup);
            self.painted.replace(markup);
        }
        // A slider that was moved once no longer goes where its default goes.
        if let Some(marker) = self.control::<HtmlInputElement>(".look-at") {
            marker.set_value(&marker.default_value());
        }
    }

    /// Says an answer to a screen reader once it has stood for a moment, so that
    /// half a number or a date on its way is not read out. What a page shows
    /// from the start is read with the page.
    fn announce(&self, text: String, now: f64) {
        let mut announcement = self.announcement.borrow_mut();
        let from_the_start = !self.fields.treatment && !self.fields.when;
        if announcement.pending.is_empty() && from_the_start {
            announcement.heard = true;
            announcement.pending = text;
        } else if announcement.pending != text {
            announcement.heard = false;
            announcement.since = now;
            announcement.pending = text;
        }
        if announcement.heard {
            return;
        }
        if now - announcement.since >= PAUSE {
            announcement.heard = true;
            announcement.said = announcement.pending.clone();
        } else {
            self.due.set(announcement.since + PAUSE);
        }
    }
}

/// What the reader looks at closer.
#[derive(Default)]
struct Closer {
    /// The cards of the other activities at the same moment.
    others: Vec<Guidance<'static>>,
    /// The ids of the answers whose marks are chosen.
    marks: Vec<String>,
    /// Where the picture's marker is; `None` where it follows the clock.
    at: Option<Minutes>,
    /// Over which moment of the picture the mouse is.
    over: Option<Minutes>,
    /// What is chosen in the lists by which answers are sifted.
    lists: [String; LISTS.len()],
}

/// What the form and the clock say at a moment.
struct Look {
    now: f64,
    /// When to look again.
    due: f64,
    by_hours: bool,
    /// What is wrong with the time, in a sentence; empty for nothing.
    wrong: String,
    question: Option<Question>,
}

/// A treatment so many days ago or less has an answer by date and time: no wait
/// here is longer, nor is one of the clinic.
fn longest_ago(settings: &Settings<'_>) -> u32 {
    LONGEST_AGO.max(settings.protocol.longest().0.div_ceil(24 * 60))
}

fn next_minute(now: f64) -> f64 {
    // In whole numbers, since a remainder of floats costs the phone a kilobyte
    // of code.
    let past = now as u64 % u64::from(MINUTE);
    now + (u64::from(MINUTE) - past) as f64
}

fn said(error: GuidanceError) -> JsValue {
    JsValue::from_str(error.message())
}

/// The visitor's own locale where it is the page's language in some country (its
/// clock may have 12 hours or 24), else the language. Anything stranger could
/// be refused by the browser's calendar.
fn locale(language: &str) -> String {
    let window = web_sys::window().unwrap_throw();
    let own = window.navigator().language().unwrap_or_default();
    match cut(&own, b'-') {
        (first, Some(country))
            if first == language
                && country.len() == 2
                && country.bytes().all(|byte| byte.is_ascii_alphabetic()) =>
        {
            own
        }
        _ => language.to_owned(),
    }
}
