//! Which functions has the wasm? Thin ones: values in, a question to the core, the result
//! out.
//!
//! Each throws a plain `{ code, message }` object where the question has no answer.
#![expect(unreachable_pub, reason = "what wasm-bindgen exports has to be pub")]
#![expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands values over"
)]

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::browser::Browser;
use super::convert::{Js, answered, from_js, thrown, to_js};
use super::languages::{self, corpus};
use super::request::{Attributes, Request};
use crate::consensus::Elapsed;
use crate::display::{Display, Filter, PlanForm};
use crate::guidance::{CallOptions, GuidanceError, Options};
use crate::settings::{Asked, Form, Language, Settings, When};

/// The card for a treatment and the hours since it.
#[wasm_bindgen(unchecked_return_type = "Guidance")]
pub fn guidance(
    treatment: &str,
    #[wasm_bindgen(js_name = hoursElapsed, unchecked_param_type = "number")] hours: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Options | null | undefined")] options: JsValue,
) -> Js {
    let elapsed = elapsed(&hours)?;
    asked(options, &|options| {
        let card = crate::guidance::guidance(corpus(), treatment, elapsed, options);
        answered(card)
    })
}

/// The same, and from when to when a card would differ in its hours alone.
#[wasm_bindgen(js_name = guidanceInterval, unchecked_return_type = "GuidanceInterval")]
pub fn guidance_interval(
    treatment: &str,
    #[wasm_bindgen(js_name = hoursElapsed, unchecked_param_type = "number")] hours: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Options | null | undefined")] options: JsValue,
) -> Js {
    let elapsed = elapsed(&hours)?;
    asked(options, &|options| {
        let card = crate::guidance::guidance_interval(corpus(), treatment, elapsed, options);
        answered(card)
    })
}

/// How the tallies change with the hours.
#[wasm_bindgen(unchecked_return_type = "Timelines")]
pub fn timeline(
    treatment: &str,
    #[wasm_bindgen(unchecked_param_type = "Options | null | undefined")] options: JsValue,
) -> Js {
    asked(options, &|options| {
        answered(crate::guidance::timeline(corpus(), treatment, options))
    })
}

/// Every activity at a moment.
#[wasm_bindgen(unchecked_return_type = "Overview")]
pub fn overview(
    treatment: &str,
    #[wasm_bindgen(js_name = hoursElapsed, unchecked_param_type = "number")] hours: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Options | null | undefined")] options: JsValue,
) -> Js {
    let elapsed = elapsed(&hours)?;
    asked(options, &|options| {
        let overview = crate::guidance::overview(corpus(), treatment, elapsed, options);
        answered(overview)
    })
}

/// What may be asked.
#[wasm_bindgen(unchecked_return_type = "Catalog")]
pub fn catalog(
    #[wasm_bindgen(unchecked_param_type = "CatalogOptions | null | undefined")] options: JsValue,
) -> Js {
    let options = call_options(options)?;
    answered(options.catalog(|options| crate::guidance::catalog(corpus(), options)))
}

/// The texts of the answers.
#[wasm_bindgen(unchecked_return_type = "Detail[]")]
pub fn details(
    #[wasm_bindgen(unchecked_param_type = "string | null | undefined")] lang: JsValue,
) -> Js {
    let lang = lang.as_string();
    answered(crate::guidance::details(corpus(), lang.as_deref()))
}

/// The version of the package.
#[wasm_bindgen(unchecked_return_type = "string")]
pub fn version() -> JsValue {
    env!("CARGO_PKG_VERSION").into()
}

/// Takes the words of one more language from its pack, whose labels are the page's.
#[wasm_bindgen(js_name = registerLanguage)]
pub fn register_language(
    #[wasm_bindgen(unchecked_param_type = "object")] pack: JsValue,
) -> Result<(), JsValue> {
    languages::register(from_js("a language pack", pack)?).map_err(|error| thrown(&error))
}

/// What an element shows whatever is asked.
#[wasm_bindgen(unchecked_return_type = "Settings")]
pub fn settings(
    #[wasm_bindgen(unchecked_param_type = "Attributes")] attributes: JsValue,
    #[wasm_bindgen(js_name = pageLang, unchecked_param_type = "string | null")] page_lang: JsValue,
) -> Js {
    let attributes = Attributes::from(from_js("attributes", attributes)?);
    let page_lang = page_lang.as_string();
    let parsed = Settings::parse(corpus(), attributes.pairs());
    let view = parsed.and_then(|settings| {
        let language = Language::new(corpus(), &settings, page_lang.as_deref())?;
        Ok(to_js(&crate::display::settings_view(
            corpus(),
            language,
            &settings,
        )))
    });
    view.unwrap_or_else(|error| Err(thrown(&error)))
}

