//! The words of each language.

use aftercare_corpus::{Category, Label, LanguagePack, Review, Shape, fingerprint, keys};

use crate::common::{ENGLISH, Folder, english, sound, word_with_holes};

const GERMAN: &str = "words/de.toml";
const TEXT: &str = "add it as a text in quotes";

#[test]
fn a_missing_word_of_the_reference_is_refused() {
    sound().without_line(ENGLISH, "language.name").refused(
        ENGLISH,
        "language.reviewed",
        "`language.name`",
        TEXT,
    );
}

#[test]
fn a_missing_word_of_a_second_language_is_refused() {
    sound()
        .with(GERMAN, english())
        .without_line(GERMAN, "conditions.no-swelling")
        .refused(
            GERMAN,
            "conditions.no-headache",
            "`conditions.no-swelling`",
            TEXT,
        );
}

#[test]
fn a_second_language_with_all_words_is_fine() {
    let data = sound().with(GERMAN, english()).accepted();
    let ids = data.languages.iter().map(|language| &*language.id);
    assert_eq!(
        ids.collect::<Vec<_>>(),
        ["en", "de"],
        "a caller who asks for no language gets another than the reference"
    );
}

#[test]
fn each_word_of_the_card_and_the_view_must_be_there() {
    for key in keys() {
        // Both forms of a plural, so the key is gone.
        let start = match key.shape {
            Shape::Plural => format!("{}.", key.path),
            Shape::Text | Shape::List => format!("{} ", key.path),
        };
        let lines = english();
        let kept = lines.lines().filter(|line| !line.starts_with(&start));
        let kept = kept.collect::<Vec<_>>().join("\n") + "\n";
        let problems = sound().with(ENGLISH, kept).problems();
        assert!(
            problems.iter().all(|problem| {
                problem.message.contains(&format!("the word `{}", key.path))
                    && problem.message.contains("is missing; add it as ")
            }),
            "a translator is not told that `{}` is missing: {problems:?}",
            key.path
        );
    }
}

#[test]
fn an_empty_word_is_refused_on_its_line() {
    sound()
        .edit(
            ENGLISH,
            "conditions.no-swelling = \"Text.\"",
            "conditions.no-swelling = \" \"",
        )
        .refused(
            ENGLISH,
            "conditions.no-swelling",
            "`conditions.no-swelling`",
            TEXT,
        );
}

#[test]
fn an_empty_list_of_words_is_refused() {
    // An empty list of warning signs would leave a patient without them.
    let list = keys()
        .into_iter()
        .find(|key| key.shape == Shape::List)
        .unwrap();
    let line = format!("{} = [\"Text.\"]", list.path);
    sound()
        .edit(ENGLISH, &line, &format!("{} = []", list.path))
        .refused(ENGLISH, &list.path, &list.path, "add it as a list of texts");
}

#[test]
fn a_word_that_is_no_text_is_refused() {
    sound()
        .edit(
            ENGLISH,
            "reasons.migration = \"Text.\"",
            "reasons.migration = 3",
        )
        .problems()
        .iter()
        .find(|problem| problem.message.contains("is not a text; put it in quotes"))
        .expect("a translator is not told to put a number in quotes");
}

#[test]
fn a_missing_plural_form_of_a_word_is_refused() {
    let plural = keys()
        .into_iter()
        .find(|key| key.shape == Shape::Plural)
        .unwrap();
    let (one, other) = (
        format!("{}.one", plural.path),
        format!("{}.other", plural.path),
    );
    sound().without_line(ENGLISH, &other).refused(
        ENGLISH,
        &one,
        &format!("`{other}`"),
        "(a plural form of this language)",
    );
}

#[test]
fn a_missing_plural_form_of_a_panel_is_refused() {
    sound().without_line(ENGLISH, "panels.doctors.one").refused(
        ENGLISH,
        "panels.doctors.other",
        "`panels.doctors.one`",
        "(a plural form of this language)",
    );
}

