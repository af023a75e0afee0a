use super::document::ClientDocument;
use super::json_document::JsonDocument;
use crate::auth::Bearer;
use crate::export_queue::Heavy;
use crate::extract::{Id, ValidQuery, negotiate};
use crate::problem::Problem;
use crate::schema::Binary;
use crate::spool::{Spool, Spooled, Spools, unwritten};
use actix_web::body::BoxBody;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, Responder, get};
use domain::cards::Card;
use domain::exports::{self, Export, ExportedMap};
use domain::{Caller, ClientId, Ports};
use exchange::{Archive, GraphMl, Network, Subject};
use serde::Deserialize;
use std::io;
use utoipa::{IntoParams, ToSchema};

const VARY: &str = "Accept";

/// The formats of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
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
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportQuery {
    /// The format. Overrides `Accept`, for links.
    #[param(inline)]
    format: Option<Form>,
}

impl ExportQuery {
    /// Returns the requested format: `?format=`, else `Accept`, else JSON.
    fn form(&self, request: &HttpRequest) -> Result<Form, Problem> {
        self.format.map_or_else(|| negotiate(request, Form::ALL, Form::media_type, VARY), Ok)
    }
}

/// A complete export of a client, ready to be sent.
#[derive(Debug)]
pub(super) struct Taken(Spooled, Form);

impl Responder for Taken {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let Self(spooled, form) = self;
        let file = format!("attachment; filename=\"omringd-client.{}\"", form.code());
        let mut response = HttpResponse::Ok();
        response.content_type(form.media_type());
        response.insert_header((header::CONTENT_DISPOSITION, file)).insert_header((header::VARY, VARY));
        spooled.respond(&mut response)
    }
}

/// Writes the complete export from one database snapshot, before any of it is sent.
///
/// So a slow client uses neither a database connection nor memory for the export.
async fn write(ports: &Ports, caller: &Caller, id: ClientId, form: Form, spools: &Spools) -> domain::Result<Spooled> {
    let mut export = exports::open(ports, caller, id).await?;
    let subject = Subject { client: id, exported_at: export.head().at };
    let spool = match form {
        Form::Json => json(&mut export, spools.spool()).await?,
        Form::Zip => {
            let (types, sheets) = (export.all_types().await?, [spools.spool(), spools.spool(), spools.spool()]);
            let mut archive = Archive::new(subject, types, spools.spool(), sheets).map_err(unwritten)?;
            networks(&mut export, |network| archive.add(network)).await?;
            archive.finish(Spool::finish).map_err(unwritten)?
        }
        Form::GraphMl => {
            let mut document = GraphMl::new(subject, export.all_types().await?, spools.spool()).map_err(unwritten)?;
            networks(&mut export, |network| document.add(network)).await?;
            document.finish().map_err(unwritten)?
        }
    };
    export.end().await?;
    spool.finish().map_err(unwritten)
}

async fn json(export: &mut Export, to: Spool) -> domain::Result<Spool> {
    let used = export.types_on_maps().await?;
    let mut document = JsonDocument::new(export.head(), &used, export.map_ids(), to)?;
    let mut last = None;
    loop {
        let persons = export.persons(last).await?;
        last = persons.last().map(|person| person.id);
        if last.is_none() {
            break;
        }
        persons.into_iter().try_for_each(|person| document.person(person))?;
    }
    each_map(export, |map| document.map(map)).await?;
    each_card(export, |card| document.card(card)).await?;
    document.finish()
}

/// Passes on every map, a page at a time.
async fn each_map(export: &mut Export, mut pass: impl FnMut(ExportedMap) -> domain::Result<()>) -> domain::Result<()> {
    let mut from = 0;
    loop {
        let maps = export.maps(from).await?;
        if maps.is_empty() {
            return Ok(());
        }
        from += maps.len();
        maps.into_iter().try_for_each(&mut pass)?;
    }
}

/// Passes on every card, a page at a time.
async fn each_card(export: &mut Export, mut pass: impl FnMut(Card) -> domain::Result<()>) -> domain::Result<()> {
    let mut from = 0;
    loop {
        let cards = export.cards(from).await?;
        if cards.is_empty() {
            return Ok(());
        }
        from += cards.len();
        cards.into_iter().try_for_each(&mut pass)?;
    }
}

/// Adds every map, and then every card.
async fn networks(export: &mut Export, mut add: impl FnMut(Network<'_>) -> io::Result<()>) -> domain::Result<()> {
    each_map(export, |map| add(Network::Map(&map.whole)).map_err(unwritten)).await?;
    each_card(export, |card| add(Network::Card(&card)).map_err(unwritten)).await
}

/// Exports all data of the client. For the client only.
///
/// As JSON, which can be imported again; as a zip with the CSV files of Network Canvas (`omringd_ego`,
/// `omringd_attributeList_Person`, `omringd_edgeList_Tie`) and a GraphML file for every map and every card; or as one
/// GraphML document with a graph for each of those, of which networkx and igraph read only the first: use the zip for
/// them. A coach's notes are left out, because they belong to the coach. The export is a snapshot of one moment.
#[utoipa::path(
    tag = "portability",
    operation_id = "exportClient",
    extensions(("x-problems" = json!(["not-acceptable"]))),
    params(ExportQuery),
    responses(
        (status = 200, description = "All data of the client.", content(
            (ClientDocument = "application/json"),
            (Binary = "application/zip"),
            (String = "application/graphml+xml"),
        )),
    ),
)]
#[get("/v1/clients/{clientId}/export")]
pub(super) async fn export_client(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    request: HttpRequest,
    query: ValidQuery<ExportQuery>,
    heavy: Heavy,
    spools: Data<Spools>,
) -> Result<Taken, Problem> {
    let form = query.0.form(&request)?;
    let (ports, caller, to) = (ports.get_ref().clone(), caller.0, spools.clone());
    let written = heavy.run(move || async move { write(&ports, &caller, id.0, form, &to).await }).await?;
    Ok(Taken(written, form))
}
