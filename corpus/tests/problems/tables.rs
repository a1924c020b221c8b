//! The tables that the main crate is built with.

use aftercare_loader::{tables, word_enums};

use crate::common::{ENGLISH, Folder, SHEETS, sound};

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
fn the_same_data_give_the_same_tables_whatever_order_the_disk_has() {
    let letters = "hcfabged";
    let first = written(letters.chars()).accepted();
    let second = written(letters.chars().rev()).accepted();
    let ids = first.panels[0].answers.iter().map(|answer| &answer.id[..]);
    assert_eq!(
        ids.take(8).collect::<Vec<_>>(),
        ["L-a", "L-b", "L-c", "L-d", "L-e", "L-f", "L-g", "L-h"],
        "a reader finds the answers out of order"
    );
    assert_eq!(
        tables(&first),
        tables(&second),
        "two builds of one corpus differ, so nobody can check a release"
    );
    assert_eq!(word_enums(), word_enums(), "two builds of one list differ");
}

#[test]
fn texts_are_escaped_in_the_tables() {
    let text = tables(
        &sound()
            .edit(
                SHEETS,
                "\"Wants rest until the next day.\"",
                r#"'Says "rest" \ for a day, été.'"#,
            )
            .edit(SHEETS, "\"After your visit\"", r#"'Two "lines" and \n'"#)
            .edit(ENGLISH, "\"English\"", r#"'"; fn more() "'"#)
            .accepted(),
    );
    for (literal, whose) in [
        (
            r#"summary: "Says \"rest\" \\ for a day, été.""#,
            "a summary",
        ),
        (r#"title: "Two \"lines\" and \\n""#, "a title"),
        (r#"name: "\"; fn more() \"""#, "the name of a language"),
    ] {
        assert!(
            text.contains(literal),
            "{whose} breaks the build or reads otherwise; {literal} is not in:\n{text}"
        );
    }
}

#[test]
fn the_tables_hold_the_fixture() {
    let text = tables(&sound().accepted());
    for part in [
        "TreatmentNames { id: \"fictox\", name: \"Fictox\", generic: \"fictotoxin\", aliases: &[\"Fictox Cosmetic\"] }",
        "answers: Answers::from_parts(\"S-01S-02T-01T-02\", b\"",
        // S-01: four letters, the first product, no condition, no claim, three
        // bytes: on the first activity no until the day's end, yes from the next.
        r"\x04\x02\x00\x00\x03\x00\x00\x01",
        // T-01: the second product and the class, the second condition, a claim,
        // six bytes: a day (1440 + 2) on the first activity, never on the second.
        r"\x04\x05\x02\x04\x06\x00\xa2\x0b\xa2\x0b\x03",
        // Placeholders by their places; the core does not use the second here.
        r"Text \u{1} \u{3}.",
    ] {
        assert!(text.contains(part), "the card lacks {part} in:\n{text}");
    }
}