#[test]
fn a_missing_word_of_an_activity_is_refused() {
    sound()
        .without_line(ENGLISH, "activities.alcohol.subject")
        .refused(
            ENGLISH,
            "activities.alcohol.done",
            "`activities.alcohol.subject`",
            TEXT,
        );
}

#[test]
fn a_missing_word_of_the_page_is_refused_in_a_second_language() {
    sound()
        .with(GERMAN, english())
        .append(ENGLISH, "page.lead = \"Text.\"\n")
        .refused(GERMAN, "page.title", "`page.lead`", TEXT);
}

#[test]
fn a_missing_word_is_sought_beside_its_siblings() {
    // Not in a section below, where a line put in would mean another word.
    sound()
        .append(
            ENGLISH,
            "page.lead = \"Text.\"\npage.table.head = \"Text.\"\n",
        )
        .with(GERMAN, english())
        .append(GERMAN, "page.table.head = \"Text.\"\n")
        .refused(GERMAN, "page.title", "`page.lead`", TEXT);
}

#[test]
fn a_missing_section_is_a_problem_of_the_whole_file() {
    let problems = sound()
        .without_line(ENGLISH, "conditions.no-swelling")
        .without_line(ENGLISH, "conditions.no-headache")
        .problems();
    assert_eq!(
        problems.len(),
        2,
        "a translator is told of others: {problems:?}"
    );
    assert!(
        problems.iter().all(|problem| problem.line == 0),
        "a translator is sent to a line of another section: {problems:?}"
    );
}

#[test]
fn an_unknown_word_is_refused() {
    sound()
        .append(ENGLISH, "conditions.no-hedache = \"Text.\"\n")
        .refused(
            ENGLISH,
            "no-hedache",
            "`conditions.no-hedache`",
            "mend the spelling, or remove it",
        );
}

#[test]
fn an_unknown_word_of_the_page_is_refused_in_a_second_language() {
    sound()
        .with(GERMAN, english())
        .append(GERMAN, "page.lead = \"Text.\"\n")
        .refused(
            GERMAN,
            "page.lead",
            "`page.lead`",
            "mend the spelling, or remove it",
        );
}

#[test]
fn an_unknown_placeholder_is_refused() {
    let key = word_with_holes();
    let start = format!("{} = \"Text", key.path);
    sound()
        .edit(ENGLISH, &start, &format!("{start} {{colour}}"))
        .refused(
            ENGLISH,
            &start,
            "{colour}",
            &format!("known here: {}", key.holes.join(", ")),
        );
    sound()
        .edit(ENGLISH, "\"English\"", "\"English {n}\"")
        .refused(ENGLISH, "language.name", "{n}", "known here: none");
}

#[test]
fn an_unknown_placeholder_in_a_plural_form_is_refused() {
    sound()
        .edit(
            ENGLISH,
            "panels.doctors.one = \"Text.\"",
            "panels.doctors.one = \"Text {n}.\"",
        )
        .refused(ENGLISH, "panels.doctors.one", "{n}", "known here: none");
}

#[test]
fn a_missing_placeholder_is_refused() {
    let key = word_with_holes();
    let hole = format!("{{{}}}", key.holes[0]);
    let start = format!("{} = \"Text", key.path);
    sound()
        .edit(ENGLISH, &format!("{start} {hole}"), &start)
        .refused(
            ENGLISH,
            &start,
            &format!("lacks the placeholder {hole}"),
            "put it where its value belongs",
        );
}

#[test]
fn a_word_that_joins_has_nothing_around_its_parts() {
    let join = "core.card.join = \"{a} Text {b}";
    for other in ["Text {a}, {b}", "{a}, {b}.", "{b} Text {a}"] {
        let other = format!("core.card.join = \"{other}");
        sound().edit(ENGLISH, join, &other).refused(
            ENGLISH,
            "core.card.join",
            "`core.card.join`",
            "begin it with {a}, and end it with {b}",
        );
    }
}

