//! What a contributor may write that deceives those who read it.

use crate::common::{CORPUS, ENGLISH, SHEETS, THREAD, TREATMENTS, sound};

const SUMMARY: &str = "Wants rest until the next day.";
const ADDRESS: &str = "https://clinic.example/after";

/// Unseen, or turning what stands around them: "fine" after a wait, not before.
const HIDDEN: [(&str, &str); 8] = [
    ("\u{202e}", "U+202E"),
    ("\u{2066}", "U+2066"),
    ("\u{200b}", "U+200B"),
    ("\u{200f}", "U+200F"),
    ("\u{ad}", "U+00AD"),
    ("\u{2028}", "U+2028"),
    ("\u{fe0f}", "U+FE0F"),
    ("\u{e0041}", "U+E0041"),
];

#[test]
fn a_letter_that_nobody_sees_is_refused_in_a_summary() {
    for (letter, code) in HIDDEN {
        let spoilt = format!("Wants {letter}rest until the next day. !");
        sound()
            .edit(SHEETS, SUMMARY, &spoilt)
            .refused(SHEETS, "next day. !", code, "remove it");
    }
}

#[test]
fn a_letter_that_nobody_sees_is_refused_where_it_is_written_as_a_number() {
    sound().edit(SHEETS, SUMMARY, "Wants \\u202Erest.").refused(
        SHEETS,
        "\\u202E",
        "U+202E",
        "remove it",
    );
}

#[test]
fn a_letter_that_nobody_sees_is_refused_in_a_comment_which_a_reviewer_reads() {
    sound()
        .edit(SHEETS, SUMMARY, "Wants rest.\" # \u{202e}\"")
        .refused(SHEETS, "Wants rest.", "U+202E", "remove it");
}

#[test]
fn a_letter_that_nobody_sees_is_refused_in_the_words_of_a_language() {
    let english = sound().text(ENGLISH);
    let name = english
        .lines()
        .find(|line| line.starts_with("language.name = "))
        .expect("the language has a name");
    let spoilt = name.replacen('"', "\"\u{200b}", 1);
    sound()
        .with(ENGLISH, english.replacen(name, &spoilt, 1))
        .refused(ENGLISH, "\u{200b}", "U+200B", "remove it");
}

#[test]
fn a_word_with_letters_of_two_scripts_is_refused() {
    // The second letter of each is Cyrillic or Greek.
    for word in ["B\u{43e}tox", "D\u{443}sport", "b\u{3bf}dy"] {
        sound()
            .edit(SHEETS, SUMMARY, &format!("Says so of {word}."))
            .refused(SHEETS, word, word, "with the letters of one");
    }
}

#[test]
fn words_of_several_scripts_beside_each_other_are_fine() {
    let summary = "Says so of 針, of é and of Ботокс.";
    let data = sound().edit(SHEETS, SUMMARY, summary).accepted();
    assert_eq!(data.panels[0].answers[0].source.summary, summary);
}

#[test]
fn a_product_whose_name_only_looks_like_one_is_refused() {
    let treatments = sound().text(TREATMENTS);
    let name = treatments
        .lines()
        .find_map(|line| line.strip_prefix("name = \""))
        .and_then(|rest| rest.split('"').next())
        .expect("the fixture has a product")
        .to_owned();
    let copy = |name: &str| {
        format!(
            "{treatments}\n[[treatment]]\nid = \"other\"\nname = \"{name}\" # here\naliases = []\n\
             generic = \"anothertoxin\"\ncompany = \"Nobody\"\n"
        )
    };
    // A zero for an o, one for an l: as UTS 39 has what looks alike.
    let alike = name.replace('o', "0").replace('l', "1");
    assert_ne!(alike, name, "the fixture's product has a letter to imitate");
    sound()
        .with(TREATMENTS, copy(&alike))
        .refused(TREATMENTS, "# here", &alike, "keep it at one");
    // All of it Cyrillic.
    sound().with(TREATMENTS, copy("Ботокс")).refused(
        TREATMENTS,
        "# here",
        "Ботокс",
        "only the letters of English",
    );
}

#[test]
fn a_summary_that_leads_a_reader_to_somebody_s_own_place_is_refused() {
    for (lure, what) in [
        ("More at https://shop.example", "an address"),
        ("More at www.shop.example", "an address"),
        ("Write to sales@shop.example", "an e-mail address"),
        ("Call (555) 010-0199 now", "a telephone number"),
        ("Call +44 20 7946 0000", "a telephone number"),
    ] {
        sound()
            .edit(SHEETS, SUMMARY, lure)
            .refused(SHEETS, lure, what, "by `address` alone");
        sound()
            .edit(THREAD, "May I run after Fictox?", lure)
            .refused(THREAD, lure, what, "by `address` alone");
    }
}

#[test]
fn numbers_of_hours_and_of_years_are_no_telephone_number() {
    let summary = "Wants 24 to 48 hours, 14 days after a thread of 2026.";
    let data = sound().edit(SHEETS, SUMMARY, summary).accepted();
    assert_eq!(data.panels[0].answers[0].source.summary, summary);
}

#[test]
fn a_text_in_several_lines_is_refused() {
    sound()
        .edit(SHEETS, SUMMARY, "Wants rest.\\nThen says fine.")
        .refused(SHEETS, "Wants rest", "control character", "in one line");
}

#[test]
fn an_address_that_is_not_what_it_seems_is_refused() {
    for address in [
        // The host is what stands behind the @.
        "https://clinic.example@shop.example/after",
        "https://clinic.example\\\\@shop.example/after",
        // A Cyrillic letter, for which a browser shows another name.
        "https://сlinic.example/after",
        "https://203.0.113.5/after",
        "https://clinic.example:8443/after",
        "https://localhost/after",
        "https:///after",
    ] {
        let found = sound().edit(SHEETS, ADDRESS, address).problems();
        let said: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert!(
            said.iter()
                .any(|line| line.contains("does not say plainly whose it is")),
            "{address} is taken: {said:?}"
        );
    }
}

#[test]
fn markup_is_taken_as_the_text_that_it_is() {
    let summary = "<img src=x onerror=alert(1)> & <b>fine</b>";
    let data = sound().edit(SHEETS, SUMMARY, summary).accepted();
    assert_eq!(
        data.panels[0].answers[0].source.summary, summary,
        "it is escaped where it is written, and nowhere else"
    );
}

#[test]
fn a_version_that_leads_out_of_its_folder_is_refused() {
    for version in ["../../1.0", "1.0/x", "", "1..0", "latest"] {
        sound()
            .edit(CORPUS, "\"0.1.0\"", &format!("\"{version}\" # here"))
            .refused(
                CORPUS,
                "# here",
                &format!("{version:?}"),
                "numbers with points",
            );
    }
}

#[test]
fn a_language_or_a_panel_whose_name_could_be_markup_is_refused() {
    let folder = sound();
    let english = folder.text(ENGLISH);
    let folder = folder.with("words/en\"x.toml", english);
    let said: Vec<String> = folder.problems().iter().map(ToString::to_string).collect();
    assert!(
        said.iter()
            .any(|line| line.contains("no code of a language")),
        "{said:?}"
    );
    let thread = sound().text(THREAD);
    let folder = sound().with("panels/a<b>/thread.toml", thread);
    let said: Vec<String> = folder.problems().iter().map(ToString::to_string).collect();
    assert!(
        said.iter()
            .any(|line| line.contains("\"a<b>\" may hold only the letters of English")),
        "{said:?}"
    );
}
