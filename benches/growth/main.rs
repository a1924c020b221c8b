//! Measures a timeline as its answers grow from 20 to 1,000,000.
//!
//! `cargo xtask bench growth` runs it and judges what criterion measured and what is
//! printed here: the memory of each answer.

// Criterion's macro has no comment.
#![allow(missing_docs)]

mod cpu_time;
mod generated;

use std::hint::black_box;
use std::time::Duration;

use aftercare_consensus::{Minutes, Options, Status, Timeline, timeline};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use fastrand::Rng;
use peak_alloc::PeakAlloc;

use cpu_time::CpuTime;
use generated::{Generated, LAST, Spread};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SIZES: [usize; 6] = [20, 200, 2_000, 20_000, 200_000, 1_000_000];

/// Moments that are asked for, in no order, so that no answer is at hand from the last one.
const MOMENTS: usize = 1 << 12;

fn growth(criterion: &mut Criterion<CpuTime>) {
    for spread in Spread::ALL {
        let mut group = criterion.benchmark_group(name_of(spread));
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(200))
            .measurement_time(Duration::from_millis(600));
        for size in SIZES {
            let before = MEMORY.current_usage();
            let generated = Generated::new(size, spread);
            let answers = MEMORY.current_usage() - before;
            measure(&mut group, &generated, size, spread, answers);
        }
        group.finish();
    }
}

/// The name in results.
fn name_of(spread: Spread) -> &'static str {
    match spread {
        Spread::Published => "published",
        Spread::Distinct => "distinct",
    }
}

fn measure(
    group: &mut BenchmarkGroup<'_, CpuTime>,
    generated: &Generated,
    size: usize,
    spread: Spread,
    answers: usize,
) {
    let positions = generated.positions();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let line = Timeline::new(positions.iter().copied());
    let kept = MEMORY.current_usage() - before;
    let peak = MEMORY.peak_usage() - before;
    // Read by xtask/src/bench/growth.rs.
    println!("memory {} {size} {answers} {kept} {peak}", name_of(spread));

    let id = |name| BenchmarkId::new(name, size);
    group.bench_function(id("build"), |bencher| {
        bencher.iter(|| Timeline::new(black_box(&positions).iter().copied()));
    });
    let mut rng = Rng::with_seed(1);
    let last = match spread {
        Spread::Published => 400 * 60,
        Spread::Distinct => LAST,
    };
    let moments: Vec<Minutes> = (0..MOMENTS).map(|_| Minutes(rng.u32(..last))).collect();
    let mut turn = 0;
    let mut moment = || {
        turn = (turn + 1) % MOMENTS;
        moments[turn]
    };
    group.bench_function(id("at"), |bencher| {
        bencher.iter(|| line.at(black_box(moment())));
    });
    group.bench_function(id("next"), |bencher| {
        bencher.iter(|| line.next(black_box(moment())));
    });
    group.bench_function(id("first"), |bencher| {
        bencher.iter(|| line.first(black_box(|tally| Status::of(tally) == Status::Fine)));
    });
    // All of it: from the answers to every step of the timeline.
    let corpus = &generated.corpus;
    let name = &corpus.treatments[0].id;
    group.bench_function(id("timeline"), |bencher| {
        bencher.iter(|| timeline(black_box(corpus), name, &Options::default()));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = growth
}
criterion_main!(benches);
