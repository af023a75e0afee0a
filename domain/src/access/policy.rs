//! The table of roles, as one exhaustive function. Read it beside `contract` in the documentation of the API.

use super::{Action, Role};

/// How far a role's right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Not at all.
    Never,
    /// Everywhere in the organisation (for the operator: on the platform).
    Always,
    /// With the clients assigned to the coach at this moment.
    Caseload,
    /// With those clients, where the client has not made the map private.
    OpenCaseload,
    /// With those clients, on what the coach wrote.
    Author,
    /// With the client's own record; with a log-in that is not confirmed, only what is not private.
    OwnRecord,
    /// With the client's own record, with a log-in that is confirmed: what speaks in the client's name.
    ConfirmedRecord,
}

/// What this role may do of this action. No wildcard arm: a new action does not compile until it is decided for all.
#[must_use]
pub fn grant(role: Role, action: Action) -> Grant {
    match role {
        Role::Operator => operator(action),
        Role::Admin => admin(action),
        Role::Coach => coach(action),
        Role::Client => client(action),
    }
}

/// Whether who holds this role may give somebody that one.
#[must_use]
pub fn grants(role: Role, granted: Role) -> bool {
    match (role, granted) {
        // The first admin of a new organisation, who may be its only coach.
        (Role::Operator, Role::Admin | Role::Coach) => true,
        (Role::Admin, Role::Admin | Role::Coach | Role::Client) => true,
        // Who runs the platform is decided on its command line.
        (Role::Operator | Role::Admin | Role::Coach | Role::Client, Role::Operator) => false,
        (Role::Operator, Role::Client) => false,
        (Role::Coach | Role::Client, Role::Admin | Role::Coach | Role::Client) => false,
    }
}

fn operator(action: Action) -> Grant {
    use Action::*;
    match action {
        ListOrganisations | CreateOrganisation | ReadOrganisations | UpdateOrganisations | PurgeOrganisation => {
            Grant::Always
        }
        ReadOrganisation | UpdateOrganisation | ListMembers | ReadMember | UpdateMember | DeleteMember
        | ListInvitations | CreateInvitation | ReadInvitation | DeleteInvitation | ReadVocabulary
        | UpdateVocabulary | ListClients | SearchClients | CreateClient | ReadClient | UpdateClient
        | UpdateClientIdentity | DeleteClient | ListAssignments | CreateAssignment | ReadAssignment
        | UpdateAssignment | ListPersons | CreatePerson | PreviewContacts | ReadPerson | UpdatePerson
        | DeletePerson | ListMaps | CreateMap | ReadMap | UpdateMap | SetMapPrivacy | ReplaceMapContent | DeleteMap
        | ListSupporters | CreateSupporter | ReadSupporter | UpdateSupporter | DeleteSupporter | ListTies
        | CreateTie | ReadTie | UpdateTie | DeleteTie | ReadNeeds | ReplaceNeeds | ListAgreements | CreateAgreement
        | ReadAgreement | UpdateAgreement | DeleteAgreement | ListReflections | CreateReflection | ReadReflection
        | UpdateReflection | DeleteReflection | ListCoachNotes | CreateCoachNote | ReadCoachNote | UpdateCoachNote
        | DeleteCoachNote | ReadInsights | FindHelpers | FollowMap | ReadCaseload | PreviewCard | ListCards
        | CreateCard | ReadCard | ExportClient | ImportClient | ImportMapContent | ListLogIns | ConfirmLogIn
        | DiscardClientWords | ImportCards => Grant::Never,
    }
}

fn admin(action: Action) -> Grant {
    use Action::*;
    match action {
        ReadOrganisation | UpdateOrganisation | ListMembers | ReadMember | UpdateMember | DeleteMember
        | ListInvitations | CreateInvitation | ReadInvitation | DeleteInvitation | ReadVocabulary
        | UpdateVocabulary | ListClients | SearchClients | CreateClient | ReadClient | UpdateClient
        | UpdateClientIdentity | DeleteClient | ListAssignments | CreateAssignment | ReadAssignment
        | UpdateAssignment | ListLogIns | ConfirmLogIn => Grant::Always,
        ListOrganisations | CreateOrganisation | ReadOrganisations | UpdateOrganisations | PurgeOrganisation
        | ListPersons | CreatePerson | PreviewContacts | ReadPerson | UpdatePerson | DeletePerson | ListMaps
        | CreateMap | ReadMap | UpdateMap | SetMapPrivacy | ReplaceMapContent | DeleteMap | ListSupporters
        | CreateSupporter | ReadSupporter | UpdateSupporter | DeleteSupporter | ListTies | CreateTie | ReadTie
        | UpdateTie | DeleteTie | ReadNeeds | ReplaceNeeds | ListAgreements | CreateAgreement | ReadAgreement
        | UpdateAgreement | DeleteAgreement | ListReflections | CreateReflection | ReadReflection
        | UpdateReflection | DeleteReflection | ListCoachNotes | CreateCoachNote | ReadCoachNote | UpdateCoachNote
        | DeleteCoachNote | ReadInsights | FindHelpers | FollowMap | ReadCaseload | PreviewCard | ListCards
        | CreateCard | ReadCard | ExportClient | ImportClient | ImportMapContent | DiscardClientWords | ImportCards => {
            Grant::Never
        }
    }
}

