use super::guide;
use crate::described::Described;
use crate::problem::Problem;
use crate::public_url::public_path;
use crate::static_file::{StaticFile, StaticFiles};
use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use domain::Error;
use std::sync::{Arc, LazyLock};
use utoipa_swagger_ui::Config;

/// The page needs its own scripts and styles and nothing from elsewhere. Swagger UI sets styles on elements.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const PAGE: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Omringd: the API</title>
<link rel="stylesheet" href="{docs}/swagger-ui.css">
<link rel="icon" href="{docs}/favicon-32x32.png">
</head>
<body>
<p style="margin: 1rem auto; max-width: 1460px; padding: 0 20px; font: 1.1rem sans-serif">
<a href="{docs}/guide">The guide: log-in, errors, versions, lists, live updates, pictures</a></p>
<div id="swagger-ui"></div>
<script src="{docs}/swagger-ui-bundle.js"></script>
<script src="{docs}/swagger-ui-standalone-preset.js"></script>
<script src="{docs}/swagger-initializer.js"></script>
</body>
</html>
"#;

/// How long files are kept. The page's files change with a release only.
pub(super) const CACHE: &str = "public, max-age=3600";

static FILES: LazyLock<StaticFiles> = LazyLock::new(StaticFiles::default);

/// A file of the page. The prefix of the public address is in some of them.
fn file(request: &HttpRequest, name: &str) -> Option<Arc<StaticFile>> {
    FILES.get(&public_path(request, &format!("/docs/{name}")), || {
        if let Some(file) = guide::file(name) {
            return Some(file);
        }
        let document = public_path(request, "/v1/openapi.json");
        let settings = Config::new([document]).persist_authorization(false);
        let read = utoipa_swagger_ui::serve(name, Arc::new(settings)).ok().flatten()?;
        Some(StaticFile::new(read.content_type, CACHE, read.bytes.into_owned()))
    })
}

/// This document.
#[utoipa::path(
    tag = "service",
    operation_id = "showOpenapi",
    security(()),
    responses(
        (status = 200, description = "The OpenAPI document.", body = serde_json::Value, content_type = "application/json",
            headers(("ETag" = String, description = "Its version."))),
    ),
)]
#[get("/v1/openapi.json")]
pub(super) async fn show_openapi(request: HttpRequest, document: Data<Described>) -> Result<HttpResponse, Problem> {
    let mut response = document.document().respond(&request).await?;
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
    Ok(response)
}

/// Documentation as a page. Works offline.
#[utoipa::path(tag = "service", operation_id = "showDocs", security(()),
    responses((status = 200, description = "The page.", body = String, content_type = "text/html")))]
#[get("/docs")]
pub(super) async fn show_docs(request: HttpRequest) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .content_type("text/html; charset=utf-8")
        .body(PAGE.replace("{docs}", &public_path(&request, "/docs")))
}

/// A page of the guide (`guide` is its contents), or a script, style or picture of the documentation.
#[utoipa::path(tag = "service", operation_id = "showDocsFile", security(()), params(("file" = String, Path)),
    responses(
        (status = 200, description = "The file.", body = String, content_type = "*/*"),
        (status = 304, description = "Not modified."),
        (status = 404, description = "No such file.", body = crate::problem::ProblemView, content_type = "application/problem+json"),
    ))]
#[get("/docs/{file}")]
pub(super) async fn show_docs_file(request: HttpRequest, name: Path<String>) -> Result<HttpResponse, Problem> {
    let mut response = file(&request, &name).ok_or(Error::NotFound)?.respond(&request).await?;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, guide::POLICY);
    Ok(response)
}
