//! The table of who may do what: one row for each resource, and one for each verb that is not a common one.
//!
//! A cell is `never`, or the verbs that are allowed and how far: `l` list, `r` read, `c` create, `u` update, `d` delete. Verbs without
//! a [`Grant`] are allowed everywhere in the organisation. A row without six cells does not compile. A resource of a client's or on a
//! map has an id, as in `CoachNote(CoachNoteId)`: the row declares it, and makes it a [`Target`].

use super::{Capacity, Role};

/// How far a right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Not at all.
    Never,
    /// Everywhere in the organisation (for the operator: on the platform).
    Always,
    /// The clients assigned to the coach at this moment.
    Caseload,
    /// Those clients, except for maps that the client keeps private.
    OpenCaseload,
    /// Those clients, and of what stands there only what the coach wrote.
    Author,
    /// The client's own record; with an unconfirmed log-in, only what is not private.
    OwnRecord,
    /// The client's own record, with a confirmed log-in: what speaks in the client's name.
    ConfirmedRecord,
    /// What was shared with the holder of the share.
    Shared,
    /// The clients that the integration registered.
    Registered,
}

policy! {
    resources {
    //                                        operator  admin  coach                 client                                      share        integration
    PlatformOrganisation: public            { lrcud,    never, never,                never,                                      never,       never }
    Organisation: public                    { never,    ru,    r,                    r,                                          never,       never }
    Vocabulary: public                      { never,    ru,    r,                    r,                                          never,       never }
    Member                                  { never,    lrud,  never,                never,                                      never,       never }
    Invitation                              { never,    lrcd,  never,                never,                                      never,       never }
    Client(ClientId)                        { never,    lrcud, lru = Caseload,       ru = OwnRecord,                             never,       lrc = Registered }
    Assignment(AssignmentId) of Client      { never,    lrcu,  never,                lr = OwnRecord,                             never,       never }
    LogIn of Client                         { never,    l,     never,                l = OwnRecord,                              never,       never }
    Person(PersonId) of Client              { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    CoachNote(CoachNoteId) of Client        { never,    never, lrcud = Author,       never,                                      never,       never }
    Map(MapId) of Client                    { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          r = Shared,  never }
    Supporter(SupporterId) of Map           { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    Tie(TieId) of Map                       { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    Needs in Map                            { never,    never, ru = OpenCaseload,    ru = OwnRecord,                             never,       never }
    Agreement(AgreementId) of Map           { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    Card(CardId) of Map                     { never,    never, lrc = OpenCaseload,   lr = OwnRecord & c = ConfirmedRecord,       r = Shared,  never }
    Reflection(ReflectionId) of Map         { never,    never, lr = OpenCaseload,    lr = OwnRecord & cud = ConfirmedRecord,     never,       never }
    }
    verbs {
    SearchClients: read                   { Never,    Always, Caseload,            Never,                                      Never,       Never }
    ListAllAssignments: read              { Never,    Always, Never,               Never,                                      Never,       Never }
    AssignCoach: write                    { Never,    Always, Never,               Never,                                      Never,       Never }
    ReadCaseload: read                    { Never,    Never,  Caseload,            Never,                                      Never,       Never }
    FollowChanges: read                   { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Never }
    UpdateClientIdentity: write on Client { Never,    Always, Never,               Never,                                      Never,       Registered }
    ConfirmLogIn: write on Client         { Never,    Always, Never,               OwnRecord,                                  Never,       Never }
    PreviewContacts: read on Client       { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    ReadOverview: read on Client          { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    ListCoaches: read on Client           { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    FindHelpers: read on Client           { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    ExportClient: read on Client          { Never,    Never,  Never,               OwnRecord,                                  Never,       Never }
    ImportClient: write on Client         { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    ImportCards: write on Client          { Never,    Never,  Never,               ConfirmedRecord,                            Never,       Never }
    MergePersons: write on Person         { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Never }
    SetMapPrivacy: write on Map           { Never,    Never,  Never,               ConfirmedRecord,                            Never,       Never }
    ReplaceMapContent: write on Map       { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Never }
    ImportMapContent: write on Map        { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Never }
    DiscardClientWords: write on Map      { Never,    Never,  Never,               ConfirmedRecord,                            Never,       Never }
    ReadInsights: read on Map             { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Never }
    FollowMap: read on Map                { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Never }
    PreviewCard: read on Map              { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Never }
    }
}

/// Whether a holder of this role may grant that one.
#[must_use]
pub fn grants(role: Role, granted: Role) -> bool {
    match (role, granted) {
        // The first admin of a new organisation, who may be its only coach.
        (Role::Operator, Role::Admin | Role::Coach) => true,
        (Role::Admin, Role::Admin | Role::Coach | Role::Client) => true,
        // Operators are made on the command line.
        (Role::Operator | Role::Admin | Role::Coach | Role::Client, Role::Operator) => false,
        (Role::Operator, Role::Client) => false,
        (Role::Coach | Role::Client, Role::Admin | Role::Coach | Role::Client) => false,
    }
}
