//! What has the visitor chosen, what does the clock say, and what is shown then?

use std::cell::{Cell, RefCell};

use super::corpus::corpus;
use super::exports::plain;
use super::given::Given;
use super::host::Host;
use super::moment::{NoVisit, Today, Visit};
use super::read::Traces;
use super::wire::Answer as Told;
use super::{details, link};
use crate::query::language;
use crate::text::{concat, cut, fingerprint, whole_number};
use crate::view::{
    Answer, Calendar, Fields, Form, LISTS, Moment, Pointed, Rest, Scene, Setup, Sift, Voices,
};
use crate::words::{Word, Words, digits, filled};
use crate::{
    Catalog, ErrorCode, Guidance, GuidanceError, Minutes, Options, Settings, When, catalog,
    guidance, is_stale,
};

const MINUTE: u32 = 60_000;

/// A treatment so many days ago or less has an answer by date and time: no wait
/// here is longer.
const LONGEST_AGO: u32 = 14;

/// So many milliseconds an answer stands before it is read out.
const PAUSE: f64 = 700.0;

/// A view in an element of the page.
pub(super) struct View {
    /// `None` where the attributes are wrong, which is all that is shown.
    inner: Option<Inner>,
}

/// What a view is made of.
pub(super) struct Inner {
    pub(super) host: Host,
    /// As they were handed over.
    attributes: String,
    words: Words<'static>,
    sources: String,
    catalog: Catalog<'static>,
    fields: Fields,
    voices: RefCell<Voices>,
    /// What the reader has opened that shows texts of answers.
    wanted: RefCell<String>,
    pub(super) question: RefCell<Option<Question>>,
    pub(super) traces: RefCell<Traces>,
    /// Over which moment of the picture a mouse is.
    pub(super) over: Cell<Option<Minutes>>,
    /// The hours as they were typed, and when: from then on they grow.
    typed: RefCell<(String, f64)>,
    /// The [`fingerprint`] of what is on the screen: a whole card in memory twice is what
    /// makes a phone's memory for it grow.
    painted: Cell<u64>,
    announcement: RefCell<Announcement>,
    /// When it looks at the clock again, in milliseconds of the epoch.
    due: Cell<f64>,
    /// Whether what stands under an answer is on the screen.
    has_rest: Cell<bool>,
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

impl View {
    /// Draws. The attributes come in one text, as [`Given`] reads it, with the
    /// language of the page around the element as `page-lang`. What a reader has
    /// typed into `before`, the view of earlier attributes, stays.
    #[inline(never)]
    pub(super) fn mount(
        attributes: String,
        host: Host,
        before: Option<View>,
    ) -> Result<View, String> {
        let given = Given::new(&attributes);
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
        let (fields, words, catalog) = match checked {
            Ok(checked) => checked,
            Err(error) => {
                // The words may be of another language than the page around them.
                host.paint(&concat(&[
                    words.id,
                    &Setup::problem(&words, error.message()),
                ]));
                host.failed(error.code().as_str(), error.message());
                return Ok(View { inner: None });
            }
        };
        // A first look has drawn it all but what is filled in.
        let is_drawn = given.get("drawn").is_some();
        let is_new = before.is_none() && !is_drawn;
        let before = before.and_then(|before| before.inner);
        let inner = Inner {
            sources: host.sources(),
            host,
            attributes,
            words,
            catalog,
            fields,
            voices: RefCell::new(match &before {
                // They are in one language.
                Some(before) if before.words.id == words.id => before.voices.take(),
                _ => Voices::default(),
            }),
            wanted: RefCell::default(),
            question: RefCell::default(),
            traces: RefCell::default(),
            over: Cell::default(),
            typed: RefCell::new(match &before {
                Some(before) => before.typed.take(),
                None => Default::default(),
            }),
            painted: Cell::default(),
            announcement: RefCell::default(),
            due: Cell::new(f64::INFINITY),
            has_rest: Cell::default(),
        };
        let earlier = before.as_ref().map_or("", |before| &before.attributes);
        if is_drawn {
            inner.fill_in(earlier, Given::new(&inner.read()));
        }
        inner.update();
        if is_new && inner.fields.when {
            let today = Today::at(inner.host, inner.host.now());
            inner.host.fill("date", today.day());
            inner.host.choose("by-clock");
        }
        if !is_drawn {
            inner.prefill(earlier);
        }
        Ok(View { inner: Some(inner) })
    }

    /// Looks at the form and the clock, and shows what has changed.
    pub(super) fn update(&self) {
        if let Some(inner) = &self.inner {
            inner.update();
        }
    }

    /// The same for the answer alone, which a reader who has just changed the form
    /// waits for. What stands under it follows: the view is due at once.
    pub(super) fn answer(&self) {
        if let Some(inner) = &self.inner {
            inner.draw(Extent::Answer);
        }
    }

    /// Does what a button of the card says; the place to lead to.
    pub(super) fn act(&self, act: &str) -> Option<String> {
        self.inner.as_ref()?.act(act)
    }

