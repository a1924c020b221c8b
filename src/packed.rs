//! How do a panel's answers lie in memory?
//!
//! As bytes, since a phone loads them: the shipped answers come to 1.6 kB, where a
//! table of structs with pointers would be 6 kB. They are read on the fly, in
//! their order, without allocating.

use crate::corpus::{Activity, Answer, Conditions, Position, Time, Treatments, Weakens};
use crate::time::Minutes;

/// The answers of a panel, in the data's order.
///
/// ```
/// use aftercare_consensus::corpus::{
///     Activity, Answer, AnswersBuf, Conditions, Position, PositionsBuf, Treatments,
/// };
///
/// let positions: PositionsBuf = [(Activity(0), Position::Untimed)].into_iter().collect();
/// let answer = Answer {
///     id: "Q1-01",
///     treatments: Treatments::new(0, true),
///     conditions: Conditions(0),
///     weakens: None,
///     no_study: false,
///     positions: positions.positions(),
/// };
/// let mut made = AnswersBuf::default();
/// made.push(&answer);
/// assert!(made.answers().iter().eq([answer]));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers<'a> {
    ids: &'a str,
    bytes: &'a [u8],
    len: u32,
}

impl<'a> Answers<'a> {
    /// From what [`AnswersBuf`] or the loader wrote: the ids one after the
    /// other, a record for each answer, and how many there are.
    ///
    /// A record is the length of the id; a bit for the class and one for each
    /// treatment; one for each condition; one for "no study exists", and then
    /// what it says on a weaker result; and its positions after their length in
    /// bytes. A position is a bit for "untimed" and then the activity, and its two
    /// moments where it has them: 0 and 1 are the end and the start of a day, 2 is
    /// the treatment, each minute later is one more. All numbers are written
    /// seven bits a byte, the lowest bits first.
    pub const fn from_parts(ids: &'a str, bytes: &'a [u8], len: u32) -> Self {
        Self { ids, bytes, len }
    }

    /// How many there are.
    pub fn len(self) -> u32 {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The answers, one after the other.
    pub fn iter(self) -> impl Iterator<Item = Answer<'a>> {
        self.records()
    }

    /// The same, by the name of its type.
    pub(crate) fn records(self) -> Records<'a> {
        Records {
            ids: self.ids,
            reader: Reader::new(self.bytes),
        }
    }
}

/// The answers that are not read yet.
#[derive(Clone, Copy)]
pub(crate) struct Records<'a> {
    ids: &'a str,
    reader: Reader<'a>,
}

impl<'a> Iterator for Records<'a> {
    type Item = Answer<'a>;

    // Whoever asks needs few of its fields.
    #[inline]
    fn next(&mut self) -> Option<Answer<'a>> {
        let reader = &mut self.reader;
        let (id, others) = self.ids.split_at_checked(reader.length())?;
        self.ids = others;
        let treatments = reader.number();
        let conditions = u16::try_from(reader.number()).ok()?;
        let claims = reader.number();
        let positions = reader.bytes();
        reader.is_sound.then_some(Answer {
            id,
            treatments: Treatments::new(treatments >> 1, treatments & 1 == 1),
            conditions: Conditions(conditions),
            weakens: match claims >> 1 {
                1 => Some(Weakens::No),
                2 => Some(Weakens::MayFirstDay),
                3 => Some(Weakens::MayHabitual),
                _ => None,
            },
            no_study: claims & 1 == 1,
            positions: Positions(positions),
        })
    }
}

/// What an answer says about each activity that it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Positions<'a>(&'a [u8]);

impl Positions<'_> {
    /// One entry for each activity.
    pub fn iter(self) -> impl Iterator<Item = (Activity, Position)> {
        let mut reader = Reader::new(self.0);
        std::iter::from_fn(move || {
            let (about, position) = reader.position()?;
            Some((Activity(about as u8), position))
        })
    }

    /// That of an activity, if there is one.
    #[inline]
    pub(crate) fn get(self, activity: Activity) -> Option<Position> {
        let mut reader = Reader::new(self.0);
        loop {
            let (about, position) = reader.position()?;
            if about == u32::from(activity.0) {
                return Some(position);
            }
        }
    }
}

/// Reads until something is not as it was written; what it gives from then on says
/// nothing.
#[derive(Clone, Copy)]
struct Reader<'a> {
    rest: &'a [u8],
    is_sound: bool,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            is_sound: true,
        }
    }

    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return number;
            }
            // A number of more bytes than any that is written is none.
            if shift > 31 {
                break;
            }
        }
        self.is_sound = false;
        0
    }

    fn length(&mut self) -> usize {
        self.number() as usize
    }

    fn bytes(&mut self) -> &'a [u8] {
        let length = self.length();
        let Some((bytes, rest)) = self.rest.split_at_checked(length) else {
            self.is_sound = false;
            return &[];
        };
        self.rest = rest;
        bytes
    }

    /// The number of an activity, of a byte at most, and what is said about it.
    fn position(&mut self) -> Option<(u32, Position)> {
        let about = self.number();
        let position = match about & 1 {
            1 => Position::Untimed,
            _ => Position::Timed {
                no_until: self.time(),
                yes_from: self.time(),
            },
        };
        let about = about >> 1;
        (self.is_sound && about <= u32::from(u8::MAX)).then_some((about, position))
    }

    #[inline]
    fn time(&mut self) -> Time {
        match self.number() {
            0 => Time::DayEnd,
            1 => Time::DayStart,
            minutes => Time::After(Minutes(minutes - 2)),
        }
    }
}

