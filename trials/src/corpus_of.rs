//! How are checked data asked, without building them into the program?

use aftercare_consensus::Minutes;
use aftercare_consensus::corpus::{
    Activity, Answer, AnswersBuf, Conditions, Corpus, Panel, Position, PositionsBuf, Time,
    TreatmentNames, Treatments, Weakens,
};
use aftercare_consensus::words::Words;
use aftercare_loader as loader;
use aftercare_loader::Data;

/// Gives a look at the corpus of these data, in these words.
pub(crate) fn with_corpus(data: &Data, languages: &[Words<'_>], look: impl FnOnce(&Corpus<'_>)) {
    let aliases: Vec<Vec<&str>> = data
        .treatments
        .iter()
        .map(|one| all(&one.aliases))
        .collect();
    let names = data.treatments.iter().zip(&aliases);
    let treatments: Vec<TreatmentNames<'_>> = names
        .map(|(treatment, aliases)| TreatmentNames {
            id: &treatment.id,
            name: &treatment.name,
            generic: &treatment.generic,
            aliases,
        })
        .collect();
    let lists: Vec<AnswersBuf> = data.panels.iter().map(answers).collect();
    let panels: Vec<Panel<'_>> = data
        .panels
        .iter()
        .zip(&lists)
        .map(|(panel, answers)| Panel {
            id: &panel.id,
            answers: answers.answers(),
        })
        .collect();
    let default = u8::try_from(data.vocabulary.default_activity);
    look(&Corpus {
        version: &data.version,
        updated: &data.updated,
        treatments: &treatments,
        activities: &all(&data.vocabulary.activities),
        default_activity: Activity(default.expect("the loader takes 255 activities")),
        conditions: &all(&data.vocabulary.conditions),
        panels: &panels,
        languages,
        packs: &[],
    });
}

fn all(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn answers(panel: &loader::Panel) -> AnswersBuf {
    let mut made = AnswersBuf::default();
    for answer in &panel.answers {
        let positions: PositionsBuf = answer
            .positions
            .iter()
            .map(|(activity, position)| {
                let activity = u8::try_from(*activity).expect("the loader takes 255 activities");
                (Activity(activity), self::position(*position))
            })
            .collect();
        let bits = |places: &[usize]| places.iter().fold(0_u32, |bits, place| bits | 1 << place);
        let conditions = u16::try_from(bits(&answer.conditions));
        made.push(&Answer {
            id: &answer.id,
            treatments: Treatments::new(bits(&answer.treatments), answer.class),
            conditions: Conditions(conditions.expect("the loader takes 16 conditions")),
            weakens: answer.weakens.map(|weakens| match weakens {
                loader::Weakens::No => Weakens::No,
                loader::Weakens::MayFirstDay => Weakens::MayFirstDay,
                loader::Weakens::MayHabitual => Weakens::MayHabitual,
            }),
            no_study: answer.no_study,
            positions: positions.positions(),
        });
    }
    made
}

fn position(position: loader::Position) -> Position {
    let time = |time| match time {
        loader::Time::Minutes(minutes) => Time::After(Minutes(minutes)),
        loader::Time::DayEnd => Time::DayEnd,
        loader::Time::DayStart => Time::DayStart,
    };
    match position {
        loader::Position::Untimed => Position::Untimed,
        loader::Position::Timed { no_until, yes_from } => Position::Timed {
            no_until: time(no_until),
            yes_from: time(yes_from),
        },
    }
}
