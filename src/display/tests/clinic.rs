//! Does the clinic's own wait come first, and does its end never read as "fine"?

use super::{ALPHA, At, with_display};
use crate::display::{Answer, ClinicHead};

const CLINIC: [(&str, &str); 3] = [
    ("treatment", "alpha"),
    ("clinic", "Harley"),
    ("protocol", "run 24h; sauna day-end"),
];

fn head(attributes: &[(&str, &str)], minutes: u32) -> ClinicHead<'static> {
    with_display(attributes, minutes, At::Seventeen, |display| {
        let head = display
            .clone()
            .answer()
            .clinic
            .expect("the clinic has a wait");
        ClinicHead {
            consensus: "",
            ..head
        }
    })
}

#[test]
fn while_the_clinics_wait_runs_it_comes_first_and_the_consensus_under_it() {
    let head = head(&CLINIC, 870);
    assert!(head.waiting && !head.differs, "both say wait");
    assert_eq!(head.title, "Harley asks you to wait 24 hours before a run");
    assert_eq!(head.left, "9 h 30 min to go, until day 1 17:00");
    assert_eq!(head.first, "Follow what Harley told you.");
    with_display(&CLINIC, 870, At::Seventeen, |display| {
        let answer = display.answer();
        assert_eq!(answer.clinic.expect("a wait").consensus, "What others say");
        assert!(answer.head.title.contains("say wait"));
    });
}

#[test]
fn the_end_of_the_clinics_wait_never_reads_as_fine() {
    for minutes in [24 * 60, 48 * 60, 100_000] {
        let head = head(&CLINIC, minutes);
        assert!(!head.waiting);
        assert_eq!(head.title, "Harley asks you to wait 24 hours before a run");
        assert_eq!(head.left, "That wait ended day 1 17:00.");
        assert!(!head.first.contains("fine"), "{}", head.first);
    }
}

#[test]
fn where_clinic_and_consensus_differ_the_clinics_stands_and_the_card_says_so() {
    let with = |protocol| [CLINIC[0], CLINIC[1], ("protocol", protocol)];
    let longer = head(&with("run 90d"), 30 * 24 * 60);
    assert!(longer.waiting && longer.differs);
    assert_eq!(
        longer.first,
        "Most others say it’s OK. Follow what Harley told you."
    );
    let shorter = head(&with("run 1h"), 120);
    assert!(!shorter.waiting && shorter.differs);
    assert_eq!(
        shorter.first,
        "Most others still say wait. Follow what Harley told you. \
         If you’re not sure, ask Harley."
    );
}

#[test]
fn a_protocol_without_this_activity_says_so_and_others_have_their_clinics_wait() {
    let attributes = [CLINIC[0], CLINIC[1], CLINIC[2], ("activity", "walk")];
    with_display(&attributes, 60, At::Seventeen, |display| {
        let answer = display.answer();
        assert_eq!(answer.clinic, None);
        assert_eq!(
            answer.clinic_none.as_deref(),
            Some("Harley gives no wait here for a walk.")
        );
    });
}

#[test]
fn in_the_row_of_another_activity_the_clinics_wait_comes_first_while_it_runs() {
    let row = |minutes, id: &str| {
        with_display(&CLINIC, minutes, At::Seventeen, |display| {
            let mut activities = display.activities().into_iter();
            let found = activities.find(|activity| activity.id == id);
            let activity = found.expect("an activity");
            (activity.clinic, activity.text)
        })
    };
    assert_eq!(
        row(60, "sauna"),
        (true, "Clinic: wait until day 1 00 h".to_owned())
    );
    assert!(!row(60, "swim").0, "it names no wait for it");
    assert!(!row(870, "sauna").0, "that wait has ended");
}

#[test]
fn without_a_clock_the_wait_is_counted_from_the_treatment() {
    let attributes = [("treatment", "alpha"), ("protocol", "run 24h")];
    with_display(&attributes, 60, At::NoClock, |display| {
        let clinic = display.answer().clinic.expect("a wait");
        assert_eq!(
            clinic.title,
            "Your clinic asks you to wait 24 hours before a run"
        );
        assert_eq!(
            clinic.left,
            "23 h to go, until 24 hours after the treatment"
        );
        assert_eq!(clinic.first, "Follow what your clinic told you.");
    });
}

#[test]
fn what_is_spoken_begins_with_the_clinic_and_says_whose_view_is_whose() {
    let spoken = |attributes: &[(&str, &str)], minutes| {
        with_display(attributes, minutes, At::Seventeen, |display| {
            let Answer { spoken, head, .. } = display.answer();
            let summary = &display.card().summary;
            let next = head.next.expect("a moment");
            let close = head
                .close
                .map_or(String::new(), |close| format!(" {close}"));
            let consensus = format!(
                "{}. {}{}. {}{close}",
                head.title, next.before, next.when, summary
            );
            (spoken, consensus)
        })
    };
    let (text, consensus) = spoken(&ALPHA, 870);
    assert_eq!(text, format!("Alpha. {consensus}"));

    let (text, consensus) = spoken(&CLINIC, 870);
    assert_eq!(
        text,
        format!(
            "Alpha. Harley asks you to wait 24 hours before a run. \
             Follow what Harley told you. What others say: {consensus}"
        )
    );
    let (later, _) = spoken(&CLINIC, 871);
    assert_eq!(later, text, "the countdown is not read out each minute");

    let (text, consensus) = spoken(&CLINIC, 24 * 60);
    assert_eq!(
        text,
        format!(
            "Alpha. Harley asks you to wait 24 hours before a run. \
             That wait ended day 1 17:00. Follow what Harley told you. \
             What others say: {consensus}"
        )
    );
}

#[test]
fn a_wait_for_the_day_ends_at_midnight_tonight_while_it_runs() {
    let attributes = [CLINIC[0], CLINIC[1], CLINIC[2], ("activity", "sauna")];
    let running = head(&attributes, 60);
    assert_eq!(
        (&*running.title, &*running.left),
        (
            "Harley asks you to wait until midnight tonight before the sauna",
            "6 h to go"
        )
    );
    let day = "Harley asks you to wait until the next day before the sauna";
    assert_eq!(head(&attributes, 7 * 60).title, day, "that night is over");
    with_display(&attributes, 60, At::NoClock, |display| {
        let clinic = display.answer().clinic.expect("a wait");
        assert_eq!(clinic.title, day, "no clock knows of tonight");
    });
}

#[test]
fn a_name_from_right_to_left_is_isolated_and_others_stay_as_they_are() {
    let first = |name: &str| {
        let attributes = [CLINIC[0], ("clinic", name), CLINIC[2]];
        let head = head(&attributes, 870);
        let (title, _) = head.title.split_once(" asks").expect("the name first");
        assert!(
            head.first.contains(title),
            "within a sentence, too: {}",
            head.first
        );
        title.to_owned()
    };
    for name in [
        "Harley",
        "Clínica Olmo",
        "Клиника",
        "診所 5",
        "Smith & Sons (UK) +1",
    ] {
        assert_eq!(first(name), name);
    }
    for name in [
        "مركز الجمال",
        "מרפאת היופי 5",
        "Nova نوفا",
        "\u{202e}Harley",
        "ܐܒ",
    ] {
        assert_eq!(first(name), format!("\u{2068}{name}\u{2069}"));
    }
    // A mark in the name does not end it.
    assert_eq!(first("א\u{2069}ב"), "\u{2068}אב\u{2069}");
}
