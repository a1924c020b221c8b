//! What a page's owner may write into the element's attributes.

use aftercare_consensus::{
    CORPUS, DateFormat, Day, Environment, ErrorCode, GuidanceError, LocalTime, Minutes, Names,
    Options, Protocol, Settings, SourcesAt, Status, Wait, When, attribute_value,
};

fn parse<'s>(given: &[(&'s str, &'s str)]) -> Result<Settings<'s>, GuidanceError> {
    Settings::parse(&CORPUS, given.iter().copied())
}

fn refused(given: &[(&str, &str)]) -> GuidanceError {
    parse(given).expect_err(&format!("{given:?} is refused"))
}

#[test]
fn nothing_given_asks_the_reader() {
    let settings = parse(&[]).expect("no attributes are fine");
    assert_eq!(settings, Settings::default());
    assert_eq!(settings.when, When::Asked);
}

#[test]
fn space_around_a_value_is_ignored_and_foreign_attributes_are_too() {
    let settings = parse(&[
        ("class", "x"),
        ("data-hours", "no"),
        ("treatment", " Dysport\n"),
        ("hours", " 14 "),
        ("panels", " doctors , instructions "),
        ("names", " generic "),
        ("sources", " page "),
        ("compact", ""),
        ("ask", "ask"),
        ("clinic", "  Harley  "),
    ])
    .expect("all of these are accepted");
    assert_eq!(settings.treatment, Some("Dysport"));
    assert_eq!(settings.panels, ["doctors", "instructions"]);
    assert_eq!(settings.names, Names::Generic);
    assert_eq!(settings.sources, SourcesAt::Page);
    assert!(settings.compact);
    assert!(settings.ask);
    assert_eq!(settings.clinic, Some("Harley"));
}

#[test]
fn each_bad_value_is_an_error_that_names_attribute_and_value() {
    use ErrorCode::{
        InvalidHours, InvalidOption, InvalidTime, UnknownActivity, UnknownLanguage, UnknownPanel,
        UnknownTreatment,
    };
    for (name, value, code) in [
        ("treatment", "Restylane", UnknownTreatment),
        ("treatment", "", UnknownTreatment),
        ("activity", "running", UnknownActivity),
        ("hours", "-1", InvalidHours),
        ("hours", "", InvalidHours),
        ("hours", "soon", InvalidHours),
        ("hours", "1e999", InvalidHours),
        ("treated-at", "yesterday", InvalidTime),
        ("treated-at", "2026-02-30T10:00", InvalidTime),
        ("lang", "tlh", UnknownLanguage),
        ("names", "brands", InvalidOption),
        ("panels", "patients", UnknownPanel),
        ("panels", " , ", UnknownPanel),
        ("compact", "no", InvalidOption),
        ("ask", "compact", InvalidOption),
        ("sources", "none", InvalidOption),
        ("sources", "javascript:alert(1)//.", InvalidOption),
        ("sources", "java script:alert(1)//.", InvalidOption),
        ("sources", "data:text/html,a/b.c", InvalidOption),
        ("sources", "https:sources.html", InvalidOption),
        ("sources", "/sources.html#top", InvalidOption),
        ("clinic", " ", InvalidOption),
        ("clinic", "”Harley", InvalidOption),
        ("contact", "javascript:alert(1)", InvalidOption),
        ("emergency", "0", InvalidOption),
        ("protocol", "", InvalidOption),
    ] {
        let error = refused(&[(name, value)]);
        assert_eq!(error.code(), code, "{name}={value:?}: {error}");
        let start = format!("{name} is \"{}\"; accepted: ", value.trim());
        let panels = format!("{name} is \"");
        assert!(
            error.message().starts_with(&start)
                || name == "panels" && error.message().starts_with(&panels),
            "{error} starts with {start}"
        );
    }
}

#[test]
fn hours_and_treated_at_together_are_an_error_in_either_order() {
    let hours = ("hours", "14");
    let treated_at = ("treated-at", "2026-11-21T17:00");
    for given in [[hours, treated_at], [treated_at, hours]] {
        let error = refused(&given);
        assert_eq!(error.code(), ErrorCode::InvalidOption);
        assert!(error.message().contains("not both"), "{error}");
    }
}

