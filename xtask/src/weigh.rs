//! What does each file of `dist/` weigh?

use std::io::Write;
use std::path::Path;

use anyhow::Result;

use crate::manifest::Manifest;

/// Prints size, brotli size and integrity of every file.
pub(crate) fn print(dist: &Path) -> Result<()> {
    let manifest = Manifest::read(dist)?;
    let width = manifest.files.keys().map(String::len).max().unwrap_or(0);
    println!(
        "{:<width$} {:>9} {:>9}  integrity",
        "file", "bytes", "brotli"
    );
    for (name, file) in &manifest.files {
        println!(
            "{name:<width$} {:>9} {:>9}  {}",
            file.bytes, file.brotli, file.integrity
        );
    }
    Ok(())
}

/// The size after brotli as a careful server has it: the best quality.
pub(crate) fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 24);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed.len())
}
