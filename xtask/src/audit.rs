//! Can a reviewer trust the data? Counts, outliers, likely duplicates, and the
//! answers that decide a status alone.

use std::collections::BTreeMap;

use aftercare_consensus::corpus::{Answer, Corpus, Panel, Position, Time};
use aftercare_consensus::{
    Basis, Day, Minutes, Resolved, Selection, Stance, Status, Tally, Timeline,
};
use anstyle::Style;
use anyhow::Result;

use crate::project::root;

/// A wait is an outlier when it is longer than so many times the median of its
/// panel and activity.
const OUTLIER: u32 = 4;

/// Answers with at least so many positions, all the same, may be one text that
/// was copied.
const COPIED: usize = 4;

/// Prints the whole audit.
pub(crate) fn print() -> Result<()> {
    let corpus = aftercare_corpus::load(&root().join("data"))?.corpus;
    println!("Data {} ({})", corpus.version, corpus.updated);
    counts(&corpus);
    outliers(&corpus);
    duplicates(&corpus);
    leave_one_out(&corpus);
    Ok(())
}

fn heading(text: &str) {
    let bold = Style::new().bold();
    anstream::println!("\n{bold}{text}{bold:#}");
}

fn counts(corpus: &Corpus) {
    heading("Answers by panel and kind");
    for panel in &*corpus.panels {
        let mut kinds = BTreeMap::new();
        for answer in &*panel.answers {
            *kinds.entry(kind(corpus, answer)).or_insert(0) += 1;
        }
        println!(
            "  {:<14}{:>4}  ({})",
            panel.id,
            panel.answers.len(),
            listed(&kinds)
        );
    }
    heading("Positions by activity: timed + untimed");
    print!("  {:<16}", "");
    for panel in &*corpus.panels {
        print!("{:>16}", panel.id);
    }
    println!();
    for (place, activity) in corpus.activities.iter().enumerate() {
        print!("  {activity:<16}");
        for panel in &*corpus.panels {
            let positions: Vec<Position> = positions(panel, place)
                .map(|(_, position)| position)
                .collect();
            let untimed = positions
                .iter()
                .filter(|position| **position == Position::Untimed)
                .count();
            print!(
                "{:>16}",
                format!("{} + {untimed}", positions.len() - untimed)
            );
        }
        println!();
    }
    heading("Positions by rule of the codebook");
    for panel in &*corpus.panels {
        let mut rules = BTreeMap::new();
        for rule in (panel.answers.iter()).flat_map(|answer| answer.source.rules.iter()) {
            *rules.entry(&**rule).or_insert(0) += 1;
        }
        println!("  {:<14}{}", panel.id, listed(&rules));
    }
}

fn kind<'c>(corpus: &'c Corpus, answer: &Answer) -> &'c str {
    let kind = corpus.kinds.get(answer.source.kind);
    kind.map_or("", |kind| kind)
}

fn listed(counts: &BTreeMap<&str, i32>) -> String {
    let parts: Vec<String> = counts
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    parts.join(", ")
}

/// The answers of a panel that speak of an activity.
fn positions(panel: &Panel, activity: usize) -> impl Iterator<Item = (&Answer, Position)> {
    let answers = panel.answers.iter();
    answers.filter_map(move |answer| Some((answer, answer.position(activity)?)))
}

/// From when an answer says fine, the clock not known.
fn wait(position: Position) -> Option<u32> {
    match position {
        Position::Untimed => None,
        Position::Timed { yes_from, .. } => Some(match yes_from {
            Time::Minutes(minutes) => minutes,
            Time::DayEnd => Day::UNKNOWN.end().0,
            Time::DayStart => Day::UNKNOWN.start().0,
        }),
    }
}

fn outliers(corpus: &Corpus) {
    heading(&format!(
        "Outliers: fine only after more than {OUTLIER} times the median of panel and activity"
    ));
    let mut none = true;
    for panel in &*corpus.panels {
        for (place, activity) in corpus.activities.iter().enumerate() {
            let mut waits: Vec<u32> = positions(panel, place)
                .filter_map(|(_, position)| wait(position))
                .collect();
            waits.sort_unstable();
            let Some(median) = median(&waits) else {
                continue;
            };
            for (answer, position) in positions(panel, place) {
                if let Some(wait) = wait(position)
                    && wait > median.saturating_mul(OUTLIER)
                {
                    none = false;
                    println!(
                        "  {:<14}{activity:<16}{}: {} h, the median of {} is {} h",
                        panel.id,
                        answer.id,
                        hours(wait),
                        waits.len(),
                        hours(median)
                    );
                }
            }
        }
    }
    if none {
        println!("  none");
    }
}

/// The middle of sorted numbers; between two, halfway.
fn median(sorted: &[u32]) -> Option<u32> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some(lower.midpoint(upper))
}

