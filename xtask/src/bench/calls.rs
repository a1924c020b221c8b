//! Measures one call: natively, and in three browsers in comparison with plain JavaScript.

use std::fmt::Write;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::{Deserialize, Serialize};

use super::corpus;
use super::machine::Machine;
use super::results::{Time, save};
use crate::run::{command, run as run_to_end, step};
use crate::{build, setup};

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
const NATIVE: [&str; 5] = ["guidance", "timeline", "overview", "catalog", "details"];

/// The longest that a call of `guidance` may take in any browser, in microseconds.
const LONGEST: f64 = 100.0;

/// A call that repeats one within a step takes at most so many times as long as in
/// plain JavaScript.
const REPEATED: f64 = 1.0;

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
    /// Where the plain JavaScript has such a function.
    plain: Option<Spread>,
}

/// What benches/calls/run.js prints.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Browser {
    browser: String,
    guidance: Pair,
    timeline: Pair,
    uncached_guidance: Pair,
    uncached_timeline: Pair,
    overview: Pair,
    catalog: Pair,
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
    let mut node = command("node", &["benches/calls/run.js"]);
    node.arg(corpus::write()?).env("AFTERCARE_BROWSER", name);
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
    fn ratio(&self) -> Option<f64> {
        self.plain.map(|plain| self.wasm.median / plain.median)
    }
}

impl Browser {
    fn pairs(&self) -> [(&'static str, &Pair); 6] {
        [
            ("`guidance`", &self.guidance),
            ("`timeline`", &self.timeline),
            ("`guidance`, not cached", &self.uncached_guidance),
            ("`timeline`, not cached", &self.uncached_timeline),
            ("`overview`", &self.overview),
            ("`catalog`", &self.catalog),
        ]
    }
}

impl Results {
    fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for browser in &self.browsers {
            let name = &browser.browser;
            let longest = browser.uncached_guidance.wasm.median;
            if longest > LONGEST {
                wrong.push(format!(
                    "`guidance` in {name} takes {longest:.0} µs, more than {LONGEST}"
                ));
            }
            if let Some(ratio) = browser.guidance.ratio()
                && ratio > REPEATED
            {
                wrong.push(format!(
                    "a repeated `guidance` in {name} takes {ratio:.2} times as long as in plain \
                     JavaScript, more than {REPEATED}"
                ));
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
                    "| {} | {call} | {} | {} | {} | {:.0} |",
                    browser.browser,
                    pair.wasm.text(),
                    pair.plain.map(Spread::text).unwrap_or_default(),
                    pair.ratio()
                        .map(|ratio| format!("{ratio:.2}"))
                        .unwrap_or_default(),
                    1e3 / pair.wasm.median
                );
            }
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
