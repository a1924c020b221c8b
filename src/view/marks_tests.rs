//! What does a reader find in the marks of a tally?

use super::tests::{Clock, loaded, with_scene};
use super::{Op, Pointed, Scene, Voices, ops};
use crate::{Guidance, Stance};

/// The attributes of each mark, in order.
fn marks(markup: &str) -> Vec<Vec<(&str, &str)>> {
    let mut marks = Vec::new();
    let mut open = None;
    for op in ops(markup) {
        match op {
            Op::Open("input", class) if class.starts_with("mark ") => {
                open = Some(vec![("class", class)]);
            }
            Op::Set(name, value) => {
                if let Some(mark) = &mut open {
                    mark.push((name, value));
                }
            }
            _ => marks.extend(open.take()),
        }
    }
    marks
}

fn value<'m>(mark: &[(&'m str, &'m str)], wanted: &str) -> Option<&'m str> {
    let found = mark.iter().find(|(name, _)| *name == wanted);
    found.map(|(_, value)| *value)
}

fn with_marks(minutes: u32, check: impl Fn(&Scene<'_>, &Guidance<'_>)) {
    with_scene(
        &[("treatment", "alpha")],
        minutes,
        Clock::None,
        &loaded(),
        |scene, card, _| check(scene, card),
    );
}

#[test]
fn there_is_one_mark_for_each_answer_fine_before_not_clear_before_wait() {
    for minutes in [0, 300, 870, 100_000] {
        with_marks(minutes, |scene, card| {
            let markup = scene.markup();
            let marks = marks(&markup);
            assert_eq!(marks.len(), card.answers.len());
            let order = ["fine", "silent", "wait", "untimed"];
            for panel in &card.panels {
                let own: Vec<_> = marks
                    .iter()
                    .filter(|mark| value(mark, "name") == Some(panel.id))
                    .map(|mark| {
                        let id = value(mark, "value").expect("an id");
                        let answer = card.answers.iter().find(|answer| answer.id == id);
                        let stance = answer.expect("an answer of the card").stance.as_str();
                        let class = value(mark, "class").expect("a class");
                        assert_eq!(class, format!("mark {stance} {id}"), "its shape");
                        order.iter().position(|known| *known == stance)
                    })
                    .collect();
                assert!(own.is_sorted(), "{own:?}");
                let all = panel.tally.timed() + panel.tally.untimed;
                assert_eq!(own.len(), all as usize, "all of {}", panel.id);
            }
        });
    }
}

#[test]
fn a_mark_is_named_by_its_place_in_the_panel_and_by_what_it_says() {
    with_marks(300, |scene, card| {
        let markup = scene.markup();
        for mark in marks(&markup) {
            let id = value(&mark, "value").expect("an id");
            let name = value(&mark, "aria-label").expect("a name");
            let answer = card.answers.iter().find(|answer| answer.id == id);
            let answer = answer.expect("an answer of the card");
            let panel = scene.setup.corpus.panels.iter();
            let panel = panel.clone().find(|panel| panel.id == answer.panel);
            let place = panel
                .expect("a panel")
                .answers
                .iter()
                .position(|own| own.id == id);
            let number = format!(" {}: Says ", place.expect("it is of the panel") + 1);
            assert!(name.contains(&number), "{name}");
            assert!(name.starts_with(char::is_uppercase), "{name}");
            if answer.stance != Stance::Untimed {
                let now = [("fine", "fine"), ("wait", "wait"), ("silent", "not clear")];
                let now = now.iter().find(|(id, _)| *id == answer.stance.as_str());
                let (_, now) = now.expect("a stance");
                assert!(name.ends_with(&format!("Now: {now}.")), "{name}");
            }
        }
    });
}

#[test]
fn a_chosen_mark_says_whose_answer_it_is_and_where_it_can_be_read() {
    with_marks(300, |scene, card| {
        let chosen = [card.answers[0].id.to_owned()];
        let pointed = Pointed {
            over: None,
            marks: &chosen,
            at: None,
        };
        let markup = Scene { pointed, ..*scene }.markup();
        let texts = |markup: &str| -> Vec<String> {
            let mut inside = 0;
            let mut texts = Vec::new();
            for op in ops(markup) {
                match op {
                    Op::Open(_, "named") => inside = 1,
                    Op::Open(..) if inside > 0 => inside += 1,
                    Op::Close if inside > 0 => inside -= 1,
                    Op::Say(text) if inside > 0 => texts.push(text.to_owned()),
                    _ => {}
                }
            }
            texts
        };
        let checked: Vec<_> = marks(&markup)
            .iter()
            .filter(|mark| value(mark, "checked").is_some())
            .map(|mark| value(mark, "aria-label").map(str::to_owned))
            .collect();
        assert_eq!(checked.len(), 1, "one is chosen");
        let told = texts(&markup);
        assert_eq!(told.first(), checked[0].as_ref());
        assert_eq!(told[1..3], ["Surgeon, London", "Wait a day."]);
        assert!(told.len() > 3, "and its reference: {told:?}");
        for (voices, word) in [
            (Voices::Asked, "Loading the answers."),
            (Voices::Failed, "The answers could not be loaded."),
        ] {
            let voices = &voices;
            let markup = Scene {
                pointed,
                voices,
                ..*scene
            }
            .markup();
            assert!(texts(&markup)[1].starts_with(word));
        }
        assert!(texts(&scene.markup()).is_empty(), "nothing is chosen");
    });
}
