//! What loads, and how a problem reads.

use std::path::{Path, PathBuf};

use aftercare_corpus::{Position, Problem, Time, Weakens, load};

use crate::common::{CORPUS, ENGLISH, SHEETS, THREAD, WHOLE, english, sound};

#[test]
fn the_sound_folder_loads_with_every_name_resolved() {
    let data = sound().accepted();

    assert_eq!(data.version, "0.1.0", "a reader sees another version");
    assert_eq!(data.updated, "2026-11", "a reader sees another month");
    let ids = data.treatments.iter().map(|treatment| &*treatment.id);
    assert_eq!(
        ids.collect::<Vec<_>>(),
        ["fictox", "examplin"],
        "a caller's list of treatments is out of order"
    );
    assert_eq!(data.panels.len(), 1, "a card shows another set of panels");
    let answers = &data.panels[0].answers;
    let ids = answers.iter().map(|answer| &*answer.id);
    assert_eq!(
        ids.collect::<Vec<_>>(),
        ["S-01", "S-02", "T-01", "T-02"],
        "answers are not in the order of files and records"
    );

    let day = &answers[2];
    assert_eq!(
        (&*day.treatments, day.class),
        (&[1][..], true),
        "T-01 names the second product and the class"
    );
    let wait = Time::Minutes(24 * 60);
    assert_eq!(
        *day.positions,
        [
            (
                0,
                Position::Timed {
                    no_until: wait,
                    yes_from: wait
                }
            ),
            (1, Position::Untimed),
        ],
        "T-01 is read as saying something else"
    );
    assert_eq!(*day.conditions, [1], "T-01 has another condition");
    assert_eq!(*day.reasons, [1], "T-01 has another reason");
    assert_eq!(day.weakens, Some(Weakens::MayFirstDay), "T-01 claims less");
    assert!(day.defers, "T-01 sends its reader to their doctor");
    assert_eq!(
        day.source.title, "May I run after Fictox?",
        "an answer of a thread has the thread's title"
    );
    assert_eq!(*day.source.rules, ["R1", "R6"], "T-01 was coded otherwise");

    let none = &answers[3];
    assert_eq!(
        (&*none.treatments, none.class),
        (&[0][..], false),
        "T-02 names no product, so it speaks of the thread's"
    );
    assert!(none.no_study, "T-02 says that no study exists");
}

#[test]
fn names_of_an_answer_are_kept_once_and_in_order() {
    let data = sound()
        .edit(
            THREAD,
            "[\"class\", \"examplin\"]",
            "[\"examplin\", \"fictox\", \"examplin\"]",
        )
        .edit(
            THREAD,
            "[\"no-headache\"]",
            "[\"no-headache\", \"no-swelling\", \"no-headache\"]",
        )
        .accepted();
    let answer = &data.panels[0].answers[2];
    assert_eq!(
        *answer.treatments,
        [0, 1],
        "an answer counts twice for a treatment"
    );
    assert_eq!(*answer.conditions, [0, 1], "a condition is counted twice");
}

#[test]
fn the_shipped_folder_loads_without_problems() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    if let Err(problems) = load(&folder) {
        panic!("nobody can build the project, for data/ has problems:\n{problems}");
    }
}

#[test]
fn problems_in_two_files_are_reported_in_one_go() {
    let problems = sound()
        .edit(SHEETS, "[\"fictox\"]", "[\"fictux\"]")
        .edit(THREAD, "[\"blood-flow\"]", "[\"blood-flaw\"]")
        .problems();

    assert_eq!(
        problems.len(),
        2,
        "an editor with two slips is told of others: {problems:?}"
    );
    for (problem, file, value) in [
        (&problems[0], SHEETS, "fictux"),
        (&problems[1], THREAD, "blood-flaw"),
    ] {
        assert!(
            problem.file.ends_with(file) && problem.message.contains(value),
            "an editor has to build twice to hear of {value:?} in {file}: {problems:?}"
        );
    }
}

#[test]
fn a_problem_reads_path_line_message() {
    let problem = Problem {
        file: PathBuf::from("data/corpus.toml"),
        line: 3,
        message: "is wrong; mend it".to_owned(),
    };
    assert_eq!(
        problem.to_string(),
        "data/corpus.toml:3: is wrong; mend it",
        "an editor's program cannot jump to the line"
    );
}

#[test]
fn a_problem_of_a_whole_file_reads_path_message() {
    let problem = Problem {
        file: PathBuf::from("data/corpus.toml"),
        line: 0,
        message: "is missing; add it".to_owned(),
    };
    assert_eq!(
        problem.to_string(),
        "data/corpus.toml: is missing; add it",
        "an editor is sent to a line that no file has"
    );
}

#[test]
fn a_path_is_relative_to_the_parent_of_the_folder() {
    let folder = sound().edit(CORPUS, "\"2026-11\"", "\"2026-13\"");
    let problem = folder.problems().remove(0).to_string();
    assert!(
        problem.starts_with("data/corpus.toml:3: the month \"2026-13\""),
        "an editor does not see which file of data/ is meant: {problem}"
    );
}

#[test]
fn problems_are_printed_one_a_line() {
    let folder = sound().edit(CORPUS, "\"2026-11\"", "\"2026-13\"").edit(
        SHEETS,
        "[\"fictox\"]",
        "[\"fictux\"]",
    );
    let problems = load(&folder.path()).expect_err("two slips are two problems");
    let text = problems.to_string();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(
        lines,
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "the build prints something other than a problem a line"
    );
}

#[test]
fn a_slip_in_the_toml_itself_is_one_problem_on_one_line() {
    let folder = sound().edit(
        SHEETS,
        "kind = \"clinic-sheet\"\ntitle = \"After",
        "kind = clinic-sheet\ntitle = \"After",
    );
    folder.refused(
        SHEETS,
        "kind = clinic-sheet",
        "string values must be quoted",
        "see data/README.md",
    );
    let message = folder.problems().remove(0).message;
    assert!(
        !message.contains('\n'),
        "the build shows the editor only the first line of: {message}"
    );
}

#[test]
fn each_missing_file_is_a_problem() {
    for file in [CORPUS, "vocabulary.toml", "treatments.toml"] {
        sound()
            .without(file)
            .refused(file, WHOLE, "cannot be read", "the file must exist");
    }
}

#[test]
fn a_missing_panel_file_is_one_problem() {
    let file = "panels/doctors/panel.toml";
    sound()
        .without(file)
        .refused(file, WHOLE, "cannot be read", "the file must exist");
}

#[test]
fn a_missing_reference_language_is_a_problem() {
    sound()
        .without(ENGLISH)
        .with("words/de.toml", english())
        .refused("words", WHOLE, "reference language", "add en.toml");
}

#[test]
fn a_missing_folder_is_a_problem() {
    let folder = sound().path().join("nowhere");
    let problems = load(&folder).expect_err("an empty place holds no corpus");
    assert!(
        problems
            .to_string()
            .contains("nowhere/corpus.toml: cannot be read"),
        "a caller with a wrong path is not told which: {problems}"
    );
}
