//! Is any folder of data either refused in a sentence, or fit to be asked?

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use aftercare_consensus::{Elapsed, Minutes, Options, TreatedAt, guidance, version};
use aftercare_corpus::{Corpus, Data, LanguagePack, Problems};
use arbitrary::{Arbitrary, Result, Unstructured};
use tempfile::TempDir;

use crate::codebook;
use crate::edits::edited;
use crate::input::treated_at;

/// A sound folder of every kind of file; a run spoils some of them.
const FILES: [(&str, &str); 9] = [
    (
        "corpus.toml",
        include_str!("../../../tests/frozen/corpus.toml"),
    ),
    (
        "vocabulary.toml",
        include_str!("../../../tests/frozen/vocabulary.toml"),
    ),
    (
        "treatments.toml",
        include_str!("../../../tests/frozen/treatments.toml"),
    ),
    (
        "panels/first/panel.toml",
        include_str!("../../../tests/frozen/panels/first/panel.toml"),
    ),
    (
        "panels/first/a-thread.toml",
        include_str!("../../../tests/frozen/panels/first/a-thread.toml"),
    ),
    (
        "panels/first/b-letters.toml",
        include_str!("../../../tests/frozen/panels/first/b-letters.toml"),
    ),
    (
        "panels/second/panel.toml",
        include_str!("../../../tests/frozen/panels/second/panel.toml"),
    ),
    (
        "panels/second/posters.toml",
        include_str!("../../../tests/frozen/panels/second/posters.toml"),
    ),
    (
        "words/en.toml",
        include_str!("../../../tests/frozen/words/en.toml"),
    ),
];

thread_local! {
    /// The folder on the disk, whole between two runs.
    static FOLDER: RefCell<Option<TempDir>> = const { RefCell::new(None) };
}

/// Files of data, edited in any way.
pub fn load(bytes: &[u8]) {
    FOLDER.with_borrow_mut(|folder| {
        let folder = folder.get_or_insert_with(whole);
        // Bytes that end too soon are no edits.
        let _ = spoil(
            folder.path(),
            &mut Unstructured::new(bytes),
            &mut Spoilt(Vec::new()),
        );
    });
}

/// What stood in the files that a run has spoilt; put back when it ends, also
/// when it fails.
struct Spoilt(Vec<(PathBuf, Option<&'static str>)>);

impl Drop for Spoilt {
    fn drop(&mut self) {
        for (path, content) in &self.0 {
            // A file may have been spoilt twice.
            let _ = match content {
                Some(content) => fs::write(path, content),
                None => fs::remove_file(path),
            };
        }
    }
}

fn whole() -> TempDir {
    let folder = TempDir::new().expect("a run needs a temporary folder");
    for (name, text) in FILES {
        let path = folder.path().join("data").join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder"))
            .and_then(|()| fs::write(path, text))
            .expect("the temporary folder can be written");
    }
    folder
}

/// Spoils some files and loads them.
fn spoil(folder: &Path, bytes: &mut Unstructured<'_>, spoilt: &mut Spoilt) -> Result<()> {
    let data = folder.join("data");
    let treated_at = treated_at(bytes)?;
    let at = Minutes(bytes.int_in_range(0..=30_000)?);
    let mut write = |name: &str, content: &[u8], before: Option<&'static str>| {
        let path = data.join(name);
        fs::write(&path, content).expect("the temporary folder can be written");
        spoilt.0.push((path, before));
    };
    for _ in 0..bytes.int_in_range(1..=3)? {
        let (name, text) = *bytes.choose(&FILES)?;
        write(name, &edited(text, bytes)?, Some(text));
    }
    if u8::arbitrary(bytes)? == 0 {
        // One language more, under any name that a file can have.
        let stem = String::arbitrary(bytes)?;
        let plain = |letter: &char| !letter.is_control() && *letter != '/';
        let stem: String = stem.chars().filter(plain).take(20).collect();
        let english = FILES[8].1;
        write(
            &format!("words/x{stem}.toml"),
            &edited(english, bytes)?,
            None,
        );
    }
    match aftercare_corpus::load(&data) {
        Ok(data) => can_be_asked(&data, treated_at, at),
        Err(problems) => name_a_place(&problems),
    }
    Ok(())
}

fn name_a_place(problems: &Problems) {
    assert!(
        problems.iter().next().is_some(),
        "refused, and no reason given"
    );
    for problem in problems.iter() {
        assert!(!problem.message.is_empty(), "{problem}");
        assert!(problem.file.starts_with("data"), "{problem}");
    }
}

fn can_be_asked(data: &Data, treated_at: TreatedAt, at: Minutes) {
    for words in data.corpus.languages.iter() {
        let pack = data.language_pack(&words.id, version());
        let pack = pack.expect("each language has labels");
        let text = serde_json::to_string(&pack).expect("a pack is JSON");
        let read: LanguagePack = serde_json::from_str(&text).expect("a pack reads back");
        assert_eq!(read, pack);
    }
    let corpus = &data.corpus;
    let times = [at, Minutes(u32::MAX)].map(Elapsed::from_minutes);
    for (place, treatment) in corpus.treatments.iter().enumerate() {
        let options = Options {
            activity: Some(&corpus.activities[place % corpus.activities.len()]),
            treated_at,
            lang: corpus.languages.last().map(|words| &*words.id),
            ..Options::default()
        };
        is_known_by_its_names(corpus, place, times[0], &options);
        codebook::check(corpus, &treatment.id, &options, times);
    }
}

fn is_known_by_its_names(corpus: &Corpus, place: usize, at: Elapsed, options: &Options<'_>) {
    let treatment = &corpus.treatments[place];
    for name in std::iter::once(&treatment.id).chain(treatment.names()) {
        let card = guidance(corpus, name, at, options)
            .unwrap_or_else(|error| panic!("its own name is not known: {error}"));
        assert_eq!(card.treatment.id, treatment.id, "{name:?} is another's");
    }
}
