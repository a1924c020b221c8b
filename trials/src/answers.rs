//! Do any answers at all, counted for any question, come to a lawful card?

use aftercare_consensus::corpus::{Activity, Answers, AnswersBuf, Panel, PositionsBuf};
use aftercare_consensus::{CORPUS, Corpus, Elapsed, Minutes, Options};
use arbitrary::{Arbitrary, Result, Unstructured};

use crate::choose::treated_at;
use crate::law;

/// Records of answers as the core reads them, whole or not, in two panels.
pub fn answers(bytes: &[u8]) {
    // Bytes that end too soon are no corpus.
    let _ = count(&mut Unstructured::new(bytes));
}

fn count(bytes: &mut Unstructured<'_>) -> Result<()> {
    let treated_at = treated_at(bytes)?;
    let treatment = bytes.choose(CORPUS.treatments)?;
    let activity = *bytes.choose(CORPUS.activities)?;
    let mut minutes = || -> Result<Elapsed> {
        Ok(Elapsed::from_minutes(Minutes(
            match u8::arbitrary(bytes)? {
                0 => u32::arbitrary(bytes)?,
                _ => bytes.int_in_range(0..=3000)?,
            },
        )))
    };
    let times = [minutes()?, minutes()?];
    let ids = String::arbitrary(bytes)?;
    let split = bytes.choose_index(bytes.len().max(1))?;
    let rest = bytes.peek_bytes(bytes.len()).unwrap_or_default();
    let (first, second) = rest.split_at(split.min(rest.len()));
    let lists = [first, second].map(|records| {
        let len = u32::try_from(records.len()).unwrap_or(u32::MAX);
        Answers::from_parts(&ids, records, len)
    });
    for answers in lists {
        are_the_same_when_written_again(answers);
    }
    let [Some(one), Some(other)] = [CORPUS.panels.first(), CORPUS.panels.get(1)] else {
        panic!("the shipped corpus has two panels");
    };
    let panels =
        [(one, lists[0]), (other, lists[1])].map(|(panel, answers)| Panel { answers, ..*panel });
    let corpus = Corpus {
        panels: &panels,
        ..CORPUS
    };
    let options = Options {
        activity: Some(activity),
        treated_at,
        ..Options::default()
    };
    law::check(&corpus, treatment.id, &options, times);
    Ok(())
}

fn are_the_same_when_written_again(answers: Answers<'_>) {
    let mut written = AnswersBuf::default();
    for answer in answers.iter() {
        // The bytes behind a last whole position are none of its own.
        let positions: PositionsBuf = answer.positions.iter().collect();
        let mut clean = answer;
        clean.positions = positions.positions();
        written.push(&clean);
        let first = clean.positions.iter().next();
        assert_eq!(
            first.map(|(activity, _)| activity),
            answer.positions.iter().next().map(|(activity, _)| activity)
        );
        for place in 0..=u8::MAX {
            assert_eq!(
                clean.position(Activity(place)),
                answer.position(Activity(place))
            );
        }
    }
    assert_eq!(written.answers().iter().count(), answers.iter().count());
}
