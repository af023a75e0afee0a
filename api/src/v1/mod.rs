//! Version 1 of the API: a folder per resource, a file per verb.

mod agreements;
mod assignments;
mod cards;
mod caseload;
mod clients;
mod coach_notes;
mod consents;
mod contact_previews;
mod email_changes;
mod events;
mod helpers;
mod insights;
mod integration_tokens;
mod integrations;
mod invitation_acceptances;
mod invitation_lookups;
mod invitations;
mod log_ins;
mod maps;
mod me;
mod members;
mod needs;
mod organisation;
mod organisations;
mod overviews;
mod password_resets;
mod persons;
mod portability;
mod reflections;
mod second_factors;
mod sessions;
mod supporters;
mod ties;
mod users;
mod vocabulary;

use crate::routing::Routes;
pub(crate) use maps::MapCache;
pub(crate) use portability::Imports;

pub(crate) fn configure(routes: &mut Routes<'_>) {
    // The router tries the patterns in order: the most frequent operations come first.
    maps::configure(routes);
    supporters::configure(routes);
    helpers::configure(routes);
    agreements::configure(routes);
    assignments::configure(routes);
    cards::configure(routes);
    caseload::configure(routes);
    overviews::configure(routes);
    clients::configure(routes);
    coach_notes::configure(routes);
    consents::configure(routes);
    contact_previews::configure(routes);
    email_changes::configure(routes);
    events::configure(routes);
    insights::configure(routes);
    integration_tokens::configure(routes);
    integrations::configure(routes);
    invitation_acceptances::configure(routes);
    invitation_lookups::configure(routes);
    invitations::configure(routes);
    log_ins::configure(routes);
    me::configure(routes);
    members::configure(routes);
    needs::configure(routes);
    organisation::configure(routes);
    organisations::configure(routes);
    password_resets::configure(routes);
    persons::configure(routes);
    portability::configure(routes);
    reflections::configure(routes);
    ties::configure(routes);
    sessions::configure(routes);
    second_factors::configure(routes);
    vocabulary::configure(routes);
}
