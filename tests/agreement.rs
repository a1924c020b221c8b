//! Does the library say what a second, naive reading of the codebook says?

mod common;
mod reference;

use std::ops::Range;
use std::path::Path;

use aftercare_consensus::{
    CORPUS, ClockTime, Elapsed, FineFrom, Guidance, Hours, Minutes, NextChange, Options, Stance,
    TreatedAt, guidance,
};
use aftercare_corpus::{Corpus, Str, load};
use serde_json::Value;

use common::cases::{Call, Case, groups};
use common::frozen;
use reference::{AnswerCard, Card, PanelCard, Question, Reference, Tally};

fn read(folder: &str) -> Corpus {
    load(Path::new(folder))
        .unwrap_or_else(|problems| panic!("{problems}"))
        .corpus
}

/// Every set of panels that can be asked for.
fn subsets(panels: usize) -> impl Iterator<Item = Vec<usize>> {
    (1..1_usize << panels)
        .map(move |set| (0..panels).filter(|place| set >> place & 1 == 1).collect())
}

#[test]
fn every_live_card_says_what_the_codebook_says() {
    let data = read(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    let clocks = ["00:00", "08:00", "12:30", "17:00", "20:00", "23:59"];
    let clocks: Vec<Option<ClockTime>> = std::iter::once(None)
        .chain(clocks.map(|text| Some(ClockTime::parse(text).expect(text))))
        .collect();
    let mut cards = 0;
    for (treatment, names) in data.treatments.iter().enumerate() {
        for (activity, activity_id) in data.activities.iter().enumerate() {
            for clock in &clocks {
                for panels in subsets(data.panels.len()) {
                    let ids: Vec<&str> = panels
                        .iter()
                        .map(|panel| &*data.panels[*panel].id)
                        .collect();
                    let options = Options {
                        activity: Some(activity_id),
                        treated_at: clock.map_or(TreatedAt::Unknown, TreatedAt::Clock),
                        panels: Some(&ids),
                        ..Options::default()
                    };
                    let reference = Reference::new(
                        &data,
                        &Question {
                            treatment,
                            activity,
                            clock: clock.map(minute_of_day),
                            panels,
                        },
                    );
                    for minute in moments() {
                        let elapsed = Elapsed::from_minutes(Minutes(minute));
                        let card = guidance(&CORPUS, &names.id, elapsed, &options)
                            .unwrap_or_else(|error| panic!("{}: {error}", names.id));
                        assert_eq!(
                            of_card(&card),
                            reference.card(minute),
                            "left is the library, right the codebook read naively: {} {activity_id} \
                             {ids:?} at {} h, treated at {clock:?}",
                            names.id,
                            f64::from(minute) / 60.0
                        );
                        cards += 1;
                    }
                }
            }
        }
    }
    assert!(cards > 5_000, "only {cards} cards were compared");
}

/// Moments at which published waits end, with the minutes around them, and
/// some between and beyond.
fn moments() -> impl Iterator<Item = u32> {
    let hours = [0, 4, 6, 7, 12, 13, 16, 24, 48, 336];
    let around = hours.into_iter().flat_map(|hours: u32| {
        let minute = hours * 60;
        [minute.saturating_sub(1), minute, minute + 1]
    });
    around.chain([20, 100, 1000, 2000, 5000, 10_000, u32::MAX])
}

fn minute_of_day(clock: ClockTime) -> u32 {
    let text = clock.to_string();
    let digits = |range: Range<usize>| text[range].parse::<u32>().expect("a card prints HH:MM");
    digits(0..2) * 60 + digits(3..5)
}

#[test]
fn every_golden_card_says_what_the_codebook_says() {
    let data = read(frozen::FOLDER);
    let mut cards = 0;
    for case in groups().into_iter().flat_map(|group| group.cases) {
        let Some(card) = case
            .expected
            .as_ref()
            .filter(|_| case.call == Call::Guidance)
        else {
            continue;
        };
        let expected = Reference::new(&data, &question(&data, &case, card))
            .card(reference::minutes(case.hours()));
        assert_eq!(
            of_json(card),
            expected,
            "left is the golden card {}, right the codebook read naively\nrule: {}",
            case.id,
            case.rule
        );
        cards += 1;
    }
    assert!(cards > 50, "only {cards} golden cards were compared");
}

/// What the case asks, by the ids on its card.
fn question(data: &Corpus, case: &Case, card: &Value) -> Question {
    let place = |ids: &mut dyn Iterator<Item = &Str>, id: &Value| {
        ids.enumerate()
            .find(|(_, known)| id == &***known)
            .map(|(place, _)| place)
            .unwrap_or_else(|| panic!("{}: the frozen corpus has no {id}", case.id))
    };
    let panels = card["panels"].as_array().expect("a card has panels");
    Question {
        treatment: place(
            &mut data.treatments.iter().map(|treatment| &treatment.id),
            &card["treatment"]["id"],
        ),
        activity: place(&mut data.activities.iter(), &card["activity"]["id"]),
        clock: case.input.options.treated_at.as_deref().map(|text| {
            let (hours, minutes) = text.trim().split_once(':').expect("a clock time");
            let number = |text: &str| text.parse::<u32>().expect("a clock time");
            number(hours) * 60 + number(minutes)
        }),
        panels: panels
            .iter()
            .map(|panel| place(&mut data.panels.iter().map(|panel| &panel.id), &panel["id"]))
            .collect(),
    }
}

/// Hours on a card name a whole minute, and no other number does.
fn minutes(hours: f64) -> u32 {
    let minutes = (hours * 60.0).round() as u32;
    assert!(
        f64::from(minutes) / 60.0 == hours,
        "{hours} h is not a whole minute"
    );
    minutes
}

fn of_card(card: &Guidance<'_>) -> Card {
    let at = |hours: Option<Hours>| hours.map(|hours| minutes(hours.get()));
    let next = |change: Option<NextChange>| {
        change.map(|change| (minutes(change.hours.get()), change.status.as_str()))
    };
    let number = |number: u32| number as usize;
    Card {
        status: card.status.as_str(),
        most: at(card.fine_from.most),
        all: at(card.fine_from.all),
        next_change: next(card.next_change),
        panels: card
            .panels
            .iter()
            .map(|panel| {
                let FineFrom { first, most, all } = panel.fine_from;
                PanelCard {
                    id: panel.id.to_owned(),
                    basis: match panel.basis {
                        aftercare_consensus::Basis::Treatment => "treatment",
                        aftercare_consensus::Basis::Class => "class",
                    },
                    status: panel.status.as_str(),
                    tally: Tally {
                        fine: number(panel.tally.fine),
                        wait: number(panel.tally.wait),
                        silent: number(panel.tally.silent),
                        untimed: number(panel.tally.untimed),
                    },
                    share: panel
                        .share
                        .map(|share| (share.get() * 1000.0).round() as u32),
                    stable: panel.stable,
                    first: at(first),
                    most: at(most),
                    all: at(all),
                    next_change: next(panel.next_change),
                    longest: panel
                        .longest
                        .map(|longest| (minutes(longest.hours.get()), number(longest.answers))),
                }
            })
            .collect(),
        conditions: card
            .conditions
            .iter()
            .map(|condition| (condition.id.to_string(), number(condition.answers)))
            .collect(),
        claims: match card.claims.as_slice() {
            [weakens, studied] => [weakens.no, weakens.may, studied.no].map(number),
            claims => panic!("two claims are wanted: {claims:?}"),
        },
        answers: card
            .answers
            .iter()
            .map(|answer| AnswerCard {
                id: answer.id.to_string(),
                panel: answer.panel.to_string(),
                stance: match answer.stance {
                    Stance::Fine => "fine",
                    Stance::Wait => "wait",
                    Stance::Silent => "silent",
                    Stance::Untimed => "untimed",
                },
                no_until: at(answer.no_until),
                yes_from: at(answer.yes_from),
            })
            .collect(),
    }
}

fn of_json(card: &Value) -> Card {
    let at = |hours: &Value| hours.as_f64().map(minutes);
    let next = |change: &Value| at(&change["hours"]).map(|hours| (hours, word(&change["status"])));
    let number = |number: &Value| {
        number
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or_else(|| panic!("{number} is not a count"))
    };
    let text = |text: &Value| text.as_str().expect("a text").to_owned();
    let list = |value: &Value| value.as_array().expect("a list").clone();
    Card {
        status: word(&card["status"]),
        most: at(&card["fineFrom"]["most"]),
        all: at(&card["fineFrom"]["all"]),
        next_change: next(&card["nextChange"]),
        panels: list(&card["panels"])
            .iter()
            .map(|panel| PanelCard {
                id: text(&panel["id"]),
                basis: word(&panel["basis"]),
                status: word(&panel["status"]),
                tally: Tally {
                    fine: number(&panel["tally"]["fine"]),
                    wait: number(&panel["tally"]["wait"]),
                    silent: number(&panel["tally"]["silent"]),
                    untimed: number(&panel["tally"]["untimed"]),
                },
                share: panel["share"]
                    .as_f64()
                    .map(|share| (share * 1000.0).round() as u32),
                stable: panel["stable"].as_bool().expect("stable is true or false"),
                first: at(&panel["fineFrom"]["first"]),
                most: at(&panel["fineFrom"]["most"]),
                all: at(&panel["fineFrom"]["all"]),
                next_change: next(&panel["nextChange"]),
                longest: at(&panel["longest"]["hours"])
                    .map(|hours| (hours, number(&panel["longest"]["answers"]))),
            })
            .collect(),
        conditions: list(&card["conditions"])
            .iter()
            .map(|condition| (text(&condition["id"]), number(&condition["answers"])))
            .collect(),
        claims: [
            number(&card["claims"][0]["no"]),
            number(&card["claims"][0]["may"]),
            number(&card["claims"][1]["no"]),
        ],
        answers: list(&card["answers"])
            .iter()
            .map(|answer| AnswerCard {
                id: text(&answer["id"]),
                panel: text(&answer["panel"]),
                stance: word(&answer["stance"]),
                no_until: at(&answer["noUntil"]),
                yes_from: at(&answer["yesFrom"]),
            })
            .collect(),
    }
}

/// A word of a closed list, as the reference has it.
fn word(value: &Value) -> &'static str {
    let known = [
        "not_enough",
        "wait",
        "mostly_wait",
        "divided",
        "mostly_fine",
        "fine",
        "silent",
        "untimed",
        "treatment",
        "class",
    ];
    known
        .into_iter()
        .find(|known| value == known)
        .unwrap_or_else(|| panic!("{value} is no word of a card"))
}
