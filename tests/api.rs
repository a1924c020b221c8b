//! The engine's part of the public surface is what `snapshots/api.txt` says.

use aftercare_consensus::{CORPUS, ErrorCode, Settings};

/// The lines under a heading of the list.
fn section(heading: &str) -> Vec<&'static str> {
    let list = include_str!("snapshots/api.txt");
    let lines: Vec<&str> = list
        .lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.is_empty())
        .map(str::trim)
        .collect();
    assert!(!lines.is_empty(), "the list has {heading:?}");
    lines
}

#[test]
fn every_error_code_is_listed() {
    let codes = ErrorCode::ALL.map(ErrorCode::as_str);
    assert_eq!(section("Codes of questions"), codes);
}

#[test]
fn every_attribute_is_read_and_has_a_value_that_is_refused_by_its_name() {
    for line in section("Attributes") {
        let name = line.split(':').next().unwrap_or_default();
        let refused = ["", "\u{2603}\u{2603}"].iter().find_map(|value| {
            let other = ("treatment", &*CORPUS.treatments[0].id);
            let given = [other, (name, *value)];
            Settings::parse(
                &CORPUS,
                given.into_iter().skip(usize::from(name == other.0)),
            )
            .err()
        });
        let error = refused.unwrap_or_else(|| panic!("{name} takes anything"));
        assert!(error.message().starts_with(name), "{error}");
    }
}

#[test]
fn the_version_is_the_package_s() {
    let manifest = include_str!("../Cargo.toml");
    assert!(manifest.contains(&format!(
        "\nversion = \"{}\"\n",
        aftercare_consensus::version()
    )));
}
