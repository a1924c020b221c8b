//! What does the card say, on a terminal?

use aftercare_consensus::{
    Basis, CORPUS, Elapsed, Guidance, GuidanceError, Hours, Names, Options, STALE_AFTER_MONTHS,
    Status, TreatedAt, guidance, headline, is_stale, status_words,
};
use anstyle::{AnsiColor, Style};
use anyhow::Result;
use clap::Args;
use time::OffsetDateTime;

/// A question for the terminal.
#[derive(Args)]
pub(crate) struct Ask {
    /// A brand or a generic name, such as Botox.
    treatment: String,
    /// Hours since the treatment, such as 14 or 4.5.
    #[arg(allow_negative_numbers = true)]
    hours: String,
    /// The id of an activity, such as lying-flat.
    #[arg(long)]
    activity: Option<String>,
    /// The clock time of the treatment, such as 17:00.
    #[arg(long, value_name = "HH:MM")]
    treated_at: Option<String>,
    /// The id of a panel; may be given several times.
    #[arg(long)]
    panel: Vec<String>,
    /// brand, generic or class.
    #[arg(long)]
    names: Option<String>,
    /// A language, such as en.
    #[arg(long)]
    lang: Option<String>,
    /// Prints exactly what `JSON.stringify` gives of the card in a browser.
    #[arg(long)]
    json: bool,
}

/// Prints the card, or the error's sentence and code.
pub(crate) fn print(ask: &Ask) -> Result<()> {
    match card(ask) {
        Ok(card) if ask.json => println!("{}", serde_json::to_string(&card)?),
        Ok(card) => show(&card),
        Err(error) => {
            let red = AnsiColor::Red.on_default().bold();
            anstream::eprintln!("{red}{}{red:#}: {error}", error.code().as_str());
            std::process::exit(2);
        }
    }
    Ok(())
}

fn card(ask: &Ask) -> Result<Guidance<'static>, GuidanceError> {
    let elapsed = ask
        .hours
        .trim()
        .parse()
        .ok()
        .and_then(Elapsed::from_hours)
        .ok_or_else(|| GuidanceError::invalid_hours(&ask.hours))?;
    let treated_at = match &ask.treated_at {
        None => TreatedAt::Unknown,
        Some(text) => TreatedAt::parse(text)?,
    };
    let panels: Vec<&str> = ask.panel.iter().map(String::as_str).collect();
    let options = Options {
        activity: ask.activity.as_deref(),
        treated_at,
        panels: (!panels.is_empty()).then_some(&panels[..]),
        lang: ask.lang.as_deref(),
        names: ask
            .names
            .as_deref()
            .map_or(Ok(Names::default()), Names::parse)?,
    };
    guidance(&CORPUS, &ask.treatment, elapsed, &options)
}

fn show(card: &Guidance<'_>) {
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    let colour = colour(card.status);
    let words = &CORPUS.languages[0];
    anstream::println!(
        "{bold}{} · {} · {} h{bold:#}",
        card.treatment.name,
        card.activity.name,
        number(card.hours_elapsed)
    );
    anstream::println!(
        "{colour}{} {}{colour:#}",
        sign(card.status),
        headline(&CORPUS, words, card)
    );
    anstream::println!("{}", card.summary);
    if let Some(proviso) = &card.proviso {
        anstream::println!("{proviso}");
    }
    anstream::println!();
    for panel in &card.panels {
        let tally = panel.tally;
        let basis = match panel.basis {
            Basis::Treatment => "named this product or the class",
            Basis::Class => "about any product",
        };
        anstream::println!("{bold}{}{bold:#} {dim}({basis}){dim:#}", panel.name);
        anstream::println!(
            "  {} fine, {} not clear, {} wait, {} without a time",
            tally.fine,
            tally.silent,
            tally.wait,
            tally.untimed
        );
        let hours = |hours: Option<Hours>| {
            hours.map_or("-".to_owned(), |hours| format!("{} h", number(hours)))
        };
        let from = panel.fine_from;
        anstream::println!(
            "  fine from: first {}, most {}, all {}",
            hours(from.first),
            hours(from.most),
            hours(from.all)
        );
        if let Some(longest) = panel.longest {
            anstream::println!(
                "  longest wait here: {} h ({} of {})",
                number(longest.hours),
                longest.answers,
                tally.timed()
            );
        }
        if !panel.stable {
            anstream::println!("  one answer less could change this status");
        }
    }
    if let Some(next) = card.next_change {
        anstream::println!();
        anstream::println!(
            "Next change at {} h: {}",
            number(next.hours),
            status_words(words, next.status)
        );
    }
    anstream::println!();
    for condition in &card.conditions {
        anstream::println!("{} asked {}", condition.answers, condition.text);
    }
    for claim in card
        .claims
        .iter()
        .filter(|claim| claim.no > 0 || claim.may > 0)
    {
        anstream::println!("{}: {}", claim.id, claim.text);
    }
    anstream::println!();
    anstream::println!(
        "Call your emergency number for: {}",
        card.red_flags.emergency.join("; ")
    );
    anstream::println!(
        "Get medical help right away for: {}",
        card.red_flags.soon.join("; ")
    );
    anstream::println!();
    anstream::println!("{dim}{}{dim:#}", card.notice);
    anstream::println!(
        "{dim}Data {} ({}){dim:#}",
        card.corpus.version,
        card.corpus.updated
    );
    let now = OffsetDateTime::now_utc();
    let year = u32::try_from(now.year()).unwrap_or_default();
    if is_stale(card.corpus.updated, year, u32::from(u8::from(now.month()))) {
        anstream::println!(
            "{bold}These data are more than {STALE_AFTER_MONTHS} months old.{bold:#}"
        );
    }
}

fn number(hours: Hours) -> String {
    hours.get().to_string()
}

/// A sign of its own for each direction: colour is never alone.
fn sign(status: Status) -> &'static str {
    match status {
        Status::Fine | Status::MostlyFine => "✓",
        Status::Divided => "=",
        Status::MostlyWait | Status::Wait => "!",
        Status::NotEnough => "?",
    }
}

fn colour(status: Status) -> Style {
    match status {
        Status::Fine | Status::MostlyFine => AnsiColor::Green,
        Status::Divided => AnsiColor::Yellow,
        Status::MostlyWait | Status::Wait => AnsiColor::Red,
        Status::NotEnough => AnsiColor::Cyan,
    }
    .on_default()
    .bold()
}