#[test]
fn a_reader_cannot_choose_among_treatments_without_names() {
    let error = refused(&[("names", "class")]);
    assert!(error.message().contains("add a treatment"), "{error}");
    assert!(parse(&[("names", "class"), ("treatment", "Dysport")]).is_ok());
}

#[test]
fn a_protocol_is_read_part_by_part() {
    let protocol = Protocol::parse(
        &CORPUS,
        " exercise 24h;lying-flat  4 h ; rubbing day-end; facial 7d; heat 90min ;",
    )
    .expect("a protocol");
    for (activity, wait) in [
        ("exercise", Some(Wait::For(Minutes(24 * 60)))),
        ("lying-flat", Some(Wait::For(Minutes(4 * 60)))),
        ("rubbing", Some(Wait::DayEnd)),
        ("facial", Some(Wait::For(Minutes(7 * 24 * 60)))),
        ("heat", Some(Wait::For(Minutes(90)))),
        ("alcohol", None),
    ] {
        assert_eq!(protocol.wait(&CORPUS, activity), wait, "{activity}");
    }
}

#[test]
fn a_bad_protocol_is_an_error_that_names_the_part() {
    for (text, part) in [
        ("exercise 24h; lying-flat", "lying-flat"),
        ("exercise 24", "exercise 24"),
        ("exercise h", "exercise h"),
        ("exercise -4h", "exercise -4h"),
        ("exercise +4h", "exercise +4h"),
        ("exercise 0h", "exercise 0h"),
        ("exercise 1.5h", "exercise 1.5h"),
        ("exercise 24H", "exercise 24H"),
        ("exercise 24hours", "exercise 24hours"),
        ("exercise 366d", "exercise 366d"),
        (
            "exercise 99999999999999999999h",
            "exercise 99999999999999999999h",
        ),
        ("exercise ٢٤h", "exercise ٢٤h"),
        ("exercise 24h;; lying-flat 4h", ""),
        ("exercise 24h, lying-flat 4h", "exercise 24h, lying-flat 4h"),
        ("exercise 24h; exercise 48h", "exercise 48h"),
    ] {
        let error = Protocol::parse(&CORPUS, text).expect_err(text);
        assert_eq!(error.code(), ErrorCode::InvalidOption, "{text}");
        let start = format!("protocol is \"{part}\"; accepted: ");
        assert!(
            error.message().starts_with(&start),
            "{error} names {part:?}"
        );
    }
    let error = Protocol::parse(&CORPUS, "running 24h").expect_err("no such activity");
    assert_eq!(error.code(), ErrorCode::UnknownActivity);
    assert!(
        error.message().starts_with("protocol is \"running\""),
        "{error}"
    );
}

#[test]
fn a_clinics_wait_ends_at_its_hour_or_with_the_day() {
    let day = Day::from_calendar(Minutes(7 * 60), Minutes(13 * 60)).expect("a day");
    assert_eq!(Wait::For(Minutes(90)).until(day), Minutes(90));
    assert_eq!(Wait::DayEnd.until(day), Minutes(7 * 60));
    assert_eq!(
        Wait::DayEnd.until(Day::UNKNOWN),
        Minutes(16 * 60),
        "the careful end"
    );
}

#[test]
fn clinic_and_consensus_differ_where_one_says_wait_and_the_other_fine() {
    let differs = |at, status| {
        let view = Wait::For(Minutes(60)).against(Day::UNKNOWN, Minutes(at), status);
        (view.waiting, view.differs)
    };
    for status in Status::ALL {
        let fine = matches!(status, Status::Fine | Status::MostlyFine);
        let wait = matches!(status, Status::Wait | Status::MostlyWait);
        assert_eq!(
            differs(59, status),
            (true, fine),
            "{status:?} while the wait runs"
        );
        assert_eq!(
            differs(60, status),
            (false, wait),
            "{status:?} when it has ended"
        );
    }
}