fn coach(action: Action) -> Grant {
    use Action::*;
    match action {
        ReadOrganisation | ReadVocabulary => Grant::Always,
        ListClients | SearchClients | ReadClient | UpdateClient | ListPersons | CreatePerson | PreviewContacts
        | ListMaps | CreateMap | FindHelpers | ReadCaseload | ImportClient => Grant::Caseload,
        ReadPerson | UpdatePerson | DeletePerson | ReadMap | UpdateMap | ReplaceMapContent | DeleteMap
        | ListSupporters | CreateSupporter | ReadSupporter | UpdateSupporter | DeleteSupporter | ListTies
        | CreateTie | ReadTie | UpdateTie | DeleteTie | ReadNeeds | ReplaceNeeds | ListAgreements | CreateAgreement
        | ReadAgreement | UpdateAgreement | DeleteAgreement | ListReflections | ReadReflection | ReadInsights
        | FollowMap | PreviewCard | ListCards | CreateCard | ReadCard | ImportMapContent => Grant::OpenCaseload,
        ListCoachNotes | CreateCoachNote | ReadCoachNote | UpdateCoachNote | DeleteCoachNote => Grant::Author,
        ListOrganisations | CreateOrganisation | ReadOrganisations | UpdateOrganisations | PurgeOrganisation
        | UpdateOrganisation | ListMembers | ReadMember | UpdateMember | DeleteMember | ListInvitations
        | CreateInvitation | ReadInvitation | DeleteInvitation | UpdateVocabulary | CreateClient | DeleteClient
        | UpdateClientIdentity | ListAssignments | CreateAssignment | ReadAssignment | UpdateAssignment
        | SetMapPrivacy | CreateReflection | UpdateReflection | DeleteReflection | ExportClient | ListLogIns
        | ConfirmLogIn | DiscardClientWords | ImportCards => Grant::Never,
    }
}

fn client(action: Action) -> Grant {
    use Action::*;
    match action {
        ReadOrganisation | ReadVocabulary => Grant::Always,
        ReadClient | UpdateClient | ListPersons | CreatePerson | PreviewContacts | ReadPerson | UpdatePerson
        | DeletePerson | ListMaps | CreateMap | ReadMap | UpdateMap | ReplaceMapContent | DeleteMap
        | ListSupporters | CreateSupporter | ReadSupporter | UpdateSupporter | DeleteSupporter | ListTies
        | CreateTie | ReadTie | UpdateTie | DeleteTie | ReadNeeds | ReplaceNeeds | ListAgreements | CreateAgreement
        | ReadAgreement | UpdateAgreement | DeleteAgreement | ListReflections | ReadReflection | ReadInsights
        | FindHelpers | FollowMap | PreviewCard | ListCards | ReadCard | ExportClient | ImportClient
        | ImportMapContent | ListAssignments | ReadAssignment | ListLogIns | ConfirmLogIn => Grant::OwnRecord,
        SetMapPrivacy | DiscardClientWords | CreateReflection | UpdateReflection | DeleteReflection | CreateCard
        | ImportCards => Grant::ConfirmedRecord,
        ListOrganisations | CreateOrganisation | ReadOrganisations | UpdateOrganisations | PurgeOrganisation
        | UpdateOrganisation | ListMembers | ReadMember | UpdateMember | DeleteMember | ListInvitations
        | CreateInvitation | ReadInvitation | DeleteInvitation | UpdateVocabulary | ListClients | SearchClients
        | CreateClient | DeleteClient | UpdateClientIdentity | CreateAssignment | UpdateAssignment | ListCoachNotes
        | CreateCoachNote | ReadCoachNote | UpdateCoachNote | DeleteCoachNote | ReadCaseload => Grant::Never,
    }
}
