//! The corpus as a constant, and a language as a plain object.

use aftercare_corpus::{Corpus, LanguagePack};
use databake::{Bake, CrateEnv};

use crate::common::{ENGLISH, Folder, SHEETS, english, sound};

/// The fixture with a leaflet more for each letter, in this order of writing.
fn written(letters: impl Iterator<Item = char>) -> Folder {
    let sheets = sound().text(SHEETS);
    let (_, record) = sheets.split_once("[[answer]]").unwrap();
    let (record, _) = record.split_once("[[answer]]").unwrap();
    letters.fold(sound(), |folder, letter| {
        let record = record.replace("S-01", &format!("L-{letter}"));
        let file = format!("panels/doctors/leaflet-{letter}.toml");
        folder.with(&file, format!("[[answer]]{record}"))
    })
}

#[test]
fn the_same_data_give_the_same_constants_whatever_order_the_disk_has() {
    let letters = "hcfabged";
    let first = written(letters.chars()).accepted();
    let second = written(letters.chars().rev()).accepted();
    let ids = first.panels[0].answers.iter().map(|answer| &*answer.id);
    assert_eq!(
        ids.take(8).collect::<Vec<_>>(),
        ["L-a", "L-b", "L-c", "L-d", "L-e", "L-f", "L-g", "L-h"],
        "a reader finds the answers out of order"
    );
    let baked = |corpus: &Corpus| corpus.bake(&CrateEnv::default()).to_string();
    assert_eq!(
        baked(&first),
        baked(&second),
        "two builds of one corpus differ, so nobody can check a release"
    );
}

#[test]
fn a_text_is_escaped_in_the_constants() {
    let text = written("".chars())
        .edit(
            SHEETS,
            "\"Wants rest until the next day.\"",
            r#"'Says "rest" \ for a day, été.'"#,
        )
        .edit(ENGLISH, "\"English\"", r#"'"; fn more() "'"#)
        .accepted()
        .bake(&CrateEnv::default())
        .to_string();
    for (literal, whose) in [
        (r#""Says \"rest\" \\ for a day, été.""#, "a summary"),
        (r#""\"; fn more() \"""#, "the name of a language"),
    ] {
        assert!(
            text.contains(literal),
            "{whose} breaks the build or reads otherwise; {literal} is not in:\n{text}"
        );
    }
}

#[test]
fn a_language_pack_is_a_plain_object_that_reads_back() {
    let data = sound().with("words/de.toml", english()).data();
    let pack = data.language_pack("de", "1.2.3").expect("German");
    let json = serde_json::to_string(&pack).expect("a pack is JSON");
    let read: LanguagePack = serde_json::from_str(&json).expect(&json);
    assert_eq!(read, pack);
    assert_eq!(read.version, "1.2.3+0.1.0");

    let mut english = data.corpus.clone();
    let words = english.languages.to_mut().pop().expect("German");
    english.packs = vec![words.language_name()].into();
    let english: &Corpus = Box::leak(Box::new(english));
    let both = english.with_language(Box::leak(Box::new(read.words)));
    let both: &Corpus = Box::leak(Box::new(both.expect("words of this corpus")));
    assert!(both.words().any(|known| *known == words));
    assert_eq!(both.words().count(), 2);
    let again = both.with_language(Box::leak(Box::new(words)));
    assert_eq!(again.expect("the same words").words().count(), 2);
    assert_eq!(data.language_pack("fr", "1.2.3"), None);
}

#[test]
fn words_of_another_corpus_are_no_language_of_this_one() {
    let corpus: &Corpus = Box::leak(Box::new(sound().accepted()));
    let mut words = corpus.languages[0].clone();
    words.activities.to_mut().pop();
    assert_eq!(corpus.with_language(Box::leak(Box::new(words))), None);
}
