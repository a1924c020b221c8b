//! What is wrong with a record, where, and what to do.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing that is wrong in `data/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the folder's parent where that is possible.
    pub file: PathBuf,
    /// The line, counted from 1; 0 where the whole file or folder is meant.
    pub line: usize,
    /// What is wrong, naming the value, and what to do about it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Everything that is wrong in a folder; printed one problem a line.
#[derive(Debug)]
pub struct Problems {
    base: PathBuf,
    list: Vec<Problem>,
}

impl Problems {
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            base: folder.parent().unwrap_or(folder).to_path_buf(),
            list: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, file: &Path, line: usize, message: impl Into<String>) {
        let problem = Problem {
            file: file.strip_prefix(&self.base).unwrap_or(file).to_path_buf(),
            line,
            message: message.into(),
        };
        // What a thread says wrong, each of its answers would say again.
        if !self.list.contains(&problem) {
            self.list.push(problem);
        }
    }

    /// The problems, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.list {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
