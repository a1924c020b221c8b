//! Does every number lead to the answers behind it?

use super::{ALPHA, At, listed, with_display};
use crate::CORPUS as LIVE;
use crate::consensus::{Elapsed, Minutes, Stance, Status};
use crate::display::{Count, Display, Filter};
use crate::frozen::CORPUS;
use crate::guidance::AnswerStance;
use crate::settings::test_environment::FixedCalendar;
use crate::settings::{Language, Moment, Question, Settings};

/// Every number of the view that leads to answers.
fn counts<'d>(display: &Display<'d>) -> Vec<Count> {
    let mut counts = Vec::new();
    counts.extend(display.answer().head.conditions.map(|all| all.see));
    let panels = display.panels();
    for panel in panels.panels {
        counts.extend(panel.counts.into_iter().map(|entry| entry.count));
    }
    let chart = display.chart(None, None);
    let times = chart.into_iter().flat_map(|chart| chart.times);
    counts.extend(
        times
            .flat_map(|row| row.cells)
            .filter_map(|cell| cell.count),
    );
    let sections = display.sections(&["done", "why", "result"]);
    counts.extend(sections.done.expect("it is open").at_once);
    counts.extend(sections.why.into_iter().flat_map(|why| why.reasons));
    if let Some(result) = sections.result {
        counts.extend(result.views);
        counts.extend(result.studied);
    }
    counts
}

fn first_number(text: &str) -> Option<usize> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .find(|digits| !digits.is_empty())?
        .parse()
        .ok()
}

#[test]
fn behind_every_number_there_are_so_many_answers() {
    for (at, minutes) in [
        (At::NoClock, 0),
        (At::NoClock, 300),
        (At::Seventeen, 870),
        (At::Seventeen, 100_000),
    ] {
        for activity in CORPUS.activities.iter() {
            let attributes = [ALPHA[0], ("activity", &**activity)];
            with_display(&attributes, minutes, at, |display| {
                for Count { text, filter } in counts(display) {
                    let Some(filter) = filter else {
                        assert_eq!(first_number(&text), Some(0), "{text:?} leads nowhere");
                        continue;
                    };
                    let found = listed(display, &filter).len();
                    // That of a reason stands in brackets.
                    let end = text.strip_suffix(')').and_then(|text| text.split_once('('));
                    let bracket = end.and_then(|(_, text)| first_number(text));
                    match bracket.or(first_number(&text)) {
                        Some(0) => assert!(found > 0, "{text:?} leads to all of them"),
                        Some(number) => assert_eq!(found, number, "{text:?}: {filter:?}"),
                        None => assert!(found > 0, "{text:?} leads to no answer"),
                    }
                }
            });
        }
    }
}

#[test]
fn each_choice_leaves_the_answers_that_it_names() {
    with_display(&ALPHA, 870, At::NoClock, |display| {
        let ids = |filter: Filter| listed(display, &filter);
        let wanted = |holds: &dyn Fn(&AnswerStance<'_>) -> bool| -> Vec<String> {
            let answers = display.card().answers.iter().filter(|answer| holds(answer));
            answers.map(|answer| answer.id.to_string()).collect()
        };
        assert_eq!(ids(Filter::default()), wanted(&|_| true));
        for panel in CORPUS.panels.iter() {
            for stance in [Stance::Fine, Stance::Wait, Stance::Silent, Stance::Untimed] {
                let filter = Filter {
                    panel: (&*panel.id).into(),
                    stance: stance.as_str().into(),
                    ..Filter::default()
                };
                let holds = |answer: &AnswerStance<'_>| {
                    *answer.panel == panel.id && answer.stance == stance
                };
                assert_eq!(ids(filter), wanted(&holds), "{} {stance:?}", panel.id);
            }
        }
        let product = |product: &str| {
            ids(Filter {
                product: product.to_owned(),
                ..Filter::default()
            })
        };
        let kinds = ["named", "kind", "other"].map(|kind| product(kind).len());
        let all = display.card().answers.len();
        assert_eq!(
            kinds.iter().sum::<usize>(),
            all,
            "each answer is of one of them"
        );
        assert!(
            product("named").contains(&"F-01".to_owned()),
            "it names alpha"
        );
        assert_eq!(
            product("kind"),
            ["F-07", "F-08", "S-01", "S-04"],
            "they name no brand, or not alpha beside its kind"
        );
        let also = |also: &str| ids(Filter::new("", "", also));
        let claims = &display.card().claims;
        assert_eq!(also("no-weaker").len(), claims[0].no as usize);
        assert_eq!(also("may-weaken").len(), claims[0].may as usize);
        assert_eq!(also("no-study").len(), claims[1].no as usize);
        let at_once = |answer: &AnswerStance<'_>| answer.yes_from.map(|at| at.get()) == Some(0.0);
        assert_eq!(also("at-once"), wanted(&at_once));
        assert_eq!(also("nonsense"), [""; 0], "what is not known fits nothing");
    });
}

