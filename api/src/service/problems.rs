use crate::locale;
use crate::problem::Problem;
use crate::public_url::public_path;
use actix_web::http::header;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::Error;

/// What a kind of problem means and what to do about it, as a page for people.
#[utoipa::path(
    tag = "service",
    operation_id = "showProblem",
    security(()),
    params(("type" = String, Path, example = "not-found")),
    responses(
        (status = 200, description = "The page, in the language of the request.", body = String, content_type = "text/html"),
        (status = 404, description = "No such problem.", body = crate::problem::ProblemView, content_type = "application/problem+json"),
    ),
)]
#[get("/problems/{type}")]
pub(super) async fn show_problem(request: HttpRequest, slug: Path<String>) -> Result<HttpResponse, Problem> {
    let language = locale::language(&request);
    // Only a problem has a title and a detail.
    let detail = locale::message(language, &format!("{slug}-detail"), None).ok_or(Error::NotFound)?;
    let title = locale::message(language, &slug, None).ok_or(Error::NotFound)?;
    let address = public_path(&request, &format!("/problems/{slug}"));
    let page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
         <body><main><h1>{title}</h1><p>{detail}</p><p><code>{address}</code></p></main></body>\n</html>\n",
        language.code()
    );
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_LANGUAGE, language.code()))
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .insert_header((header::VARY, "Accept-Language"))
        .content_type("text/html; charset=utf-8")
        .body(page))
}
