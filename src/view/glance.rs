//! What does a reader see first, before the whole view is here?
//!
//! A patient waits for the answer, so what a page loads first has no view, no
//! protocol and no words but those of the answer: it counts, and writes the few
//! texts that stand in the head of a card. `www/glance.js` puts them into the
//! markup that [`super::blank`] has made beforehand.

use super::card::{after_treatment, asked, icon, next};
use crate::corpus::{Activity, Corpus, Treatment};
use crate::count::Count;
use crate::query::place_of_treatment;
use crate::sentences::{Part, proviso, summary, title, voter};
use crate::status::Status;
use crate::tally::Tally;
use crate::text::digits;
use crate::time::{Day, Minutes};

/// What is asked: in the reference language, of all panels, by brand.
pub(crate) struct Glance<'g> {
    /// Any name of a treatment, with one space between its words.
    pub(crate) treatment: &'g str,
    /// The id of an activity; empty for the one that is meant where none is named.
    pub(crate) activity: &'g str,
    pub(crate) elapsed: Minutes,
    /// How "the next day" is read.
    pub(crate) day: Day,
    /// Whether the card goes with a clock, on which the page writes moments. They are
    /// U+0001 in the texts.
    pub(crate) is_live: bool,
}

impl Glance<'_> {
    /// The texts, with a line break between: the ids of treatment, activity and status;
    /// the treatment's name; what is asked, the icon, the status in words, the
    /// summary, the next step; from which minute most say fine; the proviso, and
    /// the panel that alone has a vote. What there is not is empty. `None` where the
    /// corpus has no such treatment or activity.
    pub(crate) fn texts(&self, corpus: &Corpus<'_>) -> Option<String> {
        let words = corpus.languages.first()?;
        let treatment = place_of_treatment(corpus, self.treatment)?;
        let activity = match self.activity {
            "" => usize::from(corpus.default_activity.0),
            id => corpus.activities.iter().position(|known| *known == id)?,
        };
        let names = corpus.treatments.get(treatment)?;
        let treatment = Treatment(u8::try_from(treatment).ok()?);
        let about = Activity(u8::try_from(activity).ok()?);
        let mut counts = Vec::new();
        for panel in corpus.panels {
            counts.push(Count::new(panel, treatment, about, self.day));
        }
        let mut parts = Vec::new();
        let mut most = None;
        for ((count, panel), words) in counts.iter().zip(corpus.panels).zip(words.panels) {
            let tally = tally(count, self.elapsed);
            let status = Status::of(tally);
            // The more cautious panel is the one that gets there later.
            most = most.max(mostly_fine_from(count));
            parts.push(Part {
                id: panel.id,
                words,
                count,
                tally,
                status,
            });
        }
        let status = Status::most_cautious(parts.iter().map(|part| part.status));
        let mut panels = parts.iter().map(|part| (part.words.name, part.status));
        let when = |minutes| match self.is_live {
            true => "\u{1}".to_owned(),
            false => after_treatment(words, minutes),
        };
        let mut texts = String::new();
        for text in [
            names.id,
            corpus.activities.get(activity)?,
            status.as_str(),
            names.name,
            &asked(words, names.name, self.elapsed),
            icon(status),
            &title(words, status, &mut panels),
            &summary(
                words,
                words.activities.get(activity)?.subject,
                status,
                &parts,
            ),
            &next(words, most, self.elapsed, &when),
            &most.map_or(String::new(), |most| digits(most.0)),
            &proviso(words, status, &parts, self.elapsed).unwrap_or_default(),
            voter(status, &parts),
        ] {
            texts.push_str(text);
            texts.push('\n');
        }
        Some(texts)
    }
}

fn tally(count: &Count<'_>, at: Minutes) -> Tally {
    let mut tally = Tally::default();
    for voice in count.counted() {
        tally.add(voice.position.stance(at));
    }
    tally
}

/// The first minute at which most say fine: one at which some answer begins to.
fn mostly_fine_from(count: &Count<'_>) -> Option<Minutes> {
    let mut first = None;
    for voice in count.counted() {
        if let Some(at) = voice.position.yes_from()
            && first.is_none_or(|first| at < first)
            && Status::of(tally(count, at)).is_mostly_fine()
        {
            first = Some(at);
        }
    }
    first
}

