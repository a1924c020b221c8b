//! Is a file of words either taken whole, or not at all?

use std::sync::LazyLock;

use aftercare_consensus::{
    CORPUS, Corpus, Elapsed, Minutes, Options, catalog, guidance, headline, unpack, version,
};
use aftercare_loader::{Data, load};
use arbitrary::{Arbitrary, Result, Unstructured};

use crate::edits::edited;

static DATA: LazyLock<Data> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");
    load(folder.as_ref()).expect("the shipped data are sound")
});

/// The file of each language, as it is built.
static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let languages = DATA.languages.iter();
    languages
        .map(|language| aftercare_loader::pack(&DATA, language, version()))
        .collect()
});

/// A language's file, changed in any way.
pub fn pack(bytes: &[u8]) {
    // Bytes that end too soon are no file.
    let _ = read(&mut Unstructured::new(bytes));
}

fn read(bytes: &mut Unstructured<'_>) -> Result<()> {
    let whole = bytes.choose(&FILES)?;
    match bytes.int_in_range(0..=3)? {
        0 => {
            let end = bytes.choose_index(whole.len())?;
            let cut = whole.get(..end).unwrap_or_default();
            assert!(unpack(&CORPUS, cut).is_none(), "half a file is taken");
        }
        1 => {
            let mut changed = whole.clone().into_bytes();
            let place = bytes.choose_index(changed.len())?;
            changed[place] = u8::arbitrary(bytes)?;
            if let Ok(text) = String::from_utf8(changed)
                && text != *whole
            {
                assert!(unpack(&CORPUS, &text).is_none(), "byte {place} is another");
            }
        }
        2 => {
            let junk = String::arbitrary(bytes)?;
            assert!(unpack(&CORPUS, &junk).is_none(), "{junk:?} is taken");
        }
        _ => forged(whole, bytes)?,
    }
    Ok(())
}

/// A file whose sum somebody has put right: its words may be any, but a card is
/// made with them or they are not taken.
fn forged(whole: &str, bytes: &mut Unstructured<'_>) -> Result<()> {
    let mut lines = whole.splitn(3, '\n');
    let head = lines.next().unwrap_or_default();
    let body = lines.nth(1).unwrap_or_default();
    let Ok(body) = String::from_utf8(edited(body, bytes)?) else {
        return Ok(());
    };
    let step = |sum: u32, byte: u8| sum.wrapping_mul(31).wrapping_add(u32::from(byte));
    let sum = body.bytes().fold(0, step);
    let Some(words) = unpack(&CORPUS, &format!("{head}\n{sum}\n{body}")) else {
        return Ok(());
    };
    let languages = [words];
    let corpus = Corpus {
        languages: &languages,
        ..CORPUS
    };
    let options = Options::default();
    let minutes = bytes.int_in_range(0..=3000)?;
    let elapsed = Elapsed::from_minutes(Minutes(minutes));
    for treatment in CORPUS.treatments {
        let card = guidance(&corpus, treatment.id, elapsed, &options).expect("a card");
        let english = guidance(&CORPUS, treatment.id, elapsed, &options).expect("a card");
        assert_eq!(card.status, english.status, "no word changes a status");
        assert_eq!(card.answers, english.answers, "nor an answer");
        let _ = headline(&languages[0], &card);
    }
    catalog(&corpus, &options).expect("a catalog");
    Ok(())
}
