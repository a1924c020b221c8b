//! Does every number lead to the answers behind it?

use super::tests::{Clock, has, loaded, place, said, texts, with_scene};
use super::{Answer, LISTS, Op, Scene, Sift, Voices, ops};
use crate::frozen::CORPUS;
use crate::text::cut;
use crate::{Guidance, Hours, Minutes, Stance, Status};

const ALPHA: [(&str, &str); 1] = [("treatment", "alpha")];

/// A button of the card: what it says, and what it sets the lists to.
struct Button {
    text: String,
    choices: [String; 6],
}

/// The buttons of a card that lead to answers, as `web` reads them.
fn buttons(markup: &str) -> Vec<Button> {
    let mut buttons = Vec::new();
    let mut show = None;
    for op in ops(markup) {
        match op {
            Op::Set("data-act", act) => show = act.strip_prefix("show "),
            Op::Say(text) => {
                if let Some(choices) = show.take() {
                    let mut rest = Some(choices);
                    let choices = LISTS.map(|_| {
                        let (choice, after) = cut(rest.unwrap_or_default(), b' ');
                        rest = after;
                        choice.to_owned()
                    });
                    let text = text.to_owned();
                    buttons.push(Button { text, choices });
                }
            }
            _ => {}
        }
    }
    buttons
}

/// The same moment with other choices in the lists.
fn sifted<T>(scene: &Scene<'_>, sift: Sift<'_>, check: impl Fn(&str) -> T) -> T {
    let scene = Scene {
        sift,
        came: true,
        ..*scene
    };
    check(&scene.markup())
}

/// The ids of the answers in the list.
fn listed(markup: &str) -> Vec<String> {
    ops(markup)
        .filter_map(|op| match op {
            Op::Set("id", id) => Some(id.strip_prefix("answer-")?.to_owned()),
            _ => None,
        })
        .collect()
}

fn first_number(text: &str) -> Option<usize> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .find(|digits| !digits.is_empty())?
        .parse()
        .ok()
}

fn hours(time: Option<Hours>) -> Option<f64> {
    time.map(Hours::get)
}

#[test]
fn behind_every_number_there_are_so_many_answers() {
    for (clock, minutes) in [
        (Clock::None, 0),
        (Clock::None, 300),
        (Clock::Seventeen, 870),
        (Clock::Seventeen, 100_000),
    ] {
        for activity in CORPUS.activities {
            let attributes = [("treatment", "alpha"), ("activity", activity)];
            with_scene(&attributes, minutes, clock, &loaded(), |scene, _, _| {
                for button in buttons(&scene.markup()) {
                    let Button { text, choices } = button;
                    let found = sifted(scene, Sift::of(&choices), listed);
                    // A time has no number of answers, only some behind it; that
                    // of a longest wait or of a reason stands in brackets.
                    let time = text.contains(" after") || ["at once", "not yet"].contains(&&*text);
                    let end = text.strip_suffix(')').and_then(|text| text.split_once('('));
                    let bracket = end.and_then(|(_, text)| first_number(text));
                    let number = match time {
                        true => None,
                        false => bracket.or(first_number(&text)),
                    };
                    if number == Some(0) {
                        assert!(!found.is_empty(), "{text:?} leads to all of them");
                    } else if let Some(number) = number {
                        assert_eq!(found.len(), number, "{text:?} leads to {choices:?}");
                    } else if text != "not yet" {
                        assert!(!found.is_empty(), "{text:?} leads to no answer");
                    }
                }
            });
        }
    }
}