/// The corpus of the first look. Languages, claims, sources and names of answers come later.
mod tables {
    use crate::corpus::{Activity, Answers, Corpus, Panel, TreatmentNames};
    use crate::words::{ActivityWords, PanelWords, PluralRule, Texts, Words};

    include!(concat!(env!("OUT_DIR"), "/glance.rs"));
}

pub(crate) use tables::GLANCE;

#[cfg(test)]
mod tests {
    use super::{GLANCE, Glance};
    use crate::view::card::icon;
    use crate::view::span::span;
    use crate::{CORPUS, ClockTime, Day, Elapsed, Minutes, Options, TreatedAt, guidance, headline};

    /// The whole card is the law; a first look says the same, with less.
    #[test]
    fn a_first_look_says_what_the_whole_card_says() {
        let words = CORPUS.languages.first().expect("English");
        let mut statuses = std::collections::BTreeSet::new();
        let clocks = [None, Some(0), Some(17 * 60), Some(23 * 60 + 59)];
        for names in CORPUS.treatments {
            for activity in CORPUS.activities {
                for clock in clocks {
                    let clock = clock.and_then(ClockTime::from_minute_of_day);
                    let treated_at = clock.map_or(TreatedAt::Unknown, TreatedAt::Clock);
                    for elapsed in (0..72 * 4)
                        .map(|quarter| quarter * 15)
                        .chain([10_000, 90_000])
                    {
                        let elapsed = Elapsed::from_minutes(Minutes(elapsed));
                        let options = Options {
                            activity: Some(activity),
                            treated_at,
                            ..Options::default()
                        };
                        let card = guidance(&CORPUS, names.id, elapsed, &options).expect("a card");
                        let glance = Glance {
                            treatment: names.generic,
                            activity,
                            elapsed: elapsed.minutes(),
                            day: treated_at.day(),
                            is_live: true,
                        };
                        let texts = glance.texts(&GLANCE).expect("texts");
                        let texts: Vec<&str> = texts.split('\n').collect();
                        let most = card
                            .fine_from
                            .most
                            .map(|hours| (hours.get() * 60.0).round());
                        let most = most.map_or(String::new(), |most| most.to_string());
                        assert_eq!(
                            texts[..8],
                            [
                                card.treatment.id,
                                card.activity.id,
                                card.status.as_str(),
                                card.treatment.name,
                                &format!(
                                    "{}, {} after",
                                    names.name,
                                    span(words, elapsed.minutes())
                                ),
                                icon(card.status),
                                &headline(words, &card),
                                &card.summary,
                            ],
                            "{names:?}, {activity}, {elapsed:?}, {treated_at:?}"
                        );
                        assert_eq!(texts[9], most);
                        assert_eq!(texts[10], card.proviso.as_deref().unwrap_or_default());
                        assert_eq!(texts[11], super::super::deeper::voter(&card));
                        assert_eq!(texts[12..], [""], "nothing else");
                        statuses.insert(card.status as u32);
                    }
                }
            }
        }
        assert!(statuses.len() > 4, "the questions lead to most statuses");
    }

    fn at(treatment: &str, activity: &str, is_live: bool) -> Option<String> {
        let glance = Glance {
            treatment,
            activity,
            elapsed: Minutes(300),
            day: Day::UNKNOWN,
            is_live,
        };
        glance.texts(&GLANCE)
    }

    #[test]
    fn the_next_step_stands_on_the_clock_where_there_is_one() {
        let next = |is_live| {
            let texts = at("botox", "", is_live).expect("texts");
            texts.split('\n').nth(8).expect("the next step").to_owned()
        };
        assert!(next(true).contains('\u{1}'));
        assert!(next(false).contains(" after the treatment"));
    }

    #[test]
    fn a_name_that_does_not_exist_has_no_first_look() {
        assert!(at("Botox Cosmetic", "alcohol", true).is_some());
        assert!(at("botocks", "", true).is_none());
        assert!(at("botox", "chess", true).is_none());
        assert!(at("", "", true).is_none());
    }
}
