//! Where results are kept, and how those of criterion are read.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::project::root;
use crate::run::step;

/// A time of criterion's, in nanoseconds.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Time {
    pub(super) median: f64,
    /// The median of how far the measurements are from the median.
    pub(super) deviation: f64,
}

#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
    median_abs_dev: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    point_estimate: f64,
}

impl Time {
    /// What criterion kept of its last run of a bench.
    pub(super) fn of(bench: &str) -> Result<Self> {
        let path = root().join(format!("target/criterion/{bench}/new/estimates.json"));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let found: Estimates = serde_json::from_str(&text)?;
        Ok(Self {
            median: found.median.point_estimate,
            deviation: found.median_abs_dev.point_estimate,
        })
    }

    /// With its unit.
    pub(super) fn text(self) -> String {
        format!("{} ± {}", in_unit(self.median), in_unit(self.deviation))
    }
}

/// Nanoseconds in the unit that suits them.
pub(super) fn in_unit(nanoseconds: f64) -> String {
    match nanoseconds {
        n if n < 1e3 => format!("{n:.0} ns"),
        n if n < 1e6 => format!("{:.1} µs", n / 1e3),
        n => format!("{:.1} ms", n / 1e6),
    }
}

/// Writes a file of `benches/results/`.
pub(super) fn save(name: &str, text: &str) -> Result<()> {
    let folder = root().join("benches/results");
    fs::create_dir_all(&folder)?;
    write(&folder.join(name), text)?;
    step(&format!("benches/results/{name} is written"));
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}
