//! What can JavaScript ask for a first look? Numbers alone cross, so that there is no
//! glue between: `www/look.js` writes the names that are asked about into a room of
//! this memory, and reads the texts from there.
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

use wasm_bindgen::prelude::wasm_bindgen;

use crate::text::Put;
use crate::view::glance::{GLANCE, Glance};
use crate::{Day, Minutes};

/// So many ASCII letters may be asked about.
const NAMES: usize = 128;

/// So many bytes of texts there is room for: several times what there ever is.
const TEXTS: usize = 4096;

/// Where the names are and where the texts go: nothing is allocated.
static ROOM: [AtomicU8; TEXTS] = [const { AtomicU8::new(0) }; TEXTS];

/// How much of the room is written.
static LENGTH: AtomicUsize = AtomicUsize::new(0);

/// The texts as they are written into the room.
struct Page;

// Called in many places: a copy in each of them would be more to load.
impl Put for Page {
    #[inline(never)]
    fn put(&mut self, text: &str) {
        for letter in text.bytes() {
            self.put_ascii(letter);
        }
    }

    #[inline(never)]
    fn put_ascii(&mut self, letter: u8) {
        let length = LENGTH.load(Ordering::Relaxed);
        if let Some(place) = ROOM.get(length) {
            place.store(letter, Ordering::Relaxed);
            LENGTH.store(length + 1, Ordering::Relaxed);
        }
    }
}

/// Where the names go, the treatment's and, right behind it, the activity's; and where
/// the texts are then: ASCII and what else stands in the words, in UTF-8.
#[wasm_bindgen(skip_typescript)]
pub fn room() -> usize {
    ROOM.as_ptr() as usize
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
    written(treatment, letters, minutes, end, start, is_live)
}

/// Apart from what wasm-bindgen puts around an export.
#[inline(never)]
fn written(
    treatment: usize,
    letters: usize,
    minutes: u32,
    end: u32,
    start: u32,
    is_live: bool,
) -> usize {
    let mut names = [0; NAMES];
    for (name, letter) in names.iter_mut().zip(&ROOM) {
        *name = letter.load(Ordering::Relaxed);
    }
    let day = Day::from_calendar(Minutes(end), Minutes(start)).filter(|_| start > 0);
    let names = names.get(..letters).unwrap_or_default();
    let (treatment, activity) = names.split_at_checked(treatment).unwrap_or_default();
    let glance = Glance {
        treatment,
        activity,
        elapsed: Minutes(minutes),
        day: day.unwrap_or(Day::UNKNOWN),
        is_live,
    };
    LENGTH.store(0, Ordering::Relaxed);
    glance.put(&mut Page, &GLANCE);
    LENGTH.load(Ordering::Relaxed)
}
