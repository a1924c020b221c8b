//! What the loader refuses, and what it tells the editor of the data.

mod common;

#[path = "problems/answers.rs"]
mod answers;
#[path = "problems/deceit.rs"]
mod deceit;
#[path = "problems/lists.rs"]
mod lists;
#[path = "problems/rules.rs"]
mod rules;
#[path = "problems/sound.rs"]
mod sound;
#[path = "problems/sources.rs"]
mod sources;
#[path = "problems/tables.rs"]
mod tables;
#[path = "problems/times.rs"]
mod times;
#[path = "problems/words.rs"]
mod words;
