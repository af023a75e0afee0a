//! The access policy as a table: one row per resource, and one per action that is not a common verb.
//!
//! A cell is `never` or a list of allowed verbs with their grant: `l` list, `r` read, `c` create, `u` update, `d`
//! delete. Verbs without a [`Grant`] are allowed everywhere in the organisation. A row without six cells does not
//! compile. A resource of a client or on a map has an id, as in `Card(CardId)`: the row declares the id type and makes the
//! resource a [`Target`].
//!
//! After the cells, `@device` marks what a session of a device may read without a recent confirmation of its user, and
//! `@confirmed` what every session may do only shortly after one: [`super::SessionConfirmation`]. `@restricted` marks
//! what others than the client may still do while the client's record is restricted: everything without the mark is refused.

use super::{Capacity, Role};

/// The scope within which a right applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Denied.
    Never,
    /// Everywhere in the organisation (for the operator: on the platform).
    Always,
    /// Clients currently assigned to the coach.
    Caseload,
    /// Clients currently assigned to the coach, except for maps the client keeps private.
    OpenCaseload,
    /// Clients currently assigned to the coach, limited to what the coach wrote.
    Author,
    /// The client's own record; with an unconfirmed log-in, only what is not private.
    OwnRecord,
    /// The client's own record, with a confirmed log-in: actions that speak in the client's name.
    ConfirmedRecord,
    /// Resources shared with the holder of the share.
    Shared,
    /// Clients who consented that the integration reads their cards; never a map the client keeps private.
    Consented,
}

