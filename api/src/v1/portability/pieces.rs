//! The document in pieces, each made when it is asked for: what was read is let go of on the way.

use super::document::{DocumentClient, DocumentPerson, DocumentSupportType, Format};
use super::from_client::{Places, used_types};
use actix_web::web::Bytes;
use chrono::{DateTime, Utc};
use domain::exports::WholeClient;
use domain::{Error, Result};
use serde::Serialize;
use std::iter::once;
use std::rc::Rc;

/// How many bytes a piece on the wire has at least, but for the last.
const PIECE: usize = 32 * 1024;

/// What comes before the lists, in the order of [`super::document::ClientDocument`].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    format: Format,
    exported_at: DateTime<Utc>,
    client: DocumentClient,
    support_types: Vec<DocumentSupportType>,
}

/// The bytes of the document.
pub(super) fn pieces(client: WholeClient) -> impl Iterator<Item = Result<Vec<u8>>> {
    let places = Rc::new(Places::of(&client));
    let support_types = used_types(&client);
    let WholeClient { client, persons, maps, cards, at, .. } = client;
    let head = Head { format: Format::OmringdClient1, exported_at: at, client: client.into(), support_types };
    let mut head = json(&head);
    if let Ok(head) = &mut head {
        // The lists go on inside it.
        head.pop();
    }
    let persons = persons.into_iter().map(|person| json(&DocumentPerson::from(person)));
    let of_maps = Rc::clone(&places);
    let maps = maps.into_iter().map(move |map| json(&of_maps.map(map.whole, map.reflections)));
    let cards = cards.into_iter().map(move |card| json(&places.card(card)?));
    once(head)
        .chain(list("persons", persons))
        .chain(list("maps", maps))
        .chain(list("cards", cards))
        .chain(once(Ok(b"}".to_vec())))
}

/// A member that is a list.
fn list(name: &str, items: impl Iterator<Item = Result<Vec<u8>>>) -> impl Iterator<Item = Result<Vec<u8>>> {
    let begin = format!(",\"{name}\":[").into_bytes();
    let items = items.enumerate().map(|(index, item)| {
        let mut item = item?;
        if index > 0 {
            item.insert(0, b',');
        }
        Ok(item)
    });
    once(Ok(begin)).chain(items).chain(once(Ok(b"]".to_vec())))
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(Error::internal)
}

/// The same bytes in fewer pieces.
pub(super) fn gathered<E>(
    mut pieces: impl Iterator<Item = Result<Vec<u8>, E>>,
) -> impl Iterator<Item = Result<Bytes, E>> {
    std::iter::from_fn(move || {
        let mut gathered = Vec::new();
        for piece in pieces.by_ref() {
            match piece {
                Ok(piece) => gathered.extend(piece),
                Err(error) => return Some(Err(error)),
            }
            if gathered.len() >= PIECE {
                break;
            }
        }
        (!gathered.is_empty()).then(|| Ok(gathered.into()))
    })
}
