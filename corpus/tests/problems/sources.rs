//! Where an answer comes from, and its summary.

use crate::common::{ENGLISH, Folder, SHEETS, THREAD, WHOLE, sound};

const SUMMARY: &str = "Wants rest until the next day.";

/// Marks the header of the first leaflet, so that its line can be told.
fn marked() -> Folder {
    sound().edit(
        SHEETS,
        "[[answer]]\nid = \"S-01\"",
        "[[answer]] # here\nid = \"S-01\"",
    )
}

#[test]
fn a_missing_summary_is_refused() {
    marked()
        .edit(SHEETS, &format!("summary = \"{SUMMARY}\"\n"), "")
        .refused(
            SHEETS,
            "# here",
            "\"S-01\" has no summary",
            "say in one sentence of your own",
        );
}

#[test]
fn an_empty_summary_is_refused() {
    for empty in ["", "  ", "\\n"] {
        marked().edit(SHEETS, SUMMARY, empty).refused(
            SHEETS,
            "# here",
            "\"S-01\" has no summary",
            "say in one sentence of your own",
        );
    }
}

#[test]
fn a_summary_over_the_limit_is_refused() {
    sound().edit(SHEETS, SUMMARY, &"a".repeat(161)).refused(
        SHEETS,
        "aaaaaaaa",
        "\"S-01\" has 161 characters",
        "shorten it to 160",
    );
}

#[test]
fn a_summary_at_the_limit_is_fine_in_characters_not_bytes() {
    for letter in ["a", "é", "針"] {
        let data = sound()
            .edit(SHEETS, SUMMARY, &letter.repeat(160))
            .accepted();
        assert_eq!(
            data.panels[0].answers[0].source.summary,
            letter.repeat(160),
            "a reader gets another summary than the editor wrote"
        );
    }
    sound().edit(SHEETS, SUMMARY, &"針".repeat(161)).refused(
        SHEETS,
        "針針針",
        "161 characters",
        "shorten it to 160",
    );
}

#[test]
fn an_answer_without_a_source_is_refused() {
    let title = "title = \"After your visit\"\n";
    let address = "address = \"https://clinic.example/after\"\n";
    for missing in [
        &title.to_owned(),
        &address.to_owned(),
        &format!("{title}{address}"),
    ] {
        marked().edit(SHEETS, missing, "").refused(
            SHEETS,
            "# here",
            "\"S-01\" has no source",
            "give it a `title` and an `address`",
        );
    }
}

#[test]
fn an_answer_without_a_kind_is_refused() {
    marked()
        .edit(
            SHEETS,
            "kind = \"clinic-sheet\"\ntitle = \"After",
            "title = \"After",
        )
        .refused(
            SHEETS,
            "# here",
            "\"S-01\" has no kind",
            "give the `kind` of its source",
        );
}

#[test]
fn an_answer_without_a_month_is_refused() {
    marked().edit(SHEETS, "read = \"2026-10\"\n", "").refused(
        SHEETS,
        "# here",
        "\"S-01\" has no month",
        "`read` = \"YYYY-MM\"",
    );
}

/// Nothing that a browser would run, and no relative link.
const BAD_ADDRESSES: [&str; 6] = [
    "javascript:alert(1)",
    "data:text/html,hello",
    "//clinic.example",
    "clinic.example",
    " https://clinic.example",
    "https://clinic.example/a b",
];

#[test]
fn an_address_of_an_answer_that_is_not_http_is_refused() {
    for address in BAD_ADDRESSES {
        sound()
            .edit(
                SHEETS,
                "\"https://clinic.example/after\"",
                &format!("\"{address}\" # here"),
            )
            .refused(
                SHEETS,
                "# here",
                &format!("{address:?}"),
                "starts with https:// or http://",
            );
    }
}

