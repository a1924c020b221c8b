//! What has been handed over?

use crate::text::cut;
use crate::{GuidanceError, Pairs};

/// Options, attributes or controls as `www/boundary.js` packs them: in one text,
/// which crosses the boundary at once. U+0002 ends each, U+0001 stands between
/// key and value; a key without a value is not given.
#[derive(Clone, Copy)]
pub(super) struct Given<'g>(&'g str);

impl<'g> Given<'g> {
    pub(super) fn new(packed: &'g str) -> Self {
        Self(packed)
    }

    fn pairs(self) -> impl Iterator<Item = (&'g str, Option<&'g str>)> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (pair, after) = cut(rest, 2);
            rest = after?;
            Some(cut(pair, 1))
        })
    }

    /// The pairs that have a value.
    pub(super) fn all(self) -> impl Iterator<Item = (&'g str, &'g str)> {
        self.pairs().filter_map(|(key, value)| Some((key, value?)))
    }

    /// One value.
    pub(super) fn get(self, wanted: &str) -> Option<&'g str> {
        self.all()
            .find(|(key, _)| *key == wanted)
            .map(|(_, value)| value)
    }

    /// Every value of a name.
    pub(super) fn every<'w>(self, wanted: &'w str) -> impl Iterator<Item = &'g str> + use<'g, 'w> {
        let all = self.all().filter(move |(key, _)| *key == wanted);
        all.map(|(_, value)| value)
    }

    pub(super) fn parse(self, accepted: &[&str]) -> Result<Pairs<'g>, GuidanceError> {
        Pairs::parse(self.pairs(), accepted)
    }
}
