//! When do the views look at the clock again? One timer serves them all.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Date;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{EventTarget, Window};

use super::view::Inner;

/// A timer may fire a little before its time; so many milliseconds later it
/// never does.
const LATE: f64 = 20.0;

const MINUTE: f64 = 60_000.0;

thread_local! {
    static TICKER: Ticker = Ticker::default();
}

/// All mounted views, and the timer for the one that is due first.
#[derive(Default)]
struct Ticker {
    views: RefCell<Vec<Weak<Inner>>>,
    timer: Cell<Option<i32>>,
    listener: RefCell<Option<Closure<dyn FnMut()>>>,
}

/// Serves a view from now on.
pub(super) fn add(view: &Rc<Inner>) {
    TICKER.with(|ticker| {
        ticker.views.borrow_mut().push(Rc::downgrade(view));
        if ticker.listener.borrow().is_none() {
            ticker.listen(Closure::new(tick));
        }
    });
}

/// Serves a view no longer; after the last one nothing is left running.
pub(super) fn remove(view: &Inner) {
    TICKER.with(|ticker| {
        ticker
            .views
            .borrow_mut()
            .retain(|known| !std::ptr::eq(known.as_ptr(), view) && known.strong_count() > 0);
        if ticker.views.borrow().is_empty() {
            ticker.end();
        }
    });
    schedule();
}

/// Sets the timer for the view that is due first. A page that nobody sees has
/// none: it looks again when it is seen.
pub(super) fn schedule() {
    TICKER.with(|ticker| {
        let window = window();
        if let Some(timer) = ticker.timer.take() {
            window.clear_timeout_with_handle(timer);
        }
        let mut due = f64::INFINITY;
        for view in ticker.views.borrow().iter().filter_map(Weak::upgrade) {
            due = due.min(view.due.get());
        }
        let listener = ticker.listener.borrow();
        let Some(listener) = listener
            .as_ref()
            .filter(|_| due.is_finite() && is_seen(&window))
        else {
            return;
        };
        let wait = (due - Date::now()).max(0.0) + LATE;
        let timer = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                listener.as_ref().unchecked_ref(),
                wait as i32,
            )
            .unwrap_throw();
        ticker.timer.set(Some(timer));
    });
}

/// All views are drawn anew.
pub(super) fn update_all() {
    for view in views() {
        view.update();
    }
    schedule();
}

fn views() -> Vec<Rc<Inner>> {
    TICKER.with(|ticker| {
        let views = ticker.views.borrow();
        views.iter().filter_map(Weak::upgrade).collect()
    })
}

/// Every view that goes with the clock looks at it.
fn tick() {
    let mut views = views();
    views.retain(|view| view.due.get().is_finite());
    // First, so that one view's trouble does not stop the clock of the others.
    for view in &views {
        view.due.set(Date::now() + MINUTE);
    }
    schedule();
    for view in views {
        view.update();
    }
    schedule();
}

impl Ticker {
    fn listen(&self, listener: Closure<dyn FnMut()>) {
        let function = listener.as_ref().unchecked_ref();
        for (target, event) in heard() {
            // Adding a function cannot fail.
            let _ = target.add_event_listener_with_callback(event, function);
        }
        self.listener.replace(Some(listener));
    }

    fn end(&self) {
        let Some(listener) = self.listener.take() else {
            return;
        };
        let function = listener.as_ref().unchecked_ref();
        for (target, event) in heard() {
            let _ = target.remove_event_listener_with_callback(event, function);
        }
        if let Some(timer) = self.timer.take() {
            window().clear_timeout_with_handle(timer);
        }
    }
}

/// A device may have slept since the last look, and a page may come back from
/// the browser's memory as it was left.
fn heard() -> Vec<(EventTarget, &'static str)> {
    let window = window();
    let mut heard: Vec<(EventTarget, &'static str)> = Vec::new();
    if let Some(document) = window.document() {
        heard.push((document.unchecked_into(), "visibilitychange"));
    }
    heard.push((window.unchecked_into(), "pageshow"));
    heard
}

fn is_seen(window: &Window) -> bool {
    window.document().is_some_and(|document| !document.hidden())
}

fn window() -> Window {
    // The view is for browsers: `View::mount` is called by an element.
    web_sys::window().unwrap_throw()
}
