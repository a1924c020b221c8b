//! What does one call cost: natively, and in a browser beside plain JavaScript?

use std::fmt::Write;
use std::fs;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::{Deserialize, Serialize};

use super::machine::Machine;
use super::plain::corpus;
use super::results::{Time, save};
use crate::run::{command, run as run_to_end, step};
use crate::{build, root, setup};

/// What to measure, and whether to keep it.
#[derive(Args)]
pub(crate) struct Calls {
    /// The browsers; all three where none is given.
    #[arg(long, value_parser = ["chromium", "firefox", "webkit"])]
    browser: Vec<String>,
    /// Writes benches/results/calls.{json,md}.
    #[arg(long)]
    save: bool,
}

const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// As in benches/calls/main.rs.
const NATIVE: [&str; 4] = ["guidance", "timeline", "catalog", "details"];

/// A call takes at most so many times as long as in plain JavaScript, in any
/// browser. What was measured when this was written is in benches/results/; the
/// rest is room for another machine. In the order of [`Browser::pairs`].
const LIMITS: [f64; 4] = [0.8, 0.5, 12.0, 9.5];

/// Microseconds a call: the median and the quartiles.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Spread {
    median: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize, Deserialize)]
struct Pair {
    wasm: Spread,
    plain: Spread,
}

#[derive(Serialize, Deserialize)]
struct Reading {
    text: Spread,
}

/// What benches/calls/run.js prints.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Browser {
    browser: String,
    guidance: Pair,
    timeline: Pair,
    fresh_guidance: Pair,
    fresh_timeline: Pair,
    reading: Reading,
}

#[derive(Serialize)]
struct Native {
    call: &'static str,
    time: Time,
}

#[derive(Serialize)]
struct Results {
    machine: Machine,
    native: Vec<Native>,
    browsers: Vec<Browser>,
}

pub(super) fn run(calls: &Calls) -> Result<()> {
    setup::browsers()?;
    build::build()?;
    step("measuring natively; leave the machine alone meanwhile");
    let bench = ["bench", "--locked", "--quiet", "--bench", "calls"];
    run_to_end(&mut command("cargo", &bench))?;
    let native = NATIVE
        .map(|call| Time::of(&format!("calls/{call}")).map(|time| Native { call, time }))
        .into_iter()
        .collect::<Result<_>>()?;
    let mut browsers = Vec::new();
    for name in BROWSERS {
        if calls.browser.is_empty() || calls.browser.iter().any(|asked| asked == name) {
            browsers.push(browser(name)?);
        }
    }
    let results = Results {
        machine: Machine::here()?,
        native,
        browsers,
    };
    let report = results.report();
    println!("{report}");
    if calls.save {
        save(
            "calls.json",
            &(serde_json::to_string_pretty(&results)? + "\n"),
        )?;
        save("calls.md", &report)?;
    }
    let wrong = results.wrong();
    if !wrong.is_empty() {
        bail!(
            "{}. Measure again on a quiet machine; if it stays so, find what has become slower",
            wrong.join("; ")
        );
    }
    Ok(())
}

fn browser(name: &str) -> Result<Browser> {
    step(&format!("measuring in a browser: {name}"));
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let path = folder.join("calls.json");
    fs::write(&path, corpus()?.to_string()).with_context(|| path.display().to_string())?;
    let mut node = command("node", &["benches/calls/run.js"]);
    node.arg(&path).env("AFTERCARE_BROWSER", name);
    let output = node.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        bail!("measuring in {name} failed ({})", output.status);
    }
    serde_json::from_slice(&output.stdout).context("what benches/calls/run.js printed")
}

impl Spread {
    fn text(self) -> String {
        format!("{:.1} ({:.1} to {:.1})", self.median, self.low, self.high)
    }
}

impl Pair {
    fn ratio(&self) -> f64 {
        self.wasm.median / self.plain.median
    }
}

impl Browser {
    /// In the order of the limits.
    fn pairs(&self) -> [(&'static str, &Pair); 4] {
        [
            ("`guidance`", &self.guidance),
            ("`timeline`", &self.timeline),
            ("`guidance`, nothing kept", &self.fresh_guidance),
            ("`timeline`, nothing kept", &self.fresh_timeline),
        ]
    }
}

impl Results {
    fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for browser in &self.browsers {
            for ((call, pair), limit) in browser.pairs().into_iter().zip(LIMITS) {
                if pair.ratio() > limit {
                    wrong.push(format!(
                        "{call} in {} takes {:.2} times as long as in plain JavaScript, more than {limit}",
                        browser.browser,
                        pair.ratio()
                    ));
                }
            }
        }
        wrong
    }

    /// As Markdown.
    fn report(&self) -> String {
        let mut text = format!("# Calls\n\n{}\n", self.machine.sentence());
        let _ = writeln!(
            text,
            "\n## In the browser\n\nMicroseconds a call: the median, and the quartiles.\n"
        );
        let _ = writeln!(
            text,
            "| browser | call | wasm | plain JavaScript | ratio | calls a millisecond |"
        );
        let _ = writeln!(text, "| --- | --- | --: | --: | --: | --: |");
        for browser in &self.browsers {
            for (call, pair) in browser.pairs() {
                let _ = writeln!(
                    text,
                    "| {} | {call} | {} | {} | {:.2} | {:.0} |",
                    browser.browser,
                    pair.wasm.text(),
                    pair.plain.text(),
                    pair.ratio(),
                    1e3 / pair.wasm.median
                );
            }
            let _ = writeln!(
                text,
                "| {} | reading a card's JSON | {} | | | |",
                browser.browser,
                browser.reading.text.text()
            );
        }
        let _ = writeln!(
            text,
            "\n## Natively\n\nThe median, with the median deviation.\n"
        );
        let _ = writeln!(text, "| call | time |\n| --- | --: |");
        for Native { call, time } in &self.native {
            let _ = writeln!(text, "| `{call}` | {} |", time.text());
        }
        text
    }
}