/// When to get help, what a card is, and how old its data are: the same whatever is asked.
#[wasm_bindgen(unchecked_return_type = "Help")]
pub fn help(
    #[wasm_bindgen(unchecked_param_type = "Attributes")] attributes: JsValue,
    #[wasm_bindgen(js_name = pageLang, unchecked_param_type = "string | null")] page_lang: JsValue,
) -> Js {
    let attributes: Attributes = from_js("attributes", attributes)?.into();
    let (settings, language) = parsed(&attributes, page_lang.as_string().as_deref())?;
    to_js(&crate::display::help(
        corpus(),
        language.words,
        &settings,
        &Browser,
    ))
}

/// What the attributes fill in where the reader is asked for what is given, too; else
/// `null`.
#[wasm_bindgen(unchecked_return_type = "Prefill | null")]
pub fn prefill(
    #[wasm_bindgen(unchecked_param_type = "Attributes")] attributes: JsValue,
    now: f64,
) -> Js {
    let attributes = Attributes::from(from_js("attributes", attributes)?);
    let settings = Settings::parse_unchecked(corpus(), attributes.pairs());
    answered(settings.map(|settings| crate::settings::prefill(corpus(), &settings, &Browser, now)))
}

/// The instant that day and time or part of the day in a form mean now; `null` where they
/// mean none, or the clock cannot be read.
#[wasm_bindgen(js_name = typedInstant, unchecked_return_type = "number | null")]
pub fn typed_instant(#[wasm_bindgen(unchecked_param_type = "Form")] form: JsValue, now: f64) -> Js {
    let form = Form::from(from_js("form", form)?);
    to_js(&crate::settings::typed_instant(&form, &Browser, now))
}

/// An instant as the form says it where the visitor is now; `null` for none.
#[wasm_bindgen(js_name = inputValues, unchecked_return_type = "InputValues | null")]
pub fn input_values(
    instant: Option<f64>,
    #[wasm_bindgen(js_name = isGuess)] is_guess: bool,
    now: f64,
) -> Js {
    to_js(
        &instant
            .and_then(|instant| crate::settings::input_values(&Browser, instant, is_guess, now)),
    )
}

/// What the form and the clock say now, and the answer.
#[wasm_bindgen(unchecked_return_type = "View")]
pub fn view(#[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue) -> Js {
    let request = Request::from(from_js("request", request)?);
    let (settings, language) = parsed(&request.attributes, request.page_lang.as_deref())?;
    let given = request.attributes.get(match settings.when {
        When::Hours(_) => "hours",
        _ => "treated-at",
    });
    answered(crate::display::view(
        corpus(),
        language.words,
        &settings,
        &request.form,
        given,
        &Browser,
        request.now,
    ))
}

/// The card that is shown, as [`guidance`] returns it.
#[wasm_bindgen(unchecked_return_type = "Guidance")]
pub fn card(#[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue) -> Js {
    with_display(request, &|display| to_js(display.card()))
}

/// Whose words these are, and each panel's tally.
#[wasm_bindgen(unchecked_return_type = "Panels")]
pub fn panels(#[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue) -> Js {
    with_display(request, &|display| to_js(&display.panels()))
}

/// The chart, with its marker at a minute after the treatment or at now, and what is counted
/// at the minute over which a mouse is; `null` where there is nothing to draw.
#[wasm_bindgen(unchecked_return_type = "Chart | null")]
pub fn chart(
    #[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue,
    at: Option<f64>,
    over: Option<f64>,
) -> Js {
    // A cast from floats saturates, and makes 0 of what is no number.
    let minute = |place: f64| place as u32;
    with_display(request, &|display| {
        to_js(&display.chart(at.map(minute), over.map(minute)))
    })
}

/// All activities but that of the question, at the same moment.
#[wasm_bindgen(unchecked_return_type = "Activity[]")]
pub fn activities(#[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue) -> Js {
    with_display(request, &|display| to_js(&display.activities()))
}

/// The answer as it is printed.
#[wasm_bindgen(unchecked_return_type = "Sheet")]
pub fn sheet(#[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue) -> Js {
    with_display(request, &|display| to_js(&display.sheet()))
}

/// The answers that a filter leaves.
#[wasm_bindgen(unchecked_return_type = "AnswerList")]
pub fn answers(
    #[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Filter")] filter: JsValue,
) -> Js {
    let filter = Filter::from(from_js("filter", filter)?);
    with_display(request, &|display| to_js(&display.answers(&filter)))
}

