//! Reads the document of a client one item at a time.
//!
//! Each person, map and card is validated, converted and freed before the next one, because a JSON tree takes many
//! times the memory of its text.

use super::document::{ClientDocument, DocumentCard, DocumentMap, DocumentPerson};
use super::into_domain::{card, person};
use crate::extract::{typed, within_tree};
use crate::low_priority::{LowPriorityThreads, Priority};
use crate::problem::{FieldProblem, MOST_ERRORS, Place, Problem};
use crate::validation::Schema;
use actix_web::web::Bytes;
use domain::FieldCode;
use domain::imports::ImportedClient;
use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, de};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::LazyLock;
use utoipa::ToSchema;

/// Maximum members of the document itself, known and unknown. Each unknown one is an error.
const MOST_MEMBERS: usize = MOST_ERRORS;

/// Reads the client of a document that satisfies the schema of [`ClientDocument`].
///
/// # Errors
/// All errors, up to [`MOST_ERRORS`].
pub(super) fn read(body: &[u8]) -> Result<ImportedClient, Problem> {
    let mut reader =
        Reader { outline: Map::new(), client: ImportedClient::default(), errors: Vec::new(), failed: None };
    let mut json = serde_json::Deserializer::from_slice(body);
    let parsed = json.deserialize_any(&mut reader).and_then(|()| json.end());
    if let Some(problem) = reader.failed {
        return Err(problem);
    }
    parsed.map_err(|refused| wrong("", if refused.is_data() { FieldCode::Type } else { FieldCode::Malformed }))?;
    // The lists are empty in the outline: their elements are already validated.
    let outline = Value::Object(reader.outline);
    let mut errors = Schema::of::<ClientDocument>()?.errors(&outline);
    errors.append(&mut reader.errors);
    if errors.is_empty() { Ok(reader.client) } else { Err(Problem::invalid(errors)) }
}

/// Runs [`read`] on dedicated threads with a low priority.
///
/// # Errors
/// The same as [`read`].
pub(super) async fn read_apart(body: Bytes) -> Result<ImportedClient, Problem> {
    static THREADS: LazyLock<domain::Result<LowPriorityThreads>> =
        LazyLock::new(|| LowPriorityThreads::new("import", NonZeroUsize::MIN, Priority::Niced));
    let threads = THREADS.as_ref().map_err(|error| domain::Error::internal(error.to_string()))?;
    threads.run(move || read(&body)).await?
}

fn error(pointer: impl Into<String>, code: FieldCode) -> FieldProblem {
    FieldProblem::new(Place::Body, pointer, code)
}

fn wrong(pointer: &str, code: FieldCode) -> Problem {
    Problem::invalid(vec![error(pointer, code)])
}

struct Reader {
    /// The document without the elements of its long lists.
    outline: Map<String, Value>,
    client: ImportedClient,
    errors: Vec<FieldProblem>,
    /// The problem that stopped reading, if it is not a JSON error.
    failed: Option<Problem>,
}

/// A list that is read element by element.
#[derive(Clone, Copy)]
enum List {
    Persons,
    Maps,
    Cards,
}

impl List {
    fn named(name: &str) -> Option<Self> {
        match name {
            "persons" => Some(Self::Persons),
            "maps" => Some(Self::Maps),
            "cards" => Some(Self::Cards),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Maps => "maps",
            Self::Cards => "cards",
        }
    }
}

impl Reader {
    /// Reads a member that is not a long list, or that has another type where a long list belongs.
    fn member(&mut self, name: String, text: &RawValue) -> Result<(), Problem> {
        if self.outline.len() >= MOST_MEMBERS {
            return Err(wrong("", FieldCode::TooMany(MOST_MEMBERS)));
        }
        let value = tree(text, &format!("/{name}"))?;
        if self.outline.insert(name, value).is_some() {
            self.errors.push(error("", FieldCode::Duplicate));
        }
        Ok(())
    }

    fn element(&mut self, list: List, index: usize, text: &RawValue) -> Result<(), Problem> {
        let pointer = format!("/{}/{index}", list.name());
        match list {
            List::Persons => {
                let read = self.piece::<DocumentPerson>(&pointer, text)?;
                self.client.persons.extend(read.map(person));
            }
            List::Maps => {
                let read = self.piece::<DocumentMap>(&pointer, text)?;
                self.client.maps.extend(read.map(Into::into));
            }
            List::Cards => {
                let read = self.piece::<DocumentCard>(&pointer, text)?;
                self.client.cards.extend(read.map(card).transpose()?);
            }
        }
        Ok(())
    }

    /// Reads an item; `None` if it or an earlier item does not satisfy its schema.
    fn piece<T: DeserializeOwned + ToSchema + 'static>(
        &mut self,
        pointer: &str,
        text: &RawValue,
    ) -> Result<Option<T>, Problem> {
        if self.errors.len() >= MOST_ERRORS {
            return Ok(None);
        }
        let value = tree(text, pointer)?;
        let found = Schema::of::<T>()?.errors(&value);
        drop(value);
        let found =
            found.into_iter().map(|found| FieldProblem { pointer: format!("{pointer}{}", found.pointer), ..found });
        self.errors.extend(found.take(MOST_ERRORS.saturating_sub(self.errors.len())));
        if !self.errors.is_empty() {
            self.client = ImportedClient::default();
            return Ok(None);
        }
        let read = typed(text.get().as_bytes());
        Ok(read.map_err(|code| self.errors.push(error(pointer, code))).ok())
    }
}

/// Parses the item as a tree, unless that would take too much memory.
fn tree(text: &RawValue, pointer: &str) -> Result<Value, Problem> {
    if !within_tree(text.get().as_bytes()) {
        return Err(wrong(pointer, FieldCode::TooComplex));
    }
    serde_json::from_str(text.get()).map_err(|_| wrong(pointer, FieldCode::Malformed))
}

