//! How long does the reader's own clinic ask to wait?

use aftercare_corpus::Corpus;

use super::decimal::whole_number;
use crate::consensus::{Day, Minutes, Status};
use crate::guidance::{ErrorCode, GuidanceError, find};
use crate::i18n::clean;

/// A year: a longer wait is a slip.
const LONGEST: u32 = 365 * 24 * 60;

/// What a clinic asks of its patients: a wait for each activity that it names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Protocol {
    /// By the index of the activity in the corpus.
    waits: Vec<(usize, Wait)>,
}

/// How long a clinic asks to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// For so long after the treatment.
    For(Minutes),
    /// Until the day of the treatment is over.
    DayEnd,
}

/// A clinic's wait and the consensus at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClinicWait {
    /// The wait that the clinic asks for.
    pub wait: Wait,
    /// When it ends, after the treatment.
    pub until: Minutes,
    /// Whether it still runs.
    pub waiting: bool,
    /// Whether the consensus says the contrary: mostly fine while the clinic's
    /// wait runs, or mostly wait when it has ended.
    pub differs: bool,
}

impl Protocol {
    /// Reads parts such as `exercise 24h` or `exercise day-end`, separated by
    /// semicolons. Space around and within a part is free.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidOption`] with the part that is not one, or that names
    /// an activity for a second time; [`ErrorCode::UnknownActivity`].
    ///
    /// ```
    /// use aftercare_consensus::{CORPUS, Minutes, Protocol, Wait};
    ///
    /// let protocol = Protocol::parse(&CORPUS, "exercise 24h; lying-flat day-end")?;
    /// assert_eq!(protocol.wait(&CORPUS, "exercise"), Some(Wait::For(Minutes(24 * 60))));
    /// assert_eq!(protocol.wait(&CORPUS, "alcohol"), None);
    /// # Ok::<(), aftercare_consensus::GuidanceError>(())
    /// ```
    pub fn parse(corpus: &Corpus, text: &str) -> Result<Self, GuidanceError> {
        let text = &*clean(text);
        let example = corpus.activities.first().map_or("", |id| id);
        let accepted = format!(
            "an activity and its wait, such as {example} 24h or {example} day-end, \
             with a semicolon before the next; a wait is 1min to 365d"
        );
        let mut waits: Vec<(usize, Wait)> = Vec::new();
        for part in text.strip_suffix(';').unwrap_or(text).split(';') {
            let part = part.trim_ascii();
            let refused = |accepted: &str| {
                GuidanceError::unaccepted(ErrorCode::InvalidOption, "protocol", part, accepted)
            };
            let parsed = part
                .split_once(' ')
                .and_then(|(activity, wait)| Some((activity, Wait::parse(wait.trim_ascii())?)));
            let (activity, wait) = parsed.ok_or_else(|| refused(&accepted))?;
            let known = |place: usize| corpus.activities.get(place).map(|id| &**id);
            let activity = find(ErrorCode::UnknownActivity, "protocol", activity, &known)?;
            if waits.iter().any(|(known, _)| *known == activity) {
                return Err(refused("each activity once"));
            }
            waits.push((activity, wait));
        }
        Ok(Self { waits })
    }

    /// The activities that it names, by their index in the corpus, and their waits.
    pub fn waits(&self) -> &[(usize, Wait)] {
        &self.waits
    }

    /// The longest of its waits; a day where one ends with the day.
    pub fn longest(&self) -> Minutes {
        let mut longest = Minutes(0);
        for (_, wait) in &self.waits {
            longest = longest.max(match wait {
                Wait::For(minutes) => *minutes,
                Wait::DayEnd => Minutes(24 * 60),
            });
        }
        longest
    }

    /// Whether it names no activity.
    pub fn is_empty(&self) -> bool {
        self.waits.is_empty()
    }

    /// The wait for an activity, by its id.
    pub fn wait(&self, corpus: &Corpus, activity: &str) -> Option<Wait> {
        let is_asked = |place: usize| {
            corpus
                .activities
                .get(place)
                .is_some_and(|id| id == activity)
        };
        let found = self.waits.iter().find(|(place, _)| is_asked(*place));
        found.map(|(_, wait)| *wait)
    }
}

impl Wait {
    fn parse(text: &str) -> Option<Self> {
        if text == "day-end" {
            return Some(Self::DayEnd);
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at_checked(digits)?;
        let unit = match unit.trim_ascii() {
            "min" => 1,
            "h" => 60,
            "d" => 24 * 60,
            _ => return None,
        };
        let minutes = whole_number(number)?.checked_mul(unit)?;
        (1..=LONGEST)
            .contains(&minutes)
            .then_some(Self::For(Minutes(minutes)))
    }

    /// When it ends, after the treatment.
    pub fn until(self, day: Day) -> Minutes {
        match self {
            Self::For(minutes) => minutes,
            Self::DayEnd => day.end(),
        }
    }

    /// The wait and the consensus at a moment.
    pub fn against(self, day: Day, at: Minutes, consensus: Status) -> ClinicWait {
        let until = self.until(day);
        let waiting = at < until;
        let differs = match waiting {
            true => consensus.is_mostly_fine(),
            false => matches!(consensus, Status::Wait | Status::MostlyWait),
        };
        ClinicWait {
            wait: self,
            until,
            waiting,
            differs,
        }
    }
}