#[test]
fn the_answers_stand_in_the_order_of_their_waits() {
    with_display(&ALPHA, 870, At::NoClock, |display| {
        let wait =
            |answer: &AnswerStance<'_>| Some((answer.no_until?.get(), answer.yes_from?.get()));
        for order in ["shortest", "longest"] {
            // A stable sort: those of the same wait stay in the data's order.
            let mut answers: Vec<_> = display.card().answers.iter().collect();
            answers.sort_by(|a, b| match (wait(a), wait(b)) {
                (Some(a), Some(b)) if order == "longest" => b.partial_cmp(&a).expect("numbers"),
                (Some(a), Some(b)) => a.partial_cmp(&b).expect("numbers"),
                (a, b) => a.is_none().cmp(&b.is_none()),
            });
            let expected: Vec<_> = answers.iter().map(|answer| &**answer.id).collect();
            let filter = Filter {
                order: order.into(),
                ..Filter::default()
            };
            assert_eq!(listed(display, &filter), expected, "{order}");
        }
    });
}

#[test]
fn a_time_of_a_panel_leads_to_the_answers_that_give_it() {
    for activity in CORPUS.activities.iter() {
        let attributes = [ALPHA[0], ("activity", &**activity)];
        with_display(&attributes, 870, At::NoClock, |display| {
            for panel in &display.card().panels {
                let ids = |also: &str| {
                    let filter = Filter {
                        panel: panel.id.into(),
                        ..Filter::new("", "", also)
                    };
                    listed(display, &filter)
                };
                let answers = display.card().answers.iter();
                let own = answers.filter(|answer| *answer.panel == panel.id);
                let named = |wanted: &dyn Fn(&AnswerStance<'_>) -> bool| -> Vec<&str> {
                    let timed = own.clone().filter(|answer| answer.yes_from.is_some());
                    let answers = timed.filter(|answer| wanted(answer));
                    answers.map(|answer| &**answer.id).collect()
                };
                let earliest = own.clone().filter_map(|answer| answer.yes_from);
                // Where too few give a time, the card names none.
                let counts = panel.status != Status::NotEnough;
                let earliest = earliest
                    .map(|at| at.get())
                    .reduce(f64::min)
                    .filter(|_| counts);
                let is_first =
                    |answer: &AnswerStance<'_>| answer.yes_from.map(|at| at.get()) == earliest;
                assert_eq!(ids("first"), named(&is_first), "{} {activity}", panel.id);
                let latest = own.clone().filter_map(|answer| answer.no_until);
                let latest = latest.map(|at| at.get()).reduce(f64::max);
                let latest = latest.filter(|wait| *wait > 0.0);
                let is_longest =
                    |answer: &AnswerStance<'_>| answer.no_until.map(|at| at.get()) == latest;
                assert_eq!(
                    ids("longest"),
                    named(&is_longest),
                    "{} {activity}",
                    panel.id
                );
            }
        });
    }
}

#[test]
fn the_title_of_the_list_counts_it() {
    let list = |filter: &Filter| {
        with_display(&ALPHA, 870, At::NoClock, |display| {
            let list = display.answers(filter);
            (list.title, list.none, list.fewer, list.answers.len())
        })
    };
    let nothing = Filter {
        panel: "first".into(),
        stance: "nothing".into(),
        ..Filter::default()
    };
    let (title, none, fewer, _) = list(&nothing);
    assert!(
        title.starts_with("0 of ") && title.ends_with(" answers on a run"),
        "{title}"
    );
    assert!(none && fewer);
    let (title, none, fewer, number) = list(&Filter::default());
    assert_eq!(title, format!("{number} of {number} answers on a run"));
    assert!(!none && !fewer);
    let walk = Filter {
        activity: "walk".into(),
        ..Filter::default()
    };
    assert!(list(&walk).0.ends_with(" answers on a walk"));
}

#[test]
fn each_answer_has_its_source_or_leads_to_the_page_of_sources() {
    let sources = |more: &[(&str, &str)]| {
        let attributes: Vec<_> = ALPHA.iter().chain(more).copied().collect();
        with_display(&attributes, 60, At::NoClock, |display| {
            let list = display.answers(&Filter::default());
            assert_eq!(
                list.answers.len(),
                display.card().answers.len(),
                "each once"
            );
            let sources = list
                .answers
                .into_iter()
                .map(|answer| (answer.id, answer.source));
            let shown = sources.map(|(id, source)| {
                assert!(source.anchor.is_none_or(|anchor| anchor == id));
                (
                    source.text,
                    source.address.is_some(),
                    source.anchor.is_some(),
                )
            });
            shown.collect::<Vec<_>>()
        })
    };
    let inline = sources(&[]);
    assert!(inline.iter().all(|(.., anchor)| !anchor));
    assert!(inline.iter().any(|(_, address, _)| *address));
    for other in [
        ("sources", "page"),
        ("names", "generic"),
        ("names", "class"),
    ] {
        for (text, address, anchor) in sources(&[other]) {
            assert!(
                text.starts_with("Source "),
                "{other:?}: a title may hold a brand"
            );
            assert!(anchor && !address, "{other:?}");
        }
    }
}

