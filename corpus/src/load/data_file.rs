//! One file of `data/` as text, with the line of every byte.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::{Problems, lookalike};

/// A file that was read, and is UTF-8.
pub(super) struct DataFile {
    pub(super) path: PathBuf,
    pub(super) text: String,
    /// Where each line ends. Every word has a line, so they are counted once.
    ends: Vec<usize>,
}

impl DataFile {
    pub(super) fn read(path: &Path, problems: &mut Problems) -> Option<Self> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                problems.add(
                    path,
                    0,
                    format!("cannot be read ({error}); the file must exist"),
                );
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let file = Self {
                    path: path.to_path_buf(),
                    ends: text.match_indices('\n').map(|(end, _)| end).collect(),
                    text,
                };
                for (line, message) in lookalike::check(&file.text, &|offset| file.line(offset)) {
                    problems.add(path, line, message);
                }
                Some(file)
            }
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let bytes = error.into_bytes();
                let line = 1 + bytes[..good].iter().filter(|&&byte| byte == b'\n').count();
                problems.add(
                    path,
                    line,
                    format!(
                        "the byte 0x{:02x} is not UTF-8; save the file as UTF-8",
                        bytes[good]
                    ),
                );
                None
            }
        }
    }

    /// The line of a byte offset, counted from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        1 + self.ends.partition_point(|end| *end < offset)
    }

    /// The file as a record; an unknown key or a wrong type is a problem.
    pub(super) fn parse<T: DeserializeOwned>(&self, problems: &mut Problems) -> Option<T> {
        match toml::from_str(&self.text) {
            Ok(record) => Some(record),
            Err(error) => {
                let line = error.span().map_or(0, |span| self.line(span.start));
                problems.add(
                    &self.path,
                    line,
                    format!("{}; see data/README.md for the keys", error.message()),
                );
                None
            }
        }
    }
}

/// The TOML files of a folder, sorted by name, so that the order of the data is
/// the same on every machine.
pub(super) fn toml_files(folder: &Path, problems: &mut Problems) -> Vec<PathBuf> {
    entries(folder, problems)
        .into_iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect()
}

/// All entries of a folder, sorted by name.
pub(super) fn entries(folder: &Path, problems: &mut Problems) -> Vec<PathBuf> {
    match std::fs::read_dir(folder) {
        Ok(entries) => {
            let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            paths
        }
        Err(error) => {
            problems.add(
                folder,
                0,
                format!("cannot be read ({error}); the folder must exist"),
            );
            Vec::new()
        }
    }
}

/// The name of a file without its ending.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// `a, b or c`, for the end of a sentence that says what is accepted.
pub(super) fn accepted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}
