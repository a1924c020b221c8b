//! What does every part of the view need? A question, its card, and the moment of both.

use aftercare_corpus::{Corpus, Words};

use crate::consensus::{Elapsed, Hours, Minutes};
use crate::guidance::{Guidance, GuidanceError, Options, find_treatment, guidance};
use crate::settings::{
    DateFormat, Environment, Moment, PartOfDay, Question, Settings, question_link,
};

/// A question that has a card, from which each part of the view is made.
#[derive(Clone)]
pub struct Display<'d> {
    pub(super) corpus: &'d Corpus,
    pub(super) words: &'d Words,
    pub(super) settings: &'d Settings<'d>,
    pub(super) environment: &'d dyn Environment,
    pub(super) question: Question,
    pub(super) card: Guidance<'d>,
    /// The treatment as whoever asks calls it.
    pub(super) treatment: &'d str,
    /// Its index in the corpus.
    pub(super) place: usize,
    /// Whether it is no product but the class of them.
    pub(super) is_class: bool,
}

impl<'d> Display<'d> {
    /// Asks the question, in these words.
    ///
    /// # Errors
    /// Where the question has no card.
    pub fn new(
        corpus: &'d Corpus,
        words: &'d Words,
        settings: &'d Settings<'d>,
        environment: &'d dyn Environment,
        question: Question,
    ) -> Result<Self, GuidanceError> {
        let card = ask(corpus, words, settings, &question, None)?;
        let (place, treatment) = find_treatment(corpus, &question.treatment)?;
        Ok(Self {
            place,
            treatment: settings.names.called(treatment, &question.treatment, words),
            is_class: treatment.generic.is_none(),
            corpus,
            words,
            settings,
            environment,
            question,
            card,
        })
    }

    /// The card that is shown.
    pub fn card(&self) -> &Guidance<'d> {
        &self.card
    }

    /// What is asked, as a link says it: [`question_link`].
    ///
    /// # Errors
    /// Where the question has no card.
    pub fn link(&self) -> Result<String, GuidanceError> {
        question_link(self.corpus, self.settings, &self.question, self.environment)
    }

    /// The card of another activity at the same moment.
    pub(super) fn card_of(&self, activity: &str) -> Option<Guidance<'d>> {
        let (words, question) = (self.words, &self.question);
        ask(self.corpus, words, self.settings, question, Some(activity)).ok()
    }

    /// The same question so many minutes after the treatment, seen from now.
    pub(super) fn at(&self, at: Minutes) -> Option<Self> {
        let mut question = self.question.clone();
        question.moment.elapsed = Elapsed::from_minutes(at);
        Some(Self {
            card: ask(self.corpus, self.words, self.settings, &question, None).ok()?,
            question,
            ..*self
        })
    }

    /// When the treatment was.
    pub(super) fn moment(&self) -> &Moment {
        &self.question.moment
    }

    /// The minutes since the treatment.
    pub(super) fn elapsed(&self) -> Minutes {
        self.moment().elapsed.minutes()
    }

    /// Whether the card goes with the clock.
    pub(super) fn is_live(&self) -> bool {
        self.moment().treated.is_some()
    }

    /// So many minutes after the treatment, on the visitor's clock where there is one.
    pub(super) fn clock(&self, after: Minutes) -> Option<String> {
        let clock = || self.exact_clock(self.rounded(after));
        let now = self.moment().now;
        let text = self.rough_day(after, |instant| DateFormat::day(instant, now));
        Some(self.about(text.or_else(clock)?))
    }

    /// "Saturday evening": the treatment as whoever knows no time says it.
    pub(super) fn rough_day(
        &self,
        after: Minutes,
        format: impl Fn(f64) -> DateFormat,
    ) -> Option<String> {
        let (minute, _) = self
            .moment()
            .calendar()
            .filter(|_| self.moment().is_guess)?;
        let treated = self
            .moment()
            .instant(after)
            .filter(|_| after == Minutes(0))?;
        let day = self
            .environment
            .format(&self.words.id, treated, format(treated))?;
        let words = &self.words.core.time;
        let part = match PartOfDay::of(minute) {
            PartOfDay::Morning => &words.morning,
            PartOfDay::Afternoon => &words.afternoon,
            PartOfDay::Evening => &words.evening,
        };
        Some(part.with("day", &day))
    }

    /// What is about the last minute of an hour is shown as about the next hour: an evening
    /// is read as 23:59, which nobody has said.
    pub(super) fn rounded(&self, after: Minutes) -> Minutes {
        let instant = self
            .moment()
            .instant(after)
            .filter(|_| self.moment().is_guess);
        let minute = instant.and_then(|instant| self.minute_of_hour(instant));
        Minutes(after.0 + u32::from(minute == Some(59)))
    }

    fn minute_of_hour(&self, instant: f64) -> Option<i64> {
        let offset = self.environment.offset(instant)?;
        Some((instant / 60_000.0 + offset) as i64 % 60)
    }

    /// The same of a moment that was typed.
    pub(super) fn exact_clock(&self, after: Minutes) -> Option<String> {
        let instant = self.moment().instant(after)?;
        let format = DateFormat::long(instant, self.moment().now);
        self.environment.format(&self.words.id, instant, format)
    }

    /// What is worked out from the treatment's time: "about" it, where that is only guessed.
    pub(super) fn about(&self, when: String) -> String {
        match self.moment().is_guess {
            true => self.words.core.time.about.with("when", &when),
            false => when,
        }
    }

    /// Whether a moment is so far off that its day is a date.
    pub(super) fn is_far(&self, after: Minutes) -> bool {
        let instant = self.moment().instant(after);
        instant.is_some_and(|instant| {
            DateFormat::short_day(instant, self.moment().now) == DateFormat::ShortDate
        })
    }

    /// The same in two short texts, day and time of day; a full hour without its minutes.
    pub(super) fn short_clock(&self, after: Minutes) -> Option<[String; 2]> {
        let instant = self.moment().instant(after)?;
        let write = |format| self.environment.format(&self.words.id, instant, format);
        let day = write(DateFormat::short_day(instant, self.moment().now))?;
        let is_full = self.minute_of_hour(instant)? == 0;
        let hour = write(DateFormat::Hour).filter(|_| is_full);
        // In a language that writes "17:00" the hour alone would be any number.
        let hour = hour.filter(|hour| hour.bytes().any(|byte| !byte.is_ascii_digit()));
        Some([day, hour.or_else(|| write(DateFormat::Time))?])
    }

    /// The same in one text.
    pub(super) fn short_when(&self, after: Minutes) -> Option<String> {
        let [day, time] = self.short_clock(after)?;
        Some(format!("{day} {time}"))
    }
}

/// The card of a question in these words; of its own activity where no other is given.
fn ask<'d>(
    corpus: &'d Corpus,
    words: &'d Words,
    settings: &Settings<'_>,
    question: &Question,
    activity: Option<&str>,
) -> Result<Guidance<'d>, GuidanceError> {
    let options = Options {
        activity: activity.or(question.activity.as_deref()),
        treated_at: question.moment.treated_at,
        lang: Some(&words.id),
        ..settings.options()
    };
    guidance(
        corpus,
        &question.treatment,
        question.moment.elapsed,
        &options,
    )
}

/// Hours of a card are whole minutes, so this gives back the very minute.
pub(super) fn minutes(hours: Hours) -> Minutes {
    hours.minutes()
}