    /// A section is about to be opened: it is drawn before.
    pub(super) fn open(&self, class: &str) {
        if let Some(inner) = &self.inner {
            inner.traces.borrow_mut().open(class);
            inner.update();
        }
    }

    /// A mouse moves over the picture; see [`Inner::point`].
    pub(super) fn point(&self, left: f64) {
        if let Some(inner) = &self.inner {
            inner.point(left);
        }
    }

    /// When it wants to look at the clock again, in milliseconds of the epoch.
    pub(super) fn due(&self) -> f64 {
        let inner = self.inner.as_ref();
        inner.map_or(f64::INFINITY, |inner| inner.due.get())
    }

    /// The card that is shown, if there is one.
    #[inline(never)]
    pub(super) fn guidance(&self) -> Told {
        let Some(inner) = &self.inner else {
            return Ok(None);
        };
        // Nobody may have looked at the clock for a while.
        inner.update();
        if let Some(question) = &*inner.question.borrow() {
            let card = inner.ask(&inner.settings(), question, None);
            return Ok(Some(plain(&card.map_err(said)?)));
        }
        Ok(None)
    }

    /// What is asked, as a link says it; nothing while something is missing.
    #[inline(never)]
    pub(super) fn question(&self) -> Option<String> {
        let inner = self.inner.as_ref()?;
        inner.update();
        link::question(inner)
    }

