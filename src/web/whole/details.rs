//! What is in the details file?

use crate::text::{cut, whole_number};
use crate::view::{Voice, Voices};

/// The texts of the answers, as `www/details.js` packs them: the fields of each in the
/// order of [`voice`], U+0001 after each, and U+0002 after an answer. `None` where
/// they could not be loaded.
pub(super) fn voices(packed: Option<&str>) -> Voices {
    let Some(mut rest) = packed else {
        return Voices::Failed;
    };
    let mut voices = Vec::new();
    while let (entry, Some(after)) = cut(rest, 2) {
        voices.push(voice(entry));
        rest = after;
    }
    Voices::Loaded(voices)
}

fn voice(entry: &str) -> Voice {
    let mut rest = entry;
    let mut next = || {
        let (field, after) = cut(rest, 1);
        rest = after.unwrap_or_default();
        field.to_owned()
    };
    let given = |field: String| Some(field).filter(|field| !field.is_empty());
    Voice {
        id: next(),
        summary: next(),
        kind: next(),
        who: match (given(next()), given(next())) {
            (Some(mut who), Some(place)) => {
                who.push_str(", ");
                who.push_str(&place);
                Some(who)
            }
            (one, None) | (None, one) => one,
        },
        title: next(),
        address: given(next()),
        number: whole_number(&next()),
        reasons: std::iter::from_fn(|| given(next())).collect(),
    }
}
