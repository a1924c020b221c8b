//! What does the live corpus come to, in one line for each question?
//!
//! A new answer in data/ changes some of these lines: read them as the effect of
//! the answer. `UPDATE_EXPECT=1 cargo test --test snapshot` renews the file.

use std::fmt::Write;

use aftercare_consensus::{CORPUS, Elapsed, Minutes, Options, PanelGuidance, guidance};
use expect_test::expect_file;

/// The last ones are for waits of days, such as those for facials.
const HOURS: [u32; 10] = [0, 4, 6, 12, 16, 24, 48, 72, 168, 336];

#[test]
fn the_statuses_of_the_live_corpus_are_those_of_the_snapshot() {
    expect_file!["snapshots/statuses.txt"].assert_eq(&statuses());
}

#[test]
fn a_reader_is_not_told_of_nobody_beside_those_who_gave_a_time() {
    let mut few = 0;
    for treatment in CORPUS.treatments.iter() {
        for activity in CORPUS.activities.iter() {
            let options = Options {
                activity: Some(activity),
                ..Options::default()
            };
            let elapsed = Elapsed::from_minutes(Minutes(0));
            let card = guidance(&CORPUS, &treatment.id, elapsed, &options).expect("a card");
            let timed = |panel: &PanelGuidance<'_>| panel.tally.timed();
            let is_few = card.summary.starts_with("Only ");
            if is_few && card.panels.iter().any(|panel| timed(panel) > 0) {
                few += 1;
                let words = card.summary.split(' ');
                assert_eq!(
                    words.filter(|word| *word == "0").count(),
                    0,
                    "{}",
                    card.summary
                );
            }
        }
    }
    assert!(few > 0, "somewhere there are too few answers");
}

fn statuses() -> String {
    let mut text = String::from(
        "# The combined status, then each panel: its basis, and fine/silent/wait of its\n\
         # timed answers +untimed. Clock time unknown.\n",
    );
    let longest = |names: &mut dyn Iterator<Item = &str>| names.map(str::len).max().unwrap_or(0);
    let treatments = longest(&mut CORPUS.treatments.iter().map(|names| &*names.id));
    let activities = longest(&mut CORPUS.activities.iter().map(|id| &**id));
    for treatment in CORPUS.treatments.iter() {
        for activity in CORPUS.activities.iter() {
            text.push('\n');
            for hours in HOURS {
                let elapsed = Elapsed::from_minutes(Minutes(hours * 60));
                let options = Options {
                    activity: Some(activity),
                    ..Options::default()
                };
                let card = guidance(&CORPUS, &treatment.id, elapsed, &options)
                    .unwrap_or_else(|error| panic!("{} {activity}: {error}", treatment.id));
                let panels: Vec<String> = card.panels.iter().map(panel).collect();
                let line = format!(
                    "{:treatments$}  {activity:activities$}  {hours:>3} h  {:11}  {}",
                    treatment.id,
                    card.status.as_str(),
                    panels.join("  ")
                );
                writeln!(text, "{}", line.trim_end()).expect("a string can be written to");
            }
        }
    }
    text
}

fn panel(panel: &PanelGuidance<'_>) -> String {
    let tally = panel.tally;
    let basis = format!("{:?}", panel.basis).to_lowercase();
    format!(
        "{} {basis:9} {:>2}/{:>2}/{:>2} +{}",
        panel.id, tally.fine, tally.silent, tally.wait, tally.untimed
    )
}
