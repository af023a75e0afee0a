use crate::locale;
use crate::problem::{Problem, ProblemType};
use crate::public_url::public_path;
use actix_web::http::header;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::vocabulary::Language;
use domain::{Error, FieldCode};

/// What a type of problem means and what to do about it, as a page for people.
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
pub(super) async fn show_problem(request: HttpRequest, name: Path<String>) -> Result<HttpResponse, Problem> {
    let r#type = ProblemType::named(&name).ok_or(Error::NotFound)?;
    let language = locale::language(&request);
    let (title, detail) = r#type.texts(language);
    let address = public_path(&request, &format!("/problems/{}", r#type.name()));
    let main = format!("<h1>{title}</h1><p>{detail}</p><p><code>{address}</code></p>");
    Ok(page(language, &title, &main))
}

/// Every type of problem and every error code of a member, as a page for people.
#[utoipa::path(tag = "service", operation_id = "listProblems", security(()),
    responses((status = 200, description = "The page, in the language of the request.", body = String, content_type = "text/html")))]
#[get("/problems")]
pub(super) async fn list_problems(request: HttpRequest) -> HttpResponse {
    let language = locale::language(&request);
    let title = locale::message(language, "problems", None).unwrap_or_default();
    let codes_title = locale::message(language, "problem-codes", None).unwrap_or_default();
    let problems = ProblemType::ALL.iter().map(|problem| {
        let (name, status, (title, detail)) = (problem.name(), problem.status().as_u16(), problem.texts(language));
        let address = public_path(&request, &format!("/problems/{name}"));
        format!("<dt><a href=\"{address}\"><code>{name}</code></a> ({status}): {title}</dt><dd>{detail}</dd>")
    });
    let codes = FieldCode::CODES.iter().map(|code| format!("<li><code>{code}</code></li>"));
    let (problems, codes) = (problems.collect::<String>(), codes.collect::<String>());
    let main = format!("<h1>{title}</h1><dl>{problems}</dl><h2>{codes_title}</h2><ul>{codes}</ul>");
    page(language, &title, &main)
}

fn page(language: Language, title: &str, main: &str) -> HttpResponse {
    let page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n\
         <body><main>{main}</main></body>\n</html>\n",
        language.code()
    );
    HttpResponse::Ok()
        .insert_header((header::CONTENT_LANGUAGE, language.code()))
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .insert_header((header::VARY, "Accept-Language"))
        .content_type("text/html; charset=utf-8")
        .body(page)
}
