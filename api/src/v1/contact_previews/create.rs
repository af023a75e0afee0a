use super::dto::ContactPreviewView;
use crate::auth::Bearer;
use crate::extract::{Id, Upload};
use crate::locale;
use crate::problem::{Problem, ProblemType};
use crate::response::Localized;
use actix_web::web::{Data, Json, block};
use actix_web::{HttpRequest, post};
use domain::persons::{self, Contact};
use domain::{Caller, ClientId, Error, Ports};

/// The contacts of a vCard file, or of a table.
async fn receive(upload: Upload) -> Result<(Vec<Contact>, Caller), Problem> {
    let read = match upload.media_type().as_str() {
        "text/vcard" | "text/x-vcard" | "text/directory" => exchange::read_vcards,
        "text/csv" => exchange::read_contact_table,
        _ => return Err(Problem::new(ProblemType::UnsupportedMediaType)),
    };
    let (file, caller) = upload.text_file().await?;
    // A file with photos takes some milliseconds: off the threads that serve.
    let read = block(move || Ok::<_, Problem>(read(&file.text_or_windows()?)?)).await.map_err(Error::internal)?;
    Ok((read?, caller))
}

/// Reads an address book and returns the contacts to choose from. Nothing is stored.
///
/// A file of vCards (2.1, 3.0, 4.0), or the CSV of Google or Outlook with English or Dutch columns: at most 2 MiB and
/// 2,000 contacts. The encoding is UTF-8, UTF-16 with a byte order mark, the one in `charset`, or else Windows-1252.
/// Names, numbers, email addresses and groups are read; photos, postal addresses, birthdays and notes are not. Requires
/// the right to create persons; store the chosen contacts with `createPersons`.
#[utoipa::path(
    tag = "persons",
    operation_id = "previewContacts",
    request_body(content(
        (String = "text/vcard", example = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna de Vries\r\nTEL;TYPE=cell:+31 6 12345678\r\nEND:VCARD\r\n"),
        (String = "text/csv", example = "Voornaam;Achternaam;Mobiele telefoon;E-mailadres\r\nAnna;de Vries;06 12345678;anna@example.nl\r\n"),
    )),
    responses(
        (status = 200, description = "The contacts.", body = ContactPreviewView, headers(
            ("Content-Language" = String, description = "The language of the texts."),
        )),
    ),
)]
#[post("/v1/clients/{clientId}/contact-previews")]
pub(super) async fn preview_contacts(
    ports: Data<Ports>,
    caller: Bearer,
    id: Id<ClientId>,
    upload: Upload,
    request: HttpRequest,
) -> Result<Localized<Json<ContactPreviewView>>, Problem> {
    let upload = upload.authorized(persons::authorize_preview(&ports, &caller.0, id.0)).await?;
    let (contacts, caller) = receive(upload).await?;
    let previewed = persons::preview(&ports, &caller, id.0, contacts).await?;
    let language = locale::language(&request);
    Ok(Localized(language, Json(ContactPreviewView::new(previewed, language))))
}
