//! Measures a timeline as its answers grow, and holds it to limits.

use std::fmt::Write;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::Serialize;

use super::fit::exponent;
use super::machine::Machine;
use super::plot::{self, Line};
use super::results::{Time, in_unit, save};
use crate::run::{command, step};

/// Whether to keep what is measured.
#[derive(Args)]
pub(crate) struct Growth {
    /// Writes benches/results/growth.{json,md,svg}.
    #[arg(long)]
    save: bool,
}

/// What is measured, and the greatest exponent that it may have: where `n` is the
/// number of answers, the time is about `n` to this power. By itself `n log n` has
/// 1.1 over these sizes and `log n` has 0.15; what lies above is room for the caches of a
/// processor, which a million answers do not fit into.
const OPERATIONS: [Operation; 5] = [
    Operation::new("build", "make a timeline of the positions", 1.4),
    Operation::new("timeline", "from the answers to every step", 1.4),
    Operation::new("at", "the tally at a moment", 0.35),
    Operation::new("next", "the next change after a moment", 0.35),
    Operation::new("first", "from when all say fine", 0.35),
];

/// What asks a timeline takes at most so many nanoseconds, at any size.
const LONGEST_ASKING: f64 = 1000.0;

/// A timeline keeps at most so many bytes for an answer, from the first thousand on:
/// two moments of four bytes, in lists that double when they are full.
const MOST_BYTES: f64 = 17.0;

/// As in benches/growth/generated.rs.
const SPREADS: [&str; 2] = ["published", "distinct"];

/// The fixed cost of a call hides how it grows below this.
const FITTED_FROM: usize = 200;

#[derive(Clone, Copy)]
struct Operation {
    name: &'static str,
    about: &'static str,
    most: f64,
}

impl Operation {
    const fn new(name: &'static str, about: &'static str, most: f64) -> Self {
        Self { name, about, most }
    }
}

/// What is kept in memory, in bytes.
#[derive(Serialize)]
struct Memory {
    spread: String,
    answers: usize,
    /// By the answers.
    corpus: usize,
    /// By the timeline.
    timeline: usize,
    /// While it is made, at most.
    peak: usize,
}

#[derive(Serialize)]
struct Results {
    machine: Machine,
    lines: Vec<Line>,
    memory: Vec<Memory>,
}

pub(super) fn run(growth: &Growth) -> Result<()> {
    let memory = measure()?;
    let mut lines = Vec::new();
    for spread in SPREADS {
        let sizes = memory.iter().filter(|memory| memory.spread == spread);
        let sizes: Vec<usize> = sizes.map(|memory| memory.answers).collect();
        for operation in OPERATIONS {
            lines.push(line(spread, operation, &sizes)?);
        }
    }
    let results = Results {
        machine: Machine::here()?,
        lines,
        memory,
    };
    let report = results.report();
    println!("{report}");
    println!("{}", plot::text(&results.lines));
    if growth.save {
        save(
            "growth.json",
            &(serde_json::to_string_pretty(&results)? + "\n"),
        )?;
        save("growth.md", &report)?;
        save("growth.svg", &plot::svg(&results.lines)?)?;
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

/// Runs the bench; what it prints of memory comes back.
fn measure() -> Result<Vec<Memory>> {
    step("measuring the native engine; leave the machine alone meanwhile");
    let mut cargo = command("cargo", &["bench", "--locked", "--bench", "growth"]);
    let output = cargo.stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8(output.stdout)?;
    if !output.status.success() {
        bail!("the bench failed ({}): {text}", output.status);
    }
    let memory = text.lines().filter_map(|line| line.strip_prefix("memory "));
    memory
        .map(|line| Memory::read(line).with_context(|| format!("the bench printed {line:?}")))
        .collect()
}

fn line(spread: &'static str, operation: Operation, sizes: &[usize]) -> Result<Line> {
    let mut times = Vec::new();
    for size in sizes {
        let time = Time::of(&format!("{spread}/{}/{size}", operation.name))?;
        times.push((*size, time));
    }
    let points = times.iter().filter(|(size, _)| *size >= FITTED_FROM);
    let points: Vec<(f64, f64)> = points
        .map(|(size, time)| (*size as f64, time.median))
        .collect();
    Ok(Line {
        spread,
        operation: operation.name,
        exponent: exponent(&points),
        most: operation.most,
        times,
    })
}

impl Memory {
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let spread = words.next()?.to_owned();
        let mut number = || words.next()?.parse().ok();
        Some(Self {
            spread,
            answers: number()?,
            corpus: number()?,
            timeline: number()?,
            peak: number()?,
        })
    }

    fn for_each(&self, bytes: usize) -> f64 {
        bytes as f64 / self.answers as f64
    }
}

impl Results {
    /// What is too much, in words.
    fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for line in &self.lines {
            if line.exponent > line.most {
                wrong.push(format!(
                    "{} of answers {} grows with the power {:.2} of their number, more than {}",
                    line.operation, line.spread, line.exponent, line.most
                ));
            }
            for (size, time) in &line.times {
                if line.most < 1.0 && time.median > LONGEST_ASKING {
                    wrong.push(format!(
                        "{} takes {} with {size} answers, more than a microsecond",
                        line.operation,
                        in_unit(time.median)
                    ));
                }
            }
        }
        for memory in &self.memory {
            let bytes = memory.for_each(memory.timeline);
            if memory.answers >= 1000 && bytes > MOST_BYTES {
                wrong.push(format!(
                    "a timeline of {} answers keeps {bytes:.1} bytes for each, more than {MOST_BYTES}",
                    memory.answers
                ));
            }
        }
        wrong
    }

    /// As Markdown.
    fn report(&self) -> String {
        let mut text = format!("# Growth\n\n{}\n", self.machine.sentence());
        let _ = writeln!(
            text,
            "\nTime of the processor: medians, with the median deviation."
        );
        for spread in SPREADS {
            let lines: Vec<&Line> = self
                .lines
                .iter()
                .filter(|line| line.spread == spread)
                .collect();
            let about = match spread {
                "distinct" => "Every answer with moments of its own",
                _ => "Answers that say what the shipped ones say",
            };
            let _ = writeln!(text, "\n## {about}\n");
            let mut head = "| answers |".to_owned();
            let mut rule = "| --: |".to_owned();
            for operation in OPERATIONS {
                let _ = write!(head, " {} |", operation.about);
                rule.push_str(" --: |");
            }
            let _ = writeln!(text, "{head}\n{rule}");
            let sizes = self.memory.iter().filter(|memory| memory.spread == spread);
            for (place, memory) in sizes.enumerate() {
                let _ = write!(text, "| {} |", memory.answers);
                for (_, time) in lines.iter().filter_map(|line| line.times.get(place)) {
                    let _ = write!(text, " {} |", time.text());
                }
                text.push('\n');
            }
            let _ = write!(text, "| exponent (at most) |");
            for line in &lines {
                let _ = write!(text, " {:.2} ({}) |", line.exponent, line.most);
            }
            let _ = writeln!(text, "\n\nBytes for each answer:\n");
            let _ = writeln!(
                text,
                "| answers | corpus | in the timeline | at most, while it is made |"
            );
            let _ = writeln!(text, "| --: | --: | --: | --: |");
            for memory in self.memory.iter().filter(|memory| memory.spread == spread) {
                let _ = writeln!(
                    text,
                    "| {} | {:.1} | {:.1} | {:.1} |",
                    memory.answers,
                    memory.for_each(memory.corpus),
                    memory.for_each(memory.timeline),
                    memory.for_each(memory.peak)
                );
            }
        }
        text
    }
}
