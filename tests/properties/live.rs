//! Every question about the live corpus.

use aftercare_consensus::{CORPUS, ClockTime, Corpus, Options, TreatedAt};

/// Clock times at which "the next day" is early, late, and in between.
const CLOCKS: [&str; 4] = ["00:00", "08:00", "17:00", "23:59"];

/// Every treatment and activity, at an unknown clock time and at some known.
pub(crate) fn each_question(check: impl Fn(&Corpus, &str, &Options<'_>)) {
    let clocks = CLOCKS.map(|text| TreatedAt::Clock(ClockTime::parse(text).expect(text)));
    for treatment in CORPUS.treatments.iter() {
        for activity in CORPUS.activities.iter() {
            for treated_at in std::iter::once(TreatedAt::Unknown).chain(clocks) {
                let options = Options {
                    activity: Some(activity),
                    treated_at,
                    ..Options::default()
                };
                check(&CORPUS, &treatment.id, &options);
            }
        }
    }
}

/// Every set of panels that can be asked for.
pub(crate) fn panel_subsets() -> impl Iterator<Item = Vec<&'static str>> {
    (1..1_u32 << CORPUS.panels.len()).map(|set| {
        let panels = CORPUS.panels.iter().enumerate();
        panels
            .filter(|(place, _)| set >> place & 1 == 1)
            .map(|(_, panel)| &*panel.id)
            .collect()
    })
}
