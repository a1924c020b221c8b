//! How is the page of a host served, as its own server would send it?
//!
//! `/hosts/<scenario>/` is `tests/hosts/<scenario>/`, with the files of `dist/`
//! in its `widget/` and those that the suite has bundled for it in its `built/`.
//! A `headers.json` in it holds the headers by file, `*` for all; what a page
//! has no headers for is sent with none. `:status` among them is the status.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use crate::project::{dist, root};

/// Headers by name, by file.
type Headers = BTreeMap<String, BTreeMap<String, String>>;

/// Answers a request for a file of a scenario.
pub(crate) async fn serve(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    answer(path).unwrap_or_else(|error| {
        let mut response = Response::new(Body::from(format!("{error:#}")));
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
    })
}

fn answer(path: &str) -> Result<Response> {
    let (scenario, file) = path.split_once('/').context("no scenario")?;
    let file = match file.ends_with('/') || file.is_empty() {
        true => format!("{file}index.html"),
        false => file.to_owned(),
    };
    let found = find(scenario, &file).with_context(|| format!("{path} is not there"))?;
    let mut response = Response::new(Body::from(fs::read(&found)?));
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(kind(&found)));
    let sent = headers(scenario)?;
    let sent = ["*", &file].into_iter().filter_map(|key| sent.get(key));
    for (name, value) in sent.flatten() {
        if name == ":status" {
            *response.status_mut() = value.parse()?;
        } else {
            let name = HeaderName::from_bytes(name.as_bytes())?;
            response
                .headers_mut()
                .insert(name, HeaderValue::from_str(value)?);
        }
    }
    Ok(response)
}

/// Where a file of a scenario is: its own comes first.
fn find(scenario: &str, file: &str) -> Option<PathBuf> {
    let inside = |path: &str| {
        let mut parts = Path::new(path).components();
        parts.all(|part| matches!(part, Component::Normal(_)))
    };
    if !inside(scenario) || !inside(file) {
        return None;
    }
    let own = root().join("tests/hosts").join(scenario).join(file);
    let widget = file.strip_prefix("widget/");
    let widget = widget.map(|file| dist().join(file));
    let built = root().join("target/hosts").join(scenario).join(file);
    [Some(own), widget, Some(built)]
        .into_iter()
        .flatten()
        .find(|path| path.is_file())
}

fn headers(scenario: &str) -> Result<Headers> {
    let path = root()
        .join("tests/hosts")
        .join(scenario)
        .join("headers.json");
    match fs::read(&path) {
        Ok(text) => {
            serde_json::from_slice(&text).with_context(|| path.to_string_lossy().into_owned())
        }
        Err(_) => Ok(Headers::new()),
    }
}

/// The type that a usual server sends for a file.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