#[test]
fn each_choice_leaves_the_answers_that_it_names() {
    with_scene(&ALPHA, 870, Clock::None, &loaded(), |scene, card, _| {
        let ids = |sift: Sift<'_>| sifted(scene, sift, listed);
        let wanted = |holds: &dyn Fn(&crate::AnswerStance<'_>) -> bool| -> Vec<String> {
            let answers = card.answers.iter().filter(|answer| holds(answer));
            answers.map(|answer| answer.id.to_owned()).collect()
        };
        assert_eq!(ids(Sift::default()), wanted(&|_| true));
        for panel in CORPUS.panels {
            for stance in [Stance::Fine, Stance::Wait, Stance::Silent, Stance::Untimed] {
                let sift = Sift {
                    whose: panel.id,
                    now: stance.as_str(),
                    ..Sift::default()
                };
                let holds = |answer: &crate::AnswerStance<'_>| {
                    answer.panel == panel.id && answer.stance == stance
                };
                assert_eq!(ids(sift), wanted(&holds), "{} {stance:?}", panel.id);
            }
        }
        let product = |product| {
            ids(Sift {
                product,
                ..Sift::default()
            })
        };
        let kinds: usize = ["named", "kind", "other"]
            .iter()
            .map(|kind| product(kind).len())
            .sum();
        assert_eq!(kinds, card.answers.len(), "each answer is of one of them");
        assert!(
            product("named").contains(&"F-01".to_owned()),
            "it names alpha"
        );
        assert_eq!(
            product("kind"),
            ["F-07", "F-08", "S-01", "S-04"],
            "they name no brand, or not alpha beside its kind"
        );
        let also = |also| {
            ids(Sift {
                also,
                ..Sift::default()
            })
        };
        for (choice, claim) in [("no-weaker", 0), ("may-weaken", 0), ("no-study", 1)] {
            let claim = card.claims.get(claim).expect("two claims");
            let number = if choice == "may-weaken" {
                claim.may
            } else {
                claim.no
            };
            assert_eq!(also(choice).len(), number as usize, "{choice}");
        }
        assert_eq!(
            also("at-once"),
            wanted(&|answer| hours(answer.yes_from) == Some(0.0))
        );
        assert_eq!(also("nonsense"), [""; 0], "what is not known fits nothing");
    });
}

#[test]
fn the_answers_stand_in_the_order_of_their_waits() {
    with_scene(&ALPHA, 870, Clock::None, &loaded(), |scene, card, _| {
        let wait = |answer: &crate::AnswerStance<'_>| {
            Some((hours(answer.no_until)?, hours(answer.yes_from)?))
        };
        for order in ["shortest", "longest"] {
            // A stable sort: those of the same wait stay in the data's order.
            let mut answers: Vec<_> = card.answers.iter().collect();
            answers.sort_by(|a, b| match (wait(a), wait(b)) {
                (Some(a), Some(b)) if order == "longest" => b.partial_cmp(&a).expect("numbers"),
                (Some(a), Some(b)) => a.partial_cmp(&b).expect("numbers"),
                (a, b) => a.is_none().cmp(&b.is_none()),
            });
            let expected: Vec<_> = answers.iter().map(|answer| answer.id).collect();
            let sift = Sift {
                order,
                ..Sift::default()
            };
            assert_eq!(sifted(scene, sift, listed), expected, "{order}");
        }
    });
}

#[test]
fn a_time_of_a_panel_leads_to_the_answers_that_give_it() {
    for activity in CORPUS.activities {
        let attributes = [ALPHA[0], ("activity", *activity)];
        with_scene(
            &attributes,
            870,
            Clock::None,
            &loaded(),
            |scene, card, _| {
                for panel in &card.panels {
                    let ids = |also| {
                        let sift = Sift {
                            whose: panel.id,
                            also,
                            ..Sift::default()
                        };
                        sifted(scene, sift, listed)
                    };
                    let own = (card.answers.iter())
                        .filter(|answer| answer.panel == panel.id && answer.yes_from.is_some());
                    let named = |wanted: &dyn Fn(&crate::AnswerStance<'_>) -> bool| -> Vec<&str> {
                        let answers = own.clone().filter(|answer| wanted(answer));
                        answers.map(|answer| answer.id).collect()
                    };
                    let earliest = own.clone().filter_map(|answer| hours(answer.yes_from));
                    // Where too few give a time, the card names none.
                    let counts = panel.status != Status::NotEnough;
                    let earliest = earliest.reduce(f64::min).filter(|_| counts);
                    assert_eq!(
                        ids("first"),
                        named(&|answer| hours(answer.yes_from) == earliest),
                        "the first of {} to say fine, {activity}",
                        panel.id
                    );
                    let latest = own.clone().filter_map(|answer| hours(answer.no_until));
                    let latest = latest.reduce(f64::max).filter(|wait| *wait > 0.0);
                    assert_eq!(
                        ids("longest"),
                        named(&|answer| hours(answer.no_until) == latest),
                        "the longest wait of {}, {activity}",
                        panel.id
                    );
                }
            },
        );
    }
}