/// The sections below the list of answers, as far as they are open.
#[wasm_bindgen(unchecked_return_type = "Sections")]
pub fn sections(
    #[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[]")] opened: JsValue,
) -> Js {
    let opened = from_js("opened", opened)?.texts();
    with_display(request, &|display| to_js(&display.sections(&opened)))
}

/// What is said at the time for which the reader plans it, beside what is said now.
#[wasm_bindgen(unchecked_return_type = "Plan")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue,
    #[wasm_bindgen(unchecked_param_type = "PlanForm")] form: JsValue,
) -> Js {
    let form = PlanForm::from(from_js("a plan", form)?);
    with_display(request, &|display| to_js(&display.plan(&form)))
}

/// What is asked, as a link says it behind its `#`.
#[wasm_bindgen(unchecked_return_type = "string")]
pub fn link(#[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue) -> Js {
    with_display(request, &|display| answered(display.link()))
}

/// What a link may set, of the attributes that are accepted; a value that is none of its
/// attribute is `…`, a time to come ends with that.
#[wasm_bindgen(js_name = linkSettings, unchecked_return_type = "[name: string, value: string][]")]
pub fn link_settings(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "string[]")] accepted: JsValue,
    #[wasm_bindgen(js_name = hasTreatment)] has_treatment: bool,
    now: f64,
) -> Js {
    let accepted = from_js("accepted", accepted)?.texts();
    to_js(&crate::settings::link_settings(
        corpus(),
        text,
        accepted.iter().map(String::as_str),
        has_treatment,
        &Browser,
        now,
    ))
}

/// A question that was kept for the reader at some time, as attributes of those that are
/// accepted; none where it is too old or no question.
#[wasm_bindgen(
    js_name = rememberedSettings,
    unchecked_return_type = "[name: string, value: string][]"
)]
pub fn remembered_settings(
    question: &str,
    #[wasm_bindgen(unchecked_param_type = "string[]")] accepted: JsValue,
    #[wasm_bindgen(js_name = rememberedAt)] remembered_at: f64,
    now: f64,
) -> Js {
    let accepted = from_js("accepted", accepted)?.texts();
    to_js(&crate::settings::remembered_settings(
        corpus(),
        question,
        accepted.iter().map(String::as_str),
        remembered_at,
        &Browser,
        now,
    ))
}

/// Options as the caller gives them; nothing at all is no options.
fn call_options(options: JsValue) -> Result<CallOptions, JsValue> {
    match options.is_null() || options.is_undefined() {
        true => Ok(CallOptions::default()),
        false => Ok(from_js("options", options)?.into()),
    }
}

/// Asks a question with options. One function for all questions: a generic one would be
/// there once for each.
fn asked(options: JsValue, ask: &dyn Fn(&Options<'_>) -> Js) -> Js {
    let answer = call_options(options)?.question(|options| Ok(ask(options)));
    answer.unwrap_or_else(|error| Err(thrown(&error)))
}

/// Hours as the caller gives them.
fn elapsed(hours: &JsValue) -> Result<Elapsed, JsValue> {
    let number = hours.as_f64();
    number.and_then(Elapsed::from_hours).ok_or_else(|| {
        let number = number.map(|number| js_sys::Number::from(number).to_string_with_radix(10));
        let shown = match number {
            Some(Ok(number)) => number.as_string(),
            _ => hours.as_string(),
        };
        thrown(&GuidanceError::invalid_hours(&shown.unwrap_or_default()))
    })
}

/// Attributes that have been checked by [`settings`], and the language of their words.
fn parsed<'a>(
    attributes: &'a Attributes,
    page_lang: Option<&str>,
) -> Result<(Settings<'a>, Language<'static>), JsValue> {
    Settings::parse_unchecked(corpus(), attributes.pairs())
        .and_then(|settings| {
            let language = Language::new(corpus(), &settings, page_lang)?;
            Ok((settings, language))
        })
        .map_err(|error| thrown(&error))
}

/// Makes a part of the view of a request that has an answer. One function for all parts: a
/// generic one would be there once for each.
fn with_display(request: JsValue, part: &dyn Fn(&Display<'_>) -> Js) -> Js {
    let request = Request::from(from_js("request", request)?);
    let (settings, language) = parsed(&request.attributes, request.page_lang.as_deref())?;
    let Request { form, now, .. } = request;
    let question = Asked::new(&settings, &form, &Browser, now).question;
    let display = question
        .ok_or_else(|| GuidanceError::invalid_hours("no time since the treatment"))
        .and_then(|question| Display::new(corpus(), language.words, &settings, &Browser, question));
    part(&display.map_err(|error| thrown(&error))?)
}
