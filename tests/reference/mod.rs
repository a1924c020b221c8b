//! The codebook a second time, as naively as can be: every minute counted anew.
//!
//! Nothing here comes from the library under test. The data are those that
//! `aftercare_corpus` reads; from there on the codebook's sentences are written
//! down one by one, without a thought for speed.

use aftercare_corpus::{Answer, Corpus, Panel, Position, Time, Weakens};

/// What is asked, by places in the data.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) treatment: usize,
    pub(crate) activity: usize,
    /// The minute of the day of the treatment, where it is known.
    pub(crate) clock: Option<u32>,
    pub(crate) panels: Vec<usize>,
}

/// What of a card follows from the codebook; moments in whole minutes.
#[derive(Debug, PartialEq)]
pub(crate) struct Card {
    pub(crate) status: &'static str,
    pub(crate) most: Option<u32>,
    pub(crate) all: Option<u32>,
    pub(crate) next_change: Option<(u32, &'static str)>,
    pub(crate) panels: Vec<PanelCard>,
    /// Id and number of answers.
    pub(crate) conditions: Vec<(String, usize)>,
    /// On weaker results: no and may. On studies: that there is none.
    pub(crate) claims: [usize; 3],
    pub(crate) answers: Vec<AnswerCard>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct PanelCard {
    pub(crate) id: String,
    pub(crate) basis: &'static str,
    pub(crate) status: &'static str,
    pub(crate) tally: Tally,
    /// In thousandths.
    pub(crate) share: Option<u32>,
    pub(crate) stable: bool,
    pub(crate) first: Option<u32>,
    pub(crate) most: Option<u32>,
    pub(crate) all: Option<u32>,
    pub(crate) next_change: Option<(u32, &'static str)>,
    /// Minutes and number of answers.
    pub(crate) longest: Option<(u32, usize)>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct AnswerCard {
    pub(crate) id: String,
    pub(crate) panel: String,
    pub(crate) stance: &'static str,
    pub(crate) no_until: Option<u32>,
    pub(crate) yes_from: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Tally {
    pub(crate) fine: usize,
    pub(crate) wait: usize,
    pub(crate) silent: usize,
    pub(crate) untimed: usize,
}

/// The whole minutes that have passed after these hours. Minute `n` has come
/// once the hours are what a caller has who divides `n` by sixty.
pub(crate) fn minutes(hours: f64) -> u32 {
    let (mut low, mut high) = (0_u64, u64::from(u32::MAX) + 1);
    while high - low > 1 {
        let middle = u64::midpoint(low, high);
        if middle as f64 / 60.0 <= hours {
            low = middle;
        } else {
            high = middle;
        }
    }
    u32::try_from(low).expect("less than the limit of the search")
}

/// The first that holds, from `not_enough` to `divided`.
fn status(tally: Tally) -> &'static str {
    let Tally {
        fine, wait, silent, ..
    } = tally;
    let timed = fine + wait + silent;
    if timed < 5 {
        "not_enough"
    } else if fine == timed {
        "fine"
    } else if fine * 100 >= timed * 75 {
        "mostly_fine"
    } else if wait == timed {
        "wait"
    } else if wait * 2 > timed {
        "mostly_wait"
    } else {
        "divided"
    }
}

/// The more cautious of those that have enough answers.
fn more_cautious(statuses: &[&'static str]) -> &'static str {
    ["wait", "mostly_wait", "divided", "mostly_fine", "fine"]
        .into_iter()
        .find(|status| statuses.contains(status))
        .unwrap_or("not_enough")
}

fn mostly_fine(status: &str) -> bool {
    status == "mostly_fine" || status == "fine"
}

/// An answer that speaks of the activity.
#[derive(Clone)]
struct Statement<'d> {
    answer: &'d Answer,
    /// It names the treatment.
    names: bool,
    /// From when to when it says wait and from when fine, in minutes.
    times: Option<(u32, u32)>,
}

impl Statement<'_> {
    fn stance(&self, minute: u32) -> &'static str {
        match self.times {
            None => "untimed",
            Some((_, yes_from)) if minute >= yes_from => "fine",
            Some((no_until, _)) if minute < no_until => "wait",
            Some(_) => "silent",
        }
    }
}

fn statements<'d>(panel: &'d Panel, question: &Question) -> Vec<Statement<'d>> {
    // Day's end is the first midnight after the treatment, day's start six
    // hours later; without a clock 16 and 24 hours.
    let (day_end, day_start) = match question.clock {
        None => (16 * 60, 24 * 60),
        Some(clock) => (24 * 60 - clock, 24 * 60 - clock + 6 * 60),
    };
    let minute = |time| match time {
        Time::Minutes(minutes) => minutes,
        Time::DayEnd => day_end,
        Time::DayStart => day_start,
    };
    let mut statements = Vec::new();
    for answer in panel.answers.iter() {
        for (activity, position) in answer.positions.iter() {
            if *activity == question.activity {
                statements.push(Statement {
                    answer,
                    names: answer.treatments.contains(&question.treatment),
                    times: match *position {
                        Position::Untimed => None,
                        Position::Timed { no_until, yes_from } => {
                            Some((minute(no_until), minute(yes_from)))
                        }
                    },
                });
            }
        }
    }
    statements
}

/// Which of them count, and on what basis.
fn counted<'d>(statements: &[Statement<'d>]) -> (&'static str, Vec<Statement<'d>>) {
    let own: Vec<Statement<'d>> = statements
        .iter()
        .filter(|statement| statement.names || statement.answer.class)
        .cloned()
        .collect();
    let timed = own
        .iter()
        .filter(|statement| statement.times.is_some())
        .count();
    if timed >= 5 && own.iter().any(|statement| statement.names) {
        ("treatment", own)
    } else {
        ("class", statements.to_vec())
    }
}