impl<'de> Visitor<'de> for &mut Reader {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<(), M::Error> {
        while let Some(name) = members.next_key::<String>()? {
            if let Some(list) = List::named(&name) {
                members.next_value_seed(Elements { reader: &mut *self, list })?;
            } else {
                let text = members.next_value::<&RawValue>()?;
                let read = self.member(name, text);
                self.stop_at(read)?;
            }
        }
        Ok(())
    }
}

impl Reader {
    /// Stops parsing at a problem and stores it.
    fn stop_at<E: de::Error>(&mut self, read: Result<(), Problem>) -> Result<(), E> {
        read.map_err(|problem| {
            self.failed = Some(problem);
            E::custom("stopped")
        })
    }
}

/// Reads the elements of a list.
struct Elements<'a> {
    reader: &'a mut Reader,
    list: List,
}

impl<'de> DeserializeSeed<'de> for Elements<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let seen = self.reader.outline.insert(self.list.name().to_owned(), json!([]));
        if seen.is_some() {
            self.reader.errors.push(error("", FieldCode::Duplicate));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut elements: S) -> Result<(), S::Error> {
        let (reader, list) = (self.reader, self.list);
        let most = Schema::of::<ClientDocument>().map(|schema| schema.max_items(list.name()));
        let most = most.or_else(|problem| reader.stop_at(Err(problem)).map(|()| 0))?;
        for index in 0..most {
            let Some(text) = elements.next_element::<&RawValue>()? else { return Ok(()) };
            let read = reader.element(list, index, text);
            reader.stop_at(read)?;
        }
        if elements.next_element::<IgnoredAny>()?.is_some() {
            reader.errors.push(error(format!("/{}", list.name()), FieldCode::TooMany(most)));
            while elements.next_element::<IgnoredAny>()?.is_some() {}
        }
        Ok(())
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<(), M::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.other(json!({}))
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.other(json!(""))
    }

    fn visit_bool<E: de::Error>(self, one: bool) -> Result<(), E> {
        self.other(json!(one))
    }

    fn visit_f64<E: de::Error>(self, one: f64) -> Result<(), E> {
        self.other(json!(one))
    }

    fn visit_i64<E: de::Error>(self, one: i64) -> Result<(), E> {
        self.other(json!(one))
    }

    fn visit_u64<E: de::Error>(self, one: u64) -> Result<(), E> {
        self.other(json!(one))
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.other(Value::Null)
    }
}

impl Elements<'_> {
    /// Handles a value that is not a list: the schema reports it, for a value of the same type.
    fn other<E>(self, value: Value) -> Result<(), E> {
        self.reader.outline.insert(self.list.name().to_owned(), value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Value {
        let at = "2026-01-01T00:00:00Z";
        let person = json!({ "profile": { "alias": "Anna" }, "createdAt": at, "updatedAt": at });
        json!({
            "format": "omringd-client-1", "exportedAt": at, "supportTypes": [], "persons": [person], "maps": [], "cards": [],
            "client": { "name": "Saskia", "externalIdentifiers": [], "createdAt": at, "updatedAt": at },
        })
    }

    fn errors(text: &str) -> Vec<String> {
        let problem = read(text.as_bytes()).unwrap_err();
        problem.errors.iter().map(|error| format!("{} {}", error.pointer, error.code)).collect()
    }

    #[test]
    fn what_satisfies_the_schema_is_read() {
        let client = read(document().to_string().as_bytes()).unwrap();
        assert_eq!((client.persons.len(), client.maps.len(), client.cards.len()), (1, 0, 0));
    }

    #[test]
    fn everything_wrong_is_told_with_its_place() {
        let mut bad = document();
        bad["format"] = json!("other");
        bad["colour"] = json!("red");
        bad["persons"] = json!([bad["persons"][0], { "profile": { "alias": "" } }, 7]);
        bad["maps"] = json!("none");
        bad.as_object_mut().unwrap().remove("cards");
        let mut found = errors(&bad.to_string());
        found.sort();
        let expected = [
            "/cards required",
            "/colour unknown-member",
            "/format enum",
            "/maps type",
            "/persons/1/createdAt required",
            "/persons/1/profile/alias too-short",
            "/persons/1/updatedAt required",
            "/persons/2 type",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_object_or_no_json_or_stands_twice_is_refused() {
        assert_eq!(errors("[]"), [" type"]);
        assert_eq!(errors("{\"persons\":[{]}"), [" malformed"]);
        assert_eq!(errors(""), [" malformed"]);
        let text = document().to_string();
        assert_eq!(errors(&format!("{text}x")), [" malformed"]);
        let twice = text.replacen('{', "{\"m\\u0061ps\":[],", 1);
        assert_eq!(errors(&twice), [" duplicate"]);
        let twice = text.replace("\"alias\":\"Anna\"", "\"alias\":\"Anna\",\"alias\":\"Bram\"");
        assert_eq!(errors(&twice), ["/persons/0 duplicate"]);
    }

    #[test]
    fn of_hostile_documents_no_more_is_read_than_is_told() {
        let members: Vec<_> = (0..10_000).map(|n| format!("\"n{n}\":0")).collect();
        assert_eq!(errors(&format!("{{{}}}", members.join(","))), [" too-many"]);
        let mut bad = document();
        bad["persons"] = json!(vec![json!(7); 3000]);
        let found = errors(&bad.to_string());
        assert_eq!((found.len(), found[0].as_str()), (MOST_ERRORS, "/persons/0 type"));
        bad["persons"] = json!([vec![json!({ "x": 1 }); 100_000]]);
        assert_eq!(errors(&bad.to_string()), ["/persons/0 too-complex"]);
    }
}
