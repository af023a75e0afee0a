crate::vocabulary::names! {
    /// Everything that can be asked of the service by somebody who is logged in. A use case names exactly one.
    ///
    /// Without an account of one's own (sessions, one's own profile) no action is needed: it is about oneself.
    pub enum Action {
        // The platform
        ListOrganisations, CreateOrganisation, ReadOrganisations, UpdateOrganisations, PurgeOrganisation,
        // The organisation
        ReadOrganisation, UpdateOrganisation,
        ListMembers, ReadMember, UpdateMember, DeleteMember,
        ListInvitations, CreateInvitation, ReadInvitation, DeleteInvitation,
        ReadVocabulary, UpdateVocabulary,
        // A client's administrative data
        ListClients, SearchClients, CreateClient, ReadClient, UpdateClient, UpdateClientIdentity, DeleteClient,
        ListAssignments, CreateAssignment, ReadAssignment, UpdateAssignment,
        ListLogIns, ConfirmLogIn,
        // The people around a client
        ListPersons, CreatePerson, PreviewContacts, ReadPerson, UpdatePerson, DeletePerson,
        ListMaps, CreateMap, ReadMap, UpdateMap, SetMapPrivacy, ReplaceMapContent, DeleteMap, DiscardClientWords,
        ListSupporters, CreateSupporter, ReadSupporter, UpdateSupporter, DeleteSupporter,
        ListTies, CreateTie, ReadTie, UpdateTie, DeleteTie,
        ReadNeeds, ReplaceNeeds,
        ListAgreements, CreateAgreement, ReadAgreement, UpdateAgreement, DeleteAgreement,
        // What a map tells, and the hard day
        ReadInsights, FindHelpers, FollowMap, ReadCaseload,
        // Cards
        PreviewCard, ListCards, CreateCard, ReadCard,
        // Taking it along
        ExportClient, ImportClient, ImportCards, ImportMapContent,
        // Words of the client, words of the coach
        ListReflections, CreateReflection, ReadReflection, UpdateReflection, DeleteReflection,
        ListCoachNotes, CreateCoachNote, ReadCoachNote, UpdateCoachNote, DeleteCoachNote,
    }
}

impl Action {
    /// The action that reads the thing this one is about: whoever may not do that must not learn that it exists.
    /// None where the thing is the organisation's own collection, which is no secret.
    #[must_use]
    pub fn reading(self) -> Option<Self> {
        use Action::*;
        match self {
            ListOrganisations | CreateOrganisation | ReadOrganisations | UpdateOrganisations | PurgeOrganisation => {
                None
            }
            ReadOrganisation | UpdateOrganisation | ReadVocabulary | UpdateVocabulary | ReadCaseload => None,
            ListMembers | ListInvitations | CreateInvitation => None,
            ListClients | SearchClients | CreateClient => None,
            ReadMember | UpdateMember | DeleteMember => Some(ReadMember),
            ReadInvitation | DeleteInvitation => Some(ReadInvitation),
            ReadClient | UpdateClient | UpdateClientIdentity | DeleteClient => Some(ReadClient),
            ListAssignments | CreateAssignment | ListLogIns | ConfirmLogIn => Some(ReadClient),
            ListPersons | CreatePerson | PreviewContacts | ListMaps | CreateMap => Some(ReadClient),
            ListCoachNotes | CreateCoachNote | FindHelpers | ExportClient | ImportClient | ImportCards => {
                Some(ReadClient)
            }
            ReadAssignment | UpdateAssignment => Some(ReadAssignment),
            ReadPerson | UpdatePerson | DeletePerson => Some(ReadPerson),
            ReadMap | UpdateMap | SetMapPrivacy | ReplaceMapContent | DeleteMap | DiscardClientWords => Some(ReadMap),
            ListSupporters | CreateSupporter | ListTies | CreateTie => Some(ReadMap),
            ReadNeeds | ReplaceNeeds | ListAgreements | CreateAgreement => Some(ReadMap),
            ListReflections | CreateReflection | ReadInsights | FollowMap => Some(ReadMap),
            PreviewCard | ListCards | CreateCard | ImportMapContent => Some(ReadMap),
            ReadCard => Some(ReadCard),
            ReadSupporter | UpdateSupporter | DeleteSupporter => Some(ReadSupporter),
            ReadTie | UpdateTie | DeleteTie => Some(ReadTie),
            ReadAgreement | UpdateAgreement | DeleteAgreement => Some(ReadAgreement),
            ReadReflection | UpdateReflection | DeleteReflection => Some(ReadReflection),
            ReadCoachNote | UpdateCoachNote | DeleteCoachNote => Some(ReadCoachNote),
        }
    }

    /// Whether it changes anything: a writing unit of work waits its turn on SQLite, a reading one never waits.
    #[must_use]
    pub fn writes(self) -> bool {
        use Action::*;
        match self {
            ListOrganisations | ReadOrganisations | ReadOrganisation | ListMembers | ReadMember | ListInvitations
            | ReadInvitation | ReadVocabulary | ListClients | SearchClients | ReadClient | ListAssignments
            | ReadAssignment | ListPersons | PreviewContacts | ReadPerson | ListMaps | ReadMap | ListSupporters
            | ReadSupporter | ListTies | ReadTie | ReadNeeds | ListAgreements | ReadAgreement | ListReflections
            | ReadReflection | ListCoachNotes | ReadCoachNote | ReadInsights | FindHelpers | FollowMap
            | ReadCaseload | PreviewCard | ListCards | ReadCard | ExportClient | ListLogIns => false,
            CreateOrganisation | UpdateOrganisations | PurgeOrganisation | UpdateOrganisation | UpdateMember
            | DeleteMember | CreateInvitation | DeleteInvitation | UpdateVocabulary | CreateClient | UpdateClient
            | UpdateClientIdentity | DeleteClient | CreateAssignment | UpdateAssignment | CreatePerson
            | UpdatePerson | DeletePerson | CreateMap | UpdateMap | SetMapPrivacy | ReplaceMapContent | DeleteMap
            | CreateSupporter | UpdateSupporter | DeleteSupporter | CreateTie | UpdateTie | DeleteTie
            | ReplaceNeeds | CreateAgreement | UpdateAgreement | DeleteAgreement | CreateReflection
            | UpdateReflection | DeleteReflection | CreateCoachNote | UpdateCoachNote | DeleteCoachNote
            | CreateCard | ImportClient | ImportMapContent | ConfirmLogIn | DiscardClientWords | ImportCards => true,
        }
    }
}
