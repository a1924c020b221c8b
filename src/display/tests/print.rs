//! What a patient takes home on paper.

use super::{ALPHA, At, with_display};
use crate::display::Sheet;

const CLINIC: [(&str, &str); 3] = [
    ("treatment", "alpha"),
    ("clinic", "Elm Street"),
    ("protocol", "run 36h; walk day-end"),
];

fn all(sheet: &Sheet<'_>) -> Vec<String> {
    let mut texts = vec![sheet.heading.clone(), sheet.title.clone()];
    for lines in [&sheet.dates, &sheet.clinic, &sheet.lines, &sheet.panels] {
        texts.extend(lines.iter().cloned());
    }
    texts.extend(sheet.times.iter().flatten().cloned());
    texts.extend(sheet.activities.iter().flatten().cloned());
    texts
}

#[test]
fn paper_has_dates_in_full_and_no_now() {
    for attributes in [&ALPHA[..], &CLINIC[..]] {
        for minutes in [0, 60, 14 * 60, 24 * 60, 20 * 24 * 60] {
            with_display(attributes, minutes, At::Seventeen, |display| {
                let sheet = display.sheet();
                for text in all(&sheet) {
                    let words: Vec<_> = text.split(|sign: char| !sign.is_alphanumeric()).collect();
                    for word in ["now", "today", "tonight", "h", "min"] {
                        assert!(!words.contains(&word), "\"{word}\" in {text}");
                    }
                }
                assert_eq!(sheet.dates[0], "Treated day 0 17:00");
                assert!(sheet.title.starts_with("day "), "{}", sheet.title);
            });
        }
    }
}

#[test]
fn a_clinics_word_comes_first_and_its_number_is_asked_for_where_it_is_missing() {
    with_display(&CLINIC, 60, At::Seventeen, |display| {
        let sheet = display.sheet();
        assert!(sheet.phone.is_some());
        let of_clinic = sheet.activities.iter();
        let of_clinic = of_clinic.filter(|[_, text]| text.contains("Elm Street"));
        assert_eq!(of_clinic.count() + sheet.clinic.len() / 2, 2);
    });
    let with_number = [&CLINIC[..], &[("contact", "555 0100")]].concat();
    with_display(&with_number, 60, At::Seventeen, |display| {
        assert_eq!(display.sheet().phone, None);
    });
}

#[test]
fn a_card_without_a_clock_counts_from_the_treatment() {
    with_display(&ALPHA, 14 * 60, At::NoClock, |display| {
        let sheet = display.sheet();
        assert_eq!(
            sheet.dates.len(),
            1,
            "when it was printed: {:?}",
            sheet.dates
        );
        assert!(sheet.dates[0].contains("14 hours after the treatment"));
    });
}
