//! What does the browser say of clock, calendar, files and address?
//!
//! A page may have replaced `Date` and `Intl` by something that throws or is no number. So
//! they are called by `Reflect` and `Function`, which catch, and each value is checked.

use std::cell::RefCell;

use js_sys::{Array, Function, IntoIter, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::UrlSearchParams;

use crate::settings::{DateFormat, Environment};

const MINUTE: f64 = 60_000.0;

/// In minutes.
const DAY: f64 = 1_440.0;

/// The browser, or whatever else runs JavaScript.
pub(super) struct Browser;

impl Environment for Browser {
    fn offset(&self, instant: f64) -> Option<f64> {
        let date = date(instant)?;
        let get = |method| number(&date, method);
        let offset = -get("getTimezoneOffset")?;
        // Where a page has replaced one of them, the two contradict each other.
        let shown = get("getHours")? * 60.0 + get("getMinutes")?;
        let minutes = (instant / MINUTE).floor() + offset;
        let expected = minutes - (minutes / DAY).floor() * DAY;
        // No clock on Earth is further from Greenwich than 14 hours.
        (offset.abs() <= 14.0 * 60.0 && shown == expected).then_some(offset)
    }

    fn format(&self, lang: &str, instant: f64, format: DateFormat) -> Option<String> {
        let write = formatter(lang, format)?;
        // A formatter keeps the time zone in which it was made, and a device may come to
        // another one: so it is told the time on the clock as if it were that of UTC.
        let local = instant + self.offset(instant)? * MINUTE;
        let text = write.call1(&JsValue::UNDEFINED, &local.into()).ok()?;
        text.as_string().filter(|text| !text.is_empty())
    }

    fn saves_files(&self) -> bool {
        // A page in a sandbox has no origin of its own, and saves nothing; neither has a
        // file, which does.
        let is_file = || self.address().is_some_and(|own| own.starts_with("file:"));
        web_sys::window().is_none_or(|window| window.origin() != "null" || is_file())
    }

    fn encode_uri_component(&self, text: &str) -> Option<String> {
        JsValue::from(js_sys::encode_uri_component(text)).as_string()
    }

    fn query(&self, text: &str) -> Vec<(String, String)> {
        let mut query = Vec::new();
        for pair in pairs(text).into_iter().flatten().flatten() {
            if let Some(pair) = pair.dyn_ref::<Array>()
                && let (Some(name), Some(value)) =
                    (pair.get(0).as_string(), pair.get(1).as_string())
            {
                query.push((name, value));
            }
        }
        query
    }

    fn address(&self) -> Option<String> {
        web_sys::window()?.location().href().ok()
    }
}

/// The `Date` of an instant.
fn date(instant: f64) -> Option<JsValue> {
    construct(
        &Reflect::get(&js_sys::global(), &"Date".into()).ok()?,
        &[instant.into()],
    )
}

/// The names and values of a query, as the browser lists them.
fn pairs(text: &str) -> Option<IntoIter> {
    let query = UrlSearchParams::new_with_str(text).ok()?;
    js_sys::try_iter(&query).ok()?
}

fn construct(class: &JsValue, arguments: &[JsValue]) -> Option<JsValue> {
    let arguments: Array = arguments.iter().collect();
    Reflect::construct(class.dyn_ref::<Function>()?, &arguments).ok()
}

/// The finite number that a method of a date returns.
fn number(date: &JsValue, method: &str) -> Option<f64> {
    let method: Function = Reflect::get(date, &method.into()).ok()?.dyn_into().ok()?;
    let number = method.call0(date).ok()?.as_f64()?;
    number.is_finite().then_some(number)
}

type Formatter = (String, DateFormat, Function);

thread_local! {
    /// Making one takes longer than everything else on a card.
    static FORMATTERS: RefCell<Vec<Formatter>> = const { RefCell::new(Vec::new()) };
}

/// The function that writes an instant in a language.
fn formatter(lang: &str, format: DateFormat) -> Option<Function> {
    let known = FORMATTERS.with_borrow(|known| {
        let mut known = known.iter();
        let found = known.find(|(own, of, _)| own == lang && *of == format);
        found.map(|(.., write)| write.clone())
    });
    if known.is_some() {
        return known;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?;
    let options = options(format)?;
    let formatter = construct(&class, &[locale(lang).into(), options.into()])?;
    let write: Function = Reflect::get(&formatter, &"format".into())
        .ok()?
        .dyn_into()
        .ok()?;
    FORMATTERS.with_borrow_mut(|known| known.push((lang.to_owned(), format, write.clone())));
    Some(write)
}

/// What is written of an instant, as `Intl.DateTimeFormat` takes it.
fn options(format: DateFormat) -> Option<Object> {
    type Part = (&'static str, &'static str);
    const WEEKDAY: Part = ("weekday", "long");
    const MONTH: Part = ("month", "long");
    const DAY: Part = ("day", "numeric");
    const YEAR: Part = ("year", "numeric");
    const HOUR: Part = ("hour", "numeric");
    const MINUTE: Part = ("minute", "2-digit");
    let parts: &[Part] = match format {
        DateFormat::WeekdayTime => &[WEEKDAY, HOUR, MINUTE],
        DateFormat::DateTime => &[WEEKDAY, MONTH, DAY, HOUR, MINUTE],
        DateFormat::YearDateTime => &[WEEKDAY, MONTH, DAY, YEAR, HOUR, MINUTE],
        DateFormat::Weekday => &[WEEKDAY],
        DateFormat::YearDate => &[WEEKDAY, MONTH, DAY, YEAR],
        DateFormat::ShortWeekday => &[("weekday", "short")],
        DateFormat::ShortDate => &[("month", "short"), DAY],
        DateFormat::Time => &[HOUR, MINUTE],
        DateFormat::Hour => &[HOUR],
        DateFormat::Month => &[MONTH, YEAR],
    };
    // Nothing that a page has put on the prototype of objects is an option.
    let options = Object::create(JsValue::NULL.unchecked_ref());
    for (name, style) in parts.iter().chain(&[("timeZone", "UTC")]) {
        Reflect::set(&options, &(*name).into(), &(*style).into()).ok()?;
    }
    Some(options)
}

/// The visitor's own locale where it is the page's language in some country (its
/// clock may have 12 hours or 24), else the language. Anything stranger could be
/// refused by the browser's calendar.
fn locale(lang: &str) -> String {
    let own = web_sys::window().and_then(|window| window.navigator().language());
    own.filter(|own| {
        let country = own
            .strip_prefix(lang)
            .and_then(|rest| rest.strip_prefix('-'));
        country.is_some_and(|country| {
            country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    })
    .unwrap_or_else(|| lang.to_owned())
}
