//! Where is the site whose pages name their absolute addresses?

use std::str::FromStr;

use anyhow::{Error, Result, bail};
use axum::http::Uri;

/// The address of a folder of a site, such as `https://clinic.example/aftercare/`.
#[derive(Clone)]
pub(crate) struct Base(String);

impl FromStr for Base {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let refused = |why: &str| {
            format!("{why}; write the folder's address, such as https://clinic.example/aftercare/")
        };
        let Ok(uri) = text.parse::<Uri>() else {
            bail!(refused("it is no address"));
        };
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            bail!(refused("it has to begin with https:// or http://"));
        }
        if text.contains(['?', '#', '@']) {
            bail!(refused("it may have no query, no #, and no name of a user"));
        }
        if !text.ends_with('/') {
            bail!(refused("it has to end with a slash"));
        }
        Ok(Self(text.to_owned()))
    }
}

impl Base {
    /// The address of a file, without the name that a server adds.
    pub(crate) fn address(&self, file: &str) -> String {
        match file {
            "index.html" => self.0.clone(),
            _ => format!("{}{file}", self.0),
        }
    }

    /// The path of the folder on its site.
    pub(crate) fn path(&self) -> &str {
        let (_, rest) = self.0.split_once("//").unwrap_or_default();
        rest.find('/').map_or("/", |place| &rest[place..])
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn the_address_of_a_folder_is_taken_and_anything_else_refused() {
        for (text, path) in [
            ("https://clinic.example/aftercare/", "/aftercare/"),
            ("http://localhost:8000/", "/"),
            ("https://clinic.example/a&b/c/", "/a&b/c/"),
        ] {
            let base: Base = text.parse().expect("an address of a folder");
            assert_eq!(base.path(), path);
            assert_eq!(base.address("index.html"), text);
            assert_eq!(base.address("sources.html"), format!("{text}sources.html"));
        }
        for text in [
            "",
            "/aftercare/",
            "clinic.example/aftercare/",
            "ftp://clinic.example/",
            "https://clinic.example",
            "https://clinic.example/aftercare",
            "https://clinic.example/aftercare/index.html",
            "https://clinic.example/?a=/",
            "https://clinic.example/#/",
            "https://me:secret@clinic.example/",
            "https://clinic.example/our clinic/",
            "https:///aftercare/",
        ] {
            let refused = text.parse::<Base>().err();
            let said = refused.expect("no address of a folder").to_string();
            assert!(said.contains("such as https://"), "{text}: {said}");
        }
    }
}