    /// The entries of the details file in one text; none where it could not be loaded.
    #[inline(never)]
    pub(super) fn details(&self, packed: Option<&str>) {
        if let Some(inner) = &self.inner {
            inner.voices.replace(details::voices(packed));
            inner.update();
        }
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

    /// Looks at the form and the clock, and paints what has changed.
    pub(super) fn update(&self) {
        self.draw(Extent::Whole);
    }

    #[inline(never)]
    fn draw(&self, extent: Extent) {
        let settings = self.settings();
        let setup = Setup {
            corpus: corpus(),
            words: &self.words,
            settings: &settings,
            catalog: &self.catalog,
            sources: &self.sources,
        };
        let read = self.read();
        let controls = Given::new(&read);
        let look = self.look(&settings, controls);
        self.due.set(look.due);
        let card = look
            .question
            .as_ref()
            .map(|question| self.ask(&settings, question, None));
        match (&look.question, card) {
            (Some(question), Some(Ok(card))) => {
                let rest = self.rest(extent);
                let closer = match rest {
                    Rest::Here => self.closer(controls, &settings, question, &card),
                    _ => Closer::default(),
                };
                let visit = question.visit;
                let (host, lang) = (self.host, self.words.id);
                let tick = |minutes: Minutes| visit.tick(host, minutes, lang);
                let when = |minutes: Minutes| visit.when(host, minutes, lang);
                let moment = Moment {
                    elapsed: visit.elapsed,
                    treated_at: visit.treated_at,
                    clock: visit.is_live().then_some(&when),
                    tick: visit.is_live().then_some(&tick),
                    calendar: visit.since_1970().map(|treated| Calendar {
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
                if matches!(extent, Extent::Answer) {
                    self.due.set(look.now);
                }
                self.paint(&setup, &look, controls, answer, &closer, rest);
                let clinic = setup.clinic(&card, moment);
                self.question.replace(look.question);
                self.host.changed(
                    card.status.as_str(),
                    card.treatment.id,
                    card.activity.id,
                    clinic.map(|clinic| (clinic.waiting, clinic.differs)),
                );
            }
            // Cannot happen while the form offers only what the corpus has; if
            // it does, the reader sees it and not an old answer.
            (_, Some(Err(error))) => {
                let values = [error.message()];
                let problem = filled(self.words.plain(Word::ViewFailed), &values);
                let answer = Answer::Problem(&problem);
                self.paint_alone(&setup, &look, controls, answer);
                self.question.take();
                self.host.failed(error.code().as_str(), error.message());
            }
            _ => {
                self.announcement.take();
                self.question.take();
                let is_asked = self.fields.when || look.wrong.is_empty();
                let answer = match is_asked {
                    true => Answer::Asked,
                    // The moment that the page's owner has given is to come.
                    false => Answer::Problem(&look.wrong),
                };
                self.paint_alone(&setup, &look, controls, answer);
                if !is_asked {
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

    /// What is drawn under an answer.
    fn rest(&self, extent: Extent) -> Rest {
        match extent {
            Extent::Whole => Rest::Here,
            Extent::Answer if self.has_rest.get() => Rest::Kept,
            Extent::Answer => Rest::Awaited,
        }
    }

    /// What the form and the clock say now.
    fn look(&self, settings: &Settings<'_>, controls: Given<'_>) -> Look {
        let now = self.host.now();
        let by_hours = controls.get("by-hours").is_some();
        let visit = match settings.when {
            _ if self.fields.when => self.asked(controls, by_hours, longest_ago(settings), now),
            When::Hours(elapsed) => Ok(Visit::fixed(elapsed)),
            When::At(time) => Visit::from_moment(self.host, time, now),
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
                .and_then(|visit| self.question_at(settings, controls, visit)),
        }
    }

    /// When the treatment was, as the visitor says.
    fn asked(
        &self,
        controls: Given<'_>,
        by_hours: bool,
        longest_ago: u32,
        now: f64,
    ) -> Result<Visit, NoVisit> {
        let value = |class| controls.get(class).unwrap_or_default();
        if by_hours {
            let mut typed = self.typed.borrow_mut();
            let hours = value("hours");
            if typed.0 != hours {
                *typed = (hours.to_owned(), now);
            }
            return Visit::from_hours(&typed.0, typed.1, now);
        }
        let time = value("time");
        match Visit::from_clock(self.host, value("date"), time, longest_ago, now) {
            // What is still empty is not wrong yet, but a cleared date is.
            Err(_) if time.is_empty() => Err(NoVisit::Nothing),
            visit => visit,
        }
    }

    fn question_at(
        &self,
        settings: &Settings<'_>,
        controls: Given<'_>,
        visit: Visit,
    ) -> Option<Question> {
        let chosen = |class| {
            let chosen = controls.get(class).filter(|id| !id.is_empty());
            chosen.map(str::to_owned)
        };
        Some(Question {
            treatment: match settings.treatment {
                Some(treatment) if !self.fields.treatment => treatment.to_owned(),
                _ => chosen("treatment")?,
            },
            activity: match settings.activity {
                Some(activity) if !self.fields.activity => Some(activity.to_owned()),
                _ => chosen("activity"),
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

    /// What the reader looks at closer, and what only that needs.
    fn closer(
        &self,
        controls: Given<'_>,
        settings: &Settings<'_>,
        question: &Question,
        card: &Guidance<'_>,
    ) -> Closer {
        let marks: Vec<String> = controls.every("marks").map(str::to_owned).collect();
        self.load(controls, &marks);
        let mut others = Vec::new();
        for id in corpus().activities {
            if *id != card.activity.id {
                others.extend(self.ask(settings, question, Some(id)));
            }
        }
        let moved = self.traces.borrow().moved.as_deref().and_then(whole_number);
        Closer {
            others,
            marks,
            at: moved.map(Minutes),
            over: self.over.get(),
            lists: LISTS.map(|class| controls.get(class).unwrap_or_default().to_owned()),
        }
    }

    /// Whether there is an answer.
    pub(super) fn has_answer(&self) -> bool {
        self.question.borrow().is_some()
    }

    /// The reader is led to the answer, so that nothing needs to be read out.
    pub(super) fn heard(&self) {
        self.announcement.borrow_mut().heard = true;
    }

    /// Asks for the texts of the answers where the reader has opened a list of them or
    /// chosen a mark. What could not be loaded is asked for again when something
    /// else is opened or chosen, not before.
    fn load(&self, controls: Given<'_>, marks: &[String]) {
        let mut wanted = String::new();
        for section in ["who-says-what", "why"] {
            if controls.get(section).is_some() {
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
            self.host.load(self.words.id);
        }
    }

    /// Paints where there is no card.
    fn paint_alone(&self, setup: &Setup<'_>, look: &Look, controls: Given<'_>, answer: Answer<'_>) {
        let nothing = Closer::default();
        self.paint(setup, look, controls, answer, &nothing, Rest::Awaited);
    }

    fn paint(
        &self,
        setup: &Setup<'_>,
        look: &Look,
        controls: Given<'_>,
        answer: Answer<'_>,
        closer: &Closer,
        rest: Rest,
    ) {
        self.has_rest.set(matches!(rest, Rest::Here | Rest::Kept));
        let today = Today::at(self.host, look.now);
        let (year, days) = cut(today.day(), b'-');
        let month = cut(days.unwrap_or_default(), b'-').0;
        let number = |text| whole_number(text).unwrap_or_default();
        let scene = Scene {
            setup,
            form: Form {
                by_hours: look.by_hours,
                wrong: &look.wrong,
                today: today.day(),
                minute: today.minute(),
                told: controls.get("folded").is_some(),
            },
            answer,
            voices: &self.voices.borrow(),
            sift: Sift::of(&closer.lists),
            opened: &self.traces.borrow().opened,
            came: controls.get("came").is_some(),
            pointed: Pointed {
                marks: &closer.marks,
                at: closer.at,
                over: closer.over,
            },
            stale: is_stale(corpus().updated, number(year), number(month)),
            rest,
            announcement: &self.announcement.borrow().said,
        };
        let markup = scene.markup();
        let print = fingerprint(&markup);
        if self.painted.replace(print) != print {
            self.host.paint(&concat(&[self.words.id, &markup]));
            if matches!(rest, Rest::Here) {
                self.settle_marker();
            }
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

/// How much is drawn.
#[derive(Clone, Copy)]
enum Extent {
    /// The answer; what stands under it is left as it is.
    Answer,
    Whole,
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

fn said(error: GuidanceError) -> String {
    plain(&error)
}
