use crate::problem::Problem;
use crate::routes::Described;
use actix_web::http::header::{self, ETag, EntityTag, Header, IfNoneMatch};
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
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/swagger-initializer.js"></script>
</body>
</html>
"#;

static SETTINGS: LazyLock<Arc<Config<'static>>> =
    LazyLock::new(|| Arc::new(Config::new(["/v1/openapi.json"]).persist_authorization(false)));

/// This document.
#[utoipa::path(
    tag = "service",
    operation_id = "showOpenapi",
    security(()),
    responses(
        (status = 200, description = "The OpenAPI document.", body = serde_json::Value, content_type = "application/json",
            headers(("ETag" = String, description = "Its version."))),
        (status = 304, description = "As you have it."),
    ),
)]
#[get("/v1/openapi.json")]
pub(super) async fn show_openapi(request: HttpRequest, document: Data<Described>) -> HttpResponse {
    let (json, tag) = document.document();
    let tag = EntityTag::new_strong(tag.to_owned());
    let known = request.headers().contains_key(header::IF_NONE_MATCH)
        && matches!(IfNoneMatch::parse(&request), Ok(IfNoneMatch::Items(tags)) if tags.iter().any(|known| known.weak_eq(&tag)));
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header(ETag(tag))
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
    if known { response.finish() } else { response.content_type("application/json").body(json.to_owned()) }
}

/// The documentation as a page; works offline.
#[utoipa::path(tag = "service", operation_id = "showDocs", security(()),
    responses((status = 200, description = "The page.", body = String, content_type = "text/html")))]
#[get("/docs")]
pub(super) async fn show_docs() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .content_type("text/html; charset=utf-8")
        .body(PAGE)
}

/// A script, style or picture of the documentation page.
#[utoipa::path(tag = "service", operation_id = "showDocsFile", security(()), params(("file" = String, Path)),
    responses(
        (status = 200, description = "The file.", body = String, content_type = "*/*"),
        (status = 404, description = "No such file.", body = crate::problem::ProblemView, content_type = "application/problem+json"),
    ))]
#[get("/docs/{file}")]
pub(super) async fn show_docs_file(file: Path<String>) -> Result<HttpResponse, Problem> {
    let file = utoipa_swagger_ui::serve(&file, SETTINGS.clone()).ok().flatten().ok_or(Error::NotFound)?;
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "public, max-age=3600")).content_type(file.content_type);
    if file.bytes.starts_with(&[0x1f, 0x8b]) {
        response.insert_header((header::CONTENT_ENCODING, "gzip"));
    }
    Ok(response.body(file.bytes.into_owned()))
}
