//! What does a page draw before the whole view is here? A blank: what the view writes,
//! with holes for what a first look says.
//!
//! It is made when the project is built, and by the view itself, so that nobody writes
//! the same card twice. `www/glance.js` fills it in.

use super::{Answer, Form, Moment, Op, Pointed, Rest, Scene, Setup, Sift, Voices, ops};
use crate::{
    Corpus, Elapsed, GuidanceError, Minutes, Options, Settings, TreatedAt, catalog, guidance,
};

/// What a first look is drawn with, in the reference language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// The markup. A sign of [`STEPS`] begins each step. `$` and a letter is a hole.
    /// What stands between `^` and `@`, each with the same letter, is left out where
    /// what the letter stands for does not hold.
    pub markup: String,
}

/// By which sign each step of a blank begins: an element in the place of 1, an attribute
/// of 2, one that is not there of 3, a text of 4, an end of 5.
pub const STEPS: &str = "{[|~}";

/// Signs that no word may hold, since a blank is read by them.
pub const SIGNS: &str = "{[|~}$^@";

/// What is filled in after the blank is written: the hole, the class of its element, and
/// which attribute; none for the text.
const HOLES: &[(&str, &str, &str)] = &[
    ("$s", "answer", "data-status"),
    ("$q", "asked", ""),
    ("$k", "", "d"),
    ("$b", "status", ""),
    ("$z", "next", ""),
];

/// Attributes that are there or not: the sign of the step is filled in.
const FLAGS: &[(&str, &str)] = &[("$l", "ask")];

/// Elements that are left out at times: the letter, the tag, the class, and the
/// attribute or the class of what is in them that tells them from others.
const PARTS: &[(char, &str, &str, &str)] = &[
    // What is asked.
    ('F', "details", "ask", ""),
    ('T', "label", "field", "treatment"),
    ('A', "label", "field", "activity"),
    ('W', "fieldset", "when", ""),
    ('M', "button", "choice", "quick morning"),
    ('N', "button", "choice", "quick afternoon"),
    // There is an answer.
    ('C', "section", "card", ""),
    ('P', "p", "proviso", ""),
    // The data are old.
    ('O', "p", "stale", ""),
    // The rest is on its way.
    ('R', "div", "awaited", ""),
];

/// A step, and the letter of the part that begins with it.
type Marked<'m> = (Op<'m>, Option<char>);

impl Blank {
    /// The blank for a corpus, none of whose words holds one of [`SIGNS`].
    ///
    /// # Errors
    /// Where the corpus has no treatment or no words.
    pub fn new(corpus: &Corpus<'_>) -> Result<Self, GuidanceError> {
        let names = corpus.treatments.first().map_or("", |names| names.id);
        let at = Elapsed::from_minutes(Minutes(0));
        let mut card = guidance(corpus, names, at, &Options::default())?;
        card.treatment.name = "$n";
        card.summary = "$g".to_owned();
        card.proviso = Some("$p".to_owned());
        card.panels.clear();
        let words = crate::query::language(corpus, None)?;
        let settings = Settings::default();
        let setup = Setup {
            corpus,
            words: &words,
            settings: &settings,
            catalog: &catalog(corpus, &Options::default())?,
            sources: "",
        };
        let when = |_| "$y".to_owned();
        let scene = Scene {
            setup: &setup,
            form: Form {
                by_hours: false,
                wrong: "",
                today: "$d",
                // When every rough time is offered.
                minute: 24 * 60,
                told: true,
            },
            answer: Answer::Card {
                card: &card,
                others: &[],
                moment: Moment {
                    elapsed: at,
                    treated_at: TreatedAt::Unknown,
                    clock: Some(&when),
                    tick: None,
                    calendar: None,
                },
            },
            voices: &Voices::default(),
            sift: Sift::default(),
            opened: "",
            came: false,
            pointed: Pointed::default(),
            stale: true,
            rest: Rest::Awaited,
            announcement: "",
        };
        let missing = Scene {
            rest: Rest::Missing,
            ..scene
        };
        let asked = Scene {
            answer: Answer::Asked,
            ..scene
        };
        Ok(Self {
            markup: written(&marked(&scene.markup(), &missing.markup(), &asked.markup())),
        })
    }
}