fn tally(statements: &[Statement<'_>], minute: u32) -> Tally {
    let mut tally = Tally::default();
    for statement in statements {
        match statement.stance(minute) {
            "fine" => tally.fine += 1,
            "wait" => tally.wait += 1,
            "silent" => tally.silent += 1,
            _ => tally.untimed += 1,
        }
    }
    tally
}

/// One panel, with its tally at every minute until nothing changes any more.
struct History<'d> {
    panel: &'d Panel,
    everyone: Vec<Statement<'d>>,
    counted: Vec<Statement<'d>>,
    basis: &'static str,
    tallies: Vec<Tally>,
    /// When the first, most and all say fine.
    fine_from: [Option<u32>; 3],
}

impl<'d> History<'d> {
    fn new(panel: &'d Panel, question: &Question) -> Self {
        let everyone = statements(panel, question);
        let (basis, counted) = counted(&everyone);
        let last = counted
            .iter()
            .filter_map(|statement| statement.times)
            .map(|(_, yes_from)| yes_from)
            .max()
            .unwrap_or(0);
        let mut history = Self {
            panel,
            everyone,
            basis,
            tallies: (0..=last).map(|minute| tally(&counted, minute)).collect(),
            counted,
            fine_from: [None; 3],
        };
        // The same at every moment, so worked out once.
        history.fine_from = [
            history.first(|tally| tally.fine > 0),
            history.first(|tally| mostly_fine(status(tally))),
            history.first(|tally| status(tally) == "fine"),
        ];
        history
    }

    fn tally(&self, minute: u32) -> Tally {
        let last = self.tallies.len() - 1;
        self.tallies[usize::try_from(minute).unwrap_or(last).min(last)]
    }

    fn last(&self) -> u32 {
        u32::try_from(self.tallies.len() - 1).expect("a year has not that many minutes")
    }

    fn first(&self, wanted: impl Fn(Tally) -> bool) -> Option<u32> {
        let enough = status(self.tally(0)) != "not_enough";
        (0..=self.last()).find(|minute| enough && wanted(self.tally(*minute)))
    }

    fn stable(&self, minute: u32) -> bool {
        let now = status(self.tally(minute));
        (0..self.everyone.len()).all(|missing| {
            let mut others = self.everyone.clone();
            others.remove(missing);
            let (_, others) = counted(&others);
            status(tally(&others, minute)) == now
        })
    }

