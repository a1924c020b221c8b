//! As the hours grow, does everything move from wait towards fine?

use aftercare_consensus::{Corpus, Options};

use crate::holds;
use crate::moments::cards;

holds!(
    fine_never_falls_and_wait_never_rises,
    tallies_move_towards_fine
);
holds!(no_status_ever_moves_back, statuses_move_towards_fine);
holds!(
    what_does_not_depend_on_the_moment_is_the_same_on_every_card,
    the_rest_stays
);

fn tallies_move_towards_fine(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    for pair in cards(corpus, treatment, options).windows(2) {
        for (before, after) in pair[0].panels.iter().zip(&pair[1].panels) {
            assert!(
                before.tally.fine <= after.tally.fine && before.tally.wait >= after.tally.wait,
                "{treatment}, {options:?}: {} goes from {:?} at {:?} to {:?} at {:?}",
                before.id,
                before.tally,
                pair[0].hours_elapsed,
                after.tally,
                pair[1].hours_elapsed
            );
        }
    }
}

fn statuses_move_towards_fine(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    for pair in cards(corpus, treatment, options).windows(2) {
        let panels = pair[0].panels.iter().zip(&pair[1].panels);
        let statuses = panels.map(|(before, after)| (before.id, before.status, after.status));
        let combined = ("all together", pair[0].status, pair[1].status);
        for (who, before, after) in statuses.chain([combined]) {
            assert!(
                before <= after,
                "{treatment}, {options:?}: {who} goes back from {before:?} at {:?} to {after:?} at {:?}",
                pair[0].hours_elapsed,
                pair[1].hours_elapsed
            );
        }
    }
}

fn the_rest_stays(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    let cards = cards(corpus, treatment, options);
    for pair in cards.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        assert_eq!(
            before.fine_from, after.fine_from,
            "{treatment}, {options:?}"
        );
        assert_eq!(
            before.conditions, after.conditions,
            "{treatment}, {options:?}"
        );
        assert_eq!(before.claims, after.claims, "{treatment}, {options:?}");
        for (before, after) in before.panels.iter().zip(&after.panels) {
            assert_eq!(before.basis, after.basis, "{treatment}, {options:?}");
            assert_eq!(
                before.fine_from, after.fine_from,
                "{treatment}, {options:?}"
            );
            assert_eq!(before.longest, after.longest, "{treatment}, {options:?}");
        }
        for (before, after) in before.answers.iter().zip(&after.answers) {
            assert_eq!(before.yes_from, after.yes_from, "{treatment}, {options:?}");
        }
        assert_eq!(before.answers.len(), after.answers.len());
    }
}