/// The steps of a whole scene, with those that others have in the place of some of them:
/// one where the rest is missing, and one where the answer is.
fn marked<'m>(scene: &'m str, missing: &'m str, asked: &'m str) -> Vec<Marked<'m>> {
    let steps: Vec<Op<'m>> = ops(scene).collect();
    let mut marked = Vec::new();
    let mut in_told = false;
    for (place, step) in steps.iter().enumerate() {
        let part = match *step {
            Op::Open(tag, class) => PARTS.iter().find(|(_, of, own, inner)| {
                let own_steps = &steps[place..];
                *of == tag && *own == class && (inner.is_empty() || holds(own_steps, inner))
            }),
            _ => None,
        };
        let mut letter = part.map(|(letter, ..)| *letter);
        // The question in one line.
        if in_told && matches!(step, Op::Open("span", "")) {
            letter = Some('C');
        }
        in_told = matches!(step, Op::Open("summary", "told"));
        match letter {
            Some('C') if !in_told && matches!(step, Op::Open("section", _)) => {
                marked.extend(element('H', asked, |op| op == Op::Open("p", "hint")));
            }
            Some('R') => {
                let same = ops(missing)
                    .zip(&steps)
                    .take_while(|(a, b)| a == *b)
                    .count();
                let mut place = 0;
                marked.extend(element('X', missing, |_| {
                    place += 1;
                    place > same
                }));
            }
            _ => {}
        }
        marked.push((*step, letter));
    }
    marked
}

/// An element that has but a text: from the first step that is meant.
fn element(
    letter: char,
    markup: &str,
    mut is_meant: impl FnMut(Op<'_>) -> bool,
) -> impl Iterator<Item = Marked<'_>> {
    let steps = ops(markup).skip_while(move |op| !is_meant(*op)).take(3);
    steps.zip([Some(letter), None, None])
}

