//! What can JavaScript ask for a first look? Numbers alone cross, so that there is no
//! glue between: `www/first.js` writes the names that are asked about into a room
//! of this memory, and reads the texts from where they are.
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::view::glance::{GLANCE, Glance};
use crate::{Day, Minutes};

/// So many ASCII letters may be asked about.
const ROOM: usize = 128;

thread_local! {
    static ASKED: [Cell<u8>; ROOM] = const { [const { Cell::new(0) }; ROOM] };
    static TEXTS: Cell<&'static str> = const { Cell::new("") };
}

/// Where the names go: the treatment's and, right behind it, the activity's.
#[wasm_bindgen(skip_typescript)]
pub fn room() -> usize {
    ASKED.with(|asked| asked.as_ptr() as usize)
}

/// How long the texts are of the names in the room, of which the first has so many
/// letters; 0 where there is no such treatment or activity. "The next day" is read by
/// the end and the start of the day, in minutes; a start of 0 says that they are
/// not known.
#[wasm_bindgen(skip_typescript)]
pub fn look(
    treatment: usize,
    letters: usize,
    minutes: u32,
    end: u32,
    start: u32,
    is_live: bool,
) -> usize {
    let mut names = String::new();
    ASKED.with(|asked| {
        for letter in asked.iter().take(letters) {
            names.push(char::from(letter.get() & 0x7f));
        }
    });
    let day = Day::from_calendar(Minutes(end), Minutes(start)).filter(|_| start > 0);
    let texts = names.split_at_checked(treatment).and_then(|names| {
        let (treatment, activity) = names;
        let glance = Glance {
            treatment,
            activity,
            elapsed: Minutes(minutes),
            day: day.unwrap_or(Day::UNKNOWN),
            is_live,
        };
        glance.texts(&GLANCE)
    });
    // This wasm gives no memory back: `src/memory.rs`.
    TEXTS.set(texts.unwrap_or_default().leak());
    TEXTS.get().len()
}

/// Where the texts are: ASCII and what else stands in the words, in UTF-8.
#[wasm_bindgen(skip_typescript)]
pub fn texts() -> usize {
    TEXTS.get().as_ptr() as usize
}