#[test]
fn what_most_say_is_fine_with_no_wait_has_no_time_on_the_clock() {
    with_scene(
        &ALPHA,
        60,
        Clock::Seventeen,
        &loaded(),
        |scene, card, moment| {
            let Answer::Card { others, .. } = scene.answer else {
                panic!("there is a card");
            };
            let mut others = others.to_vec();
            let walk = others.first_mut().expect("another activity");
            walk.fine_from.most = Some(Minutes(0).hours());
            let answer = Answer::Card {
                card,
                others: &others,
                moment,
            };
            let texts = said(&Scene { answer, ..*scene }.markup());
            assert!(
                has(&texts, "Most here say fine with no wait."),
                "{texts:#?}"
            );
            assert!(!has(
                &said(&scene.markup()),
                "Most here say fine with no wait."
            ));
        },
    );
}

#[test]
fn the_heading_of_the_list_counts_it_and_leads_back() {
    let texts = |voices: &Voices, sift: Sift<'_>| {
        with_scene(&ALPHA, 870, Clock::None, voices, |scene, _, _| {
            sifted(scene, sift, said)
        })
    };
    let nothing = Sift {
        whose: "first",
        now: "nothing",
        ..Sift::default()
    };
    let found = texts(&loaded(), nothing);
    let heading = place(&found, " answers on a run");
    assert!(
        found
            .get(heading)
            .is_some_and(|text| text.starts_with("0 of "))
    );
    assert!(has(&found, "No answer here fits."));
    assert!(has(&found, "Show all") && has(&found, "Go back"));
    let found = texts(&Voices::Asked, Sift::default());
    assert!(has(&found, " answers on a run") && has(&found, "Loading the answers."));
    assert!(!has(&found, "Show all"), "all are shown");
    let other = Sift {
        on: "walk",
        ..Sift::default()
    };
    assert!(has(&texts(&loaded(), other), " answers on a walk"));
}

#[test]
fn the_lists_are_where_they_are_looked_for() {
    with_scene(&ALPHA, 870, Clock::None, &loaded(), |scene, _, _| {
        let markup = scene.markup();
        let lists: Vec<String> = ops(&markup)
            .filter_map(|op| match op {
                Op::Open("select", class) if class.starts_with("sift-") => Some(class.to_owned()),
                _ => None,
            })
            .collect();
        assert_eq!(lists, LISTS);
        let mut values = Vec::new();
        for op in ops(&markup) {
            match op {
                Op::Open("select", _) => values.clear(),
                Op::Set("value", value) => {
                    assert!(!value.contains(' '), "{value:?} is one choice");
                    assert!(!values.contains(&value), "{value:?} is there once");
                    values.push(value);
                }
                _ => {}
            }
        }
    });
}

#[test]
fn what_else_says_the_status_now_whose_view_it_is_and_when_that_changes() {
    let texts = texts(&ALPHA, 60, Clock::Seventeen);
    let title = place(&texts, "What about other things now?");
    let walk = title + 1;
    assert_eq!(texts[walk], "Walking");
    assert!(
        texts[walk + 1].contains("here say"),
        "{:?}",
        texts[walk + 1]
    );
    let counts = texts.get(walk + 2..walk + 4).unwrap_or_default();
    assert!(
        counts.iter().all(|text| text.contains("fine now")),
        "{counts:?}"
    );
    assert!(
        texts[walk + 4].starts_with("Most "),
        "{:?}",
        texts[walk + 4]
    );
    assert!(has(&texts, "Too few answers to name a time."), "for a swim");
}

