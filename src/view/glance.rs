//! What does a reader see first, before the whole view is here?
//!
//! A patient waits for the answer, so what a page loads first has no view, no
//! protocol and no words but those of the answer: it counts, and writes the few
//! texts that stand in the head of a card. `www/glance.js` puts them into the
//! markup that [`super::blank`] has made beforehand.

use super::card::{icon, put_after_treatment, put_asked, put_next};
use crate::corpus::{Activity, Answers, Panel, Treatment};
use crate::count::{Asked, Basis, Voices};
use crate::query::is_name;
use crate::sentences::{Part, Provisos, put_proviso, put_summary, put_title, voter};
use crate::status::Status;
use crate::tally::Tally;
use crate::text::{Put, put_number};
use crate::time::{Day, Minutes};
use crate::words::{PanelWords, PluralRule, Texts, Words};

/// What is asked: in the reference language, of all panels, by brand.
pub(crate) struct Glance<'g> {
    /// Any name of a treatment, with one space between its words.
    pub(crate) treatment: &'g [u8],
    /// The id of an activity; empty for the one that is meant where none is named.
    pub(crate) activity: &'g [u8],
    pub(crate) elapsed: Minutes,
    /// How "the next day" is read.
    pub(crate) day: Day,
    /// Whether the card goes with a clock, on which the page writes moments. They are
    /// U+0001 in the texts.
    pub(crate) is_live: bool,
}

impl Glance<'_> {
    /// Writes the texts, with a line break behind each: the ids of treatment, activity and
    /// status; the treatment's name; what is asked, the icon, the status in words, the
    /// summary, the next step; from which minute most say fine; the proviso, and
    /// the panel that alone has a vote. What there is not is empty. `None`, and nothing
    /// written, where the tables have no such treatment or activity.
    pub(crate) fn put(&self, out: &mut impl Put, tables: &Tables) -> Option<()> {
        let words = &tables.words;
        let named = |place: &usize| is_name(tables.treatments.get(*place), self.treatment);
        let treatment = (0..TREATMENTS * NAMES).find(named)? / NAMES;
        let activity = match self.activity {
            [] => tables.default_activity,
            id => {
                let named = |place: &usize| tables.activities.get(*place).as_bytes() == id;
                (0..ACTIVITIES).find(named)?
            }
        };
        let name = tables.treatments.get(treatment * NAMES + 1);
        let asked = &Asked {
            treatment: Treatment(treatment as u8),
            activity: Activity(activity as u8),
            day: self.day,
        };
        let mut most = None;
        let mut parts = tables.panels;
        for part in &mut parts {
            part.count(asked, Minutes(0));
            part.basis = Basis::of(part.tally, part.is_named);
            // The more cautious panel is the one that gets there later.
            most = most.max(part.mostly_fine_from(asked));
            part.count(asked, self.elapsed);
        }
        let status = Status::most_cautious(parts.iter().map(Part::status));
        put_line(out, tables.treatments.get(treatment * NAMES));
        put_line(out, tables.activities.get(activity));
        put_line(out, status.as_str());
        put_line(out, name);
        put_asked(out, words, name, self.elapsed);
        out.put_ascii(b'\n');
        put_line(out, icon(status));
        let panels = parts.iter().map(|part| (part.words.name, part.status()));
        put_title(out, words, status, panels);
        out.put_ascii(b'\n');
        put_summary(
            out,
            words,
            tables.activities.get(ACTIVITIES + activity),
            status,
            &parts,
        );
        out.put_ascii(b'\n');
        put_next(out, words, most, self.elapsed, |out, minutes| {
            match self.is_live {
                true => out.put("\u{1}"),
                false => put_after_treatment(out, words, minutes),
            }
        });
        out.put_ascii(b'\n');
        if let Some(most) = most {
            put_number(out, most.0);
        }
        out.put_ascii(b'\n');
        put_proviso(out, words, status, &parts);
        out.put_ascii(b'\n');
        put_line(out, voter(status, &parts));
        Some(())
    }
}

fn put_line(out: &mut impl Put, text: &str) {
    out.put(text);
    out.put_ascii(b'\n');
}

impl Part<'_> {
    /// Counts the answers at a moment. Gives the next one at which one of them begins to
    /// say fine.
    fn count(&mut self, asked: &Asked, at: Minutes) -> Option<Minutes> {
        self.tally = Tally::NONE;
        self.is_named = false;
        self.provisos = Provisos::NONE;
        let mut next = None;
        // Smaller as a closure than as a loop.
        Voices::new(&self.panel, asked, self.basis).for_each(|voice| {
            self.add(&voice, at);
            if let Some(from) = voice.position.yes_from()
                && from > at
                && next.is_none_or(|next| from < next)
            {
                next = Some(from);
            }
        });
        next
    }

    /// The first minute at which most say fine: one at which some answer begins to.
    fn mostly_fine_from(&mut self, asked: &Asked) -> Option<Minutes> {
        let mut at = Minutes(0);
        loop {
            let next = self.count(asked, at);
            if self.status().is_mostly_fine() {
                return Some(at);
            }
            at = next?;
        }
    }
}

/// The corpus of the first look. Languages, claims, sources and names of answers come later.
pub(crate) struct Tables {
    /// So many [`NAMES`] of each treatment: its id, its brand, and others.
    treatments: Texts<'static>,
    /// The ids of the activities, and then how each is named within a sentence.
    activities: Texts<'static>,
    default_activity: usize,
    panels: [Part<'static>; PANELS],
    words: Words<'static>,
}

include!(concat!(env!("OUT_DIR"), "/glance.rs"));

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
                            treatment: names.generic.as_bytes(),
                            activity: activity.as_bytes(),
                            elapsed: elapsed.minutes(),
                            day: treated_at.day(),
                            is_live: true,
                        };
                        let texts = texts(&glance).expect("texts");
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
            treatment: treatment.as_bytes(),
            activity: activity.as_bytes(),
            elapsed: Minutes(300),
            day: Day::UNKNOWN,
            is_live,
        };
        texts(&glance)
    }

    fn texts(glance: &Glance<'_>) -> Option<String> {
        let mut texts = String::new();
        glance.put(&mut texts, &GLANCE)?;
        Some(texts)
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
