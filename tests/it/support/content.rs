//! Everything a client can have, inserted directly into the database.

use super::seed::{Row, Seeder, id};
use chrono::NaiveDate;
use domain::access::Role;
use domain::{CardId, ClientId, MapId, Secret, cards};
use serde_json::json;
use uuid::Uuid;

/// One map of a client with something of every kind on it.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) map: Uuid,
    pub(crate) person: Uuid,
    pub(crate) supporter: Uuid,
    pub(crate) other_supporter: Uuid,
    /// In no tie.
    pub(crate) untied_supporter: Uuid,
    /// A person of the client who is on no map.
    pub(crate) unplaced_person: Uuid,
    pub(crate) tie: Uuid,
    pub(crate) agreement: Uuid,
    pub(crate) reflection: Uuid,
    /// The first card of the map.
    pub(crate) card: Uuid,
    /// The second, from which Buurman is gone.
    pub(crate) other_card: Uuid,
}

/// The map a card is made of.
struct Seen<'a> {
    organisation: Uuid,
    client: Uuid,
    map: Uuid,
    persons: &'a [Uuid],
}

impl Seeder<'_> {
    /// A map with two supporters who are tied, supports, a need, an agreement and a reflection.
    pub(crate) fn content(&mut self, organisation: Uuid, client: Uuid, private: bool) -> Content {
        let of = [organisation, client];
        let map = self.put_sealed("map", of, &json!({ "theme": "borstkanker" }), vec![("private", private.into())]);
        let on_map = |own: Row| -> Row { [vec![("client_id", client.into()), ("map_id", map.into())], own].concat() };
        let persons = ["Anna", "Buurman", "Collega", "Dokter"].map(|alias| {
            let row = vec![("relationship", "friend".into())];
            self.put_sealed("person", of, &json!({ "alias": alias }), row)
        });
        let [person, second, third, unplaced_person] = persons;
        let [supporter, other_supporter, untied_supporter] =
            [person, second, third].map(|person| self.supporter(organisation, map, on_map(supporter_of(person))));
        let row =
            vec![("first_id", supporter.into()), ("second_id", other_supporter.into()), ("strength", 2_i16.into())];
        let tie = self.put_new("tie", organisation, on_map(row));
        let row: Row = vec![
            ("organisation_id", organisation.into()),
            ("map_id", map.into()),
            ("support_type", "practical".into()),
            ("level", 2_i16.into()),
        ];
        self.put("need", row);
        let row = vec![
            ("map_id", map.into()),
            ("supporter_id", supporter.into()),
            ("support_type", "emotional".into()),
            ("due_on", NaiveDate::from_ymd_opt(2027, 1, 1).into()),
            ("status", "planned".into()),
        ];
        let says = json!({ "text": "Vraagt Anna mee naar het ziekenhuis" });
        let agreement = self.put_sealed("agreement", of, &says, row);
        let says = json!({ "text": "Meer mensen dan ik dacht" });
        let reflection = self.put_sealed("reflection", of, &says, vec![("map_id", map.into())]);
        let seen = Seen { organisation, client, map, persons: &persons };
        let card = self.card(&seen, 1, &["Anna", "Buurman"]);
        let other_card = self.card(&seen, 2, &["Anna"]);
        let row: Row = vec![
            ("organisation_id", organisation.into()),
            ("client_id", client.into()),
            ("person_id", id().into()),
            ("kept_id", person.into()),
        ];
        self.put("merged_person", row);
        Content {
            map,
            person,
            supporter,
            other_supporter,
            untied_supporter,
            unplaced_person,
            tie,
            agreement,
            reflection,
            card,
            other_card,
        }
    }

    /// A supporter with one support.
    fn supporter(&mut self, organisation: Uuid, map: Uuid, row: Row) -> Uuid {
        let supporter = self.put_new("supporter", organisation, row);
        let row: Row = vec![
            ("organisation_id", organisation.into()),
            ("map_id", map.into()),
            ("supporter_id", supporter.into()),
            ("support_type", "emotional".into()),
            ("direction", "received".into()),
            ("availability", "could-ask".into()),
        ];
        self.put("support", row);
        supporter
    }

    /// A card of a map with these of its persons on it, made as the service makes one.
    fn card(&mut self, of: &Seen<'_>, number: i64, aliases: &[&str]) -> Uuid {
        let stored = self.stored_card(of, number, aliases);
        let (card, key) = (stored.head.id.0, self.key(of.client));
        let sealed = key.seal("card", card, &stored.content).unwrap();
        let persons = stored.persons.iter().map(|person| {
            let says = json!({ "profile": person.profile, "salt": cards::Digest(person.salt) }).to_string();
            let row = person.person_id.0;
            (row, key.seal("card_person", [card, row], &says).unwrap())
        });
        let persons: Vec<_> = persons.collect();
        let row: Row = vec![
            ("organisation_id", of.organisation.into()),
            ("id", card.into()),
            ("client_id", of.client.into()),
            ("map_id", of.map.into()),
            ("number", number.into()),
            ("made_as", "coach".into()),
            ("sealed", sealed.into()),
            ("content_hash", stored.head.content_hash.0.to_vec().into()),
            ("created_at", self.at.into()),
        ];
        self.put("card", row);
        for (person, sealed) in persons {
            let row: Row = vec![
                ("organisation_id", of.organisation.into()),
                ("client_id", of.client.into()),
                ("card_id", card.into()),
                ("person_id", person.into()),
                ("sealed", sealed.into()),
            ];
            self.put("card_person", row);
        }
        card
    }

    /// The same before it is encrypted.
    fn stored_card(&self, of: &Seen<'_>, number: i64, aliases: &[&str]) -> cards::StoredCard {
        let timestamps = json!({ "version": 1, "created_at": self.at, "updated_at": self.at });
        let with = |own: serde_json::Value| {
            let mut row = timestamps.clone();
            row.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
            row
        };
        let on_it = || aliases.iter().zip(of.persons);
        let whole = json!({
            "map": with(json!({ "id": of.map, "client_id": of.client, "theme": "borstkanker", "private": false })),
            "persons": on_it().map(|(alias, person)| {
                with(json!({ "id": person, "client_id": of.client, "profile": { "alias": alias } }))
            }).collect::<Vec<_>>(),
            "supporters": on_it().map(|(_, person)| {
                with(json!({ "id": id(), "map_id": of.map, "person_id": person, "answers": { "closeness": "inner" } }))
            }).collect::<Vec<_>>(),
            "ties": [], "needs": [], "agreements": [],
        });
        let whole = serde_json::from_value(whole).unwrap();
        let content = cards::Content { whole, redacted: Vec::new(), support_types: Vec::new(), reflections: None };
        let head = cards::CardHead {
            id: CardId(id()),
            client_id: ClientId(of.client),
            map_id: MapId(of.map),
            number,
            made_by: None,
            made_as: Role::Coach,
            review_on: None,
            content_hash: cards::Digest([0; 32]),
            created_at: self.at,
        };
        cards::StoredCard::new(head, &content, &Secret::new(id().to_string())).unwrap()
    }

    /// An invitation that is not accepted.
    pub(crate) fn invitation(&mut self, organisation: Uuid, by: Uuid) -> Uuid {
        let invitation = id();
        let address = self.keys.address(organisation, invitation, &format!("{invitation}@omringd.test"));
        let mut row: Row = vec![
            ("organisation_id", organisation.into()),
            ("id", invitation.into()),
            ("admin", false.into()),
            ("coach", true.into()),
            ("invited_by", by.into()),
            ("secret_hash", invitation.as_bytes().to_vec().into()),
            ("expires_at", (self.at + chrono::TimeDelta::days(7)).into()),
            ("version", 1_i64.into()),
            ("created_at", self.at.into()),
        ];
        row.extend(address);
        self.put("invitation", row);
        invitation
    }

    /// A stored response, for a repeated request.
    pub(crate) fn stored_answer(&mut self, user: Uuid) {
        let row: Row = vec![
            ("user_id", user.into()),
            ("key_hash", vec![1_u8].into()),
            ("fingerprint", vec![2_u8].into()),
            ("outcome", vec![3_u8].into()),
            ("created_at", self.at.into()),
        ];
        self.put("idempotency", row);
    }
}

/// The answers about a supporter who is this person.
fn supporter_of(person: Uuid) -> Row {
    vec![("person_id", person.into()), ("closeness", "inner".into()), ("supports_answered", true.into())]
}
