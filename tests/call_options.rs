//! Options as JavaScript gives them reach the query as they were meant.

use aftercare_consensus::{CallOptions, ClockTime, ErrorCode, Names, Options, TreatedAt};
use serde_json::{Value, json};

fn read(options: Value) -> CallOptions {
    serde_json::from_value(options).expect("an object of options")
}

#[test]
fn each_option_becomes_what_it_says() {
    let options = read(json!({
        "activity": "flying",
        "treatedAt": " 17:00 ",
        "panels": ["doctors", "instructions"],
        "lang": "es",
        "names": "generic",
    }));
    let asked = options.question(|options| {
        let expected = Options {
            activity: Some("flying"),
            treated_at: TreatedAt::Clock(ClockTime::parse("17:00").expect("a clock time")),
            panels: Some(&["doctors", "instructions"]),
            lang: Some("es"),
            names: Names::Generic,
        };
        assert_eq!(*options, expected);
        Ok(())
    });
    asked.expect("all of these are options of a question");
    let asked = read(json!({ "lang": "es", "names": "class" })).catalog(|options| {
        assert_eq!((options.lang, options.names), (Some("es"), Names::Class));
        Ok(())
    });
    asked.expect("both are options of the catalog");
}

#[test]
fn an_option_without_a_value_is_as_if_it_were_not_there() {
    let options = read(json!({
        "activity": null, "treatedAt": null, "panels": null, "lang": null, "names": null,
    }));
    assert_eq!(options, CallOptions::default());
    let asked = options.question(|options| {
        assert_eq!(*options, Options::default(), "and no list of panels");
        Ok(())
    });
    asked.expect("nothing is asked");
    assert!(options.catalog(|_| Ok(())).is_ok());
}

#[test]
fn a_key_that_is_no_option_of_this_question_is_named() {
    for value in [json!(null), json!("x"), json!({ "a": [1] })] {
        let options = read(json!({ "activty": value, "lang": "es" }));
        let error = options.question(|_| Ok(())).expect_err("a slip");
        assert_eq!(error.code(), ErrorCode::InvalidOption);
        assert_eq!(
            error.message(),
            "an option is \"activty\"; accepted: activity, treatedAt, panels, lang, names."
        );
    }
    for (key, value) in [
        ("activity", json!("flying")),
        ("treatedAt", json!("17:00")),
        ("panels", json!(["doctors"])),
        ("other", json!("x")),
    ] {
        let options = read(json!({ key: value }));
        let error = options.catalog(|_| Ok(())).expect_err(key);
        assert_eq!(
            error.message(),
            format!("an option is \"{key}\"; accepted: lang, names.")
        );
    }
}

#[test]
fn a_value_that_is_none_of_its_option_is_named() {
    for (key, value, code) in [
        ("treatedAt", "5pm", ErrorCode::InvalidTime),
        ("names", "brands", ErrorCode::InvalidOption),
    ] {
        let error = read(json!({ key: value })).question(|_| Ok(()));
        let error = error.expect_err(value);
        assert_eq!(error.code(), code, "{error}");
        assert!(error.message().contains(value), "{error}");
    }
}
