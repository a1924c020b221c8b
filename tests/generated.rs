//! Is every card of a corpus that nobody wrote what counting its answers gives?
//!
//! The corpora are those of `cargo xtask bench growth`.

#[path = "../benches/growth/generated.rs"]
mod generated;

use aftercare_consensus::{Elapsed, Minutes, Options, Tally, guidance, timeline};

use generated::{Generated, LAST, Spread};

const SIZES: [usize; 4] = [20, 200, 2_000, 20_000];

fn each(check: impl Fn(&Generated, usize)) {
    for spread in Spread::ALL {
        for size in SIZES {
            check(&Generated::new(size, spread), size);
        }
    }
}

#[test]
fn cards_count_what_the_answers_say_one_by_one() {
    each(|generated, size| {
        let positions = generated.positions();
        assert_eq!(positions.len(), size, "every answer counts");
        for at in [0, 300, 1440, 2880, LAST / 2, LAST].map(Minutes) {
            let mut tally = Tally::default();
            for position in &positions {
                tally.add(position.stance(at));
            }
            let corpus = &generated.corpus;
            let name = &corpus.treatments[0].id;
            let elapsed = Elapsed::from_minutes(at);
            let card = guidance(corpus, name, elapsed, &Options::default());
            let card = card.unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(card.panels[0].tally, tally, "{size} answers at {at:?}");
            assert_eq!(card.answers.len(), size);
        }
    });
}

#[test]
fn a_timeline_ends_with_every_timed_answer_fine() {
    each(|generated, size| {
        let corpus = &generated.corpus;
        let line = timeline(corpus, &corpus.treatments[0].id, &Options::default());
        let line = line.unwrap_or_else(|error| panic!("{error}"));
        let last = line.panels[0].steps.last().expect("a timeline has a step");
        let tally = last.tally;
        assert_eq!((tally.wait, tally.silent), (0, 0), "{size} answers");
        assert_eq!(tally.fine as usize + tally.untimed as usize, size);
    });
}
