//! How is the reader reminded of the next step? By an event for the calendar of
//! their own device, in a link that holds all of it: nothing is asked for, stored
//! or sent.
//!
//! The event is as RFC 5545 has it. It names no treatment and no clinic, since others may
//! see a calendar, and leads back to the page.

use serde::Serialize;

use super::card_display::{Display, minutes};
use crate::consensus::Minutes;
use crate::settings::{Wait, utc};

/// A reminder of the next step: a link to save, or a sentence where nothing can be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Reminder {
    /// The event, as an address; `null` where no file can be saved.
    pub href: Option<String>,
    /// What the link says.
    pub text: Option<String>,
    /// What to do where no file can be saved; `null` where one can.
    pub yourself: Option<String>,
    /// The event in words, to be copied where the file is refused.
    pub event: String,
}

/// Eight in the morning, in minutes after the six o'clock of the visitor's calendar.
const EIGHT: u32 = 120;

/// The octets of a line.
const LONGEST_LINE: usize = 75;

/// Minutes that it takes in the calendar. Not every calendar knows an event without an end.
const DURATION: u32 = 15;

impl Display<'_> {
    /// A reminder of the end of the clinic's wait while that runs, else of the moment from
    /// which most say fine; `None` where that is past or there is no clock.
    pub(super) fn reminder(&self) -> Option<Reminder> {
        let at = match self.clinic_wait(&self.card) {
            // Nobody wants to be woken at midnight.
            Some(clinic) if clinic.waiting => match (clinic.wait, self.moment().calendar()) {
                (Wait::DayEnd, Some((_, day))) => Minutes(day.start().0.saturating_add(EIGHT)),
                _ => clinic.until,
            },
            _ => self.card.fine_from.most.map(minutes)?,
        };
        let at = self.rounded(at);
        let elapsed = self.elapsed();
        let treated = self.moment().minutes_since_1970()?;
        if at <= elapsed {
            return None;
        }
        let instant = |after: Minutes| basic(Minutes(treated.0.saturating_add(after.0)));
        let sentences = &self.words.core.reminder;
        let subject = self.subject(&self.card);
        let title = sentences.title.with("subject", subject);
        let page = self.page();
        let text = match &page {
            Some(page) => format!("{}\n{page}", sentences.text),
            None => sentences.text.to_string(),
        };
        let activity = self.card.activity.id;
        let (start, now) = (instant(at), instant(elapsed));
        let end = instant(Minutes(at.0.saturating_add(DURATION)));
        let (title_line, text_line) = (escaped(&title), escaped(&text));
        let url = page.map_or_else(String::new, |page| format!("URL:{page}\n"));
        // A calendar has the event of one moment and activity once.
        let lines = format!(
            "BEGIN:VCALENDAR\n\
             VERSION:2.0\n\
             PRODID:-//aftercare-consensus//reminder//EN\n\
             BEGIN:VEVENT\n\
             UID:{activity}-{start}@aftercare-consensus\n\
             DTSTAMP:{now}\n\
             DTSTART:{start}\n\
             DTEND:{end}\n\
             SUMMARY:{title_line}\n\
             DESCRIPTION:{text_line}\n\
             {url}\
             CLASS:PRIVATE\n\
             TRANSP:TRANSPARENT\n\
             BEGIN:VALARM\n\
             ACTION:DISPLAY\n\
             DESCRIPTION:{title_line}\n\
             TRIGGER:PT0S\n\
             END:VALARM\n\
             END:VEVENT\n\
             END:VCALENDAR"
        );
        let mut event = String::new();
        for line in lines.split('\n') {
            event.push_str(&folded(line));
        }
        let encoded = match self.environment.saves_files() {
            true => self.environment.encode_uri_component(&event),
            false => None,
        };
        let when = self.when(at);
        let date = self.date(at);
        let words = format!("{}\n{}\n{}", title, date.as_deref().unwrap_or(&when), text);
        Some(match encoded {
            Some(encoded) => Reminder {
                href: Some(format!("data:text/calendar;charset=utf-8,{encoded}")),
                text: Some(sentences.save.with("when", &when)),
                yourself: None,
                event: words,
            },
            None => Reminder {
                href: None,
                text: None,
                yourself: Some(sentences.yourself.with("when", &when)),
                event: words,
            },
        })
    }

    /// The address of the page, without what is asked on it: nothing of a file, and of no page
    /// that has the name of a product in its address.
    fn page(&self) -> Option<String> {
        let address = self.environment.address()?;
        let page = address.split(['?', '#']).next().unwrap_or_default();
        let lower = page.to_ascii_lowercase();
        if !lower.starts_with("https:") && !lower.starts_with("http:") {
            return None;
        }
        for product in self.corpus.treatments.iter() {
            for name in product.names() {
                if product.generic.is_some() && lower.contains(&name.to_ascii_lowercase()) {
                    return None;
                }
            }
        }
        Some(page.to_owned())
    }
}

/// "20261121T220000Z"
fn basic(since_1970: Minutes) -> String {
    let mut basic = String::new();
    for sign in utc(since_1970).chars() {
        match sign {
            '-' | ':' => {}
            'Z' => basic.push_str("00Z"),
            _ => basic.push(sign),
        }
    }
    basic
}

/// A text in which the signs are escaped that mean something to a calendar.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\n' => escaped.push_str("\\n"),
            '\\' | ',' | ';' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end, folded where it is too long: a space begins each line that goes on.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        length += letter.len_utf8();
        folded.push(letter);
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_the_basic_form() {
        assert_eq!(basic(Minutes(29_921_640)), "20261121T220000Z");
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        assert_eq!(escaped("a, b; c\\d: e\nf"), r"a\, b\; c\\d: e\nf");
    }

    #[test]
    fn a_line_has_75_octets_at_most_and_is_filled() {
        let lengths = |length: usize| {
            let folded = folded(&"a".repeat(length));
            let lines = folded.split_terminator("\r\n").map(str::len);
            lines.collect::<Vec<_>>()
        };
        assert_eq!(lengths(75), [75]);
        // A space begins each line that goes on.
        assert_eq!(lengths(76), [75, 2]);
        assert_eq!(lengths(75 + 74 + 1), [75, 75, 2]);
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        for letter in ["a", "é", "…", "🏃", ";"] {
            let text = format!("SUMMARY:{}", letter.repeat(200));
            let folded = folded(&text);
            for line in folded.split("\r\n") {
                assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            assert_eq!(folded.replace("\r\n ", ""), format!("{text}\r\n"));
        }
    }
}
