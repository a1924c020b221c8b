//! How is `dist/` served on this machine, under the strict policy?

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower_http::services::ServeDir;

use crate::hosts;
use crate::project::{dist, root};

/// What a careful clinic would send.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; \
    require-trusted-types-for 'script'";

/// Serves `dist/` until the program is ended.
pub(crate) fn serve_forever(port: u16) -> Result<()> {
    let runtime = Runtime::new()?;
    runtime.block_on(async {
        let listener = listen(port).await?;
        println!(
            "The page is at http://{} (end with Ctrl+C).",
            listener.local_addr()?
        );
        let app = Router::new()
            .fallback_service(ServeDir::new(dist()))
            .layer(from_fn(with_policy));
        axum::serve(listener, app).await?;
        Ok(())
    })
}

/// A server for the browser tests, until it is dropped.
pub(crate) struct TestServer {
    /// Ends the server when dropped.
    _runtime: Runtime,
    pub(crate) address: SocketAddr,
}

/// Serves `dist/` at `/`, and at `/aftercare/` as a usual host does it; the frozen
/// build at `/frozen/`, the pages of hosts at `/hosts/` and the suite's own files
/// at `/tests/`. Each page begins with the script that records what a console
/// would show, in every browser alike.
pub(crate) fn serve_tests(frozen: &Path) -> Result<TestServer> {
    let runtime = Runtime::new()?;
    let frozen = PathBuf::from(frozen);
    let address = runtime.block_on(async {
        let listener = listen(0).await?;
        let address = listener.local_addr()?;
        let own = Router::new()
            .nest_service("/frozen", ServeDir::new(frozen))
            .nest_service("/tests", ServeDir::new(root().join("tests/browser")))
            .nest_service("/cases", ServeDir::new(root().join("tests/cases")))
            .fallback_service(ServeDir::new(dist()))
            .layer(from_fn(with_policy));
        let app = Router::new()
            .nest_service("/aftercare", ServeDir::new(dist()))
            .nest("/hosts", Router::new().fallback(hosts::serve))
            .fallback_service(own)
            .layer(from_fn(with_hooks));
        tokio::spawn(async move { axum::serve(listener, app).await });
        anyhow::Ok(address)
    })?;
    Ok(TestServer {
        _runtime: runtime,
        address,
    })
}

async fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port))
        .await
        .with_context(|| format!("port {port} is taken; choose another with --port"))
}

async fn with_policy(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(
        "x-content-type-options",
        HeaderValue::from_static("nosniff"),
    );
    headers.insert("referrer-policy", HeaderValue::from_static("no-referrer"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

async fn with_hooks(request: Request, next: Next) -> Response {
    const HOOKS: &str = "<head><script src=\"/tests/hooks.js\"></script>";
    let response = next.run(request).await;
    let html = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !html {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        head.status = StatusCode::INTERNAL_SERVER_ERROR;
        return Response::from_parts(head, Body::empty());
    };
    let html = String::from_utf8_lossy(&bytes).replacen("<head>", HOOKS, 1);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(html))
}
