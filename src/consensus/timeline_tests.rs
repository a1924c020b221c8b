//! Does a timeline cost no more than it may, and is it right, whatever the answers?

use std::cell::Cell;

use super::comparisons::comparisons;
use super::{Minutes, Resolved, Tally, Timeline};

/// Answers that nobody gave: a generator of numbers that are the same each time.
fn answers(number: u32, last: u32) -> Vec<Resolved> {
    let mut state = 20_261_122_u32;
    let mut moment = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % last
    };
    (0..number)
        .map(|place| match (place % 10, moment(), moment()) {
            (0, ..) => Resolved::Untimed,
            (_, one, other) => Resolved::Timed {
                no_until: Minutes(one.min(other)),
                yes_from: Minutes(one.max(other)),
            },
        })
        .collect()
}

/// Few moments that many share, and moments of each answer's own.
const LASTS: [u32; 2] = [30, 10_000_000];

const SIZES: [u32; 5] = [0, 1, 20, 1_000, 20_000];

fn each(check: impl Fn(u32, &[Resolved], &Timeline)) {
    for last in LASTS {
        for size in SIZES {
            let answers = answers(size, last);
            check(last, &answers, &Timeline::new(answers.iter().copied()));
        }
    }
}

/// Two to this power is at least the number.
fn log(number: usize) -> u64 {
    u64::from(number.max(1).ilog2() + 1)
}

#[test]
fn a_timeline_is_made_in_n_log_n() {
    each(|_, answers, _| {
        let n = answers.len() as u64;
        let made = comparisons(|| Timeline::new(answers.iter().copied()));
        // Two lists, each sorted by a heap.
        let most = 2 * n * (2 * log(answers.len()) + 2);
        assert!(
            made <= most,
            "{n} answers took {made} comparisons, more than {most}"
        );
    });
}

#[test]
fn it_is_asked_in_log_n() {
    each(|last, answers, line| {
        let log = log(answers.len()) + 1;
        for at in [0, 1, last / 3, last / 2, last, u32::MAX].map(Minutes) {
            let n = answers.len();
            let asked = comparisons(|| line.at(at));
            assert!(
                asked <= 2 * log,
                "the tally of {n} answers at {at:?}: {asked}"
            );
            let asked = comparisons(|| line.next(at));
            assert!(
                asked <= 4 * log + 1,
                "the change of {n} answers after {at:?}: {asked}"
            );
        }
    });
}

#[test]
fn the_first_moment_is_found_in_log_n() {
    thread_local! {
        static ASKED: Cell<u64> = const { Cell::new(0) };
    }
    each(|_, answers, line| {
        for wanted in [
            |tally: Tally| tally.fine > 0,
            |tally: Tally| tally.fine * 4 >= tally.timed() * 3,
            |tally: Tally| tally.fine == tally.timed(),
        ] {
            assert_eq!(
                line.first(wanted),
                line.steps()
                    .find(|step| wanted(step.tally))
                    .map(|step| step.at)
            );
        }
        ASKED.set(0);
        line.first(|tally| {
            ASKED.set(ASKED.get() + 1);
            tally.fine > tally.timed() / 2
        });
        let (n, asked) = (answers.len(), ASKED.get());
        assert!(asked <= log(n) + 1, "{n} answers were asked {asked} times");
    });
}

#[test]
fn it_is_what_counting_the_answers_one_by_one_gives() {
    each(|last, answers, line| {
        let steps: Vec<_> = line.steps().collect();
        // Each step of a few, every hundredth of many.
        for step in steps.iter().step_by(steps.len() / 100 + 1) {
            for at in [step.at.0.saturating_sub(1), step.at.0, step.at.0 + 1, last].map(Minutes) {
                let mut tally = Tally::default();
                answers
                    .iter()
                    .for_each(|answer| tally.add(answer.stance(at)));
                assert_eq!(line.at(at), tally, "{} answers at {at:?}", answers.len());
            }
        }
        for pair in steps.windows(2) {
            assert!(pair[0].at < pair[1].at && pair[0].tally != pair[1].tally);
            assert_eq!(line.next(pair[0].at), Some(pair[1]));
        }
        assert_eq!(steps.last().and_then(|step| line.next(step.at)), None);
    });
}
