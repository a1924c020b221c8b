//! What is asked, as a link says it? "treatment=dysport&activity=exercise&…"

use super::corpus::corpus;
use super::view::Inner;
use crate::text::{concat, percent};
use crate::view::utc;
use crate::words::digits;
use crate::{Minutes, Names};

/// The question of a view; nothing while something is missing. Where the page
/// names no brands, neither does this.
pub(super) fn question(inner: &Inner) -> Option<String> {
    let question = inner.question.borrow();
    let question = question.as_ref()?;
    let settings = inner.settings();
    let card = inner.ask(&settings, question, None).ok()?;
    let id = card.treatment.id;
    let treatment = match settings.names {
        Names::Brand => id,
        _ => corpus()
            .treatments
            .iter()
            .find(|names| names.id == id)
            .map_or(id, |names| names.generic),
    };
    let (name, value) = match question.visit.moment() {
        // The very instant, wherever the link is opened.
        Some(treated) => {
            let utc = utc(treated);
            let minute = utc.strip_suffix(":00Z").unwrap_or(&utc);
            ("&treated-at=", concat(&[minute, "Z"]))
        }
        None => ("&hours=", hours(question.visit.elapsed.minutes())),
    };
    Some(concat(&[
        "treatment=",
        &percent(treatment),
        "&activity=",
        card.activity.id,
        name,
        &value,
    ]))
}

/// Minutes as hours, such as "3.5" or "0.02": never less than they are, so that
/// the same minute comes back.
pub(super) fn hours(minutes: Minutes) -> String {
    let whole = digits(minutes.0 / 60);
    let part = minutes.0 % 60;
    if part == 0 {
        return whole;
    }
    let part = digits(100 + (part * 100).div_ceil(60));
    let part = part.get(1..).unwrap_or_default();
    concat(&[&whole, ".", part.strip_suffix('0').unwrap_or(part)])
}