#[test]
fn a_brace_that_does_not_close_is_refused() {
    sound()
        .edit(ENGLISH, "\"English\"", "\"English {\"")
        .refused(ENGLISH, "language.name", "`language.name`", "add }");
}

#[test]
fn a_plural_rule_that_is_none_of_cldr_is_refused() {
    sound()
        .edit(ENGLISH, "\"n = 1\"", "\"one-few-many\"")
        .refused(
            ENGLISH,
            "language.plural",
            "\"one-few-many\"",
            "give `language.plural.one` the rule of CLDR",
        );
}

#[test]
fn a_language_with_more_forms_needs_words_in_each() {
    let problems = sound()
        .edit(
            ENGLISH,
            "language.plural.one = \"n = 1\"",
            "language.plural.one = \"n = 1\"\nlanguage.plural.few = \"n = 2..4\"",
        )
        .problems();
    let plurals = keys().into_iter();
    let plurals = plurals.filter(|key| key.shape == Shape::Plural).count();
    // And the noun of the panel.
    assert_eq!(problems.len(), plurals + 1, "{problems:?}");
    assert!(
        problems
            .iter()
            .all(|problem| problem.message.contains(".few` is missing")),
        "a translator is not told of the form that is missing: {problems:?}"
    );
}

#[test]
fn an_unknown_plural_form_is_refused() {
    sound()
        .append(ENGLISH, "language.plural.dual = \"n = 2\"\n")
        .refused(
            ENGLISH,
            "language.plural.dual",
            "`language.plural.dual`",
            "mend the spelling, or remove it",
        );
}

#[test]
fn pages_that_are_there_in_the_reference_alone_need_no_translation() {
    sound()
        .with(GERMAN, english())
        .append(ENGLISH, "page.install-title = \"Text.\"\n")
        .accepted();
}

#[test]
fn a_review_that_says_neither_who_nor_when_is_refused() {
    for given in ["true", "\"yes\""] {
        sound()
            .edit(
                ENGLISH,
                "language.reviewed = false",
                &format!("language.reviewed = {given}"),
            )
            .refused(ENGLISH, "language.reviewed", "`language.reviewed`", "by = ");
    }
}

/// The fixture with a review, by an editor of whom `words` is what the file says.
fn reviewed(folder: Folder, words: &str) -> Folder {
    let review = format!("{{ by = \"a nurse\", month = \"2026-12\", words = \"{words}\" }}");
    let review = format!("language.reviewed = {review}");
    folder.edit(ENGLISH, "language.reviewed = false", &review)
}

#[test]
fn a_review_holds_until_a_sentence_changes_that_a_patient_can_read() {
    let words = fingerprint(&sound().data().sentences[0]);
    let review = |folder: Folder| folder.data().corpus.languages[0].reviewed.clone();
    assert_eq!(review(sound()), None);
    let nurse = Some(Review {
        by: "a nurse".into(),
        month: "2026-12".into(),
    });
    assert_eq!(review(reviewed(sound(), &words)), nurse);
    // A browser reads it from a language pack.
    let data = reviewed(sound(), &words).data();
    let pack = data.language_pack("en", "1.0.0").expect("English");
    let json = serde_json::to_string(&pack).expect("a pack is JSON");
    let read: LanguagePack = serde_json::from_str(&json).expect("a pack reads back");
    assert_eq!(read.words.reviewed, nurse);
    let change =
        |before: &str, after: &str| review(reviewed(sound().edit(ENGLISH, before, after), &words));
    for (key, title) in [
        ("page.title", "\"Text.\""),
        ("conditions.no-swelling", "\"Text.\""),
    ] {
        let before = format!("{key} = {title}");
        assert_eq!(change(&before, &format!("{key} = \"Other text.\"")), None);
    }
    let owners = sound().append(ENGLISH, "page.install-title = \"Text.\"\n");
    assert_eq!(
        review(reviewed(owners, &words)),
        nurse,
        "no patient reads it"
    );
    assert_eq!(review(reviewed(sound(), "of another day")), None);
}

