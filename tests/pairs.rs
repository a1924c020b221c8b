//! Options that come as text: what JavaScript gives reaches the query as it was meant.

use aftercare_consensus::{ClockTime, ErrorCode, Names, Options, Pairs, TreatedAt, pairs};

#[test]
fn each_option_becomes_what_it_says() {
    let read = Pairs::parse(
        [
            ("activity", Some("flying")),
            ("treatedAt", Some("17:00")),
            ("panels", Some("doctors")),
            ("panels", Some("instructions")),
            ("lang", Some("es")),
            ("names", Some("generic")),
        ],
        pairs::QUESTION,
    )
    .expect("all of these are options of a question");
    let options = Options {
        activity: Some("flying"),
        treated_at: TreatedAt::Clock(ClockTime::parse("17:00").expect("a clock time")),
        panels: Some(&["doctors", "instructions"]),
        lang: Some("es"),
        names: Names::Generic,
    };
    assert_eq!(read.options(), options);
}

#[test]
fn an_option_without_a_value_is_as_if_it_were_not_there() {
    let given = pairs::QUESTION.iter().map(|key| (*key, None));
    let read = Pairs::parse(given, pairs::QUESTION).expect("known keys");
    assert_eq!(read.options(), Options::default(), "and no list of panels");
}

#[test]
fn a_key_that_is_no_option_of_this_question_is_named() {
    for value in [None, Some("x")] {
        let error = Pairs::parse([("activty", value)], pairs::QUESTION).expect_err("a slip");
        assert_eq!(error.code(), ErrorCode::InvalidOption);
        assert_eq!(
            error.message(),
            "an option is \"activty\"; accepted: activity, treatedAt, panels, lang, names."
        );
    }
    assert!(Pairs::parse([("panels", Some("doctors"))], pairs::CATALOG).is_err());
    for (key, value, code) in [
        ("treatedAt", "5pm", ErrorCode::InvalidTime),
        ("names", "brands", ErrorCode::InvalidOption),
    ] {
        let error = Pairs::parse([(key, Some(value))], pairs::QUESTION).expect_err(value);
        assert_eq!(error.code(), code, "{error}");
    }
}

#[test]
fn a_key_that_a_caller_accepts_and_no_option_is_called_changes_nothing() {
    let read = Pairs::parse([("colour", Some("blue"))], &["colour"]).expect("an accepted key");
    assert_eq!(read.options(), Options::default());
}
