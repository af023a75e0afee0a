//! The repositories of an organisation, declared once and accessed through the unit of work.

use crate::access::Access;
use crate::agreements::Agreements;
use crate::assignments::Assignments;
use crate::cards::Cards;
use crate::caseload::Caseload;
use crate::clients::Clients;
use crate::coach_notes::CoachNotes;
use crate::events::{Changes, Event};
use crate::exports::Exports;
use crate::helpers::Helpers;
use crate::imports::Imports;
use crate::invitations::Invitations;
use crate::jobs::Jobs;
use crate::log_ins::LogIns;
use crate::maps::Maps;
use crate::members::Members;
use crate::needs::Needs;
use crate::organisations::OwnOrganisation;
use crate::overviews::Overviews;
use crate::persons::Persons;
use crate::ports::StoredResponse;
use crate::reflections::Reflections;
use crate::support_types::SupportTypes;
use crate::supporters::Supporters;
use crate::ties::Ties;
use crate::{MapId, Result, UnitOfWork, Version};
use async_trait::async_trait;

/// Declares the repositories: the supertraits of [`Repositories`] and the accessors of a unit of work.
macro_rules! repositories {
    ($($name:ident: $repository:ident),+ $(,)?) => {
        /// Every repository of one organisation, in one transaction.
        ///
        /// Rolled back if dropped without [`Repositories::commit`].
        #[async_trait]
        pub trait Repositories: Access $(+ $repository)+ + Send {
            /// Commits with these events, and stores the response if the caller gave an idempotency key.
            ///
            /// Returns the changed maps with their new versions.
            ///
            /// # Errors
            /// [`crate::Error::InFlight`] if the same idempotent request was answered concurrently.
            async fn commit(
                self: Box<Self>,
                events: Vec<Event>,
                outcome: Option<StoredResponse>,
            ) -> Result<Vec<(MapId, Version)>>;

            /// Ends a read-only transaction, without waiting.
            fn end(self: Box<Self>);
        }

        impl UnitOfWork {
            $(
                #[doc = concat!("[`", stringify!($repository), "`].")]
                pub fn $name(&mut self) -> &mut dyn $repository {
                    self.repositories()
                }
            )+
        }
    };
}

repositories! {
    agreements: Agreements,
    assignments: Assignments,
    cards: Cards,
    caseload: Caseload,
    changes: Changes,
    clients: Clients,
    coach_notes: CoachNotes,
    exports: Exports,
    helpers: Helpers,
    imports: Imports,
    invitations: Invitations,
    jobs: Jobs,
    log_ins: LogIns,
    maps: Maps,
    members: Members,
    needs: Needs,
    organisation: OwnOrganisation,
    overviews: Overviews,
    persons: Persons,
    reflections: Reflections,
    support_types: SupportTypes,
    supporters: Supporters,
    ties: Ties,
}
