//! The reference front end (`app/`), whose built files are part of the program. It needs the root of its origin.

use crate::problem::{Problem, ProblemType};
use crate::static_file::{StaticFile, StaticFiles};
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use domain::Error;
use rust_embed::Embed;
use std::sync::LazyLock;

/// How the front end is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServedFrontEnd {
    /// Not at all.
    No,
    /// At `/`.
    Yes,
    /// At `/`, with links that log in as a user of the demo.
    Demo,
}

#[derive(Embed)]
#[folder = "../app/dist"]
struct Built;

/// Everything comes from this origin, and no script writes HTML. It is on every file: a service worker has the policy of its script.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
     manifest-src 'self'; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'",
);

/// The page, which shows what belongs to its address. Mails, identity providers and record systems lead to all but the first.
const PAGES: [&str; 6] =
    ["/", "/invitation", "/password-reset", "/email-change", "/provider-log-in/{id}", "/clients/{id}"];
const PAGE: &str = "index.html";

/// Directory of the files with a hash of their content in their name.
const HASHED: &str = "assets/";

static FILES: LazyLock<StaticFiles> = LazyLock::new(StaticFiles::default);

/// Registers the pages and files. They are no operations, so the document does not have them.
pub(crate) fn configure(router: &mut ServiceConfig) {
    let at = |path: &str| web::resource(path).default_service(web::to(refuse));
    for page in PAGES {
        router.service(at(page).get(show_page));
    }
    router.service(at(&format!("/{HASHED}{{file}}")).get(show_file));
    for name in Built::iter().filter(|name| *name != PAGE && !name.starts_with(HASHED)) {
        router.service(at(&format!("/{name}")).get(show_file));
    }
}

async fn refuse() -> Result<HttpResponse, Problem> {
    Err(Problem::new(ProblemType::MethodNotAllowed).with(header::ALLOW, "GET, HEAD"))
}

async fn show_page(request: HttpRequest) -> Result<HttpResponse, Problem> {
    show(&request, PAGE).await
}

async fn show_file(request: HttpRequest) -> Result<HttpResponse, Problem> {
    show(&request, request.path().trim_start_matches('/')).await
}

async fn show(request: &HttpRequest, name: &str) -> Result<HttpResponse, Problem> {
    let file = FILES.get(name, || read(name));
    let mut response = file.ok_or(Error::NotFound)?.respond(request).await?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}

fn read(name: &str) -> Option<StaticFile> {
    let bytes = Built::get(name)?.data.into_owned();
    let cache = if name.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    Some(StaticFile::new(media_type(name), cache, bytes))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        Some(_) | None => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_file_has_a_media_type() {
        let unknown: Vec<_> = Built::iter().filter(|name| media_type(name) == "application/octet-stream").collect();
        assert!(unknown.is_empty() && Built::get(PAGE).is_some(), "{unknown:?}");
    }
}
