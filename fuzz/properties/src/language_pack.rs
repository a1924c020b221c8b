//! Is a language pack either taken or refused, and does no word of it change a card's
//! numbers?

use std::sync::LazyLock;

use aftercare_consensus::{
    CORPUS, Corpus, Elapsed, Minutes, Options, catalog, guidance, headline, overview, version,
};
use aftercare_corpus::{LanguagePack, load};
use arbitrary::{Result, Unstructured};

use crate::edits::edited;

/// The pack of each language, as JSON.
static PACKS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
    let data = load(folder.as_ref()).expect("the shipped data are sound");
    let languages = data.corpus.languages.iter();
    let packs = languages.map(|words| {
        let pack = data.language_pack(&words.id, version());
        serde_json::to_string(&pack.expect("it has labels")).expect("a pack is JSON")
    });
    packs.collect()
});

/// A language pack, changed in any way.
pub fn language_pack(bytes: &[u8]) {
    // Bytes that end too soon are no pack.
    let _ = read(&mut Unstructured::new(bytes));
}

fn read(bytes: &mut Unstructured<'_>) -> Result<()> {
    let sound = bytes.choose(&PACKS)?;
    let minutes = Minutes(bytes.int_in_range(0..=3000)?);
    let text = edited(sound, bytes)?;
    let Ok(pack) = serde_json::from_slice::<LanguagePack>(&text) else {
        return Ok(());
    };
    let id = pack.words.id.clone();
    let Some(corpus) = CORPUS.with_language(Box::leak(Box::new(pack.words))) else {
        return Ok(());
    };
    is_asked(&corpus, &id, Elapsed::from_minutes(minutes));
    Ok(())
}

fn is_asked(corpus: &Corpus, lang: &str, elapsed: Elapsed) {
    let words = corpus.words().find(|words| words.id == lang);
    let words = words.expect("the language is registered");
    let options = Options {
        lang: Some(lang),
        ..Options::default()
    };
    for treatment in corpus.treatments.iter() {
        let Ok(card) = guidance(corpus, &treatment.id, elapsed, &options) else {
            // A code that no caller can write, since space around it is ignored.
            assert_ne!(lang.trim(), lang);
            return;
        };
        let english = guidance(&CORPUS, &treatment.id, elapsed, &Options::default());
        let english = english.expect("a card");
        assert_eq!(card.status, english.status, "no word changes a status");
        assert_eq!(card.answers, english.answers, "nor an answer");
        let _ = headline(corpus, words, &card);
        overview(corpus, &treatment.id, elapsed, &options).expect("an overview");
    }
    catalog(corpus, &options).expect("a catalog");
}