#[test]
fn who_did_it_before_they_asked_reads_counts_and_whom_to_call_and_no_promise() {
    with_display(&ALPHA, 60, At::NoClock, |display| {
        let sections = display.sections(&["done"]);
        assert_eq!(sections.done_title, "I have run already");
        let done = sections.done.expect("it is open");
        let at_once: Vec<_> = done.at_once.iter().map(|count| &*count.text).collect();
        // Of each panel, since they are never pooled.
        assert_eq!(
            at_once,
            [
                "1 of 8 voices says a run is OK straight away.",
                "0 of 5 signs say a run is OK straight away."
            ]
        );
        assert!(done.call.contains("call your clinic"), "{}", done.call);
        for promise in ["you can", "safe", "no harm"] {
            for text in at_once.iter().copied().chain([&*done.call]) {
                assert!(!text.contains(promise), "{promise}");
            }
        }
        assert_eq!(
            (sections.why, sections.result, sections.kinds),
            (None, None, None),
            "they are closed"
        );
    });
}

#[test]
fn where_nobody_gives_a_time_no_count_is_said_of_those_who_do() {
    with_display(&ALPHA, 60, At::NoClock, |display| {
        let mut card = display.card.clone();
        for panel in &mut card.panels {
            panel.tally = crate::consensus::Tally::default();
        }
        let untimed = Display {
            card,
            question: display.question.clone(),
            ..*display
        };
        let at_once = |display: &Display<'_>| {
            display
                .sections(&["done"])
                .done
                .map(|done| done.at_once.len())
        };
        assert_eq!(at_once(display), Some(2));
        assert_eq!(at_once(&untimed), Some(0));
    });
}

#[test]
fn reasons_are_counted_among_the_answers_that_could_give_one() {
    with_display(&ALPHA, 60, At::NoClock, |display| {
        let sections = display.sections(&["why"]);
        assert!(sections.has_why);
        let why = sections.why.expect("it is open");
        let choices = display.answers(&Filter::default()).reasons;
        let mut given = 0;
        for answer in display.counted(&display.card) {
            given += u32::from(!answer.answer.reasons.is_empty());
        }
        let all = display.card.answers.len();
        assert_eq!(why.lead, format!("{given} of {all} answers give a reason:"));
        for reason in why.reasons {
            let also = reason.filter.expect("some give it").also;
            let choice = choices.iter().find(|choice| choice.value == also);
            let name = &choice.expect("it can be chosen").name;
            let text = reason.text.split(" (").next().expect("a reason");
            assert_eq!(*name, format!("Wait, since {text}"));
        }
    });
}

#[test]
fn claims_and_reasons_are_counted_among_the_panels_that_were_read_for_them() {
    // The live data have a panel that was read for times alone.
    let treatment = LIVE.treatments.first().expect("a treatment");
    let settings = Settings::parse(&LIVE, [("treatment", &*treatment.id)]).expect("attributes");
    let language = Language::new(&LIVE, &settings, None).expect("a language");
    let question = Question {
        treatment: treatment.id.to_string(),
        activity: None,
        moment: Moment::fixed(Elapsed::from_minutes(Minutes(14 * 60)), 0.0),
    };
    let calendar = FixedCalendar::default();
    let display = Display::new(&LIVE, language.words, &settings, &calendar, question);
    let display = display.expect("a card");
    let mut read = LIVE.panels.iter().filter(|panel| panel.claims);
    let (panel, others) = (read.next().expect("a panel"), read.next());
    assert_eq!(others, None, "it is one");
    let could = |answer: &&AnswerStance<'_>| *answer.panel == panel.id;
    let number = display.card().answers.iter().filter(could).count();
    assert!(number > 0 && number < display.card().answers.len());
    let sections = display.sections(&["why", "result"]);
    let among = format!(" of {number} {} ", display.noun(&panel.id, number as u32));
    let why = sections.why.expect("some give a reason").lead;
    let result = sections.result.expect("some speak of it");
    let claims = display.card().claims.iter().map(|claim| &claim.text);
    for text in claims.chain([&why, &result.lead]) {
        assert!(text.contains(&among), "{text}");
    }
}

#[test]
fn the_claims_on_the_result_stand_on_the_page_of_the_activity_that_they_are_about() {
    let has_result = |activity: &str| {
        let attributes = [ALPHA[0], ("activity", activity)];
        with_display(&attributes, 60, At::NoClock, |display| {
            let claims = display.card().claims.iter();
            let claimed = claims.filter(|claim| claim.no + claim.may > 0).count();
            (claimed > 0, display.sections::<&str>(&[]).has_result)
        })
    };
    assert_eq!(has_result("run"), (true, true));
    assert_eq!(has_result("walk"), (true, false), "it is asked of a run");
}
