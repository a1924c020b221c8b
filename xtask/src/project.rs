//! What is the project called, and where is it?

use std::path::PathBuf;

/// The name of the package, with which the names of its files begin.
pub(crate) const NAME: &str = "aftercare-consensus";

/// The version of the package.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The project's folder. Cargo says at run time where the package is; a program that
/// was started without it asks where it was compiled.
pub(crate) fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR");
    let package = package.map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package
        .parent()
        .map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Where the finished files are.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}
