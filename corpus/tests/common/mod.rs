//! A small sound data folder, and what to say when a broken one is let in.

use std::fs;
use std::path::{Path, PathBuf};

use aftercare_corpus::{Corpus, Data, Key, Problem, Problems, Shape, keys, load};
use tempfile::TempDir;

pub(crate) const CORPUS: &str = "corpus.toml";
pub(crate) const VOCABULARY: &str = "vocabulary.toml";
pub(crate) const TREATMENTS: &str = "treatments.toml";
pub(crate) const PANEL: &str = "panels/doctors/panel.toml";
pub(crate) const THREAD: &str = "panels/doctors/thread.toml";
pub(crate) const SHEETS: &str = "panels/doctors/sheets.toml";
pub(crate) const ENGLISH: &str = "words/en.toml";

/// Stands for a line where the whole file or folder is meant.
pub(crate) const WHOLE: &str = "";

/// A copy of the fixture that a test may spoil.
pub(crate) struct Folder {
    // Removed with the test.
    parent: TempDir,
}

/// The fixture as it is, which loads without problems.
pub(crate) fn sound() -> Folder {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
    let mut folder = Folder {
        parent: TempDir::new().expect("the tests need a temporary folder"),
    };
    for file in [CORPUS, VOCABULARY, TREATMENTS, PANEL, THREAD, SHEETS] {
        let bytes = fs::read(fixture.join(file)).expect("the fixture has the file");
        folder = folder.with(file, bytes);
    }
    folder.with(ENGLISH, english())
}

impl Folder {
    /// The data folder, whose parent is the temporary folder.
    pub(crate) fn path(&self) -> PathBuf {
        self.parent.path().join("data")
    }

    /// A file as text, for a look at its lines.
    pub(crate) fn text(&self, file: &str) -> String {
        let bytes = fs::read(self.path().join(file)).expect("the test names a file of the folder");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Writes a file, new or old.
    pub(crate) fn with(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(file);
        let folder = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(folder).expect("the temporary folder can be written");
        fs::write(path, content).expect("the temporary folder can be written");
        self
    }

    pub(crate) fn without(self, file: &str) -> Self {
        fs::remove_file(self.path().join(file)).expect("the test removes a file that is there");
        self
    }

    /// Replaces the one place where `old` stands. An edit that misses would
    /// leave the folder sound and prove nothing.
    pub(crate) fn edit(self, file: &str, old: &str, new: &str) -> Self {
        let text = self.text(file);
        let count = text.matches(old).count();
        assert_eq!(count, 1, "the fixture has {old:?} {count} times in {file}");
        self.with(file, text.replace(old, new))
    }

    /// Takes out the one line that starts so.
    pub(crate) fn without_line(self, file: &str, start: &str) -> Self {
        let text = self.text(file);
        let (gone, kept): (Vec<_>, Vec<_>) = text
            .split_inclusive('\n')
            .partition(|line| line.starts_with(start));
        assert_eq!(
            gone.len(),
            1,
            "{file} has {gone:?} that start with {start:?}"
        );
        self.with(file, kept.concat())
    }

    /// Adds lines at the end of a file.
    pub(crate) fn append(self, file: &str, lines: &str) -> Self {
        let text = self.text(file) + lines;
        self.with(file, text)
    }

    /// The corpus of a folder that should be sound.
    pub(crate) fn accepted(&self) -> Corpus {
        self.data().corpus
    }

    /// All of a folder that should be sound.
    pub(crate) fn data(&self) -> Data {
        self.load().unwrap_or_else(|problems| {
            panic!("a sound folder is refused to its editor:\n{problems}")
        })
    }

    /// The problems of a folder that should not load.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        match self.load() {
            Ok(_) => panic!("a broken folder is let in: patients would be shown a bad record"),
            Err(problems) => problems.iter().cloned().collect(),
        }
    }

    /// The folder has one problem: in this file, on the line where `at` stands,
    /// and its message names the value and the remedy. One slip is one problem,
    /// lest the editor mends what is not broken.
    pub(crate) fn refused(&self, file: &str, at: &str, value: &str, remedy: &str) {
        let problems = self.problems();
        let said = problems.iter().map(|problem| format!("  {problem}\n"));
        let said = said.collect::<String>();
        let [problem] = &problems[..] else {
            panic!("the editor of {file} made one slip and is told of several:\n{said}");
        };
        assert_eq!(
            problem.file,
            Path::new("data").join(file),
            "the editor of {file} is sent to another file:\n{said}"
        );
        let line = match at {
            WHOLE => 0,
            at => line_of(&self.text(file), at),
        };
        assert_eq!(
            problem.line, line,
            "the editor of {file} is sent to the wrong line:\n{said}"
        );
        assert!(
            problem.message.contains(value),
            "the editor of {file} is not told what is at fault ({value:?}):\n{said}"
        );
        assert!(
            problem.message.contains(remedy),
            "the editor of {file} is not told the remedy ({remedy:?}):\n{said}"
        );
    }

    fn load(&self) -> Result<Data, Problems> {
        load(&self.path())
    }
}

/// The number of the one line that holds `part`, counted from 1.
fn line_of(text: &str, part: &str) -> usize {
    let mut found = (1..)
        .zip(text.lines())
        .filter(|(_, line)| line.contains(part));
    let (number, _) = found
        .next()
        .unwrap_or_else(|| panic!("no line of the test's file holds {part:?}"));
    assert!(
        found.next().is_none(),
        "more than one line of the test's file holds {part:?}"
    );
    number
}

/// A plain word with placeholders, whichever the list of keys has.
pub(crate) fn word_with_holes() -> Key {
    keys()
        .into_iter()
        .find(|key| key.shape == Shape::Text && !key.holes.is_empty())
        .expect("some word of the card has a placeholder")
}

/// English words for the fixture: one line a word, and every word of `keys`, so
/// that a new key needs no change here.
pub(crate) fn english() -> String {
    let mut lines = vec![
        "language.name = \"English\"".to_owned(),
        "language.plural.one = \"n = 1\"".to_owned(),
        "language.reviewed = false".to_owned(),
    ];
    for Key { path, shape, holes } in keys() {
        let holes = holes.iter().map(|hole| format!(" {{{hole}}}"));
        let text = match path.ends_with("join") {
            true => "\"{a} Text {b}\"".to_owned(),
            false => format!("\"Text{}.\"", holes.collect::<String>()),
        };
        match shape {
            Shape::Text => lines.push(format!("{path} = {text}")),
            Shape::List => lines.push(format!("{path} = [{text}]")),
            Shape::Plural => {
                lines.push(format!("{path}.one = {text}"));
                lines.push(format!("{path}.other = {text}"));
            }
        }
    }
    for path in [
        "activities.exercise.name",
        "activities.exercise.choice",
        "activities.exercise.subject",
        "activities.exercise.verb",
        "activities.exercise.about",
        "activities.exercise.done",
        "activities.alcohol.name",
        "activities.alcohol.choice",
        "activities.alcohol.subject",
        "activities.alcohol.verb",
        "activities.alcohol.about",
        "activities.alcohol.done",
        "panels.doctors.name",
        "panels.doctors.about",
        "panels.doctors.one",
        "panels.doctors.other",
        "conditions.no-swelling",
        "conditions.no-headache",
        "reasons.migration",
        "reasons.blood-flow",
        "kinds.forum",
        "kinds.clinic-sheet",
        "labels.view.more",
        "page.title",
    ] {
        lines.push(format!("{path} = \"Text.\""));
    }
    lines.join("\n") + "\n"
}