    fn longest(&self) -> Option<(u32, usize)> {
        let waits: Vec<u32> = self
            .counted
            .iter()
            .filter_map(|statement| statement.times)
            .map(|(no_until, _)| no_until)
            .filter(|no_until| *no_until > 0)
            .collect();
        let longest = waits.iter().copied().max()?;
        Some((
            longest,
            waits.iter().filter(|wait| **wait == longest).count(),
        ))
    }

    fn card(&self, minute: u32) -> PanelCard {
        let now = self.tally(minute);
        let timed = now.fine + now.wait + now.silent;
        let [first, most, all] = self.fine_from;
        PanelCard {
            id: self.panel.id.to_string(),
            basis: self.basis,
            status: status(now),
            tally: now,
            share: (timed > 0).then(|| (now.fine as f64 / timed as f64 * 1000.0).round() as u32),
            stable: self.stable(minute),
            first,
            most,
            all,
            next_change: (minute.saturating_add(1)..=self.last())
                .find(|later| self.tally(*later) != now)
                .map(|later| (later, status(self.tally(later)))),
            longest: self.longest(),
        }
    }
}

/// The panels that were asked for, with all their minutes.
pub(crate) struct Reference<'d> {
    data: &'d Corpus,
    panels: Vec<History<'d>>,
    /// When most and all say fine.
    fine_from: [Option<u32>; 2],
}

impl<'d> Reference<'d> {
    pub(crate) fn new(data: &'d Corpus, question: &Question) -> Self {
        let panels = question.panels.iter();
        let mut reference = Self {
            data,
            panels: panels
                .map(|panel| History::new(&data.panels[*panel], question))
                .collect(),
            fine_from: [None; 2],
        };
        reference.fine_from = [
            reference.first(mostly_fine),
            reference.first(|status| status == "fine"),
        ];
        reference
    }

    fn status(&self, minute: u32) -> &'static str {
        let statuses: Vec<&str> = self
            .panels
            .iter()
            .map(|panel| status(panel.tally(minute)))
            .collect();
        more_cautious(&statuses)
    }

    fn first(&self, wanted: impl Fn(&str) -> bool) -> Option<u32> {
        let last = self.panels.iter().map(History::last).max().unwrap_or(0);
        (0..=last).find(|minute| wanted(self.status(*minute)))
    }

    fn answers(&self) -> impl Iterator<Item = (&History<'d>, &Statement<'d>)> {
        self.panels.iter().flat_map(|panel| {
            panel
                .counted
                .iter()
                .map(move |statement| (panel, statement))
        })
    }

    fn number(&self, wanted: impl Fn(&Answer) -> bool) -> usize {
        self.answers()
            .filter(|(_, statement)| wanted(statement.answer))
            .count()
    }

    pub(crate) fn card(&self, minute: u32) -> Card {
        let panels: Vec<PanelCard> = self.panels.iter().map(|panel| panel.card(minute)).collect();
        let conditions = self.data.conditions.iter().enumerate();
        let [most, all] = self.fine_from;
        Card {
            status: self.status(minute),
            most,
            all,
            // The earliest of the panels' own next changes.
            next_change: panels
                .iter()
                .filter_map(|panel| panel.next_change)
                .map(|(later, _)| later)
                .min()
                .map(|later| (later, self.status(later))),
            panels,
            conditions: conditions
                .map(|(place, id)| {
                    let answers = self.number(|answer| answer.conditions.contains(&place));
                    (id.to_string(), answers)
                })
                .filter(|(_, answers)| *answers > 0)
                .collect(),
            claims: [
                self.number(|answer| answer.weakens == Some(Weakens::No)),
                self.number(|answer| {
                    matches!(
                        answer.weakens,
                        Some(Weakens::MayFirstDay | Weakens::MayHabitual)
                    )
                }),
                self.number(|answer| answer.no_study),
            ],
            answers: self
                .answers()
                .map(|(panel, statement)| AnswerCard {
                    id: statement.answer.id.to_string(),
                    panel: panel.panel.id.to_string(),
                    stance: statement.stance(minute),
                    no_until: statement.times.map(|(no_until, _)| no_until),
                    yes_from: statement.times.map(|(_, yes_from)| yes_from),
                })
                .collect(),
        }
    }
}