/// Answers as they are made, for those who keep no folder of data: tests,
/// benches and corpora of other kinds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswersBuf {
    ids: String,
    bytes: Vec<u8>,
    len: u32,
}

impl AnswersBuf {
    /// One more answer.
    pub fn push(&mut self, answer: &Answer<'_>) {
        let (treatments, class) = answer.treatments.parts();
        let weakens = match answer.weakens {
            None => 0,
            Some(Weakens::No) => 1,
            Some(Weakens::MayFirstDay) => 2,
            Some(Weakens::MayHabitual) => 3,
        };
        let Positions(positions) = answer.positions;
        for number in [
            length(answer.id.len()),
            treatments << 1 | u32::from(class),
            u32::from(answer.conditions.0),
            weakens << 1 | u32::from(answer.no_study),
            length(positions.len()),
        ] {
            put(&mut self.bytes, number);
        }
        self.bytes.extend_from_slice(positions);
        self.ids.push_str(answer.id);
        self.len = self.len.saturating_add(1);
    }

    /// The answers, for a panel.
    pub fn answers(&self) -> Answers<'_> {
        Answers::from_parts(&self.ids, &self.bytes, self.len)
    }
}

/// Positions as they are made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PositionsBuf(Vec<u8>);

impl PositionsBuf {
    /// The positions, for an answer.
    pub fn positions(&self) -> Positions<'_> {
        Positions(&self.0)
    }
}

impl FromIterator<(Activity, Position)> for PositionsBuf {
    fn from_iter<I: IntoIterator<Item = (Activity, Position)>>(positions: I) -> Self {
        let mut bytes = Vec::new();
        for (activity, position) in positions {
            let about = u32::from(activity.0) << 1;
            match position {
                Position::Untimed => put(&mut bytes, about | 1),
                Position::Timed { no_until, yes_from } => {
                    put(&mut bytes, about);
                    put(&mut bytes, moment(no_until));
                    put(&mut bytes, moment(yes_from));
                }
            }
        }
        Self(bytes)
    }
}

fn moment(time: Time) -> u32 {
    match time {
        Time::DayEnd => 0,
        Time::DayStart => 1,
        // The last two of 8,000 years are one with the one before.
        Time::After(minutes) => minutes.0.saturating_add(2),
    }
}

fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn put(bytes: &mut Vec<u8>, number: u32) {
    let low = (number & 0x7f) as u8;
    match number >> 7 {
        0 => bytes.push(low),
        rest => {
            bytes.push(low | 0x80);
            put(bytes, rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_lists_what_it_says_about_each_activity() {
        let mut said = 0;
        for panel in crate::frozen::CORPUS.panels {
            assert!(!panel.answers.is_empty());
            for answer in panel.answers.iter() {
                let activities = (0..u8::MAX).map(Activity);
                let expected: Vec<_> = activities
                    .filter_map(|activity| Some((activity, answer.positions.get(activity)?)))
                    .collect();
                assert_eq!(answer.positions.iter().collect::<Vec<_>>(), expected);
                said += expected.len();
            }
        }
        assert!(said > 10, "the answers say {said} things");
        assert!(Answers::from_parts("", &[], 0).is_empty());
    }

    #[test]
    fn bytes_that_nobody_wrote_end_the_list() {
        for byte in [0x80, 0xff] {
            let endless = vec![byte; 1_000_000];
            assert_eq!(Answers::from_parts("", &endless, 1).iter().count(), 0);
            assert_eq!(Positions(&endless).iter().count(), 0);
        }
    }

    #[test]
    fn answers_are_read_as_they_were_written() {
        let after = |minutes| Time::After(Minutes(minutes));
        let timed = |no_until, yes_from| Position::Timed { no_until, yes_from };
        let positions: PositionsBuf = [
            (Activity(0), timed(Time::DayEnd, Time::DayStart)),
            (Activity(127), Position::Untimed),
            (Activity(3), timed(after(90), after(90))),
            (Activity(255), timed(after(0), after(u32::MAX - 2))),
        ]
        .into_iter()
        .collect();
        let full = Answer {
            id: "Ünïque",
            treatments: Treatments::new(u32::MAX >> 1, true),
            conditions: Conditions(u16::MAX),
            weakens: Some(Weakens::MayHabitual),
            no_study: true,
            positions: positions.positions(),
        };
        let empty = Answer {
            id: "",
            treatments: Treatments::new(0, false),
            conditions: Conditions(0),
            weakens: None,
            no_study: false,
            positions: Positions(&[]),
        };
        let mut made = AnswersBuf::default();
        for answer in [full, empty, full] {
            made.push(&answer);
        }
        assert_eq!(made.answers().len(), 3);
        assert!(made.answers().iter().eq([full, empty, full]));
        assert_eq!(full.position(Activity(127)), Some(Position::Untimed));
        assert_eq!(full.position(Activity(1)), None);
    }

    #[test]
    fn what_was_cut_ends_and_does_not_panic() {
        let positions: PositionsBuf = [(Activity(200), Position::Untimed)].into_iter().collect();
        let mut made = AnswersBuf::default();
        made.push(&Answer {
            id: "a",
            treatments: Treatments::new(1 << 20, true),
            conditions: Conditions(9),
            weakens: Some(Weakens::No),
            no_study: false,
            positions: positions.positions(),
        });
        for end in 0..made.bytes.len() {
            let cut = Answers::from_parts(&made.ids, &made.bytes[..end], 1);
            assert_eq!(cut.iter().count(), 0);
        }
    }
}
