//! The closed lists, the treatments and the panels.

use crate::common::{CORPUS, ENGLISH, PANEL, SHEETS, TREATMENTS, VOCABULARY, WHOLE, sound};

const KEYS: &str = "see data/README.md for the keys";

#[test]
fn an_unknown_key_in_the_vocabulary_is_refused() {
    sound().append(VOCABULARY, "colours = [\"red\"]\n").refused(
        VOCABULARY,
        "colours",
        "`colours`",
        KEYS,
    );
}

#[test]
fn an_unknown_key_in_a_treatment_is_refused() {
    sound()
        .edit(TREATMENTS, "name = \"Examplin\"", "nmae = \"Examplin\"")
        .refused(TREATMENTS, "nmae", "`nmae`", KEYS);
}

#[test]
fn an_unknown_key_in_the_corpus_file_is_refused() {
    sound()
        .append(CORPUS, "colour = \"red\"\n")
        .refused(CORPUS, "colour", "`colour`", KEYS);
}

#[test]
fn an_unknown_key_in_a_panel_file_is_refused() {
    sound()
        .append(PANEL, "colour = \"red\"\n")
        .refused(PANEL, "colour", "`colour`", KEYS);
}

#[test]
fn a_default_activity_that_is_not_listed_is_refused() {
    sound()
        .edit(
            VOCABULARY,
            "default_activity = \"exercise\"",
            "default_activity = \"running\"",
        )
        .refused(
            VOCABULARY,
            "running",
            "\"running\"",
            "add it to `activities`",
        );
}

#[test]
fn an_id_that_stands_twice_in_a_list_is_refused() {
    sound()
        .edit(VOCABULARY, "[\"forum\", ", "[\"forum\", \"forum\", ")
        .refused(VOCABULARY, "\"forum\"", "\"forum\"", "remove one");
}

#[test]
fn an_empty_list_is_refused() {
    // The reasons of the answers and the words go too, so that one slip is left.
    sound()
        .edit(VOCABULARY, "[\"migration\", \"blood-flow\"]", "[]")
        .edit(crate::common::THREAD, "reasons = [\"blood-flow\"]\n", "")
        .without_line(ENGLISH, "reasons.migration")
        .without_line(ENGLISH, "reasons.blood-flow")
        .refused(
            VOCABULARY,
            WHOLE,
            "0 ids of the sort reason",
            "give 1 to 16",
        );
}

#[test]
fn bad_characters_in_the_id_of_an_activity_are_refused() {
    sound()
        .edit(
            VOCABULARY,
            "[\"exercise\", ",
            "[\"exercise\", \"hot yoga\", ",
        )
        .append(ENGLISH, "activities.\"hot yoga\".name = \"Text.\"\n")
        .append(ENGLISH, "activities.\"hot yoga\".choice = \"Text.\"\n")
        .append(ENGLISH, "activities.\"hot yoga\".subject = \"Text.\"\n")
        .append(ENGLISH, "activities.\"hot yoga\".verb = \"Text.\"\n")
        .append(ENGLISH, "activities.\"hot yoga\".about = \"Text.\"\n")
        .append(ENGLISH, "activities.\"hot yoga\".done = \"Text.\"\n")
        .refused(
            VOCABULARY,
            "hot yoga",
            "\"hot yoga\"",
            "only the letters of English, digits and hyphens",
        );
}

#[test]
fn bad_characters_in_the_id_of_a_treatment_are_refused() {
    for id in ["", "fic_tox", "fictöx", "a\\\"b"] {
        let record = format!(
            "[[treatment]]\nid = \"{id}\" # here\nname = \"N\"\naliases = []\ngeneric = \"G\"\ncompany = \"C\"\n"
        );
        let folder = sound().append(TREATMENTS, &record);
        // An empty id is an empty name, too: two problems on one line.
        if id.is_empty() {
            let problems = folder.problems();
            assert!(
                problems
                    .iter()
                    .any(|problem| problem.message.contains("id \"\" may hold only")),
                "the editor of a treatment without an id is not told so: {problems:?}"
            );
        } else {
            folder.refused(
                TREATMENTS,
                "# here",
                id,
                "only the letters of English, digits and hyphens",
            );
        }
    }
}

#[test]
fn a_treatment_id_that_stands_twice_is_refused() {
    sound()
        .append(
            TREATMENTS,
            "[[treatment]]\nid = \"fictox\" # again\nname = \"N\"\naliases = []\ngeneric = \"G\"\ncompany = \"C\"\n",
        )
        .refused(TREATMENTS, "# again", "\"fictox\" stands on line 4", "choose another");
}

