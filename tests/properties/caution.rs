//! Does every answer count once, and does the more cautious panel win?

use aftercare_consensus::{Corpus, Options, Stance, Status, Tally};

use crate::holds;
use crate::moments::cards;

holds!(
    a_tally_adds_up_to_the_answers_that_it_counts,
    tallies_add_up
);
holds!(
    the_card_is_as_cautious_as_its_most_cautious_panel,
    combined_is_cautious
);
holds!(a_status_is_that_of_its_tally, statuses_follow_tallies);

fn tallies_add_up(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    for card in cards(corpus, treatment, options) {
        let mut listed = 0;
        for panel in &card.panels {
            let mut tally = Tally::default();
            for answer in card
                .answers
                .iter()
                .filter(|answer| answer.panel == panel.id)
            {
                match answer.stance {
                    Stance::Fine => tally.fine += 1,
                    Stance::Wait => tally.wait += 1,
                    Stance::Silent => tally.silent += 1,
                    Stance::Untimed => tally.untimed += 1,
                }
                let timed = answer.stance != Stance::Untimed;
                assert!(
                    answer.no_until.is_some() == timed && answer.yes_from.is_some() == timed,
                    "{answer:?} has times just where it is timed"
                );
            }
            assert_eq!(
                panel.tally, tally,
                "{treatment}, {options:?}: the answers listed for {} at {:?}",
                panel.id, card.hours_elapsed
            );
            listed += tally.timed() + tally.untimed;
        }
        assert_eq!(
            card.answers.len(),
            listed as usize,
            "{treatment}, {options:?}: an answer is of no panel of the card"
        );
    }
}

fn combined_is_cautious(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    for card in cards(corpus, treatment, options) {
        let panels = card.panels.iter().map(|panel| panel.status);
        let voting: Vec<Status> = panels
            .filter(|status| *status != Status::NotEnough)
            .collect();
        let context = || format!("{treatment}, {options:?} at {:?}", card.hours_elapsed);
        if voting.is_empty() {
            assert_eq!(
                card.status,
                Status::NotEnough,
                "nobody votes: {}",
                context()
            );
        } else {
            assert!(
                voting.iter().all(|status| card.status <= *status),
                "{:?} is less cautious than one of {voting:?}: {}",
                card.status,
                context()
            );
            assert!(
                voting.contains(&card.status),
                "{:?} is the status of no panel that votes: {}",
                card.status,
                context()
            );
        }
    }
}

fn statuses_follow_tallies(corpus: &Corpus, treatment: &str, options: &Options<'_>) {
    for card in cards(corpus, treatment, options) {
        for panel in &card.panels {
            assert_eq!(panel.status, Status::of(panel.tally), "{}", panel.id);
            // To the nearest thousandth, in whole numbers: no float rounds here.
            let (fine, timed) = (u64::from(panel.tally.fine), u64::from(panel.tally.timed()));
            let share = panel
                .share
                .map(|share| (share.get() * 1000.0).round() as u64);
            assert_eq!(share.is_some(), timed > 0, "{}", panel.id);
            let error = (share.unwrap_or(0) * timed).abs_diff(fine * 1000);
            assert!(
                error * 2 <= timed,
                "the share of {} is {share:?} thousandths, not {fine} of {timed}",
                panel.id
            );
        }
    }
}
