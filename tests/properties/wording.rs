//! Are the sentences short, and do they never permit anything?

use aftercare_consensus::{CORPUS, ClockTime, Guidance, Names, Options, TreatedAt};

use crate::live::panel_subsets;
use crate::moments::{card_at, minute, timeline_of};

/// Every treatment, activity, names mode, set of panels and step.
fn each_card(check: impl Fn(&Guidance<'_>)) {
    let evening = TreatedAt::Clock(ClockTime::parse("17:00").expect("a clock time"));
    for treatment in CORPUS.treatments.iter() {
        for activity in CORPUS.activities.iter() {
            for panels in panel_subsets() {
                for names in [Names::Brand, Names::Generic, Names::Class] {
                    for treated_at in [TreatedAt::Unknown, evening] {
                        let options = Options {
                            activity: Some(activity),
                            treated_at,
                            panels: Some(&panels),
                            lang: None,
                            names,
                        };
                        let timeline = timeline_of(&CORPUS, &treatment.id, &options);
                        for step in &timeline.steps {
                            let at = minute(step.hours);
                            check(&card_at(&CORPUS, &treatment.id, &options, at));
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_summary_has_at_most_140_characters() {
    each_card(|card| {
        let length = card.summary.chars().count();
        assert!(length <= 140, "{length} characters: {}", card.summary);
    });
}

#[test]
fn no_placeholder_is_left_in_a_sentence() {
    each_card(|card| {
        let claims = card.claims.iter().map(|claim| claim.text.as_str());
        for text in claims
            .chain([card.summary.as_str()])
            .chain(card.proviso.as_deref())
        {
            assert!(!text.contains(['{', '}']), "{text}");
        }
    });
}

#[test]
fn a_card_never_says_that_a_reader_may() {
    each_card(|card| {
        let text = serde_json::to_string(card)
            .expect("a card is JSON")
            .to_lowercase();
        for permission in ["you can", "you may", "it is safe"] {
            assert!(
                !text.contains(permission),
                "{permission:?} stands in {text}"
            );
        }
    });
}

#[test]
fn red_flags_and_notice_stand_on_every_card() {
    each_card(|card| {
        assert!(!card.red_flags.emergency.is_empty() && !card.red_flags.soon.is_empty());
        assert!(!card.notice.is_empty());
    });
}

#[test]
fn a_class_card_names_no_product() {
    each_card(|card| {
        if card.treatment.generic.is_some() {
            return;
        }
        // The id remains, to ask with; nothing that a reader sees names it.
        let claims = card.claims.iter().map(|claim| claim.text.as_str());
        let seen: Vec<&str> = claims
            .chain([card.treatment.name, &card.summary, card.notice])
            .chain(card.proviso.as_deref())
            .collect();
        let products = CORPUS.treatments.iter();
        for product in products.filter(|treatment| treatment.generic.is_some()) {
            for name in product.names() {
                assert!(
                    !seen.iter().any(|text| text.contains(&**name)),
                    "{name} stands on a class card: {seen:?}"
                );
            }
        }
    });
}