/// Whether an element has this in an attribute, or a control of this class in it.
fn holds(steps: &[Op<'_>], inner: &str) -> bool {
    let own = steps.iter().skip(1);
    own.map_while(|step| match *step {
        Op::Open("select" | "input", class) => Some(class == inner),
        Op::Set(_, value) => Some(value == inner),
        Op::Open("span", _) | Op::Say(_) | Op::Close => Some(false),
        _ => None,
    })
    .take(6)
    .any(|is_inner| is_inner)
}

fn written(steps: &[Marked<'_>]) -> String {
    let mut text = String::new();
    let mut signs = STEPS.chars();
    let mut sign = || signs.next().unwrap_or_default();
    let (open, set, unset, say, close) = (sign(), sign(), sign(), sign(), sign());
    // The class of each open element, and its letter where it is left out at times.
    let mut within: Vec<(&str, Option<char>)> = Vec::new();
    for (step, part) in steps {
        let class = within.last().map_or("", |(class, _)| class);
        let hole = |attribute, value| {
            let holes = HOLES
                .iter()
                .filter(|hole| hole.1 == class && hole.2 == attribute);
            let hole = holes.map(|hole| hole.0).next();
            // Elements of no class have texts that stay.
            hole.unwrap_or(value)
        };
        let flag = |name, sign: char| match FLAGS.iter().find(|flag| flag.1 == class) {
            Some((hole, _)) if matches!(name, "open" | "hidden") => (*hole).to_owned(),
            _ => sign.to_string(),
        };
        match *step {
            Op::Open(tag, class) => {
                text.extend(part.iter().flat_map(|letter| ['^', *letter]));
                text.push(open);
                text.extend([tag, "=", class]);
                within.push((class, *part));
            }
            Op::Set("data-act", value) => {
                text.push(set);
                // A number leads to the answers of whom it counts.
                text.extend(["data-act=", &value.replacen("show ", "show $w", 1)]);
            }
            Op::Set(name, value) => {
                text.push_str(&flag(name, set));
                text.extend([name, "=", hole(name, value)]);
            }
            Op::Unset(name) => {
                text.push_str(&flag(name, unset));
                text.extend([name, "="]);
            }
            Op::Say(value) => {
                text.push(say);
                text.push_str(hole("", value));
            }
            Op::Close => {
                text.push(close);
                if let Some((_, Some(letter))) = within.pop() {
                    text.extend(['@', letter]);
                }
            }
            Op::Keep => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::tests::{Clock, with_scene};
    use crate::view::{Fields, Voices};

    /// As `www/glance.js` does it: a part that does not hold goes, then holes are filled.
    fn filled_in(
        blank: &str,
        holds: &dyn Fn(char) -> bool,
        value: &dyn Fn(char) -> String,
    ) -> String {
        let mut text = String::new();
        let mut letters = blank.chars();
        let mut left_out: Option<char> = None;
        while let Some(letter) = letters.next() {
            let is_sign = matches!(letter, '^' | '@' | '$');
            let next = if is_sign { letters.next() } else { None };
            match (letter, next, left_out) {
                ('^', Some(part), None) => left_out = Some(part).filter(|part| !holds(*part)),
                ('@', part, Some(_)) => left_out = left_out.filter(|left| Some(*left) != part),
                (_, _, Some(_)) | ('@', ..) => {}
                ('$', Some(hole), None) => text.push_str(&value(hole)),
                _ => match STEPS.find(letter) {
                    Some(place) => text.push(char::from(place as u8 + 1)),
                    None => text.push(letter),
                },
            }
        }
        text
    }

    #[test]
    fn a_blank_that_is_filled_in_is_what_the_view_writes() {
        let blank = Blank::new(&crate::frozen::CORPUS).expect("a blank");
        let step = |is_there: bool| if is_there { "\u{2}" } else { "\u{3}" };
        for attributes in [
            &[("treatment", "alpha")][..],
            &[("treatment", "alpha"), ("hours", "4")],
            &[("treatment", "beta"), ("ask", "")],
            &[("treated-at", "2026-11-21T17:00"), ("activity", "sauna")],
            &[("treated-at", "2026-11-21T17:00"), ("compact", "")],
            &[("activity", "sauna")],
            &[],
        ] {
            for minutes in [0, 30, 300, 3_000, 30_000] {
                with_scene(
                    attributes,
                    minutes,
                    Clock::Seventeen,
                    &Voices::NotAsked,
                    |scene, card, moment| {
                        for rest in [Rest::Awaited, Rest::Missing] {
                            for (round, answer) in [scene.answer, Answer::Asked, scene.answer]
                                .into_iter()
                                .enumerate()
                            {
                                let form = Form {
                                    by_hours: false,
                                    wrong: "",
                                    minute: [0, 700, 1_000][round],
                                    told: round == 2,
                                    ..scene.form
                                };
                                let scene = Scene {
                                    rest,
                                    answer,
                                    form,
                                    stale: round == 2,
                                    announcement: "",
                                    ..*scene
                                };
                                let is_card = matches!(answer, Answer::Card { .. });
                                let fields = Fields::of(scene.setup.settings);
                                let holds = |part| match part {
                                    'F' => fields.treatment || fields.when,
                                    'T' => fields.treatment,
                                    'A' => fields.activity,
                                    'W' => fields.when,
                                    'M' => form.minute > 360,
                                    'N' => form.minute > 720,
                                    'C' => is_card,
                                    'H' => !is_card,
                                    'P' => card.proviso.is_some(),
                                    'O' => scene.stale,
                                    'R' => rest == Rest::Awaited,
                                    'X' => rest == Rest::Missing,
                                    _ => panic!("{part} is no part"),
                                };
                                let whole = scene.markup();
                                let at = |class: &str, wanted: fn(&Op<'_>) -> Option<String>| {
                                    let mut inner = ops(&whole)
                                        .skip_while(
                                            |op| !matches!(op, Op::Open(_, own) if *own == class),
                                        )
                                        .skip(1);
                                    inner.find_map(|op| wanted(&op)).unwrap_or_default()
                                };
                                let text = |op: &Op<'_>| match op {
                                    Op::Say(text) => Some((*text).to_owned()),
                                    _ => None,
                                };
                                let value = |hole| match hole {
                                    'n' => card.treatment.name.to_owned(),
                                    'y' => moment.clock.expect("a clock")(Minutes(0)),
                                    'g' => card.summary.clone(),
                                    'p' => card.proviso.clone().unwrap_or_default(),
                                    'd' => form.today.to_owned(),
                                    's' => card.status.as_str().to_owned(),
                                    'q' => at("asked", text),
                                    'k' => crate::view::card::icon(card.status).to_owned(),
                                    'b' => at("status", text),
                                    'z' => at("next", text),
                                    'w' => crate::view::deeper::voter(card).to_owned(),
                                    'l' => step(!form.told).to_owned(),
                                    _ => panic!("{hole} is no hole"),
                                };
                                let filled = filled_in(&blank.markup, &holds, &value);
                                assert_eq!(
                                    ops(&filled).collect::<Vec<_>>(),
                                    ops(&whole).collect::<Vec<_>>(),
                                    "{attributes:?}, {minutes} minutes, {rest:?}, round {round}"
                                );
                            }
                        }
                    },
                );
            }
        }
    }

    #[test]
    fn no_word_holds_a_sign_of_a_blank() {
        let blank = Blank::new(&crate::CORPUS).expect("a blank");
        for sign in ["$", "^", "@"] {
            let letters = blank.markup.match_indices(sign);
            for (at, _) in letters {
                let letter = blank.markup[at + 1..].chars().next();
                assert!(letter.is_some_and(char::is_alphabetic), "{sign} at {at}");
            }
        }
    }
}
