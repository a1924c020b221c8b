//! What the loader refuses, and what it tells the editor of the data.

mod common;

#[path = "problems/answers.rs"]
mod answers;
#[path = "problems/constants.rs"]
mod constants;
#[path = "problems/lists.rs"]
mod lists;
#[path = "problems/lookalike.rs"]
mod lookalike;
#[path = "problems/rules.rs"]
mod rules;
#[path = "problems/sound.rs"]
mod sound;
#[path = "problems/sources.rs"]
mod sources;
#[path = "problems/times.rs"]
mod times;
#[path = "problems/words.rs"]
mod words;
