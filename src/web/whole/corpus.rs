//! Which corpus does the browser ask? The shipped one, with the languages that
//! have been loaded since.

use std::cell::Cell;

use crate::{CORPUS, Corpus, unpack};

thread_local! {
    static CURRENT: Cell<&'static Corpus<'static>> = const { Cell::new(&CORPUS) };
}

/// The corpus as it is now.
pub(super) fn corpus() -> &'static Corpus<'static> {
    CURRENT.get()
}

/// Takes the words of one more language from the text of its file. Whether they
/// are there now: a file that is damaged or of another build has none.
pub(super) fn learn(pack: &str) -> bool {
    let old = corpus();
    let Some(words) = unpack(old, pack) else {
        return false;
    };
    if old.languages.iter().any(|known| known.id == words.id) {
        return true;
    }
    let mut languages = old.languages.to_vec();
    languages.push(words);
    let mut packs = Vec::new();
    for pack in old.packs {
        if pack.id != words.id {
            packs.push(*pack);
        }
    }
    CURRENT.set(Box::leak(Box::new(Corpus {
        languages: languages.leak(),
        packs: packs.leak(),
        ..*old
    })));
    true
}
