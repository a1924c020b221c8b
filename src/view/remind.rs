//! How is the reader reminded of the next step? By an event for the calendar of
//! their own device, in a link that holds all of it: nothing is asked for, kept
//! or sent.
//!
//! The event is as RFC 5545 has it. It names no treatment and no clinic: others
//! may see a calendar.

use super::card::minutes;
use super::{Moment, Writer, utc};
use crate::text::{concat, cut, percent};
use crate::words::{Word, filled};
use crate::{Guidance, Minutes};

/// The octets of a line.
const LONGEST: usize = 75;

/// What is the same in every event. A calendar has the event of one moment once,
/// by its UID. The values are the moment, the time now, the title and the text.
const EVENT: &str = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//aftercare-consensus//reminder//EN
BEGIN:VEVENT
UID:aftercare-consensus-\u{1}
DTSTAMP:\u{2}
DTSTART:\u{1}
DURATION:PT15M
SUMMARY:\u{3}
DESCRIPTION:\u{4}
CLASS:PRIVATE
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:\u{3}
TRIGGER:PT0S
END:VALARM
END:VEVENT
END:VCALENDAR";

impl Writer<'_> {
    /// A reminder of the next step: the end of the clinic's wait while that runs, else
    /// from when most say fine.
    pub(super) fn remind(&mut self, card: &Guidance<'_>, moment: Moment<'_>) {
        let at = match self.setup.clinic(card, moment) {
            Some(clinic) if clinic.waiting => Some(clinic.until),
            _ => card.fine_from.most.map(minutes),
        };
        if let Some(at) = at {
            self.remind_at(at, moment);
        }
    }

    /// A reminder at a moment that is still to come.
    fn remind_at(&mut self, at: Minutes, moment: Moment<'_>) {
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
        let values = [
            &basic(at),
            &basic(now),
            self.word(Word::ViewRemindTitle),
            self.word(Word::ViewRemindText),
        ];
        let mut event = String::new();
        let mut rest = Some(EVENT);
        while let Some(text) = rest {
            let (line, after) = cut(text, b'\n');
            rest = after;
            put_line(&mut event, &filled(line, &values));
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

/// A line, folded where it is too long. Signs that mean something to a calendar
/// stand only in words.
fn put_line(event: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
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
        put_line(&mut event, r"SUMMARY:a, b; c\d: e");
        assert_eq!(event, "SUMMARY:a\\, b\\; c\\\\d: e\r\n");
    }

    #[test]
    fn a_line_has_75_octets_at_most_and_is_filled() {
        let folded = |length: usize| {
            let mut event = String::new();
            put_line(&mut event, &"a".repeat(length));
            event
                .split_terminator("\r\n")
                .map(str::len)
                .collect::<Vec<_>>()
        };
        assert_eq!(folded(75), [75]);
        // A space begins each line that goes on.
        assert_eq!(folded(76), [75, 2]);
        assert_eq!(folded(75 + 74 + 1), [75, 75, 2]);
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        for letter in ["a", "é", "…", "🏃", ";"] {
            let mut event = String::new();
            put_line(&mut event, &format!("SUMMARY:{}", letter.repeat(200)));
            for line in event.split("\r\n") {
                assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            let unfolded = event.replace("\r\n ", "").replace('\\', "");
            assert_eq!(unfolded, format!("SUMMARY:{}\r\n", letter.repeat(200)));
        }
    }
}
