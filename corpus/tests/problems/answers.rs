//! What an answer says: names, ids, claims.

use crate::common::{Folder, PANEL, SHEETS, THREAD, WHOLE, sound};

const KEYS: &str = "see data/README.md for the keys";
const VOCABULARY: &str = "add it to data/vocabulary.toml and the words";

#[test]
fn an_unknown_key_in_an_answer_is_refused() {
    sound().edit(THREAD, "reviews = 7", "reveiws = 7").refused(
        THREAD,
        "reveiws",
        "`reveiws`",
        KEYS,
    );
}

#[test]
fn an_unknown_key_in_a_thread_is_refused() {
    sound()
        .edit(THREAD, "announced = 3", "anounced = 3")
        .refused(THREAD, "anounced", "`anounced`", KEYS);
}

#[test]
fn an_unknown_key_in_the_claims_is_refused() {
    sound()
        .edit(THREAD, "claims.scope", "claims.scoop")
        .refused(THREAD, "scoop", "`scoop`", KEYS);
}

#[test]
fn an_unknown_key_in_a_position_is_refused() {
    sound()
        .edit(THREAD, "{ rule = \"R6\" }", "{ rule = \"R6\", until = 3 }")
        .refused(THREAD, "until = 3", "`until`", KEYS);
}

#[test]
fn an_unknown_treatment_is_refused() {
    sound()
        .edit(SHEETS, "[\"fictox\"]", "[\"fictux\"]")
        .refused(
            SHEETS,
            "fictux",
            "\"fictux\"; known are: fictox, examplin",
            "add it to data/treatments.toml",
        );
}

#[test]
fn an_unknown_treatment_of_a_thread_is_reported_once() {
    // The thread says it, and so does each answer that names no product.
    sound()
        .edit(THREAD, "treatment = \"fictox\"", "treatment = \"fictux\"")
        .refused(
            THREAD,
            "fictux",
            "\"fictux\"",
            "add it to data/treatments.toml",
        );
}

#[test]
fn an_unknown_activity_is_refused() {
    sound()
        .edit(SHEETS, "positions.alcohol", "positions.alcool")
        .refused(
            SHEETS,
            "alcool",
            "\"alcool\"; known are: exercise, alcohol",
            VOCABULARY,
        );
}

#[test]
fn an_unknown_condition_is_refused() {
    sound()
        .edit(
            THREAD,
            "[\"no-headache\"]",
            "[\"no-headache\", \"no-luck\"]",
        )
        .refused(
            THREAD,
            "no-luck",
            "\"no-luck\"; known are: no-swelling",
            VOCABULARY,
        );
}

#[test]
fn an_unknown_reason_is_refused() {
    sound()
        .edit(THREAD, "[\"blood-flow\"]", "[\"blood-flaw\"]")
        .refused(
            THREAD,
            "blood-flaw",
            "\"blood-flaw\"; known are: migration",
            VOCABULARY,
        );
}

#[test]
fn an_unknown_kind_is_refused() {
    sound()
        .edit(
            SHEETS,
            "kind = \"clinic-sheet\"\ntitle = \"Good",
            "kind = \"rumour\"\ntitle = \"Good",
        )
        .refused(SHEETS, "rumour", "\"rumour\"; known are: forum", VOCABULARY);
}

#[test]
fn an_unknown_kind_of_a_thread_is_reported_once() {
    sound()
        .edit(THREAD, "kind = \"forum\"", "kind = \"rumour\"")
        .refused(THREAD, "rumour", "\"rumour\"", VOCABULARY);
}

#[test]
fn an_id_that_stands_twice_in_a_file_is_refused() {
    sound()
        .edit(SHEETS, "\"S-02\"", "\"S-01\" # again")
        .refused(
            SHEETS,
            "# again",
            "\"S-01\" stands in sheets.toml on line 4",
            "choose a new one",
        );
}

#[test]
fn an_id_that_stands_in_another_file_is_refused() {
    sound().edit(THREAD, "\"T-02\"", "\"S-02\"").refused(
        THREAD,
        "S-02",
        "\"S-02\" stands in sheets.toml on line 14",
        "choose a new one",
    );
}

#[test]
fn a_retired_id_is_refused() {
    // A card printed last year would mean another answer.
    sound().edit(THREAD, "\"T-02\"", "\"T-00\"").refused(
        THREAD,
        "T-00",
        "\"T-00\" was retired",
        "choose a new one",
    );
}

