//! What holds for every corpus, every question and every moment?

mod any_input;
mod caution;
mod fourteen_days;
mod generated;
mod live;
mod moments;
mod over_time;
mod rough_times;
mod timelines;
mod unknown_clock;
mod wording;

/// Two tests of one property: over the live corpus and over generated ones.
macro_rules! holds {
    ($requirement:ident, $check:expr) => {
        mod $requirement {
            use super::*;

            #[test]
            fn in_the_live_corpus() {
                crate::live::each_question($check);
            }

            proptest::proptest! {
                #[test]
                fn in_any_corpus(setting in crate::generated::settings()) {
                    setting.ask($check);
                }
            }
        }
    };
}
use holds;
