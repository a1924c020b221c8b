//! Does a question that was kept for the reader still hold, and how has it changed since?
//!
//! What is kept on the reader's device, other pages of the same site can write too, so what
//! is read is checked as a link is.

use aftercare_corpus::Corpus;

use super::decimal::{decimal, hundredths};
use super::environment::Environment;
use super::link::sound_settings;
use super::local_time::LocalTime;

const HOUR: f64 = 3_600_000.0;

/// No wait of the data is longer, so nobody asks after that.
const LONGEST: f64 = 14.0 * 24.0 * HOUR;

/// The settings of a question that was kept at a moment, in milliseconds since 1970, as far
/// as they are accepted; hours have grown since. Nothing of what is old or no question.
pub fn remembered_settings<'a>(
    corpus: &Corpus,
    question: &str,
    accepted: impl IntoIterator<Item = &'a str>,
    remembered_at: f64,
    environment: &dyn Environment,
    now: f64,
) -> Vec<(&'static str, String)> {
    // A clock may be set back a little.
    let since = (now - remembered_at).max(0.0);
    if !(remembered_at < now + HOUR && since < LONGEST) {
        return Vec::new();
    }
    let accepted = &*accepted.into_iter().collect::<Vec<_>>();
    let mut settings = sound_settings(corpus, question, accepted, environment);
    let is_over = |value: &str| {
        let time = LocalTime::parse(value);
        let treated = time.and_then(|time| time.instant(environment, now));
        treated.is_none_or(|treated| now - treated > LONGEST)
    };
    let has_treatment = settings.iter().any(|(name, _)| *name == "treatment");
    let mut moments = settings.iter().filter(|(name, _)| *name == "treated-at");
    if !has_treatment || moments.any(|(_, value)| is_over(value)) {
        return Vec::new();
    }
    for (name, value) in &mut settings {
        if *name == "hours"
            && let Some(hours) = decimal(value)
        {
            // Two digits, as a reader may type them.
            let number = ((hours + since / HOUR) * 100.0) as u32;
            *value = hundredths(number / 100, number % 100);
        }
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CORPUS;
    use crate::settings::test_environment::FixedCalendar;

    const NOW: f64 = 1_795_384_800_000.0;

    fn remembered(question: &str, hours_ago: f64) -> String {
        let calendar = FixedCalendar::default();
        let at = NOW - hours_ago * HOUR;
        let accepted = ["treatment", "activity", "hours", "treated-at"];
        let settings = remembered_settings(&CORPUS, question, accepted, at, &calendar, NOW);
        let pairs = settings
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("&")
    }

    #[test]
    fn hours_grow_while_a_question_is_kept() {
        assert_eq!(
            remembered("treatment=botox&hours=3", 0.0),
            "treatment=botox&hours=3"
        );
        assert_eq!(
            remembered("treatment=botox&hours=3", 1.5),
            "treatment=botox&hours=4.5"
        );
        assert_eq!(
            remembered("treatment=botox&hours=3.25", 0.337),
            "treatment=botox&hours=3.58",
            "never more than they are"
        );
        assert_eq!(
            remembered("treatment=botox&hours=3", -0.5),
            "treatment=botox&hours=3",
            "the clock was set back"
        );
    }

    #[test]
    fn what_is_old_or_no_question_is_forgotten() {
        assert_eq!(remembered("treatment=botox&hours=3", 336.0), "");
        assert_eq!(remembered("treatment=botox&hours=3", -1.0), "");
        assert_eq!(remembered("treatment=botox&hours=3", f64::NAN), "");
        assert_eq!(remembered("hours=3", 1.0), "", "no treatment");
        assert_eq!(remembered("treatment=botox&hours=soon", 1.0), "");
        assert_eq!(remembered("treatment=…&hours=3", 1.0), "");
        // 22 November 2026 at 22:00 in UTC is now.
        for (at, is_kept) in [("2026-11-08T22:00Z", true), ("2026-11-08T21:59Z", false)] {
            let question = format!("treatment=botox&treated-at={at}");
            assert_eq!(!remembered(&question, 1.0).is_empty(), is_kept, "{at}");
        }
    }

    #[test]
    fn a_guessed_time_stays_one() {
        let question = "treatment=botox&treated-at=2026-11-21T23:00Z~";
        assert_eq!(remembered(question, 1.0), question);
    }

    #[test]
    fn only_what_is_accepted_is_kept() {
        assert_eq!(
            remembered("treatment=botox&hours=3&names=class&clinic=Forged", 0.0),
            "treatment=botox&hours=3"
        );
    }
}
