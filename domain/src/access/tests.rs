use super::*;
use crate::maps::Revision;
use crate::{CardId, ClientId, Error, IntegrationId, MapId, OrganisationId, ShareId, SupporterId};
use chrono::{DateTime, Utc};
use uuid::Uuid;

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn attributes() -> Attributes {
    let revision = Revision { version: 1, updated_at: DateTime::<Utc>::UNIX_EPOCH };
    Attributes {
        client_id: id(1),
        user_id: None,
        confirmed: true,
        assigned: true,
        private: false,
        author: None,
        map: Some(MapAttributes { id: id(2), revision }),
        consented: true,
        restricted: false,
    }
}

fn integration(scopes: &[Scope]) -> Principal {
    let organisation: OrganisationId = id(9);
    Principal::Integration(Integration { id: id::<IntegrationId>(3), organisation, scopes: scopes.to_vec() })
}

#[test]
fn every_action_on_a_target_requires_the_right_to_read_it() {
    let verbs = [Action::List, Action::Read, Action::Create, Action::Update, Action::Delete];
    let common = Resource::ALL.iter().flat_map(|resource| verbs.map(|verb| verb(*resource)));
    for action in common.chain(Action::SPECIAL.iter().copied()) {
        let Some(read) = action.reading() else { continue };
        for capacity in Capacity::ALL.iter().copied() {
            let may_act = grant(capacity, action) != Grant::Never;
            assert!(!may_act || grant(capacity, read) != Grant::Never, "{capacity:?} {action:?}");
        }
    }
}

#[test]
fn a_share_reads_its_map_and_nothing_else() {
    let share = |map: u128| Principal::Share(Share { id: id::<ShareId>(4), organisation: id(9), map: id(map) });
    let read = share(2).authorize(Action::Read(Resource::Map)).unwrap();
    assert!(read.on(id::<MapId>(2), Some(attributes())).is_ok());
    let of_another_map = share(7).authorize(Action::Read(Resource::Map)).unwrap();
    assert!(matches!(of_another_map.on(id::<MapId>(2), Some(attributes())), Err(Error::NotFound)));
    assert!(matches!(share(2).authorize(Action::Update(Resource::Map)), Err(Error::Forbidden)));
    assert!(matches!(share(2).authorize(Action::Read(Resource::Person)), Err(Error::NotFound)));
}

#[test]
fn scopes_narrow_what_an_integration_may_do() {
    let (read, update) = (Action::Read(Resource::Client), Action::UpdateClientIdentity);
    let client: ClientId = id(1);
    let reader = integration(&[Scope::ReadClients]);
    assert!(reader.clone().authorize(read).unwrap().on(client, Some(attributes())).is_ok());
    assert!(matches!(reader.authorize(update), Err(Error::Forbidden)));
    let writer = integration(&[Scope::WriteClients, Scope::ReadCards]);
    assert!(writer.clone().authorize(update).unwrap().on(client, Some(attributes())).is_ok());
    // A scope does not extend the table.
    assert!(matches!(writer.clone().authorize(Action::Read(Resource::Map)), Err(Error::NotFound)));
    assert!(matches!(writer.authorize(Action::Delete(Resource::Client)), Err(Error::Forbidden)));
    assert!(matches!(integration(&[]).authorize(read), Err(Error::NotFound)));
}

#[test]
fn an_integration_reads_cards_with_consent_and_none_of_a_private_map() {
    let read = || integration(&[Scope::ReadCards]).authorize(Action::Read(Resource::Card)).unwrap();
    let card: CardId = id(5);
    assert!(read().on(card, Some(attributes())).is_ok());
    for hidden in [Attributes { consented: false, ..attributes() }, Attributes { private: true, ..attributes() }] {
        assert!(matches!(read().on(card, Some(hidden)), Err(Error::NotFound)));
    }
}

#[test]
fn an_action_is_authorized_on_its_own_kind_of_target_only() {
    let writer = integration(&[Scope::WriteClients]).authorize(Action::Read(Resource::Client)).unwrap();
    assert!(matches!(writer.on(id::<SupporterId>(1), Some(attributes())), Err(Error::Internal(_))));
}