#[test]
fn the_treatment_id_class_is_refused() {
    sound()
        .append(
            TREATMENTS,
            "[[treatment]]\nid = \"class\"\nname = \"N\"\naliases = []\ngeneric = \"G\"\ncompany = \"C\"\n",
        )
        .refused(TREATMENTS, "\"class\"", "\"class\"", "choose another");
}

const CLASS_RECORD: &str =
    "[[treatment]]\nid = \"any\" # here\naliases = [\"other\"]\nclass = true\n";

#[test]
fn a_treatment_may_stand_for_all_products() {
    sound().append(TREATMENTS, CLASS_RECORD).accepted();
}

#[test]
fn a_treatment_that_is_half_a_product_is_refused() {
    for line in ["name = \"N\"", "generic = \"G\"", "company = \"C\""] {
        sound()
            .append(TREATMENTS, &format!("{CLASS_RECORD}{line}\n"))
            .refused(
                TREATMENTS,
                "# here",
                "\"any\" is neither",
                "make it one of them",
            );
    }
    sound()
        .append(TREATMENTS, &CLASS_RECORD.replace("class = true\n", ""))
        .refused(
            TREATMENTS,
            "# here",
            "\"any\" is neither",
            "make it one of them",
        );
}

#[test]
fn a_second_treatment_that_stands_for_all_products_is_refused() {
    let second = CLASS_RECORD.replace("any", "some").replace("other", "one");
    let second = second.replace("# here", "# there");
    sound()
        .append(TREATMENTS, CLASS_RECORD)
        .append(TREATMENTS, &second)
        .refused(TREATMENTS, "# there", "a second treatment", "keep one");
}

#[test]
fn an_answer_that_names_what_is_no_product_is_refused() {
    sound()
        .append(TREATMENTS, CLASS_RECORD)
        .edit(
            SHEETS,
            "treatments = [\"class\"]",
            "treatments = [\"any\"] # here",
        )
        .refused(SHEETS, "# here", "\"any\" is no product", "write \"class\"");
}

#[test]
fn a_name_that_belongs_to_two_treatments_is_refused() {
    // A caller who writes it would get the answers on the wrong product.
    for name in ["Fictox Cosmetic", "FICTOX", " fictotoxin "] {
        sound()
            .edit(
                TREATMENTS,
                "aliases = []",
                &format!("aliases = [\"{name}\"] # here"),
            )
            .refused(
                TREATMENTS,
                "# here",
                &format!("{name:?} belongs to both \"fictox\" and \"examplin\""),
                "keep it at one",
            );
    }
}

#[test]
fn a_name_may_stand_twice_at_one_treatment() {
    sound()
        .edit(TREATMENTS, "aliases = []", "aliases = [\"EXAMPLIN\"]")
        .accepted();
}

#[test]
fn a_bad_month_of_the_corpus_is_refused() {
    for month in [
        "2026-13", "2026-00", "2026-1", "26-11", "November", "2026/11", "２026-1",
    ] {
        sound()
            .edit(CORPUS, "\"2026-11\"", &format!("\"{month}\""))
            .refused(
                CORPUS,
                "updated",
                &format!("{month:?}"),
                "of the form YYYY-MM",
            );
    }
}

#[test]
fn two_panels_with_the_same_order_are_refused() {
    // A card could show them either way round.
    let folder = sound()
        .with(
            "panels/sheets/panel.toml",
            "# After the doctors.\norder = 1\nclaims = true\n",
        )
        .with(
            "panels/sheets/more.toml",
            sound().text(SHEETS).replace("S-0", "M-0"),
        )
        .append(ENGLISH, "panels.sheets.name = \"Text.\"\n")
        .append(ENGLISH, "panels.sheets.about = \"Text.\"\n")
        .append(ENGLISH, "panels.sheets.one = \"Text.\"\n")
        .append(ENGLISH, "panels.sheets.other = \"Text.\"\n");
    folder.refused(
        "panels/sheets/panel.toml",
        "order = 1",
        "the order 1 belongs to the panel \"doctors\"",
        "choose another",
    );

    let data = folder
        .with("panels/sheets/panel.toml", "order = 0\nclaims = true\n")
        .accepted();
    let ids = data.panels.iter().map(|panel| &*panel.id);
    assert_eq!(
        ids.collect::<Vec<_>>(),
        ["sheets", "doctors"],
        "a card does not show the panels in their order"
    );
}

#[test]
fn a_stray_file_among_the_panels_is_refused() {
    sound().with("panels/notes.toml", "").refused(
        "panels/notes.toml",
        WHOLE,
        "is not a folder",
        "put answers into panels/<panel>/",
    );
}
