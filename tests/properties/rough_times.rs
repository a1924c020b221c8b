//! Whoever knows only the part of the day of a treatment never hears "OK" earlier than
//! whoever knows the minute.

use aftercare_consensus::{
    Asked, CORPUS, DateFormat, Environment, Form, LocalTime, Options, PartOfDay, Question,
    Settings, TreatmentDay, day, guidance, typed_instant,
};

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;

/// A zone whose clocks change once, by so many minutes ahead of UTC.
struct Zone {
    change: f64,
    before: f64,
    after: f64,
}

impl Environment for Zone {
    fn offset(&self, instant: f64) -> Option<f64> {
        Some(if instant < self.change {
            self.before
        } else {
            self.after
        })
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

/// Zones around a night: without a change, by an hour, by half of one, by two and by three,
/// at two o'clock, and where midnight is left out or comes twice.
fn zones() -> impl Iterator<Item = Zone> {
    [
        ("2026-11-22T00:00Z", 0.0, 0.0),
        ("2026-11-01T06:00Z", -240.0, -300.0),
        ("2026-03-08T07:00Z", -300.0, -240.0),
        ("2026-04-04T15:00Z", 660.0, 630.0),
        ("2026-10-25T01:00Z", 120.0, 0.0),
        ("2026-03-29T01:00Z", 0.0, 120.0),
        ("2026-03-08T16:00Z", 660.0, 480.0),
        ("2026-03-28T22:00Z", 120.0, 180.0),
        ("2026-11-01T05:00Z", -240.0, -300.0),
        ("2024-03-24T03:00Z", -180.0, -240.0),
    ]
    .into_iter()
    .map(|(change, before, after)| {
        let change = LocalTime::parse(change).expect("an instant");
        let zone = Zone {
            change: 0.0,
            before,
            after,
        };
        let change = change.instant(&zone, f64::INFINITY).expect("an instant");
        Zone {
            change,
            before,
            after,
        }
    })
}

/// What a person chooses on the form who was treated at an instant: at six sharp it may be
/// either.
fn choices(zone: &Zone, treated: f64, now: f64) -> Vec<Form> {
    let at = day(zone, treated).expect("a day");
    let today = day(zone, now).expect("a day");
    // At noon of that day a day more is the next day.
    let noon = treated + (720.0 - f64::from(at.minute)) * MINUTE;
    let next = day(zone, noon + 24.0 * HOUR).expect("a day");
    let chosen = if at.date == today.date {
        TreatmentDay::Today
    } else if next.date == today.date {
        TreatmentDay::Yesterday
    } else {
        TreatmentDay::Earlier
    };
    let parts: &[PartOfDay] = match at.minute {
        ..720 => &[PartOfDay::Morning],
        720..1080 => &[PartOfDay::Afternoon],
        1080 => &[PartOfDay::Afternoon, PartOfDay::Evening],
        _ => &[PartOfDay::Evening],
    };
    let form = |part: &PartOfDay| {
        let mut form = Form {
            day: chosen,
            date: at.date.clone(),
            part: Some(*part),
            ..Form::default()
        };
        assert!(form.parts(zone, now).contains(part), "it is offered");
        form.treated = typed_instant(&form, zone, now);
        form
    };
    parts.iter().map(form).collect()
}

#[test]
fn a_part_of_a_day_is_read_no_earlier_than_any_minute_in_it() {
    for zone in zones() {
        for minute in -36 * 60..36 * 60 {
            let treated = zone.change + f64::from(minute) * MINUTE;
            let days = |instant: f64| {
                let day = day(&zone, instant).expect("a day");
                [day.end, day.start].map(|after| instant + f64::from(after.0) * MINUTE)
            };
            for later in [0.0, 1.0, 59.0, 360.0, 780.0, 1_800.0, 6_000.0] {
                let now = treated + later * MINUTE + 20_000.0;
                for form in choices(&zone, treated, now) {
                    let read = form.treated.expect("an instant");
                    assert!(treated <= read && read <= now, "{form:?} at {now}");
                    let ends = days(treated).into_iter().zip(days(read));
                    assert!(
                        ends.into_iter().all(|(known, read)| known <= read),
                        "{form:?}"
                    );
                }
            }
        }
    }
}

/// The instants from which the card of a question says that the first, most and all are
/// fine; never is the latest.
fn fine_from(question: &Question, activity: &str) -> Vec<f64> {
    let moment = question.moment;
    let options = Options {
        activity: Some(activity),
        treated_at: moment.treated_at,
        ..Options::default()
    };
    let card = guidance(&CORPUS, &question.treatment, moment.elapsed, &options).expect("a card");
    let panels = card.panels.iter().map(|panel| panel.fine_from);
    let hours = panels.flat_map(|from| [from.first, from.most, from.all]);
    let hours = hours.chain([card.fine_from.most, card.fine_from.all]);
    let treated = moment.treated.expect("an instant");
    hours
        .map(|hours| hours.map_or(f64::INFINITY, |hours| treated + hours.get() * HOUR))
        .collect()
}

#[test]
fn a_part_of_a_day_says_ok_no_earlier_than_any_minute_in_it() {
    let activities: Vec<_> = CORPUS.activities.iter().collect();
    for zone in zones() {
        // A prime, so that each minute of an hour comes.
        for minute in (-36 * 60..36 * 60_i32).step_by(29) {
            let treated = zone.change + f64::from(minute) * MINUTE;
            let now = treated + 20.0 * HOUR;
            let utc = utc(treated);
            let given = [("treatment", "dysport"), ("treated-at", &*utc)];
            let settings = Settings::parse(&CORPUS, given).expect("attributes");
            let known = Asked::new(&settings, &Form::default(), &zone, now);
            let known = known.question.expect("a question");
            for form in choices(&zone, treated, now) {
                let settings = Settings::parse(&CORPUS, [given[0]]).expect("attributes");
                let asked = Asked::new(&settings, &form, &zone, now);
                let guess = asked.question.expect("a question");
                assert!(guess.moment.is_guess && !known.moment.is_guess);
                let activity = activities[minute.unsigned_abs() as usize % activities.len()];
                let moments = fine_from(&known, activity)
                    .into_iter()
                    .zip(fine_from(&guess, activity));
                for (known, guess) in moments {
                    assert!(known <= guess, "{form:?}: {activity}");
                }
            }
        }
    }
}

/// As an attribute has it.
fn utc(instant: f64) -> String {
    let zone = Zone {
        change: 0.0,
        before: 0.0,
        after: 0.0,
    };
    let day = day(&zone, instant).expect("a day");
    format!(
        "{}T{:02}:{:02}Z",
        day.date,
        day.minute / 60,
        day.minute % 60
    )
}
