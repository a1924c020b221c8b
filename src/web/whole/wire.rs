//! How do texts cross between JavaScript and here?
//!
//! Numbers alone cross, and texts lie in this memory: JavaScript writes what it gives into
//! a room that it asks for, and reads what it gets from where it is (`www/wire.js`). So a
//! page needs no glue for each function, of which a phone would load more than of this.
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use super::exports;
use super::host::Host;
use super::view::View;
use crate::text::cut;

thread_local! {
    /// What JavaScript has written last.
    static GIVEN: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// What it is to read.
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
    /// The views, each with the number by which JavaScript knows it.
    static VIEWS: RefCell<Vec<(u32, Rc<View>)>> = const { RefCell::new(Vec::new()) };
}

/// What a call answers: a text, none, or the error as JSON.
pub(super) type Answer = Result<Option<String>, String>;

/// Says of an answer that it is none.
const NONE: i32 = i32::MIN;

#[wasm_bindgen]
extern "C" {
    /// Asks the page's side of a view, as [`Host`] does. The text that it answers with is
    /// what it writes into the room; its length comes back in the place of a number.
    fn host(view: u32, what: u32, text: usize, length: usize, at: f64, now: f64) -> f64;
}

/// Where a text of so many bytes is to be written, in UTF-8.
#[wasm_bindgen(skip_typescript)]
pub fn room(length: usize) -> usize {
    GIVEN.with_borrow_mut(|given| {
        given.clear();
        given.resize(length, 0);
        given.as_ptr() as usize
    })
}

/// Where the answer to the last call is.
#[wasm_bindgen(skip_typescript)]
pub fn texts() -> usize {
    ANSWER.with_borrow(|answer| answer.as_ptr() as usize)
}

/// Does what is asked with the text in the room. The length of the answer; for an error
/// one less than the negative length of it.
#[wasm_bindgen(skip_typescript)]
pub fn call(what: u32, view: u32, number: f64) -> i32 {
    let (answer, is_error) = match answer(what, view, number, &taken()) {
        Ok(None) => return NONE,
        Ok(Some(text)) => (text, false),
        Err(text) => (text, true),
    };
    let length = i32::try_from(answer.len()).unwrap_or(i32::MAX);
    ANSWER.replace(answer);
    match is_error {
        true => -1 - length,
        false => length,
    }
}

/// When a view wants to look at the clock again, in milliseconds of the epoch.
#[wasm_bindgen(skip_typescript)]
pub fn due(view: u32) -> f64 {
    find(view).map_or(f64::INFINITY, |view| view.due())
}

/// What is asked, by its place in `www/calls.js`.
fn answer(what: u32, id: u32, number: f64, given: &str) -> Answer {
    let view = find(id);
    let view = view.as_deref();
    let done = |act: &dyn Fn(&View)| {
        if let Some(view) = view {
            act(view);
        }
        Ok(None)
    };
    match what {
        0 => {
            let view = View::mount(given.to_owned(), Host(id), remove(number as u32))?;
            VIEWS.with_borrow_mut(|views| views.push((id, Rc::new(view))));
            Ok(None)
        }
        1 => Ok(remove(id).and(None)),
        2 => done(&View::update),
        3 => done(&View::answer),
        4 => Ok(view.and_then(|view| view.act(given))),
        5 => done(&|view| view.open(given)),
        6 => view.map_or(Ok(None), View::guidance),
        7 => Ok(view.and_then(View::question)),
        8 => done(&|view| view.details((number > 0.0).then_some(given))),
        9 => exports::guidance(given, number),
        10 => exports::timeline(given),
        11 => exports::catalog(given),
        12 => exports::language((number > 0.0).then_some(given)),
        13 => Ok(exports::pack(given)),
        14 => Ok(Some(String::new()).filter(|_| super::corpus::learn(given))),
        15 => Ok(Some(crate::version().to_owned())),
        16 => done(&|view| view.point(number)),
        _ => Ok(None),
    }
}

fn find(id: u32) -> Option<Rc<View>> {
    VIEWS.with_borrow(|views| {
        let mut views = views.iter();
        views
            .find(|(own, _)| *own == id)
            .map(|(_, view)| Rc::clone(view))
    })
}

fn remove(id: u32) -> Option<View> {
    let place = VIEWS.with_borrow(|views| views.iter().position(|(own, _)| *own == id));
    let (_, view) = VIEWS.with_borrow_mut(|views| Some(views.swap_remove(place?)))?;
    Rc::into_inner(view)
}

/// The text in the room, which is empty then.
fn taken() -> String {
    String::from_utf8(GIVEN.take()).unwrap_or_default()
}

/// Asks the page for a number.
pub(super) fn number(view: u32, what: u32, text: &str, at: f64, now: f64) -> f64 {
    host(view, what, text.as_ptr() as usize, text.len(), at, now)
}

/// Asks the page for a text.
pub(super) fn ask(view: u32, what: u32, text: &str, at: f64, now: f64) -> String {
    number(view, what, text, at, now);
    taken()
}

/// The first of several texts that cross as one, and the others; U+0002 ends it.
pub(super) fn first(texts: &str) -> (&str, &str) {
    let (text, others) = cut(texts, 2);
    (text, others.unwrap_or_default())
}