fn hours(minutes: u32) -> f64 {
    Minutes(minutes).hours().get()
}

fn duplicates(corpus: &Corpus) {
    heading("Likely duplicates: to be looked at, not a verdict");
    let answers: Vec<&Answer> = corpus
        .panels
        .iter()
        .flat_map(|panel| panel.answers.iter())
        .collect();
    let mut none = true;
    for (place, one) in answers.iter().enumerate() {
        for other in answers.iter().skip(place + 1) {
            let reasons = alike(one, other);
            if !reasons.is_empty() {
                none = false;
                println!("  {} and {}: {}", one.id, other.id, reasons.join("; "));
            }
        }
    }
    if none {
        println!("  none");
    }
}

/// Why two answers may come from one practice, or one text.
fn alike(one: &Answer, other: &Answer) -> Vec<String> {
    let mut reasons = Vec::new();
    let (first, second) = (&one.source, &other.source);
    // Answers of one thread share its address and are known to be apart.
    if first.number.is_none() || second.number.is_none() {
        let hosts = (
            host(first.address.as_deref()),
            host(second.address.as_deref()),
        );
        if let (Some(a), Some(b)) = hosts
            && a == b
        {
            reasons.push(format!("the same site, {a}"));
        }
        if one.positions.len() >= COPIED && one.positions == other.positions {
            reasons.push(format!("the same {} positions", one.positions.len()));
        }
    }
    if let (Some(a), Some(b)) = (&first.place, &second.place)
        && a == b
        && first.specialty == second.specialty
    {
        reasons.push(format!("the same specialty in {a}"));
    }
    reasons
}

fn host(address: Option<&str>) -> Option<&str> {
    let (_, rest) = address?.split_once("://")?;
    let host = rest.split('/').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

fn leave_one_out(corpus: &Corpus) {
    heading("Leave one out: single answers without which a status would be another");
    println!("  (the clock time not known; one line for each step at which some answer decides)");
    for panel in &*corpus.panels {
        for (activity, activity_id) in corpus.activities.iter().enumerate() {
            // Treatments that are answered from the whole panel, or by the same
            // answers, have the same lines.
            let mut lines: Vec<(Vec<String>, Vec<&str>)> = Vec::new();
            for (place, treatment) in corpus.treatments.iter().enumerate() {
                let selection = Selection::new(panel, place, activity, Day::UNKNOWN);
                let mut found = deciding(&selection);
                if found.is_empty() {
                    continue;
                }
                if selection.basis() == Basis::Class {
                    found.insert(0, "    (about any product)".to_owned());
                }
                match lines.iter_mut().find(|(other, _)| *other == found) {
                    Some((_, treatments)) => treatments.push(&treatment.name),
                    None => lines.push((found, vec![&treatment.name])),
                }
            }
            for (found, treatments) in lines {
                println!("  {}, {activity_id}: {}", panel.id, treatments.join(", "));
                for line in found {
                    println!("{line}");
                }
            }
        }
    }
}

fn deciding(selection: &Selection<'_>) -> Vec<String> {
    let timeline = Timeline::new(selection.counted().iter().map(|answer| answer.position));
    let mut lines = Vec::new();
    for step in timeline.steps() {
        let mut by_stance: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for found in selection.deciding(step.at) {
            by_stance
                .entry(stance(found.position, step.at))
                .or_default()
                .push(&found.answer.id);
        }
        if by_stance.is_empty() {
            continue;
        }
        let who: Vec<String> = by_stance
            .iter()
            .map(|(stance, ids)| format!("{stance}: {}", ids.join(", ")))
            .collect();
        let Tally {
            fine, wait, silent, ..
        } = step.tally;
        lines.push(format!(
            "    from {:>6} h {:<12} {fine} fine, {silent} not clear, {wait} wait; decided by {}",
            step.at.hours().get(),
            Status::of(step.tally).as_str(),
            who.join("; ")
        ));
    }
    lines
}

fn stance(position: Resolved, at: Minutes) -> &'static str {
    match position.stance(at) {
        Stance::Fine => "fine",
        Stance::Wait => "wait",
        Stance::Silent => "not clear",
        Stance::Untimed => "no time",
    }
}

#[cfg(test)]
mod tests {
    use super::{host, median};

    #[test]
    fn the_median_lies_halfway_between_two() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[7]), Some(7));
        assert_eq!(median(&[4, 24]), Some(14));
        assert_eq!(median(&[4, 5, 24]), Some(5));
    }

    #[test]
    fn pages_of_one_site_have_one_host() {
        assert_eq!(host(Some("https://www.example.org/a")), Some("example.org"));
        assert_eq!(host(Some("http://example.org")), Some("example.org"));
        assert_eq!(host(None), None);
    }
}
