//! What is written for a reader, all of it: cards of the frozen corpus, an element a line.
//!
//! Where a change moves a word, a number or a shape of the picture, the difference shows
//! it to whoever reviews the change. `UPDATE_EXPECT=1 cargo test --lib written` renews
//! the files in `tests/snapshots/view/`.

use std::fmt::Write;

use expect_test::expect_file;

use super::tests::{Clock, loaded, with_scene};
use super::{Answer, Calendar, Form, Moment, Op, Pointed, Rest, Scene, Setup, Sift, Voices, ops};
use crate::Minutes;
use crate::frozen::CORPUS;

const RUNNER: [(&str, &str); 2] = [("treatment", "alpha"), ("activity", "run")];

const CLINIC: [(&str, &str); 6] = [
    ("treatment", "alpha"),
    ("clinic", "Harley"),
    ("protocol", "run 24h; sauna day-end; walk 12h"),
    ("contact", "+44 20 7946 0000"),
    ("emergency", "999"),
    ("ask", ""),
];

/// What is on the screen: an element a line, two spaces deeper than the one that it is in.
fn written(scene: &Scene<'_>) -> String {
    let markup = scene.markup();
    let mut text = String::new();
    let mut depth = 0;
    for op in ops(&markup) {
        let put = match op {
            Op::Open(tag, class) => {
                let dots: String = class.split(' ').map(|class| format!(".{class}")).collect();
                let class = if class.is_empty() { "" } else { &dots };
                depth += 1;
                write!(text, "\n{:1$}{tag}{class}", "", 2 * (depth - 1))
            }
            Op::Set(name, "") => write!(text, " {name}"),
            Op::Set(name, value) => write!(text, " {name}={value:?}"),
            Op::Unset(name) => write!(text, " without {name}"),
            Op::Say("") => Ok(()),
            Op::Say(said) => write!(text, " {said:?}"),
            Op::Keep => write!(text, "\n{:1$}what was here", "", 2 * depth),
            Op::Close => {
                depth -= 1;
                Ok(())
            }
        };
        put.expect("room in memory");
    }
    text.push('\n');
    text.trim_start().to_owned()
}

/// One element of it, and what is in it.
fn part(text: &str, element: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut lines = (text.lines()).skip_while(|line| line.trim_start() != element);
    let first = lines.next().expect("the element is there");
    let inside = lines.take_while(|line| depth(line) > depth(first));
    let lines = [first].into_iter().chain(inside);
    lines.map(|line| format!("{line}\n")).collect()
}

/// Texts of which some give a reason.
fn reasoned() -> Voices {
    let mut voices = loaded();
    if let Voices::Loaded(voices) = &mut voices {
        for (place, voice) in voices.iter_mut().enumerate() {
            if place % 3 == 0 {
                voice.reasons.push("it may rain".to_owned());
            }
            if place % 5 == 0 {
                voice.reasons.push("shoes are slow".to_owned());
            }
            if place % 4 == 1 {
                voice.who = None;
            }
        }
    }
    voices
}

#[test]
fn a_runner_at_seven_who_opens_everything() {
    let chosen = ["F-01".to_owned()];
    let text = with_scene(
        &RUNNER,
        870,
        Clock::Seventeen,
        &reasoned(),
        |scene, _, _| {
            let pointed = Pointed {
                marks: &chosen,
                ..scene.pointed
            };
            written(&Scene { pointed, ..*scene })
        },
    );
    expect_file!["../../tests/snapshots/view/runner.txt"].assert_eq(&text);
}

#[test]
fn a_clinics_patient_an_hour_after_on_a_device_with_a_calendar() {
    let text = with_scene(
        &CLINIC,
        60,
        Clock::Seventeen,
        &Voices::NotAsked,
        |scene, card, moment| {
            let Answer::Card { others, .. } = scene.answer else {
                panic!("there is a card");
            };
            let calendar = Some(Calendar {
                treated: Minutes(29_921_640),
                saves: true,
            });
            let moment = Moment { calendar, ..moment };
            written(&Scene {
                form: Form {
                    told: true,
                    ..scene.form
                },
                answer: Answer::Card {
                    card,
                    others,
                    moment,
                },
                opened: "",
                announcement: "Harley asks you to wait 24 hours.",
                ..*scene
            })
        },
    );
    expect_file!["../../tests/snapshots/view/clinic.txt"].assert_eq(&text);
}

#[test]
fn a_card_of_hours_whose_reader_looks_at_another_moment() {
    let attributes = [("treatment", "alpha"), ("hours", "14"), ("compact", "")];
    let text = with_scene(
        &attributes,
        840,
        Clock::None,
        &Voices::Asked,
        |scene, _, _| {
            written(&Scene {
                opened: "exact why",
                pointed: Pointed {
                    at: Some(Minutes(615)),
                    over: Some(Minutes(3000)),
                    ..scene.pointed
                },
                stale: true,
                ..*scene
            })
        },
    );
    expect_file!["../../tests/snapshots/view/hours.txt"].assert_eq(&text);
}

#[test]
fn a_swimmer_on_whom_too_few_answers_speak() {
    let attributes = [("treatment", "beta"), ("activity", "swim")];
    let text = with_scene(
        &attributes,
        100_000,
        Clock::Seventeen,
        &Voices::Failed,
        |scene, _, _| {
            written(&Scene {
                opened: "done why result",
                ..*scene
            })
        },
    );
    expect_file!["../../tests/snapshots/view/swimmer.txt"].assert_eq(&text);
}

#[test]
fn a_visitor_who_is_asked_and_has_written_hours_that_are_none() {
    let text = with_scene(&[], 0, Clock::None, &Voices::NotAsked, |scene, _, _| {
        written(&Scene {
            form: Form {
                by_hours: true,
                wrong: "Hours are a number.",
                ..scene.form
            },
            answer: Answer::Asked,
            ..*scene
        })
    });
    expect_file!["../../tests/snapshots/view/asked.txt"].assert_eq(&text);
}

#[test]
fn a_reader_whom_a_number_has_led_to_the_answers_behind_it() {
    let attributes = [RUNNER[0], RUNNER[1], ("sources", "page")];
    let text = with_scene(&attributes, 300, Clock::None, &reasoned(), |scene, _, _| {
        let text = written(&Scene {
            opened: "who-says-what",
            sift: Sift {
                now: "wait",
                order: "longest",
                ..Sift::default()
            },
            came: true,
            ..*scene
        });
        part(&text, "details.who-says-what")
    });
    expect_file!["../../tests/snapshots/view/led.txt"].assert_eq(&text);
}

#[test]
fn a_reader_of_spanish_who_waits_for_the_rest() {
    let text = with_scene(
        &RUNNER,
        870,
        Clock::Seventeen,
        &reasoned(),
        |scene, _, _| {
            let setup = Setup {
                words: CORPUS.languages.last().expect("Spanish"),
                sources: "",
                ..*scene.setup
            };
            let whole = Scene {
                setup: &setup,
                opened: "who-says-what",
                ..*scene
            };
            let awaited = Scene {
                rest: Rest::Awaited,
                ..whole
            };
            let kept = Scene {
                rest: Rest::Kept,
                ..whole
            };
            let [awaited, kept, whole] = [awaited, kept, whole].map(|scene| written(&scene));
            let voices = part(&whole, "details.who-says-what");
            [awaited, kept, voices].join("\n")
        },
    );
    expect_file!["../../tests/snapshots/view/spanish.txt"].assert_eq(&text);
}