#[test]
fn a_flag_is_on_or_off_and_sources_are_here_or_there() {
    for (value, on) in [("", true), ("true", true), ("false", false)] {
        for name in ["ask", "compact"] {
            let settings = parse(&[(name, value)]).expect(value);
            let (flag, other) = match name {
                "ask" => (settings.ask, settings.compact),
                _ => (settings.compact, settings.ask),
            };
            assert_eq!((flag, other), (on, false), "{name}={value:?}");
        }
    }
    for (value, at) in [
        ("inline", SourcesAt::Inline),
        ("page", SourcesAt::Page),
        ("sources.html", SourcesAt::Address("sources.html")),
        ("/a/b:c", SourcesAt::Address("/a/b:c")),
        (
            "HTTPS://clinic.example/sources?lang=es",
            SourcesAt::Address("HTTPS://clinic.example/sources?lang=es"),
        ),
    ] {
        let settings = parse(&[("sources", value)]).expect(value);
        assert_eq!(settings.sources, at, "{value}");
    }
}

#[test]
fn settings_ask_what_they_were_given_at_no_clock_time() {
    let given = [
        ("treatment", "botox"),
        ("activity", "flying"),
        ("panels", "doctors"),
        ("lang", "es"),
        ("names", "class"),
    ];
    let settings = parse(&given).expect("all of these exist");
    let options = Options {
        activity: Some("flying"),
        panels: Some(&["doctors"]),
        lang: Some("es"),
        names: Names::Class,
        ..Options::default()
    };
    assert_eq!(settings.options(), options);
    assert_eq!(Settings::default().options(), Options::default());
}

/// A place whose clock is three hours ahead of UTC.
struct Place;

impl Environment for Place {
    fn offset(&self, _instant: f64) -> Option<f64> {
        Some(180.0)
    }

    fn format(&self, _lang: &str, _instant: f64, _format: DateFormat) -> Option<String> {
        None
    }

    fn saves_files(&self) -> bool {
        false
    }

    fn encode_uri_component(&self, _text: &str) -> Option<String> {
        None
    }
}

#[test]
fn a_moment_is_a_day_of_the_calendar_in_the_readers_zone_or_another() {
    // In minutes since 1970, and whether it is the same wherever it is read.
    fn iso(text: &str) -> Option<(f64, bool)> {
        let time = LocalTime::parse(text)?;
        let instant = time.instant(&Place, f64::INFINITY)?;
        Some((instant / 60_000.0, time.is_instant()))
    }
    let five_in_utc = 29_921_340.0;
    let local = Some((five_in_utc - 180.0, false));
    assert_eq!(iso("2026-11-21T17:00"), local);
    assert_eq!(iso("2026-11-21 17:00:59.5"), local);
    assert_eq!(iso("2026-11-21T17:00Z"), Some((five_in_utc, true)));
    for (offset, minutes) in [("-14:00", 840.0), ("+05:45", -345.0), ("+00:00", 0.0)] {
        let instant = iso(&format!("2026-11-21T17:00{offset}"));
        assert_eq!(instant, Some((five_in_utc + minutes, true)), "{offset}");
    }
    for month in 1..=12_u32 {
        let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month as usize - 1];
        let day = |day: u32| iso(&format!("2026-{month:02}-{day:02}T00:00"));
        assert!(day(days).is_some(), "the last day of month {month}");
        assert_eq!(day(days + 1), None, "a day more than month {month} has");
    }
    for none in [
        "2026-13-01T00:00",
        "2026-00-01T00:00",
        "2026-11-21T17:00+14:01",
    ] {
        assert_eq!(iso(none), None, "{none}");
    }
    // A century is a leap year only where 400 divides it.
    assert!(iso("2000-02-29T00:00").is_some() && iso("2028-02-29T00:00").is_some());
    assert!(iso("1900-02-29T00:00").is_none() && iso("2026-02-29T00:00").is_none());
}

#[test]
fn the_longest_wait_of_a_clinic_is_in_minutes_and_a_day_where_it_ends_with_the_day() {
    let longest = |text: &str| Protocol::parse(&CORPUS, text).expect(text).longest();
    assert_eq!(longest("exercise 4h; heat 90min"), Minutes(240));
    assert_eq!(longest("exercise 4h; heat day-end"), Minutes(24 * 60));
    assert_eq!(longest("exercise 2d; heat day-end"), Minutes(48 * 60));
    assert_eq!(Protocol::default().longest(), Minutes(0));
}

