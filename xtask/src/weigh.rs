//! What does each file of `dist/` weigh?

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;

/// Prints size and brotli size of every file, the largest of what a first
/// visitor loads first.
pub(crate) fn print(dist: &Path) -> Result<()> {
    println!("{:<44} {:>9} {:>9}", "file", "bytes", "brotli");
    let mut paths: Vec<_> = fs::read_dir(dist)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.is_file()) {
        let bytes = fs::read(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        println!("{name:<44} {:>9} {:>9}", bytes.len(), brotli(&bytes)?);
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 24);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed.len())
}