#[test]
fn a_review_of_a_bad_month_is_refused() {
    let words = fingerprint(&sound().data().sentences[0]);
    reviewed(sound(), &words)
        .edit(ENGLISH, "2026-12", "December")
        .refused(ENGLISH, "language.reviewed", "\"December\"", "YYYY-MM");
}

#[test]
fn a_slip_in_the_toml_of_the_words_is_refused() {
    sound().append(ENGLISH, "page.lead = Words\n").refused(
        ENGLISH,
        "page.lead",
        "string values must be quoted",
        "mend the TOML",
    );
}

#[test]
fn a_translation_of_the_page_has_the_placeholders_of_the_reference() {
    let title = |text: &str| format!("page.title = \"{text}\"");
    let english = sound().text(ENGLISH);
    let line = english
        .lines()
        .find(|line| line.starts_with("page.title"))
        .expect("the fixture has a title")
        .to_owned();
    let folder = sound().edit(ENGLISH, &line, &title("In {n} hours"));
    let german = folder.text(ENGLISH).replace("In {n} hours", "In Stunden");
    folder.with(GERMAN, german).refused(
        GERMAN,
        "In Stunden",
        "the placeholders none",
        "those of en: {n}",
    );
}

#[test]
fn a_control_character_in_a_word_is_refused() {
    sound()
        .edit(ENGLISH, "\"English\"", "\"English\\t\"")
        .refused(ENGLISH, "language.name", "`language.name`", "in one line");
}

#[test]
fn each_language_has_the_labels_of_the_reference() {
    let more = "labels.view.more = \"Text.\"";
    let german = || sound().with(GERMAN, english());
    german()
        .append(ENGLISH, "labels.view.back = \"Text.\"\n")
        .refused(GERMAN, more, "`labels.view.back`", TEXT);
    german()
        .append(GERMAN, "labels.view.back = \"Text.\"\n")
        .refused(
            GERMAN,
            "labels.view.back",
            "`labels.view.back`",
            "mend the spelling, or remove it",
        );
    german()
        .edit(ENGLISH, more, "labels.view.more = [\"Text.\"]")
        .refused(
            GERMAN,
            more,
            "`labels.view.more`",
            "add it as a list of texts",
        );
    german()
        .edit(GERMAN, more, "labels.view.more = [\"Text.\"]")
        .refused(GERMAN, "labels.view.more", "`labels.view.more`", TEXT);
}

#[test]
fn a_label_has_no_placeholder_since_nobody_fills_it() {
    let more = "labels.view.more = \"Text";
    sound()
        .edit(ENGLISH, more, &format!("{more} {{n}}"))
        .refused(ENGLISH, more, "{n}", "known here: none");
}

#[test]
fn a_label_in_no_section_is_refused() {
    sound()
        .append(ENGLISH, "labels.back = \"Text.\"\n")
        .refused(
            ENGLISH,
            "labels.back",
            "`labels.back`",
            "mend the spelling, or remove it",
        );
}

#[test]
fn words_and_labels_are_read_as_they_are_written() {
    let data = sound()
        .edit(
            ENGLISH,
            "language.plural.one = \"n = 1\"",
            "language.plural.one = \"n = 1,21\"",
        )
        .data();
    let words = &data.corpus.languages[0];
    assert_eq!(words.core.card.class_name, "Text.");
    assert_eq!(words.core.card.join.as_str(), "{a} Text {b}");
    assert_eq!(*words.core.red_flags.soon, ["Text."]);
    assert_eq!(words.plural.category(21), Category::One);
    assert_eq!(words.form(&words.panels[0].noun, 2).as_str(), "Text.");
    let more = &data.labels[0]["view"]["more"];
    assert_eq!(*more, Label::Text("Text.".to_owned()));
}