#[test]
fn what_a_phone_or_a_word_processor_puts_into_a_value_changes_nothing() {
    let pasted = parse(&[
        ("treatment", "\u{feff}Dys\u{ad}port\u{200b}"),
        ("activity", "lying\u{2011}flat"),
        (
            "treated-at",
            "2026\u{2010}11\u{2010}21\u{a0}17:00\u{2212}05:00",
        ),
        ("lang", "\u{200e}en\u{2011}US"),
        ("names", "\u{2068}generic\u{2069}"),
        ("panels", "doctors,\u{a0}instructions\u{200b}"),
        ("sources", "page\u{200b}"),
        ("compact", "true\u{feff}"),
        (
            "protocol",
            "exercise\u{a0}24\u{202f}h; lying\u{2011}flat 4h\u{200b}",
        ),
        ("contact", "\u{202d}+1 212 555\u{2011}0100\u{202c}"),
        ("emergency", "\u{ff19}\u{ff11}\u{ff11}"),
    ])
    .expect("all of these are meant");
    let time = LocalTime::parse("2026-11-21T17:00-05:00").expect("a moment");
    assert_eq!(pasted.when, When::At(time));
    assert_eq!(pasted.names, Names::Generic);
    assert_eq!(pasted.sources, SourcesAt::Page);
    assert!(pasted.compact);
    let wait = |activity| pasted.protocol.wait(&CORPUS, activity);
    assert_eq!(wait("exercise"), Some(Wait::For(Minutes(24 * 60))));
    assert_eq!(wait("lying-flat"), Some(Wait::For(Minutes(4 * 60))));
    let contact = pasted.contact.expect("a telephone");
    assert_eq!(
        (contact.text(), &*contact.link()),
        ("+1 212 555-0100", "tel:+12125550100")
    );
    assert_eq!(pasted.emergency.expect("a telephone").text(), "911");
    let hours = parse(&[("hours", "\u{202d}\u{ff11}4.5\u{202c}")]).expect("hours");
    assert!(matches!(hours.when, When::Hours(elapsed) if elapsed.hours().get() == 14.5));
}

#[test]
fn an_error_names_what_is_left_of_a_pasted_value() {
    for (name, value, left) in [
        ("contact", "\u{202d}call\u{a0}us\u{202c}", "call us"),
        ("hours", "5\u{2013}6\u{200b}", "5-6"),
        ("treated-at", "\u{2068}yesterday\u{2069}", "yesterday"),
        ("protocol", "exercise\u{a0}soon", "exercise soon"),
        ("clinic", "\u{200b}\u{a0}", ""),
    ] {
        let error = refused(&[(name, value)]);
        let start = format!("{name} is \"{left}\"; accepted: ");
        assert!(error.message().starts_with(&start), "{error}");
    }
}

#[test]
fn the_quotes_of_a_page_builder_and_capital_letters_change_no_value() {
    for (name, given, meant) in [
        ("treatment", "”dysport”", "dysport"),
        ("treatment", " “Dysport″ ", "Dysport"),
        ("hours", "″14″", "14"),
        ("hours", "'14'", "14"),
        ("treated-at", "«2026-11-21T17:00»", "2026-11-21T17:00"),
        ("lang", "\"es\"", "es"),
        ("clinic", "”Harley", "”Harley"),
        ("clinic", "'t Zand", "'t Zand"),
        ("clinic", "”", "”"),
        ("activity", "Lying-Flat", "lying-flat"),
        ("panels", "Doctors", "doctors"),
        ("names", "Generic", "generic"),
        ("compact", "TRUE", "true"),
        ("ask", "False", "false"),
        ("sources", "Page", "page"),
        (
            "protocol",
            "Exercise 24H; Lying-flat Day-End",
            "exercise 24h; lying-flat day-end",
        ),
    ] {
        assert_eq!(attribute_value(name, given.to_owned()), meant, "{name}");
    }
}
