//! Is every minute of fourteen days what a count by hand gives?
//!
//! The longest wait of the live corpus is fourteen days.

use aftercare_consensus::{
    CORPUS, ClockTime, Elapsed, FEWEST, Hours, Minutes, Options, Status, TreatedAt, guidance,
    timeline,
};

const LAST: u32 = 14 * 24 * 60;

/// What one answer says, in minutes, as the card lists it.
struct Wait {
    no_until: u32,
    yes_from: u32,
}

/// The codebook's table, written out once more.
fn status(waits: &[Wait], minute: u32) -> Status {
    let timed = waits.len();
    let fine = waits.iter().filter(|wait| minute >= wait.yes_from).count();
    let wait = waits.iter().filter(|wait| minute < wait.no_until).count();
    if timed < FEWEST as usize {
        Status::NotEnough
    } else if fine == timed {
        Status::Fine
    } else if fine * 100 >= timed * 75 {
        Status::MostlyFine
    } else if wait == timed {
        Status::Wait
    } else if wait * 2 > timed {
        Status::MostlyWait
    } else {
        Status::Divided
    }
}

fn minutes(hours: Hours) -> u32 {
    (hours.get() * 60.0).round() as u32
}

fn check(treatment: &str, options: &Options<'_>) {
    let start = Elapsed::from_minutes(Minutes(0));
    let card = guidance(&CORPUS, treatment, start, options).expect("the corpus has it");
    let course = timeline(&CORPUS, treatment, options).expect("the corpus has it");
    let panels: Vec<Vec<Wait>> = card
        .panels
        .iter()
        .map(|panel| {
            let own = card
                .answers
                .iter()
                .filter(|answer| answer.panel == &*panel.id);
            own.filter_map(|answer| {
                Some(Wait {
                    no_until: minutes(answer.no_until?),
                    yes_from: minutes(answer.yes_from?),
                })
            })
            .collect()
        })
        .collect();
    let mut step = 0;
    for minute in 0..=LAST {
        while course
            .steps
            .get(step + 1)
            .is_some_and(|next| minutes(next.hours) <= minute)
        {
            step += 1;
        }
        let views: Vec<Status> = panels.iter().map(|waits| status(waits, minute)).collect();
        let voting = || views.iter().filter(|view| **view != Status::NotEnough);
        let shown = course.steps[step].status;
        assert!(
            voting().all(|view| shown <= *view),
            "{treatment}, {options:?} at minute {minute}: {shown:?} is less cautious than {views:?}"
        );
        assert_eq!(
            shown,
            voting().min().copied().unwrap_or(Status::NotEnough),
            "{treatment}, {options:?} at minute {minute}, counted by hand: {views:?}"
        );
    }
}

#[test]
fn no_patient_is_shown_less_caution_than_a_panel_that_votes() {
    let evening = TreatedAt::Clock(ClockTime::parse("17:00").expect("a clock time"));
    for treatment in CORPUS.treatments.iter() {
        for activity in CORPUS.activities.iter() {
            for treated_at in [TreatedAt::Unknown, evening] {
                let options = Options {
                    activity: Some(activity),
                    treated_at,
                    ..Options::default()
                };
                check(&treatment.id, &options);
            }
        }
    }
}
