use super::document::ClientDocument;
use super::pieces::{gathered, pieces};
use crate::auth::Bearer;
use crate::extract::{Id, negotiate, read_query};
use crate::heavy::Heavy;
use crate::openapi::ReadErrors;
use crate::problem::{Problem, ProblemView};
use crate::schema::Binary;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, dev::Payload, get};
use domain::exports::{self, WholeClient};
use domain::{ClientId, Ports};
use exchange::{Archive, GraphMl};
use futures_util::stream;
use std::future::{Ready, ready};
use utoipa::{IntoParams, ToSchema};

const VARY: &str = "Accept";

/// In what form a client is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "lowercase")]
pub(super) enum Form {
    Json,
    Zip,
    GraphMl,
}

impl Form {
    const ALL: &'static [Self] = &[Self::Json, Self::Zip, Self::GraphMl];

    fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Zip => "zip",
            Self::GraphMl => "graphml",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Zip => "application/zip",
            Self::GraphMl => "application/graphml+xml",
        }
    }
}

/// The query of an export.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportQuery {
    /// In what form; comes before `Accept`, for links.
    #[param(inline)]
    #[expect(dead_code, reason = "read by Wanted; here for the documentation")]
    format: Option<Form>,
}

/// The form that is wanted: by `?format=`, else by `Accept`, else JSON.
#[derive(Debug)]
pub(super) struct Wanted(Form);

impl FromRequest for Wanted {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(wanted(request).map(Self))
    }
}

fn wanted(request: &HttpRequest) -> Result<Form, Problem> {
    let mut form = None;
    let errors = read_query(request.query_string(), &[], |name, value| {
        (name == "format").then(|| {
            form = Form::ALL.iter().copied().find(|form| form.code() == value);
            form.map(|_| ()).ok_or("enum")
        })
    });
    if !errors.is_empty() {
        return Err(Problem::invalid(errors));
    }
    form.map_or_else(|| negotiate(request, Form::ALL, Form::media_type, VARY), Ok)
}

/// A whole client, sent in pieces.
#[derive(Debug)]
pub(super) struct Taken(WholeClient, Form);

impl Responder for Taken {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let Self(client, form) = self;
        let file = format!("attachment; filename=\"omringd-client.{}\"", form.code());
        let mut response = HttpResponse::Ok();
        response.content_type(form.media_type());
        response.insert_header((header::CONTENT_DISPOSITION, file)).insert_header((header::VARY, VARY));
        match form {
            Form::Json => response.streaming(stream::iter(gathered(pieces(client)))),
            Form::Zip => response.streaming(stream::iter(gathered(Archive::new(client)))),
            Form::GraphMl => response.streaming(stream::iter(gathered(GraphMl::new(client)))),
        }
    }
}

/// Everything of the client, to take along. For the client alone.
///
/// As JSON, to be read by a program and brought in again; as a zip with the CSV files of Network Canvas (`omringd_ego`,
/// `omringd_attributeList_Person`, `omringd_edgeList_Tie`) and a GraphML file for every map and every card; or as one
/// GraphML document with a graph for each of those, of which networkx and igraph read the first: take the zip for them. A
/// coach's notes are not in it: they are the coach's.
#[utoipa::path(
    tag = "portability",
    operation_id = "exportClient",
    params(("clientId" = Uuid, Path), ExportQuery),
    responses(
        (status = 200, description = "Everything of the client.", content(
            (ClientDocument = "application/json"),
            (Binary = "application/zip"),
            (String = "application/graphml+xml"),
        )),
        (status = 406, description = "Not offered in a form the Accept header allows.", body = ProblemView, content_type = "application/problem+json"),
        ReadErrors,
    ),
)]
#[get("/v1/clients/{clientId}/export")]
pub(super) async fn export_client(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    wanted: Wanted,
    _heavy: Heavy,
) -> Result<Taken, Problem> {
    Ok(Taken(exports::export(&ports, &caller.0, id.0).await?, wanted.0))
}
