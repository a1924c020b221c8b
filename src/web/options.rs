//! What may a program ask beside treatment and time? Declared for TypeScript here, and read
//! by [`crate::CallOptions`].

use tsify::Tsify;

use crate::guidance::Names;

/// What may be asked beside treatment and time. An absent, `undefined` or `null` value is not
/// given.
#[derive(Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
#[expect(dead_code, reason = "it is a declaration")]
struct Options {
    /// The id of an activity, as in the catalog; `exercise` where it is not given.
    #[tsify(optional, type = "string | null")]
    activity: Option<String>,
    /// The clock time of the treatment, `"00:00"` to `"23:59"`; it settles "the next day".
    #[tsify(optional, type = "string | null")]
    treated_at: Option<String>,
    /// The ids of panels, as in the catalog; all where it is not given.
    #[tsify(optional, type = "readonly string[] | null")]
    panels: Option<Vec<String>>,
    /// A language code, such as `es` or `es-MX`; any but English is to be registered first.
    #[tsify(optional, type = "string | null")]
    lang: Option<String>,
    /// How products are named; `brand` where it is not given.
    #[tsify(optional, type = "Names | null")]
    names: Option<Names>,
}

/// What the catalog may be asked with.
#[derive(Tsify)]
#[tsify(missing_as_null)]
#[expect(dead_code, reason = "it is a declaration")]
struct CatalogOptions {
    /// As of a question.
    #[tsify(optional, type = "string | null")]
    lang: Option<String>,
    /// As of a question.
    #[tsify(optional, type = "Names | null")]
    names: Option<Names>,
}
