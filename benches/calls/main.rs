//! What does one call cost natively?

// Criterion's macro has no comment.
#![allow(missing_docs)]

use std::hint::black_box;

use aftercare_consensus::{
    CORPUS, ClockTime, Elapsed, Minutes, Options, TreatedAt, catalog, details, guidance, overview,
    timeline,
};
use criterion::{Criterion, criterion_group, criterion_main};

fn calls(criterion: &mut Criterion) {
    let clock = ClockTime::parse("17:00").expect("a clock time");
    let options = Options {
        treated_at: TreatedAt::Clock(clock),
        ..Options::default()
    };
    // As the browsers are asked: a treatment after the other, hour by hour.
    let names: Vec<&str> = CORPUS.treatments.iter().map(|names| &*names.id).collect();
    let mut turn = 0;
    let mut question = || {
        turn += 1;
        let hour = u32::try_from(turn % 50).unwrap_or_default();
        (names[turn % names.len()], Minutes(60 * hour))
    };
    let mut group = criterion.benchmark_group("calls");
    group.bench_function("guidance", |bencher| {
        bencher.iter(|| {
            let (name, at) = black_box(question());
            guidance(&CORPUS, name, Elapsed::from_minutes(at), &options)
        });
    });
    group.bench_function("timeline", |bencher| {
        bencher.iter(|| {
            let (name, _) = black_box(question());
            timeline(&CORPUS, name, &options)
        });
    });
    group.bench_function("overview", |bencher| {
        bencher.iter(|| {
            let (name, at) = black_box(question());
            overview(&CORPUS, name, Elapsed::from_minutes(at), &options)
        });
    });
    group.bench_function("catalog", |bencher| {
        bencher.iter(|| catalog(&CORPUS, black_box(&options)));
    });
    group.bench_function("details", |bencher| {
        bencher.iter(|| details(&CORPUS, black_box(None)));
    });
    group.finish();
}

criterion_group!(benches, calls);
criterion_main!(benches);