#[test]
fn who_did_it_before_they_asked_reads_counts_and_whom_to_call_and_no_promise() {
    let texts = texts(&ALPHA, 60, Clock::None);
    let title = place(&texts, "I have run already");
    let inside = texts.get(title..title + 8).unwrap_or_default();
    assert!(has(inside, "answers here"), "{inside:#?}");
    assert!(
        has(inside, "Ask your clinic if you are not sure."),
        "{inside:#?}"
    );
    assert!(has(inside, "Look for these signs"));
    for promise in ["you can", "safe", "no harm"] {
        assert!(!has(inside, promise), "{promise}");
    }
}

#[test]
fn where_nobody_gives_a_time_no_count_is_said_of_those_who_do() {
    with_scene(&ALPHA, 60, Clock::None, &loaded(), |scene, card, moment| {
        let mut untimed = card.clone();
        untimed.answers.retain(|answer| answer.yes_from.is_none());
        assert!(!untimed.answers.is_empty());
        let said_of = |card: &Guidance<'_>| {
            let answer = Answer::Card {
                card,
                others: &[],
                moment,
            };
            said(&Scene { answer, ..*scene }.markup())
        };
        assert!(has(&said_of(card), "is fine with no wait."));
        let texts = said_of(&untimed);
        assert!(!has(&texts, "is fine with no wait."), "{texts:#?}");
        assert!(has(&texts, "Ask your clinic if you are not sure."));
    });
}

#[test]
fn the_emergency_number_stands_right_under_the_head_also_on_a_compact_card() {
    for attributes in [
        &[("treatment", "alpha"), ("emergency", "999")][..],
        &[
            ("treatment", "alpha"),
            ("emergency", "999"),
            ("compact", ""),
        ],
    ] {
        let texts = texts(attributes, 60, Clock::None);
        let alarm = place(&texts, "Call 999 now.");
        assert!(place(&texts, "here say") < alarm);
        let rest = if attributes.len() > 2 {
            "Show more"
        } else {
            "First"
        };
        assert!(alarm < place(&texts, rest));
        assert!(has(&texts, "This is for beauty injections into the face"));
    }
}

#[test]
fn reasons_are_counted_among_the_answers_that_count() {
    let Voices::Loaded(mut voices) = loaded() else {
        panic!("they are loaded");
    };
    for voice in &mut voices {
        if ["F-01", "F-02", "S-01"].contains(&voice.id.as_str()) {
            voice.reasons.push("it may rain".to_owned());
        }
        if voice.id == "F-10" {
            voice.reasons.push("it may snow".to_owned());
        }
    }
    let voices = Voices::Loaded(voices);
    with_scene(
        &ALPHA,
        60,
        Clock::None,
        &voices,
        |scene, card: &Guidance<'_>, _| {
            let counts = |id: &&&str| card.answers.iter().any(|answer| answer.id == **id);
            let number = ["F-01", "F-02", "S-01"].iter().filter(counts).count();
            let markup = scene.markup();
            let reason = buttons(&markup)
                .into_iter()
                .find(|button| button.text.starts_with("it may rain"))
                .expect("the reason leads to its answers");
            assert_eq!(reason.text, format!("it may rain ({number} answers)"));
            let found = sifted(scene, Sift::of(&reason.choices), listed);
            assert_eq!(found.len(), number);
            assert!(has(&said(&markup), "Wait, since it may rain"));
            assert!(
                card.answers.iter().all(|answer| answer.id != "F-10"),
                "it says nothing on this"
            );
            assert!(
                !has(&said(&markup), "it may snow ("),
                "nobody who counts gives this reason"
            );
        },
    );
}
