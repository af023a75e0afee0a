// Generated from openapi/openapi.json by `npm run generate`. Do not edit.

import type { Answer, Body, Options, Pages, Query, Stream } from "../client/types.js";

/** Every operation of the service, by group. */
export interface Api {
  oauth2: {
    /** The keys that sign access tokens (RFC 7517): the current, the previous and the next. (`showKeys`) */
    keys(options?: Options): Promise<Answer<"showKeys">>;
    /** Metadata of the authorization server (RFC 8414). (`showAuthorizationServer`) */
    authorizationServer(options?: Options): Promise<Answer<"showAuthorizationServer">>;
    /** Ends the sessions that an identity provider names in a logout token (OpenID Connect Back-Channel Logout 1.0). (`logOutByProvider`) */
    logOutByProvider(
      identityProviderId: string,
      body: Body<"logOutByProvider">,
      options?: Options,
    ): Promise<Answer<"logOutByProvider">>;
    /** The key with which this service authenticates at an identity provider (RFC 7517), if it does so with `private-key`. (`showClientKeys`) */
    clientKeys(identityProviderId: string, options?: Options): Promise<Answer<"showClientKeys">>;
    /** Ends the session of a refresh token. An unknown token gets the same response (RFC 7009). Without `token`, ends that of the cookie and removes it. (`revokeToken`) */
    revokeToken(body: Body<"revokeToken">, options?: Options): Promise<Answer<"revokeToken">>;
    /** Exchanges a refresh token for a new access token and the next refresh token, or gives an integration an access token. (`issueToken`) */
    issueToken(body: Body<"issueToken">, options?: Options): Promise<Answer<"issueToken">>;
  };
  service: {
    /** Documentation as a page. Works offline. (`showDocs`) */
    docs(options?: Options): Promise<Answer<"showDocs">>;
    /** A page of the guide (`guide` is its contents), or a script, style or picture of the documentation. (`showDocsFile`) */
    docsFile(file: string, options?: Options): Promise<Answer<"showDocsFile">>;
    /** Whether the process runs. (`showLiveness`) */
    liveness(options?: Options): Promise<Answer<"showLiveness">>;
    /** Whether the service can serve requests: the database answers and the service is not stopping. With `for=writes`, also whether changes can be stored; this is tested at most once a second. (`showReadiness`) */
    readiness(query?: Query<"showReadiness">, options?: Options): Promise<Answer<"showReadiness">>;
    /** Every type of problem and every error code of a member, as a page for people. (`listProblems`) */
    listProblems(options?: Options): Promise<Answer<"listProblems">>;
    /** What a type of problem means and what to do about it, as a page for people. (`showProblem`) */
    problem(type: string, options?: Options): Promise<Answer<"showProblem">>;
    /** This document. (`showOpenapi`) */
    openapi(options?: Options): Promise<Answer<"showOpenapi">>;
  };
  accessRequests: {
    /** Shows a request for access. For the client, their coaches and administrators. (`showAccessRequest`) */
    open(accessRequestId: string, options?: Options): Promise<Answer<"showAccessRequest">>;
    /** Prints who read or changed a client's record, in plain sentences in the language of the request. For coaches of the client and administrators. Needs a recent confirmation. (`printAccessLog`) */
    printAccessLog(accessRequestId: string, options?: Options): Promise<Answer<"printAccessLog">>;
    /** Prints a client's record in the language of the request, as far as the coach reads it: persons, maps with all that is on them, reflections, a list of the cards, consents and coaches; and what the law asks to tell: purposes, recipients, retention, rights and complaints. For coaches of the client. Needs a recent confirmation. (`printRecord`) */
    printRecord(accessRequestId: string, options?: Options): Promise<Answer<"printRecord">>;
    /** Lists a client's requests for access. For the client, their coaches and administrators. (`listAccessRequests`) */
    list(clientId: string, query?: Query<"listAccessRequests">, options?: Options): Pages<"listAccessRequests">;
    /** Records that a client asked for access to their record (GDPR, article 15). For coaches of the client and administrators. Needs a recent confirmation. (`createAccessRequest`) */
    create(
      clientId: string,
      body: Body<"createAccessRequest">,
      options?: Options,
    ): Promise<Answer<"createAccessRequest">>;
  };
  agreements: {
    /** Shows an agreement. (`showAgreement`) */
    open(agreementId: string, options?: Options): Promise<Answer<"showAgreement">>;
    /** Removes an agreement. (`deleteAgreement`) */
    delete(agreementId: string, options?: Options): Promise<Answer<"deleteAgreement">>;
    /** Changes an agreement. (`updateAgreement`) */
    update(agreementId: string, body: Body<"updateAgreement">, options?: Options): Promise<Answer<"updateAgreement">>;
    /** Lists the agreements on a map, optionally by status. (`listAgreements`) */
    list(mapId: string, query?: Query<"listAgreements">, options?: Options): Pages<"listAgreements">;
    /** Creates an agreement on a map: who is asked for what, by when. (`createAgreement`) */
    create(mapId: string, body: Body<"createAgreement">, options?: Options): Promise<Answer<"createAgreement">>;
  };
  assignments: {
    /** Lists the assignments of the organisation or of one coach, including ended ones. For administrators. (`listAllAssignments`) */
    listAllAssignments(query?: Query<"listAllAssignments">, options?: Options): Pages<"listAllAssignments">;
    /** Assigns a coach to at most 100 clients, to all of them or to none. For administrators. (`createAssignments`) */
    createMany(body: Body<"createAssignments">, options?: Options): Promise<Answer<"createAssignments">>;
    /** Shows an assignment. For administrators and the client. (`showAssignment`) */
    open(assignmentId: string, options?: Options): Promise<Answer<"showAssignment">>;
    /** Changes the basis of an assignment, or ends it. For administrators. (`updateAssignment`) */
    update(
      assignmentId: string,
      body: Body<"updateAssignment">,
      options?: Options,
    ): Promise<Answer<"updateAssignment">>;
    /** Lists the assignments of a client, including ended ones: who was assigned, by whom and on what basis. For administrators and the client. (`listAssignments`) */
    list(clientId: string, query?: Query<"listAssignments">, options?: Options): Pages<"listAssignments">;
    /** Assigns a coach to a client. For administrators. (`createAssignment`) */
    create(clientId: string, body: Body<"createAssignment">, options?: Options): Promise<Answer<"createAssignment">>;
    /** Lists the coaches who work with a client now. For the client and for those coaches. (`listCoaches`) */
    listCoaches(clientId: string, query?: Query<"listCoaches">, options?: Options): Pages<"listCoaches">;
  };
  accessLog: {
    /** Lists the access log of the organisation, newest first. For administrators. (`listAuditEvents`) */
    listAuditEvents(query?: Query<"listAuditEvents">, options?: Options): Pages<"listAuditEvents">;
    /** Lists the signed heads over the organisation's access log, newest first. For administrators. (`listAccessLogHeads`) */
    listHeads(query?: Query<"listAccessLogHeads">, options?: Options): Pages<"listAccessLogHeads">;
    /** Lists who read or changed your data, newest first, with a sentence for each line. For the client only. (`listAccessLog`) */
    list(clientId: string, query?: Query<"listAccessLog">, options?: Options): Pages<"listAccessLog">;
  };
  cards: {
    /** Shows a card as data, or as `showCardPicture` does if `Accept` prefers an image or PDF. (`showCard`) */
    open(cardId: string, options?: Options): Promise<Answer<"showCard">>;
    /** Shows what changed between two cards of the same client, which may be of different maps. Supporters are matched by person. (`showCardDifferences`) */
    differences(cardId: string, otherCardId: string, options?: Options): Promise<Answer<"showCardDifferences">>;
    /** Shows the picture of a card in the language of the request, as SVG, PNG or PDF. (`showCardPicture`) */
    picture(cardId: string, query?: Query<"showCardPicture">, options?: Options): Promise<Answer<"showCardPicture">>;
    /** Lists the cards of all maps of a client without their content, oldest first. (`listClientCards`) */
    listClientCards(clientId: string, query?: Query<"listClientCards">, options?: Options): Pages<"listClientCards">;
    /** Shows the picture of a map as a card created now would have it. (`previewCard`) */
    preview(mapId: string, query?: Query<"previewCard">, options?: Options): Promise<Answer<"previewCard">>;
    /** Lists the cards of a map without their content, oldest first. (`listCards`) */
    list(mapId: string, query?: Query<"listCards">, options?: Options): Pages<"listCards">;
    /** Creates a card: an immutable version of the map as it is now. The map does not change. Only the client can include reflections. (`createCard`) */
    create(mapId: string, body: Body<"createCard">, options?: Options): Promise<Answer<"createCard">>;
  };
  caseload: {
    /** Lists your caseload: every client assigned to you as a coach, with what is open and why the client may need attention. (`listCaseload`) */
    list(query?: Query<"listCaseload">, options?: Options): Pages<"listCaseload">;
  };
  clients: {
    /** Lists the clients you may see: for an administrator and an integration all, for a coach their caseload. (`listClients`) */
    list(query?: Query<"listClients">, options?: Options): Pages<"listClients">;
    /** Creates a client. (`createClient`) */
    create(
      body: Body<"createClient">,
      query?: Query<"createClient">,
      options?: Options,
    ): Promise<Answer<"createClient">>;
    /** Searches the clients you may see. A POST, so that names and numbers stay out of URLs. (`searchClients`) */
    search(body: Body<"searchClients">, query?: Query<"searchClients">, options?: Options): Pages<"searchClients">;
    /** Shows a client. (`showClient`) */
    open(clientId: string, options?: Options): Promise<Answer<"showClient">>;
    /** Removes a client who has nothing but administrative data, permanently. (`deleteClient`) */
    delete(clientId: string, options?: Options): Promise<Answer<"deleteClient">>;
    /** Changes a client's administrative data. (`updateClient`) */
    update(clientId: string, body: Body<"updateClient">, options?: Options): Promise<Answer<"updateClient">>;
    /** Shows the overview of a client. For the client and the assigned coach. (`showOverview`) */
    overview(clientId: string, options?: Options): Promise<Answer<"showOverview">>;
  };
  coachNotes: {
    /** Lists your own notes about a client. Notes of other coaches are not shown. (`listCoachNotes`) */
    list(clientId: string, query?: Query<"listCoachNotes">, options?: Options): Pages<"listCoachNotes">;
    /** Creates a note about a client. Only you see it, and only while you are assigned to the client. (`createCoachNote`) */
    create(clientId: string, body: Body<"createCoachNote">, options?: Options): Promise<Answer<"createCoachNote">>;
    /** Shows a note of your own. (`showCoachNote`) */
    open(coachNoteId: string, options?: Options): Promise<Answer<"showCoachNote">>;
    /** Removes a note of your own. (`deleteCoachNote`) */
    delete(coachNoteId: string, options?: Options): Promise<Answer<"deleteCoachNote">>;
    /** Changes a note of your own. (`updateCoachNote`) */
    update(coachNoteId: string, body: Body<"updateCoachNote">, options?: Options): Promise<Answer<"updateCoachNote">>;
  };
  consents: {
    /** Lists the external systems to which a client can give a consent. For the client and their coaches. (`listConsentReceivers`) */
    listReceivers(
      clientId: string,
      query?: Query<"listConsentReceivers">,
      options?: Options,
    ): Pages<"listConsentReceivers">;
    /** Lists a client's consents, with the withdrawn ones. For the client and their coaches. (`listConsents`) */
    list(clientId: string, query?: Query<"listConsents">, options?: Options): Pages<"listConsents">;
    /** Records a consent: the client's own, or one that the client gave to you as their coach. (`createConsent`) */
    create(clientId: string, body: Body<"createConsent">, options?: Options): Promise<Answer<"createConsent">>;
    /** Shows a consent. For the client and their coaches. (`showConsent`) */
    open(consentId: string, options?: Options): Promise<Answer<"showConsent">>;
    /** Withdraws a consent: the receiver's next request is refused. For the client and their coaches. (`withdrawConsent`) */
    withdraw(consentId: string, options?: Options): Promise<Answer<"withdrawConsent">>;
  };
  persons: {
    /** Reads an address book and returns the contacts to choose from. Nothing is stored. (`previewContacts`) */
    previewContacts(
      clientId: string,
      body: Body<"previewContacts">,
      options?: Options,
    ): Promise<Answer<"previewContacts">>;
    /** Lists the persons in a client's life, with the maps they are on. A coach does not see persons who are only on private maps. (`listPersons`) */
    list(clientId: string, query?: Query<"listPersons">, options?: Options): Pages<"listPersons">;
    /** Creates a person in a client's life. Only the alias is required. (`createPerson`) */
    create(clientId: string, body: Body<"createPerson">, options?: Options): Promise<Answer<"createPerson">>;
    /** Creates at most 200 persons in a client's life, all or none. (`createPersons`) */
    createMany(clientId: string, body: Body<"createPersons">, options?: Options): Promise<Answer<"createPersons">>;
    /** Shows a person. (`showPerson`) */
    open(personId: string, options?: Options): Promise<Answer<"showPerson">>;
    /** Removes a person who is on no map. (`deletePerson`) */
    delete(personId: string, options?: Options): Promise<Answer<"deletePerson">>;
    /** Changes a person, on every map they are on. (`updatePerson`) */
    update(personId: string, body: Body<"updatePerson">, options?: Options): Promise<Answer<"updatePerson">>;
    /** Merges a duplicate person into this one. (`mergePersons`) */
    merge(personId: string, body: Body<"mergePersons">, options?: Options): Promise<Answer<"mergePersons">>;
  };
  erasureRequests: {
    /** Lists a client's requests for erasure, with those that were withdrawn or refused. For the client, their coaches and administrators. (`listErasureRequests`) */
    list(clientId: string, query?: Query<"listErasureRequests">, options?: Options): Pages<"listErasureRequests">;
    /** Asks that a client's record is erased. For the client, and for their coaches and administrators on the client's request. Needs a recent confirmation. (`createErasureRequest`) */
    create(
      clientId: string,
      body: Body<"createErasureRequest">,
      options?: Options,
    ): Promise<Answer<"createErasureRequest">>;
    /** Shows a request for erasure. For the client, their coaches and administrators. (`showErasureRequest`) */
    open(erasureRequestId: string, options?: Options): Promise<Answer<"showErasureRequest">>;
    /** Refuses a request for erasure, with a reason that the client reads. For coaches of the client and administrators. Needs a recent confirmation. (`refuseErasureRequest`) */
    refuse(
      erasureRequestId: string,
      body: Body<"refuseErasureRequest">,
      options?: Options,
    ): Promise<Answer<"refuseErasureRequest">>;
    /** Withdraws a request for erasure: the record stays. For the client, their coaches and administrators. (`withdrawErasureRequest`) */
    withdraw(erasureRequestId: string, options?: Options): Promise<Answer<"withdrawErasureRequest">>;
  };
  portability: {
    /** Exports all data of the client. For the client only. (`exportClient`) */
    exportClient(clientId: string, query?: Query<"exportClient">, options?: Options): Promise<Answer<"exportClient">>;
    /** Imports an exported client into a client without persons and maps, all or nothing. (`importClient`) */
    importClient(clientId: string, body: Body<"importClient">, options?: Options): Promise<Answer<"importClient">>;
    /** Adds people from tables to a map, all or nothing. (`importMapContent`) */
    importMapContent(
      mapId: string,
      body: Body<"importMapContent">,
      options?: Options,
    ): Promise<Answer<"importMapContent">>;
  };
  helpers: {
    /** Finds who could help a client with one need or with each, ranked, with reasons. (`findHelpers`) */
    find(clientId: string, query?: Query<"findHelpers">, options?: Options): Promise<Answer<"findHelpers">>;
  };
  legalHolds: {
    /** Lists the legal holds on a client's record, with those that are over. For the client, their coaches and administrators. (`listLegalHolds`) */
    list(clientId: string, query?: Query<"listLegalHolds">, options?: Options): Pages<"listLegalHolds">;
    /** Places a legal hold on a client's record, which is then not erased. For administrators. Needs a recent confirmation. (`createLegalHold`) */
    create(clientId: string, body: Body<"createLegalHold">, options?: Options): Promise<Answer<"createLegalHold">>;
    /** Shows a legal hold. For the client, their coaches and administrators. (`showLegalHold`) */
    open(legalHoldId: string, options?: Options): Promise<Answer<"showLegalHold">>;
    /** Releases a legal hold; an erasure that waited for it follows. For administrators. Needs a recent confirmation. (`releaseLegalHold`) */
    release(legalHoldId: string, options?: Options): Promise<Answer<"releaseLegalHold">>;
  };
  logIns: {
    /** Confirms the client's log-in, which gives it access to private data. (`confirmLogIn`) */
    confirm(clientId: string, body: Body<"confirmLogIn">, options?: Options): Promise<Answer<"confirmLogIn">>;
    /** Lists the log-ins of a client, including ended ones. For the client and for administrators. (`listLogIns`) */
    list(clientId: string, query?: Query<"listLogIns">, options?: Options): Pages<"listLogIns">;
  };
  maps: {
    /** Lists a client's maps, without their content. A coach does not see private ones. (`listMaps`) */
    list(clientId: string, query?: Query<"listMaps">, options?: Options): Pages<"listMaps">;
    /** Creates an empty map. Only the client can make it private. (`createMap`) */
    create(clientId: string, body: Body<"createMap">, options?: Options): Promise<Answer<"createMap">>;
    /** Shows a map with its content. (`showMap`) */
    open(mapId: string, options?: Options): Promise<Answer<"showMap">>;
    /** Removes a map with its content and cards; the persons stay. Only the client can remove a map with cards. (`deleteMap`) */
    delete(mapId: string, options?: Options): Promise<Answer<"deleteMap">>;
    /** Changes the map without its content. Only the client can change whether it is private. `If-Match` takes the map's `headEtag` or its `etag`. (`updateMap`) */
    update(mapId: string, body: Body<"updateMap">, options?: Options): Promise<Answer<"updateMap">>;
    /** Replaces the whole content of a map, all or nothing. (`replaceMapContent`) */
    replaceContent(
      mapId: string,
      body: Body<"replaceMapContent">,
      options?: Options,
    ): Promise<Answer<"replaceMapContent">>;
    /** Streams the changes of a map by all users, as they happen. (`followMap`) */
    follow(mapId: string, query?: Query<"followMap">, options?: Options): Stream<"followMap">;
  };
  restrictions: {
    /** Lists the restrictions of a client's record, with the lifted ones. For the client, their coaches and administrators. (`listRestrictions`) */
    list(clientId: string, query?: Query<"listRestrictions">, options?: Options): Pages<"listRestrictions">;
    /** Restricts a client's record: from the next request on, only the client reads it. For the client, and for their coaches and administrators on the client's request. (`createRestriction`) */
    create(clientId: string, body: Body<"createRestriction">, options?: Options): Promise<Answer<"createRestriction">>;
    /** Shows a restriction. For the client, their coaches and administrators. (`showRestriction`) */
    open(restrictionId: string, options?: Options): Promise<Answer<"showRestriction">>;
    /** Lifts a restriction: the record can be read again. For the client, and for their coaches and administrators on the client's request. Needs a recent confirmation. (`liftRestriction`) */
    lift(restrictionId: string, body: Body<"liftRestriction">, options?: Options): Promise<Answer<"liftRestriction">>;
  };
  me: {
    /** Gives a user the address that this secret was mailed to. They log in with it from now on; sessions stay. (`acceptEmailChange`) */
    acceptEmailChange(body: Body<"acceptEmailChange">, options?: Options): Promise<Answer<"acceptEmailChange">>;
    /** Shows your own account and memberships. (`showMe`) */
    open(options?: Options): Promise<Answer<"showMe">>;
    /** Changes your own name or language. (`updateMe`) */
    update(body: Body<"updateMe">, options?: Options): Promise<Answer<"updateMe">>;
    /** Deletes your own account, if you are a member of no organisation. It cannot be undone. (`deleteMe`) */
    delete(body: Body<"deleteMe">, options?: Options): Promise<Answer<"deleteMe">>;
    /** Mails a link to the address you want to have, and tells your current address. Your address changes when the link is followed, within 24 hours. (`requestEmailChange`) */
    requestEmailChange(body: Body<"requestEmailChange">, options?: Options): Promise<Answer<"requestEmailChange">>;
    /** Changes your own password and ends all your other sessions. This session continues with the tokens in the response; its earlier refresh tokens no longer work. No `If-Match`: a password has no version. (`changePassword`) */
    changePassword(body: Body<"changePassword">, options?: Options): Promise<Answer<"changePassword">>;
    /** Sets a new password with the secret of a mail, and ends all your sessions. Then log in. (`resetPassword`) */
    resetPassword(body: Body<"resetPassword">, options?: Options): Promise<Answer<"resetPassword">>;
    /** Mails a link with which you can choose a new password, if the address has an account. (`requestPasswordReset`) */
    requestPasswordReset(
      body: Body<"requestPasswordReset">,
      options?: Options,
    ): Promise<Answer<"requestPasswordReset">>;
  };
  erasures: {
    /** Lists the receipts of erasures. For administrators. (`listErasures`) */
    list(query?: Query<"listErasures">, options?: Options): Pages<"listErasures">;
    /** Shows the receipt of an erasure. For administrators. (`showErasure`) */
    open(erasureId: string, options?: Options): Promise<Answer<"showErasure">>;
  };
  events: {
    /** Streams changes of everything you may see: for a coach the caseload without private maps, for a client their own record, for an integration the clients who consented. (`followChanges`) */
    followChanges(query?: Query<"followChanges">, options?: Options): Stream<"followChanges">;
  };
  identityProviders: {
    /** Lists the identity providers of the organisation. For administrators. (`listIdentityProviders`) */
    list(query?: Query<"listIdentityProviders">, options?: Options): Pages<"listIdentityProviders">;
    /** Registers an identity provider. For administrators; at most 5. (`createIdentityProvider`) */
    create(body: Body<"createIdentityProvider">, options?: Options): Promise<Answer<"createIdentityProvider">>;
    /** Shows an identity provider. For administrators. (`showIdentityProvider`) */
    open(identityProviderId: string, options?: Options): Promise<Answer<"showIdentityProvider">>;
    /** Removes an identity provider with the identities at it; its sessions end at once. For administrators. (`deleteIdentityProvider`) */
    delete(identityProviderId: string, options?: Options): Promise<Answer<"deleteIdentityProvider">>;
    /** Changes an identity provider. Disabled, its sessions end at once. For administrators. (`updateIdentityProvider`) */
    update(
      identityProviderId: string,
      body: Body<"updateIdentityProvider">,
      options?: Options,
    ): Promise<Answer<"updateIdentityProvider">>;
    /** Lists the domains of the organisation. For administrators. (`listLogInDomains`) */
    listLogInDomains(query?: Query<"listLogInDomains">, options?: Options): Pages<"listLogInDomains">;
    /** Claims a domain of email addresses. For administrators; at most 20. (`createLogInDomain`) */
    createLogInDomain(body: Body<"createLogInDomain">, options?: Options): Promise<Answer<"createLogInDomain">>;
    /** Shows a domain with the record that proves it. For administrators. (`showLogInDomain`) */
    logInDomain(logInDomainId: string, options?: Options): Promise<Answer<"showLogInDomain">>;
    /** Gives a domain up. Identities that it helped to link stay. For administrators. No `If-Match`: it has no version. (`deleteLogInDomain`) */
    deleteLogInDomain(logInDomainId: string, options?: Options): Promise<Answer<"deleteLogInDomain">>;
    /** Looks for the record of a domain in DNS. For administrators. (`verifyLogInDomain`) */
    verifyLogInDomain(logInDomainId: string, options?: Options): Promise<Answer<"verifyLogInDomain">>;
  };
  integrationTokens: {
    /** Deletes a token, which is refused from the next request. No `If-Match`: it has no version. For administrators. (`deleteIntegrationToken`) */
    delete(integrationTokenId: string, options?: Options): Promise<Answer<"deleteIntegrationToken">>;
    /** Lists the tokens of an integration, on one page and without their secrets. For administrators. (`listIntegrationTokens`) */
    list(integrationId: string, options?: Options): Pages<"listIntegrationTokens">;
    /** Creates a token with which an identity provider calls `/scim/v2`. For administrators. (`createIntegrationToken`) */
    create(
      integrationId: string,
      body: Body<"createIntegrationToken">,
      options?: Options,
    ): Promise<Answer<"createIntegrationToken">>;
  };
  integrations: {
    /** Lists the external systems of the organisation. For administrators. (`listIntegrations`) */
    list(query?: Query<"listIntegrations">, options?: Options): Pages<"listIntegrations">;
    /** Registers an external system. For administrators. (`createIntegration`) */
    create(body: Body<"createIntegration">, options?: Options): Promise<Answer<"createIntegration">>;
    /** Shows an external system. For administrators. (`showIntegration`) */
    open(integrationId: string, options?: Options): Promise<Answer<"showIntegration">>;
    /** Removes an external system, which loses access at its next request. The consents given to it stay on record. For administrators. (`deleteIntegration`) */
    delete(integrationId: string, options?: Options): Promise<Answer<"deleteIntegration">>;
    /** Changes an external system, effective on its next request. For administrators. (`updateIntegration`) */
    update(
      integrationId: string,
      body: Body<"updateIntegration">,
      options?: Options,
    ): Promise<Answer<"updateIntegration">>;
  };
  invitations: {
    /** Accepts an invitation: creates a membership and, if needed, an account with this name and password, and logs in. (`acceptInvitation`) */
    accept(body: Body<"acceptInvitation">, options?: Options): Promise<Answer<"acceptInvitation">>;
    /** Invites the people of a CSV table to become members, all or none. For administrators. (`importInvitations`) */
    import(
      body: Body<"importInvitations">,
      query?: Query<"importInvitations">,
      options?: Options,
    ): Promise<Answer<"importInvitations">>;
    /** Shows an invitation to the holder of its secret, without using it up. A POST, so that the secret is in no address. (`lookUpInvitation`) */
    lookUpInvitation(body: Body<"lookUpInvitation">, options?: Options): Promise<Answer<"lookUpInvitation">>;
    /** Lists the invitations, including accepted and expired ones. For administrators. (`listInvitations`) */
    list(query?: Query<"listInvitations">, options?: Options): Pages<"listInvitations">;
    /** Invites a user to become a member, or a client to log in. For administrators. (`createInvitation`) */
    create(body: Body<"createInvitation">, options?: Options): Promise<Answer<"createInvitation">>;
    /** Shows an invitation, without its secret. For administrators. (`showInvitation`) */
    open(invitationId: string, options?: Options): Promise<Answer<"showInvitation">>;
    /** Withdraws an invitation: it can no longer be accepted. For administrators. (`deleteInvitation`) */
    delete(invitationId: string, options?: Options): Promise<Answer<"deleteInvitation">>;
    /** Sends an invitation again, with a new secret and a new term of 7 days. The earlier secret no longer works. For administrators. (`deliverInvitation`) */
    deliver(invitationId: string, options?: Options): Promise<Answer<"deliverInvitation">>;
  };
  sessions: {
    /** Mails a code of six digits with which a client can log in without a password. (`requestLogInCode`) */
    requestLogInCode(body: Body<"requestLogInCode">, options?: Options): Promise<Answer<"requestLogInCode">>;
    /** Finds how a user can log in, by the domain of their email address. (`findLogInMethods`) */
    findLogInMethods(body: Body<"findLogInMethods">, options?: Options): Promise<Answer<"findLogInMethods">>;
    /** Begins a log-in with an identity provider. It can be finished once, within 10 minutes, by the same browser. (`beginProviderLogIn`) */
    beginProviderLogIn(body: Body<"beginProviderLogIn">, options?: Options): Promise<Answer<"beginProviderLogIn">>;
    /** Finishes a log-in with an identity provider. (`completeProviderLogIn`) */
    completeProviderLogIn(
      body: Body<"completeProviderLogIn">,
      options?: Options,
    ): Promise<Answer<"completeProviderLogIn">>;
    /** Lists your own sessions that have not ended. (`listSessions`) */
    list(query?: Query<"listSessions">, options?: Options): Pages<"listSessions">;
    /** Logs in. If you are a member of one organisation, it is chosen; otherwise choose one next. (`logIn`) */
    logIn(body: Body<"logIn">, options?: Options): Promise<Answer<"logIn">>;
    /** Shows the user of this session: what a front end needs at its start. (`showCurrentSession`) */
    currentSession(options?: Options): Promise<Answer<"showCurrentSession">>;
    /** Logs out: ends the session of this request immediately, and removes its cookie. (`logOut`) */
    logOut(options?: Options): Promise<Answer<"logOut">>;
    /** Confirms that it is you, which sensitive operations need: those that answer 401 `confirmation-required`. (`confirmSession`) */
    confirm(body: Body<"confirmSession">, options?: Options): Promise<Answer<"confirmSession">>;
    /** Chooses the organisation of this session. No `If-Match`: a session has no version. (`chooseOrganisation`) */
    chooseOrganisation(body: Body<"chooseOrganisation">, options?: Options): Promise<Answer<"chooseOrganisation">>;
    /** Ends one of your own sessions immediately. No `If-Match`: a session has no version. (`endSession`) */
    end(sessionId: string, options?: Options): Promise<Answer<"endSession">>;
  };
  insights: {
    /** Shows insights into a map: coverage and gaps per support type, measures, and observations as questions. (`showInsights`) */
    open(mapId: string, query?: Query<"showInsights">, options?: Options): Promise<Answer<"showInsights">>;
    /** Shows the effect of losing a supporter: gaps, fragile support types, groups that fall apart, open agreements. (`showAbsence`) */
    absence(
      mapId: string,
      supporterId: string,
      query?: Query<"showAbsence">,
      options?: Options,
    ): Promise<Answer<"showAbsence">>;
  };
  needs: {
    /** Shows what the client needs, per support type. (`showNeeds`) */
    open(mapId: string, options?: Options): Promise<Answer<"showNeeds">>;
    /** Replaces all needs of the client. `If-Match` takes the `ETag` of the needs or of the map. (`replaceNeeds`) */
    replace(mapId: string, body: Body<"replaceNeeds">, options?: Options): Promise<Answer<"replaceNeeds">>;
  };
  reflections: {
    /** Lists the client's reflections on a map. (`listReflections`) */
    list(mapId: string, query?: Query<"listReflections">, options?: Options): Pages<"listReflections">;
    /** Creates a reflection on a map, in the client's own words. A coach can read it but not write it. (`createReflection`) */
    create(mapId: string, body: Body<"createReflection">, options?: Options): Promise<Answer<"createReflection">>;
    /** Shows a reflection. (`showReflection`) */
    open(reflectionId: string, options?: Options): Promise<Answer<"showReflection">>;
    /** Removes a reflection; only the client can. (`deleteReflection`) */
    delete(reflectionId: string, options?: Options): Promise<Answer<"deleteReflection">>;
    /** Changes a reflection; only the client can. (`updateReflection`) */
    update(
      reflectionId: string,
      body: Body<"updateReflection">,
      options?: Options,
    ): Promise<Answer<"updateReflection">>;
  };
  supporters: {
    /** Lists the supporters on a map. (`listSupporters`) */
    list(mapId: string, query?: Query<"listSupporters">, options?: Options): Pages<"listSupporters">;
    /** Places an existing or a new person on a map. (`createSupporter`) */
    create(mapId: string, body: Body<"createSupporter">, options?: Options): Promise<Answer<"createSupporter">>;
    /** Shows a supporter. (`showSupporter`) */
    open(supporterId: string, options?: Options): Promise<Answer<"showSupporter">>;
    /** Places a person on a map as `createSupporter` does, under an id that you choose, a `UUIDv7`: for front ends that show it before it is stored, or that are offline. Any existing id, also that of a repeated request, gives 409 `id-taken`. (`putSupporter`) */
    put(supporterId: string, body: Body<"putSupporter">, options?: Options): Promise<Answer<"putSupporter">>;
    /** Removes a supporter from the map, with supports, ties and agreements; the person stays. (`deleteSupporter`) */
    delete(supporterId: string, options?: Options): Promise<Answer<"deleteSupporter">>;
    /** Changes a supporter; null makes a member unanswered. (`updateSupporter`) */
    update(supporterId: string, body: Body<"updateSupporter">, options?: Options): Promise<Answer<"updateSupporter">>;
  };
  ties: {
    /** Lists the ties on a map. (`listTies`) */
    list(mapId: string, query?: Query<"listTies">, options?: Options): Pages<"listTies">;
    /** Creates a tie between two supporters who know each other. (`createTie`) */
    create(mapId: string, body: Body<"createTie">, options?: Options): Promise<Answer<"createTie">>;
    /** Shows a tie. (`showTie`) */
    open(tieId: string, options?: Options): Promise<Answer<"showTie">>;
    /** Removes a tie. (`deleteTie`) */
    delete(tieId: string, options?: Options): Promise<Answer<"deleteTie">>;
    /** Changes how strong a tie is. (`updateTie`) */
    update(tieId: string, body: Body<"updateTie">, options?: Options): Promise<Answer<"updateTie">>;
  };
  identities: {
    /** Lists your identities at providers, on one page. (`listOwnIdentities`) */
    list(options?: Options): Pages<"listOwnIdentities">;
    /** Links your identity at a provider, when the browser is back. Every refusal of what the provider sent is 401 `log-in-refused`. (`linkIdentity`) */
    link(body: Body<"linkIdentity">, options?: Options): Promise<Answer<"linkIdentity">>;
    /** Unlinks one of your identities; its sessions end at once. No `If-Match`: it has no version. (`unlinkOwnIdentity`) */
    unlinkOwnIdentity(identityId: string, options?: Options): Promise<Answer<"unlinkOwnIdentity">>;
    /** Begins to link your identity at a provider, with which you can log in from then on. (`beginIdentityLink`) */
    beginLink(body: Body<"beginIdentityLink">, options?: Options): Promise<Answer<"beginIdentityLink">>;
    /** Lists the identities of the organisation's members. For administrators. (`listMemberIdentities`) */
    listMemberIdentities(query?: Query<"listMemberIdentities">, options?: Options): Pages<"listMemberIdentities">;
    /** Unlinks an identity of a member; its sessions end at once. For administrators. No `If-Match`: it has no version. (`unlinkMemberIdentity`) */
    unlinkMemberIdentity(memberIdentityId: string, options?: Options): Promise<Answer<"unlinkMemberIdentity">>;
  };
  passkeys: {
    /** Begins a confirmation of your session with a passkey. Send its answer to `/v1/sessions/current/confirmations`. (`requestOwnPasskeyChallenge`) */
    requestOwnPasskeyChallenge(options?: Options): Promise<Answer<"requestOwnPasskeyChallenge">>;
    /** Begins to add a passkey. Send its answer to `/v1/me/passkeys` within 5 minutes. (`requestPasskeyRegistration`) */
    requestRegistration(options?: Options): Promise<Answer<"requestPasskeyRegistration">>;
    /** Adds a passkey to your second factors, where you also find and remove it. (`addPasskey`) */
    add(body: Body<"addPasskey">, options?: Options): Promise<Answer<"addPasskey">>;
    /** Begins a log-in with a passkey. Send its answer to `/v1/passkey-sessions`. (`requestPasskeyChallenge`) */
    requestChallenge(
      body: Body<"requestPasskeyChallenge">,
      options?: Options,
    ): Promise<Answer<"requestPasskeyChallenge">>;
    /** Logs in with the answer of a passkey. It is both factors: no password and no code is needed. (`logInWithPasskey`) */
    logInWithPasskey(body: Body<"logInWithPasskey">, options?: Options): Promise<Answer<"logInWithPasskey">>;
  };
  secondFactors: {
    /** Tells how many of your recovery codes are left. (`countRecoveryCodes`) */
    countRecoveryCodes(options?: Options): Promise<Answer<"countRecoveryCodes">>;
    /** Replaces all your recovery codes by ten new ones, shown only here. Each replaces a code of your app once. (`replaceRecoveryCodes`) */
    replaceRecoveryCodes(options?: Options): Promise<Answer<"replaceRecoveryCodes">>;
    /** Lists your second factors, on one page. (`listSecondFactors`) */
    list(options?: Options): Pages<"listSecondFactors">;
    /** Adds an authenticator app. It counts once you confirm it with a first code; until then, adding another one replaces it. (`addSecondFactor`) */
    add(body: Body<"addSecondFactor">, options?: Options): Promise<Answer<"addSecondFactor">>;
    /** Removes one of your second factors; with the last one, also your recovery codes. No `If-Match`: it has no version. (`removeSecondFactor`) */
    remove(secondFactorId: string, options?: Options): Promise<Answer<"removeSecondFactor">>;
    /** Confirms an added authenticator app with a code of it, which cannot be used again. (`confirmSecondFactor`) */
    confirm(
      secondFactorId: string,
      body: Body<"confirmSecondFactor">,
      options?: Options,
    ): Promise<Answer<"confirmSecondFactor">>;
  };
  members: {
    /** Lists the members of the organisation. For administrators. (`listMembers`) */
    list(query?: Query<"listMembers">, options?: Options): Pages<"listMembers">;
    /** Shows a member. For administrators. (`showMember`) */
    open(memberId: string, options?: Options): Promise<Answer<"showMember">>;
    /** Ends a membership. For administrators. (`deleteMember`) */
    delete(memberId: string, options?: Options): Promise<Answer<"deleteMember">>;
    /** Changes the roles of a member. For administrators. (`updateMember`) */
    update(memberId: string, body: Body<"updateMember">, options?: Options): Promise<Answer<"updateMember">>;
    /** Invites a member again who lost password and second factor. For administrators. (`inviteMemberAgain`) */
    inviteAgain(memberId: string, options?: Options): Promise<Answer<"inviteMemberAgain">>;
  };
  organisation: {
    /** Shows the organisation of your session. (`showOwnOrganisation`) */
    open(options?: Options): Promise<Answer<"showOwnOrganisation">>;
    /** Renames the organisation of your session or changes its settings. For administrators. (`updateOwnOrganisation`) */
    update(body: Body<"updateOwnOrganisation">, options?: Options): Promise<Answer<"updateOwnOrganisation">>;
  };
  organisations: {
    /** Lists the organisations of the platform. For the operator. (`listOrganisations`) */
    list(query?: Query<"listOrganisations">, options?: Options): Pages<"listOrganisations">;
    /** Creates an organisation, with an invitation for its first administrator. For the operator. (`createOrganisation`) */
    create(body: Body<"createOrganisation">, options?: Options): Promise<Answer<"createOrganisation">>;
    /** Shows an organisation, without its content. For the operator. (`showOrganisation`) */
    open(organisationId: string, options?: Options): Promise<Answer<"showOrganisation">>;
    /** Purges an organisation permanently, the second of two steps. For the operator. Needs a recent confirmation. (`purgeOrganisation`) */
    purge(organisationId: string, options?: Options): Promise<Answer<"purgeOrganisation">>;
    /** Renames, suspends or reactivates an organisation. For the operator. (`updateOrganisation`) */
    update(
      organisationId: string,
      body: Body<"updateOrganisation">,
      options?: Options,
    ): Promise<Answer<"updateOrganisation">>;
    /** Invites an administrator to an organisation, such as one that has none left. For the operator. (`inviteAdministrator`) */
    inviteAdministrator(
      organisationId: string,
      body: Body<"inviteAdministrator">,
      options?: Options,
    ): Promise<Answer<"inviteAdministrator">>;
    /** Requests the purge of an organisation, the first of two steps. For the operator. Needs a recent confirmation. (`requestPurge`) */
    requestPurge(organisationId: string, options?: Options): Promise<Answer<"requestPurge">>;
  };
  retention: {
    /** Confirms that exactly the records of a preview are erased. For administrators. Needs a recent confirmation. (`confirmRetention`) */
    confirm(body: Body<"confirmRetention">, options?: Options): Promise<Answer<"confirmRetention">>;
    /** Shows which records a confirmation would erase, and erases nothing. For administrators. (`previewRetention`) */
    preview(options?: Options): Promise<Answer<"previewRetention">>;
  };
  vocabulary: {
    /** Shows every word the API uses with its labels, the questions of each step, and the organisation's support types. (`showVocabulary`) */
    open(options?: Options): Promise<Answer<"showVocabulary">>;
    /** Replaces the organisation's own support types; the built-in ones stay. For administrators. (`replaceSupportTypes`) */
    replaceSupportTypes(body: Body<"replaceSupportTypes">, options?: Options): Promise<Answer<"replaceSupportTypes">>;
  };
}
