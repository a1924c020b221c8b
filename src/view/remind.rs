//! How is the reader reminded of the next step? By an event for the calendar of
//! their own device, in a link that holds all of it: nothing is asked for, kept
//! or sent.
//!
//! The event is as RFC 5545 has it. It names no treatment and no clinic: others
//! may see a calendar.

use super::{Moment, Writer, utc};
use crate::Minutes;
use crate::text::{concat, percent};
use crate::words::Word;

/// The octets of a line.
const LONGEST: usize = 75;

impl Writer<'_> {
    /// A reminder at a moment that is still to come.
    pub(super) fn remind(&mut self, at: Minutes, moment: Moment<'_>) {
        let elapsed = moment.elapsed.minutes();
        let Some(calendar) = moment.calendar.filter(|_| at > elapsed) else {
            return;
        };
        let when = self.when(at, moment);
        if !calendar.saves {
            let text = self.fill(Word::ViewRemindYourself, &[&when]);
            self.out.text("p", "note", &text);
            return;
        }
        let instant = |after: Minutes| utc(Minutes(calendar.treated.0.saturating_add(after.0)));
        let event = self.event(&instant(at), &instant(elapsed));
        let address = concat(&["data:text/calendar;charset=utf-8,", &percent(&event)]);
        self.out.open("p", "remind");
        self.out.open("a", "button");
        self.out.set("href", &address);
        self.out.set("download", "reminder.ics");
        self.out.say(&self.fill(Word::ViewRemind, &[&when]));
        self.out.close();
        self.out
            .text("span", "note", self.word(Word::ViewRemindNote));
        self.out.close();
    }

    /// A calendar with one event, which is made now.
    fn event(&self, at: &str, now: &str) -> String {
        let (at, now) = (basic(at), basic(now));
        let title = self.word(Word::ViewRemindTitle);
        let mut event = String::new();
        for (name, value) in [
            ("BEGIN:", "VCALENDAR"),
            ("VERSION:", "2.0"),
            ("PRODID:", "-//aftercare-consensus//reminder//EN"),
            ("BEGIN:", "VEVENT"),
            // The same for the same moment, so that a calendar has it once.
            ("UID:aftercare-consensus-", &at),
            ("DTSTAMP:", &now),
            ("DTSTART:", &at),
            ("DURATION:", "PT15M"),
            ("SUMMARY:", title),
            ("DESCRIPTION:", self.word(Word::ViewRemindText)),
            ("CLASS:", "PRIVATE"),
            ("TRANSP:", "TRANSPARENT"),
            ("BEGIN:", "VALARM"),
            ("ACTION:", "DISPLAY"),
            ("DESCRIPTION:", title),
            ("TRIGGER:", "PT0S"),
            ("END:", "VALARM"),
            ("END:", "VEVENT"),
            ("END:", "VCALENDAR"),
        ] {
            put_line(&mut event, name, value);
        }
        event
    }
}

/// "20261121T220000Z"
fn basic(time: &str) -> String {
    let mut text = String::new();
    for letter in time.chars() {
        if !matches!(letter, '-' | ':') {
            text.push(letter);
        }
    }
    text
}

/// A line, folded where it is too long.
fn put_line(event: &mut String, name: &str, value: &str) {
    event.push_str(name);
    let mut length = name.len();
    for letter in value.chars() {
        let escaped = matches!(letter, '\\' | ',' | ';');
        let more = letter.len_utf8() + usize::from(escaped);
        if length + more > LONGEST {
            event.push_str("\r\n ");
            length = 1;
        }
        length += more;
        if escaped {
            event.push('\\');
        }
        event.push(letter);
    }
    event.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{basic, put_line};

    #[test]
    fn a_moment_has_the_basic_form() {
        assert_eq!(basic("2026-11-21T22:00:00Z"), "20261121T220000Z");
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        let mut event = String::new();
        put_line(&mut event, "SUMMARY:", r"a, b; c\d: e");
        assert_eq!(event, "SUMMARY:a\\, b\\; c\\\\d: e\r\n");
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        for letter in ["a", "é", "…", "🏃", ";"] {
            let mut event = String::new();
            put_line(&mut event, "SUMMARY:", &letter.repeat(200));
            for line in event.split("\r\n") {
                assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            let unfolded = event.replace("\r\n ", "").replace('\\', "");
            assert_eq!(unfolded, format!("SUMMARY:{}\r\n", letter.repeat(200)));
        }
    }
}
