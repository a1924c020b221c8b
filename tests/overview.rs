//! Does an overview say of each activity what its card says?

mod common;

use aftercare_consensus::{
    CombinedFineFrom, Corpus, Elapsed, Minutes, Options, TreatedAt, guidance, headline, overview,
};

use common::frozen;

fn each_question(corpus: &Corpus, check: impl Fn(&str, Elapsed, &Options<'_>)) {
    let panels = [&*corpus.panels[1].id];
    for treatment in corpus.treatments.iter() {
        for treated_at in [
            TreatedAt::Unknown,
            TreatedAt::parse("17:00").expect("a time"),
        ] {
            for panels in [None, Some(&panels[..])] {
                for hours in [0, 5, 16, 24, 400] {
                    let options = Options {
                        treated_at,
                        panels,
                        ..Options::default()
                    };
                    let elapsed = Elapsed::from_minutes(Minutes(hours * 60));
                    check(&treatment.id, elapsed, &options);
                }
            }
        }
    }
}

#[test]
fn an_overview_says_of_each_activity_what_its_card_says() {
    for corpus in [&aftercare_consensus::CORPUS, &*frozen::CORPUS] {
        let words = &corpus.languages[0];
        each_question(corpus, |treatment, elapsed, options| {
            let overview = overview(corpus, treatment, elapsed, options).expect("an overview");
            let ids: Vec<&str> = overview
                .activities
                .iter()
                .map(|about| &**about.id)
                .collect();
            assert_eq!(ids, *corpus.activities);
            for about in overview.activities {
                let options = Options {
                    activity: Some(about.id),
                    ..*options
                };
                let card = guidance(corpus, treatment, elapsed, &options).expect("a card");
                assert_eq!(overview.treatment, card.treatment);
                assert_eq!(overview.hours_elapsed, card.hours_elapsed);
                assert_eq!(overview.treated_at, card.treated_at);
                assert_eq!(
                    (&**about.id, &**about.name),
                    (card.activity.id, card.activity.name)
                );
                assert_eq!(about.status, card.status);
                assert_eq!(about.headline, headline(corpus, words, &card));
                assert_eq!(about.fine_from, card.fine_from);
                assert_eq!(about.next_change, card.next_change);
                assert_eq!(about.panels.len(), card.panels.len());
                for (short, panel) in about.panels.iter().zip(&card.panels) {
                    assert_eq!((&**short.id, &**short.name), (panel.id, panel.name));
                    assert_eq!((short.basis, short.status), (panel.basis, panel.status));
                    assert_eq!(
                        (short.tally, short.fine_from),
                        (panel.tally, panel.fine_from)
                    );
                }
            }
        });
    }
}

#[test]
fn an_overview_is_written_as_a_card_is() {
    let elapsed = Elapsed::from_minutes(Minutes(24 * 60));
    let corpus = &frozen::CORPUS;
    let name = &corpus.treatments[0].id;
    let overview = overview(corpus, name, elapsed, &Options::default()).expect("an overview");
    let mut json = serde_json::to_value(&overview).expect("it is JSON");
    assert_eq!(json["hoursElapsed"], 24);
    let CombinedFineFrom { most, .. } = overview.activities[0].fine_from;
    assert_eq!(
        json["activities"][0]["fineFrom"]["most"].as_f64(),
        most.map(aftercare_consensus::Hours::get)
    );
    let keys = |value: &mut serde_json::Value| -> Vec<String> {
        let object = value.as_object().expect("an object");
        object.keys().cloned().collect()
    };
    assert_eq!(
        keys(&mut json),
        ["treatment", "hoursElapsed", "treatedAt", "activities"]
    );
    assert_eq!(
        keys(&mut json["activities"][0]),
        [
            "id",
            "name",
            "status",
            "headline",
            "fineFrom",
            "nextChange",
            "panels"
        ]
    );
    assert_eq!(
        keys(&mut json["activities"][0]["panels"][0]),
        ["id", "name", "basis", "status", "tally", "fineFrom"]
    );
}
