//! Does every answer on a card have its texts for those who look deeper?

mod common;

use std::collections::BTreeSet;

use aftercare_consensus::{CORPUS, Corpus, Detail, Elapsed, Minutes, Options, details, guidance};
use common::cases::pretty;
use common::{frozen, json};
use expect_test::expect;

fn read(corpus: &Corpus) -> Vec<Detail<'_>> {
    details(corpus, None).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_answer_has_its_texts_in_the_order_of_the_data() {
    for corpus in [&CORPUS, &frozen::CORPUS] {
        let panels = corpus.panels.iter();
        let answers: Vec<(&str, &str)> = panels
            .flat_map(|panel| panel.answers.iter().map(|answer| (&*panel.id, &*answer.id)))
            .collect();
        let details = read(corpus);
        let found: Vec<(&str, &str)> = details
            .iter()
            .map(|detail| (detail.panel, detail.id))
            .collect();
        assert_eq!(found, answers);
        for detail in details {
            let texts = [
                detail.summary,
                detail.kind,
                detail.source.title,
                detail.source.read,
            ];
            assert!(
                texts
                    .iter()
                    .chain(&detail.reasons)
                    .all(|text| !text.trim().is_empty()),
                "{} lacks a text: {detail:?}",
                detail.id
            );
        }
    }
}

#[test]
fn every_answer_on_a_card_is_found_by_its_id() {
    let details = read(&CORPUS);
    let ids: BTreeSet<&str> = details.iter().map(|detail| detail.id).collect();
    assert_eq!(ids.len(), details.len(), "two answers share an id");
    for treatment in CORPUS.treatments.iter() {
        for activity in CORPUS.activities.iter() {
            let options = Options {
                activity: Some(activity),
                ..Options::default()
            };
            let now = Elapsed::from_minutes(Minutes(0));
            let card = guidance(&CORPUS, &treatment.id, now, &options)
                .unwrap_or_else(|error| panic!("{error}"));
            for answer in card.answers {
                assert!(ids.contains(&**answer.id), "{} has no details", answer.id);
            }
        }
    }
}

#[test]
fn what_the_page_gives_is_kept_and_what_it_lacks_is_null() {
    let details = read(&frozen::CORPUS);
    let text = |id: &str| {
        let detail = details.iter().find(|detail| detail.id == id);
        let text = json::to_string(detail.expect(id));
        pretty(&serde_json::from_str(&text).expect("details are JSON"))
    };
    expect![[r#"
        {
          "id": "F-01",
          "panel": "first",
          "summary": "Names no wait for anything.",
          "kind": "Letter",
          "specialty": "Runner",
          "place": "North",
          "rating": 5,
          "reviews": 2,
          "treatments": ["alpha"],
          "reasons": [],
          "defers": false,
          "source": {
            "title": "May one run after Alpha?",
            "address": "https://example.org/alpha",
            "number": 1,
            "read": "2001-01"
          }
        }"#]]
    .assert_eq(&text("F-01"));
    expect![[r#"
        {
          "id": "F-07",
          "panel": "first",
          "summary": "A day without a run, 6 hours without rowing; regular runners lose some effect.",
          "kind": "Letter",
          "specialty": null,
          "place": null,
          "rating": null,
          "reviews": null,
          "treatments": ["class"],
          "reasons": ["it is the custom", "it keeps longer"],
          "defers": false,
          "source": {
            "title": "May one run after Alpha?",
            "address": "https://example.org/alpha",
            "number": 7,
            "read": "2001-01"
          }
        }"#]].assert_eq(&text("F-07"));
    expect![[r#"
        {
          "id": "S-01",
          "panel": "second",
          "summary": "A day without a run.",
          "kind": "Poster",
          "specialty": null,
          "place": null,
          "rating": null,
          "reviews": null,
          "treatments": ["class"],
          "reasons": [],
          "defers": false,
          "source": {
            "title": "Poster 1",
            "address": "https://example.org/posters/1",
            "number": null,
            "read": "2001-02"
          }
        }"#]]
    .assert_eq(&text("S-01"));
}
