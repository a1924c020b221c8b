//! What does the page send with each question? Plain objects, which are read property by
//! property. A value of another type than declared is as if it were not there, and what is
//! not known is read with care.

use js_sys::{Array, Object, Reflect};
use tsify::Tsify;
use wasm_bindgen::{JsCast, JsValue};

use crate::display::Filter;
use crate::settings::{Clock, Form, Mode, Question};

/// A question, and the attributes of the element that asks it.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub(super) struct Request {
    /// The attributes that are there.
    pub(super) attributes: Attributes,
    /// The language of the page around the element.
    pub(super) page_lang: Option<String>,
    /// What is asked.
    pub(super) question: Question,
    /// The time now, in milliseconds since 1970.
    pub(super) now: f64,
}

/// The attributes of an element that are there, in their order.
#[derive(Tsify)]
#[tsify(type = "Readonly<Record<string, string>>")]
pub(super) struct Attributes(Vec<(String, String)>);

impl Request {
    /// Reads a request.
    pub(super) fn read(request: &JsValue) -> Self {
        let question = get(request, "question");
        let clock = get(&question, "clock");
        let minutes = |name| Some(number(&clock, name)? as u32);
        Self {
            attributes: Attributes::read(&get(request, "attributes")),
            page_lang: get(request, "pageLang").as_string(),
            question: Question {
                treatment: text(&question, "treatment"),
                activity: get(&question, "activity").as_string(),
                // What is no number is no time since a treatment, which the core says.
                hours: number(&question, "hours").unwrap_or(f64::NAN),
                treated: number(&question, "treated"),
                clock: (|| {
                    Some(Clock {
                        minute: minutes("minute")?.try_into().ok()?,
                        end: minutes("end")?,
                        start: minutes("start")?,
                    })
                })(),
            },
            now: number(request, "now").unwrap_or(f64::NAN),
        }
    }
}

impl Attributes {
    /// Reads an object of attributes.
    pub(super) fn read(attributes: &JsValue) -> Self {
        let mut pairs = Vec::new();
        if attributes.is_object() {
            for entry in Object::entries(attributes.unchecked_ref()).iter() {
                let entry: Array = entry.unchecked_into();
                if let (Some(name), Some(value)) =
                    (entry.get(0).as_string(), entry.get(1).as_string())
                {
                    pairs.push((name, value));
                }
            }
        }
        Self(pairs)
    }

    /// Each with its value.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The value of one, or an empty text.
    pub(super) fn get(&self, wanted: &str) -> &str {
        let mut pairs = self.pairs();
        let found = pairs.find(|(name, _)| *name == wanted);
        found.map_or("", |(_, value)| value)
    }
}

/// Reads the values of the form.
pub(super) fn form(form: &JsValue) -> Form {
    Form {
        treatment: text(form, "treatment"),
        activity: text(form, "activity"),
        mode: match &*text(form, "mode") {
            "hours" => Mode::Hours,
            _ => Mode::Clock,
        },
        date: text(form, "date"),
        time: text(form, "time"),
        hours: text(form, "hours"),
        typed_at: number(form, "typedAt").unwrap_or(f64::NAN),
    }
}

/// Reads a filter.
pub(super) fn filter(filter: &JsValue) -> Filter<'static> {
    let text = |name| text(filter, name).into();
    Filter {
        panel: text("panel"),
        stance: text("stance"),
        order: text("order"),
        activity: text("activity"),
        product: text("product"),
        also: text("also"),
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    get(object, name)
        .as_f64()
        .filter(|number| number.is_finite())
}
