//! What does each answer say, and where? As a list of HTML for `sources.html`.

use std::fmt::Write;

use aftercare_loader::{Answer, Data, Language, Position, Time};

use crate::page::{escaped, fill};

/// Every answer of every panel; each can be linked to by its id, which is
/// stable and never the same in two panels.
pub(crate) fn html<'t>(
    data: &Data,
    language: &Language,
    text: &impl Fn(&str) -> &'t str,
) -> String {
    let mut html = String::new();
    // The numbers by which a card names its sources where it names no brands.
    let mut number = 0;
    for (panel, words) in data.panels.iter().zip(&language.panels) {
        let _ = write!(html, "<h3>{}</h3>", escaped(&words.name));
        for answer in &panel.answers {
            number += 1;
            html += &one(data, language, answer, number, text);
        }
    }
    html
}

fn one<'t>(
    data: &Data,
    language: &Language,
    answer: &Answer,
    number: u32,
    text: &impl Fn(&str) -> &'t str,
) -> String {
    let source = &answer.source;
    let kind = language.kinds.get(source.kind).map_or("", String::as_str);
    let who: Vec<&str> = [source.specialty.as_deref(), source.place.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    // The data are in the reference language, whatever the page's is.
    let foreign = match language.is_reference {
        true => "",
        false => " lang=\"en\"",
    };
    let (who, who_foreign) = match who.as_slice() {
        [] => (kind.to_owned(), ""),
        who => (who.join(", "), foreign),
    };
    let class = answer.class.then(|| text("sources-any-product"));
    let products = answer
        .treatments
        .iter()
        .filter_map(|place| data.treatments.get(*place))
        .map(|treatment| treatment.name.as_str())
        .chain(class);
    let positions =
        answer
            .positions
            .iter()
            .zip(&source.rules)
            .map(|((activity, position), rule)| {
                let name = language
                    .activities
                    .get(*activity)
                    .map_or("", |[name, ..]| name);
                format!("{name}: {} ({rule})", said(*position, text))
            });
    let defers = if answer.defers {
        format!(" {}", text("sources-defers"))
    } else {
        String::new()
    };
    let title = escaped(&source.title);
    let mut reference = match &source.address {
        Some(address) => format!(
            "<a href=\"{}\" rel=\"noreferrer\"{foreign}>{title}</a>",
            escaped(address)
        ),
        None => format!("<cite{foreign}>{title}</cite>"),
    };
    if let Some(number) = source.number {
        let number = fill(text("sources-number"), &[("n", &number.to_string())]);
        let _ = write!(reference, ", {}", escaped(&number));
    }
    format!(
        "<article class=\"source\" id=\"{id}\"><h4><span{who_foreign}>{who}</span> <span class=\"id\">{place} · {id} · {products}</span></h4>\
         <p><span{foreign}>{summary}</span>{defers}</p><p class=\"coded\">{positions}</p><p>{reference} ({read})</p></article>",
        place = escaped(&fill(text("sources-source"), &[("n", &number.to_string())])),
        id = escaped(&answer.id),
        who = escaped(&who),
        products = escaped(&products.collect::<Vec<_>>().join(", ")),
        summary = escaped(&source.summary),
        defers = escaped(&defers),
        positions = escaped(&positions.collect::<Vec<_>>().join("; ")),
        read = escaped(&source.read),
    )
}

/// A position in a few words.
fn said<'t>(position: Position, text: &impl Fn(&str) -> &'t str) -> String {
    let Position::Timed { no_until, yes_from } = position else {
        return text("sources-untimed").to_owned();
    };
    let start = Time::Minutes(0);
    let template = match (no_until, yes_from) {
        _ if yes_from == start => "sources-fine",
        _ if no_until == start => "sources-fine-from",
        _ if no_until == yes_from => "sources-wait",
        _ => "sources-wait-fine",
    };
    let (a, b) = (moment(no_until, text), moment(yes_from, text));
    fill(text(template), &[("a", &a), ("b", &b)])
}

fn moment<'t>(time: Time, text: &impl Fn(&str) -> &'t str) -> String {
    match time {
        Time::DayEnd => text("sources-day-end").to_owned(),
        Time::DayStart => text("sources-day-start").to_owned(),
        Time::Minutes(minutes) => {
            let hours = f64::from(minutes) / 60.0;
            let hours = ryu_js::Buffer::new().format(hours).to_owned();
            let hours = hours.replace('.', text("decimal"));
            fill(text("sources-hours"), &[("n", &hours)])
        }
    }
}