policy! {
    resources {
    //                                        operator  admin  coach                 client                                      share        integration
    PlatformOrganisation: public            { lrcud,    never, never,                never,                                      never,       never } @confirmed(d)
    Organisation: public                    { never,    ru,    r,                    r,                                          never,       never } @confirmed(u)
    Vocabulary: public                      { never,    ru,    r,                    r,                                          never,       never } @device(r)
    Member                                  { never,    lrud,  never,                never,                                      never,       never }
    Invitation                              { never,    lrcd,  never,                never,                                      never,       never }
    Integration                             { never,    lrcud, never,                never,                                      never,       never } @confirmed(cud)
    IdentityProvider                        { never,    lrcud, never,                never,                                      never,       never } @confirmed(cud)
    LogInDomain                             { never,    lrcud, never,                never,                                      never,       never } @confirmed(cud)
    Identity                                { never,    lrd,   never,                never,                                      never,       never } @confirmed(d)
    IntegrationToken                        { never,    lrcd,  never,                never,                                      never,       never } @confirmed(cd)
    ProvisionedMember                       { never,    never, never,                never,                                      never,       lrcud }
    Client(ClientId)                        { never,    lrcud, lru = Caseload,       ru = OwnRecord,                             never,       lrcu } @device(r) @confirmed(d) @restricted(lr)
    Assignment(AssignmentId) of Client      { never,    lrcu,  never,                lr = OwnRecord,                             never,       never } @restricted(lrcu)
    AccessLog of Client                     { never,    never, never,                l = ConfirmedRecord,                         never,       never }
    LogIn of Client                         { never,    l,     never,                l = OwnRecord,                              never,       never } @restricted(l)
    Consent(ConsentId) of Client            { never,    never, lrcu = Caseload,      lru = OwnRecord & c = ConfirmedRecord,      never,       never } @restricted(lru)
    Restriction(RestrictionId) of Client    { never,    lrcu,  lrcu = Caseload,      lr = OwnRecord & cu = ConfirmedRecord,      never,       never } @confirmed(u) @restricted(lrcu)
    ErasureRequest(ErasureRequestId) of Client { never, lrcu,  lrcu = Caseload,      lr = OwnRecord & cu = ConfirmedRecord,      never,       never } @confirmed(c) @restricted(lrcu)
    AccessRequest(AccessRequestId) of Client { never,   lrc,   lrc = Caseload,       lr = OwnRecord,                             never,       never } @confirmed(c) @restricted(lrc)
    LegalHold(LegalHoldId) of Client        { never,    lrcu,  lr = Caseload,        lr = OwnRecord,                             never,       never } @confirmed(cu) @restricted(lrcu)
    Erasure                                 { never,    lr,    never,                never,                                      never,       never }
    Person(PersonId) of Client              { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    CoachNote(CoachNoteId) of Client        { never,    never, lrcud = Author,       never,                                      never,       never }
    Map(MapId) of Client                    { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          r = Shared,  never } @device(lr)
    Supporter(SupporterId) of Map           { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    Tie(TieId) of Map                       { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    Needs in Map                            { never,    never, ru = OpenCaseload,    ru = OwnRecord,                             never,       never }
    Agreement(AgreementId) of Map           { never,    never, lrcud = OpenCaseload, lrcud = OwnRecord,                          never,       never }
    Card(CardId) of Map                     { never,    never, lrc = OpenCaseload,   lr = OwnRecord & c = ConfirmedRecord,       r = Shared,  r = Consented } @device(lr)
    Reflection(ReflectionId) of Map         { never,    never, lr = OpenCaseload,    lr = OwnRecord & cud = ConfirmedRecord,     never,       never }
    }
    verbs {
    SearchClients: read                   { Never,    Always, Caseload,            Never,                                      Never,       Always }
    ListAllAssignments: read              { Never,    Always, Never,               Never,                                      Never,       Never }
    ListAuditEvents: read                 { Never,    Always, Never,               Never,                                      Never,       Never }
    ListLogHeads: read                    { Never,    Always, Never,               Never,                                      Never,       Never }
    AssignCoach: write                    { Never,    Always, Never,               Never,                                      Never,       Never }
    ReadCaseload: read                    { Never,    Never,  Caseload,            Never,                                      Never,       Never }
    FollowChanges: read                   { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Consented }
    UpdateClientIdentity: write on Client { Never,    Always, Never,               Never,                                      Never,       Always }
    ListConsentReceivers: read on Client  { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    ListClientCards: read on Client       { Never,    Never,  OpenCaseload,        OwnRecord,                                  Never,       Consented }
    PreviewRetention: read                { Never,    Always, Never,               Never,                                      Never,       Never }
    ConfirmRetention: write               { Never,    Always, Never,               Never,                                      Never,       Never } @confirmed
    RequestPurge: write                   { Always,   Never,  Never,               Never,                                      Never,       Never } @confirmed
    DeliverInvitation: write              { Never,    Always, Never,               Never,                                      Never,       Never }
    InviteMemberAgain: write              { Never,    Always, Never,               Never,                                      Never,       Never } @confirmed
    InviteAdministrator: write            { Always,   Never,  Never,               Never,                                      Never,       Never } @confirmed
    ConfirmLogIn: write on Client         { Never,    Always, Never,               OwnRecord,                                  Never,       Never } @restricted
    RefuseErasure: write on ErasureRequest { Never,   Always, Caseload,            Never,                                      Never,       Never } @confirmed @restricted
    PrintAccessLog: read on AccessRequest { Never,    Always, Caseload,            Never,                                      Never,       Never } @confirmed @restricted
    PrintRecord: read on AccessRequest    { Never,    Never,  OpenCaseload,        Never,                                      Never,       Never } @confirmed
    PreviewContacts: read on Client       { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    ReadOverview: read on Client          { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    ListCoaches: read on Client           { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never }
    FindHelpers: read on Client           { Never,    Never,  Caseload,            OwnRecord,                                  Never,       Never } @device
    ExportClient: read on Client          { Never,    Never,  Never,               OwnRecord,                                  Never,       Never } @confirmed
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

/// Whether a holder of `role` may grant the role `granted`.
#[must_use]
pub fn grants(role: Role, granted: Role) -> bool {
    match (role, granted) {
        // For the first admin of a new organisation, who may also be its only coach.
        (Role::Operator, Role::Admin | Role::Coach) => true,
        (Role::Admin, Role::Admin | Role::Coach | Role::Client) => true,
        // Operators are created on the command line.
        (Role::Operator | Role::Admin | Role::Coach | Role::Client, Role::Operator) => false,
        (Role::Operator, Role::Client) => false,
        (Role::Coach | Role::Client, Role::Admin | Role::Coach | Role::Client) => false,
    }
}