#[test]
fn an_address_of_a_thread_that_is_not_http_is_refused() {
    for address in BAD_ADDRESSES {
        sound()
            .edit(THREAD, "https://forum.example/run", address)
            .refused(
                THREAD,
                address,
                &format!("{address:?}"),
                "starts with https:// or http://",
            );
    }
}

#[test]
fn a_thread_may_lack_an_address() {
    let data = sound()
        .edit(THREAD, "address = \"https://forum.example/run\"\n", "")
        .accepted();
    let source = &data.panels[0].answers[2].source;
    assert_eq!(source.address, None, "a reader gets a link out of nowhere");
}

#[test]
fn a_bad_month_of_a_thread_is_refused() {
    sound().edit(THREAD, "\"2026-11\"", "\"2026-14\"").refused(
        THREAD,
        "2026-14",
        "\"2026-14\"",
        "of the form YYYY-MM",
    );
}

#[test]
fn a_bad_month_of_an_answer_is_refused() {
    sound().edit(SHEETS, "\"2026-10\"", "\"10/2026\"").refused(
        SHEETS,
        "10/2026",
        "\"10/2026\"",
        "of the form YYYY-MM",
    );
}

#[test]
fn a_bad_rating_is_refused() {
    for (rating, said) in [("5.1", "5.1"), ("-1", "-1"), ("nan", "NaN"), ("inf", "inf")] {
        sound()
            .edit(THREAD, "rating = 4.5", &format!("rating = {rating}"))
            .refused(
                THREAD,
                "rating",
                &format!("the rating {said} is"),
                "correct it, or leave it out",
            );
    }
}

#[test]
fn a_whole_number_is_a_rating() {
    let data = sound()
        .edit(THREAD, "rating = 4.5", "rating = 5")
        .accepted();
    assert_eq!(
        data.panels[0].answers[2].source.rating,
        Some(5.0),
        "a reader sees another rating than the page gave"
    );
}

#[test]
fn a_bad_number_is_refused() {
    for number in ["0", "-2", "5000000000"] {
        sound()
            .edit(THREAD, "number = 2", &format!("number = {number} # here"))
            .refused(
                THREAD,
                "# here",
                &format!("the number {number} is"),
                "counted from 1",
            );
    }
}

#[test]
fn an_answer_of_a_thread_without_a_number_is_refused() {
    sound()
        .edit(
            THREAD,
            "[[answer]]\nid = \"T-02\"\nnumber = 2",
            "[[answer]] # here\nid = \"T-02\"",
        )
        .refused(
            THREAD,
            "# here",
            "\"T-02\" has no number",
            "give its place in the thread",
        );
}

#[test]
fn a_bad_count_of_reviews_is_refused() {
    sound().edit(THREAD, "reviews = 7", "reviews = -7").refused(
        THREAD,
        "reviews",
        "`-7`",
        "see data/README.md",
    );
}

#[test]
fn an_empty_title_is_no_source() {
    marked()
        .edit(SHEETS, "title = \"After your visit\"", "title = \" \"")
        .refused(
            SHEETS,
            "# here",
            "\"S-01\" has no source",
            "give it a `title`",
        );
}

#[test]
fn a_place_in_a_thread_that_is_taken_is_refused() {
    sound()
        .edit(THREAD, "number = 2", "number = 1 # here")
        .refused(
            THREAD,
            "# here",
            "the number 1 stands at another answer",
            "give its own place",
        );
}

#[test]
fn a_panel_without_answers_is_refused() {
    let words = sound().text(ENGLISH);
    let nobody = "[panels.nobody]\nname = \"x\"\nabout = \"x\"\none = \"x\"\nother = \"x\"\n";
    sound()
        .with("panels/nobody/panel.toml", "order = 9\nclaims = true\n")
        .with(ENGLISH, format!("{words}\n{nobody}"))
        .refused(
            "panels/nobody",
            WHOLE,
            "the panel \"nobody\" has no answers",
            "add a file of answers",
        );
}