#[test]
fn bad_characters_in_the_id_of_an_answer_are_refused() {
    for id in ["", "T 02", "T.02", "T_02", "Té-02", "T\\\"02"] {
        sound()
            .edit(THREAD, "\"T-02\"", &format!("\"{id}\" # here"))
            .refused(
                THREAD,
                "# here",
                &format!("id \"{id}\""),
                "only the letters of English, digits and hyphens",
            );
    }
}

#[test]
fn a_thread_without_answers_is_refused() {
    let text = sound().text(THREAD);
    let (thread, _) = text.split_once("[[answer]]").unwrap();
    sound().with(THREAD, thread).refused(
        THREAD,
        "[thread]",
        "\"May I run after Fictox?\"",
        "add an [[answer]], or remove the file",
    );
}

#[test]
fn a_file_without_answers_is_refused() {
    sound().with(SHEETS, "# Nothing yet.\n").refused(
        SHEETS,
        WHOLE,
        "has no answers",
        "add an [[answer]], or remove the file",
    );
}

#[test]
fn a_file_that_is_not_utf_8_is_refused_on_its_line() {
    let mut bytes = sound().text(SHEETS).into_bytes();
    bytes.extend(b"# caf\xe9\n# and on\n");
    sound()
        .with(SHEETS, bytes)
        .refused(SHEETS, "# caf", "0xe9", "save the file as UTF-8");
}

#[test]
fn an_answer_outside_a_thread_that_names_no_treatment_is_refused() {
    for none in ["", "treatments = []\n"] {
        sound()
            .edit(SHEETS, "treatments = [\"fictox\"]\n", none)
            .refused(
                SHEETS,
                "S-01",
                "\"S-01\" names no treatment",
                "list the products it names, or \"class\"",
            );
    }
}

const S_02: &str = "positions.alcohol = { rule = \"R2\", no_until = 2, yes_from = 6 }";

#[test]
fn an_answer_without_positions_is_refused() {
    for none in ["# none", "positions = {} # none"] {
        let folder = sound().edit(SHEETS, S_02, none);
        // The line of the answer, for there is none of a position.
        let folder = mark_answer(folder, "S-02");
        folder.refused(
            SHEETS,
            "[[answer]] # S-02",
            "\"S-02\" has no positions",
            "code at least one activity",
        );
    }
}

/// Marks the header of an answer, so that its line can be told from the others.
fn mark_answer(folder: Folder, id: &str) -> Folder {
    let record = format!("[[answer]]\nid = \"{id}\"");
    let marked = format!("[[answer]] # {id}\nid = \"{id}\" # the id");
    folder.edit(SHEETS, &record, &marked)
}

const CLAIM: &str = "claims.weakens_result = \"may\"\nclaims.scope = \"first-day\"";

#[test]
fn a_claim_with_a_wrong_scope_is_refused() {
    for (claims, value) in [
        ("weakens_result = \"may\", scope = \"always\"", "\"always\""),
        ("weakens_result = \"may\"", "\"may\""),
        (
            "weakens_result = \"no\", scope = \"habitual\"",
            "\"habitual\"",
        ),
        ("weakens_result = \"perhaps\"", "\"perhaps\""),
        ("scope = \"first-day\"", "\"first-day\""),
    ] {
        sound()
            .edit(THREAD, CLAIM, &format!("claims = {{ {claims} }}"))
            .refused(
                THREAD,
                "claims = ",
                value,
                "give \"no\" without a scope, or \"may\" with the scope",
            );
    }
}

#[test]
fn a_wrong_claim_over_several_lines_is_reported_on_its_first() {
    sound()
        .edit(
            THREAD,
            "claims.scope = \"first-day\"",
            "claims.scope = \"always\"",
        )
        .refused(
            THREAD,
            "claims.weakens_result",
            "\"always\"",
            "the scope \"first-day\" or \"habitual\"",
        );
}

#[test]
fn an_unknown_claim_on_studies_is_refused() {
    sound()
        .edit(THREAD, "\"no-study\"", "\"two-studies\"")
        .refused(
            THREAD,
            "two-studies",
            "\"two-studies\"",
            "give \"no-study\", or leave it out",
        );
}

#[test]
fn a_claim_in_a_panel_that_was_read_for_times_alone_is_refused() {
    let folder = sound().edit(PANEL, "claims = true", "claims = false");
    let problems = folder.problems();
    // Each answer of the fixture that has claims, reasons or conditions.
    assert!(!problems.is_empty());
    for problem in problems {
        let text = problem.to_string();
        assert!(text.contains("read for times alone"), "{text}");
        assert!(text.contains("set claims = true in panel.toml"), "{text}");
    }
}
