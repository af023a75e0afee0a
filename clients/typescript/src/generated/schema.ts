export interface paths {
  "/.well-known/jwks.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The keys that sign access tokens (RFC 7517): the current, the previous and the next. */
    get: operations["showKeys"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/.well-known/oauth-authorization-server": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Metadata of the authorization server (RFC 8414). */
    get: operations["showAuthorizationServer"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/docs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Documentation as a page. Works offline. */
    get: operations["showDocs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/docs/{file}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page of the guide (`guide` is its contents), or a script, style or picture of the documentation. */
    get: operations["showDocsFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health/live": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process runs. */
    get: operations["showLiveness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health/ready": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the service can serve requests: the database answers and the service is not stopping. With `for=writes`,
     *     also whether changes can be stored; this is tested at most once a second.
     */
    get: operations["showReadiness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/oauth2/backchannel-logout/{identityProviderId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the sessions that an identity provider names in a logout token (OpenID Connect Back-Channel Logout 1.0).
     * @description For identity providers: register this address there. A token is signed by the provider, names this service as its audience,
     *     and is used once.
     */
    post: operations["logOutByProvider"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/oauth2/client-keys/{identityProviderId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The key with which this service authenticates at an identity provider (RFC 7517), if it does so with `private-key`.
     * @description For that identity provider: register this address there as the `jwks_uri` of this service.
     */
    get: operations["showClientKeys"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/oauth2/revoke": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends the session of a refresh token. An unknown token gets the same response (RFC 7009). Without `token`, ends that of the
     *     cookie and removes it.
     */
    post: operations["revokeToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/oauth2/token": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchanges a refresh token for a new access token and the next refresh token, or gives an integration an access token.
     * @description An integration sends `client_credentials` with an assertion that its own key signed (RFC 7523): `iss` and `sub` are its
     *     id, `aud` is the issuer or this address, `jti` is used once, and it lives at most 5 minutes. It gets no refresh token.
     *
     *     A refresh token can be used once. Presented again within 30 seconds, as by a second tab or after a lost response, it gives
     *     the same next token; later it ends the session, but that of a device only once its successor was used. Without
     *     `refresh_token`, the cookie of the session is used and set anew. `Idempotency-Key` has no effect: the response holds
     *     secrets, which are not stored.
     */
    post: operations["issueToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/problems": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every type of problem and every error code of a member, as a page for people. */
    get: operations["listProblems"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/problems/{type}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a type of problem means and what to do about it, as a page for people. */
    get: operations["showProblem"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/access-requests/{accessRequestId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a request for access. For the client, their coaches and administrators. */
    get: operations["showAccessRequest"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/access-requests/{accessRequestId}/access-log": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Prints who read or changed a client's record, in plain sentences in the language of the request. For coaches of the client and
     *     administrators. Needs a recent confirmation.
     * @description The newest 1,000 lines; the sheet says if there are older ones. Printing it adds a line. Later than 30 days after the request was
     *     recorded: 409 `access-request-over`; if the client has a confirmed log-in by now: 409 `client-has-own-access`.
     */
    get: operations["printAccessLog"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/access-requests/{accessRequestId}/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Prints a client's record in the language of the request, as far as the coach reads it: persons, maps with all that is on them, reflections, a
     *     list of the cards, consents and coaches; and what the law asks to tell: purposes, recipients, retention, rights and complaints. For
     *     coaches of the client. Needs a recent confirmation.
     * @description Maps that the client keeps private and notes of coaches are left out, and the sheet says so. Later than 30 days after the request was
     *     recorded: 409 `access-request-over`; if the client has a confirmed log-in by now: 409 `client-has-own-access`; while the record
     *     is restricted: 409 `restricted`.
     */
    get: operations["printRecord"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agreements/{agreementId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows an agreement. */
    get: operations["showAgreement"];
    put?: never;
    post?: never;
    /** Removes an agreement. */
    delete: operations["deleteAgreement"];
    options?: never;
    head?: never;
    /**
     * Changes an agreement.
     * @description Its status goes from `planned` to `asked`, then to `accepted` or `declined`, and from `accepted` to `done` and
     *     `thanked`. Each step can be taken back; `declined` can be `planned` again. Any other step gets 409.
     */
    patch: operations["updateAgreement"];
    trace?: never;
  };
  "/v1/assignments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the assignments of the organisation or of one coach, including ended ones. For administrators. */
    get: operations["listAllAssignments"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/assignments/batch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Assigns a coach to at most 100 clients, to all of them or to none. For administrators.
     * @description 409 lists every client that does not exist (`unknown-reference`) or to whom the coach is already assigned without an
     *     end (`already-assigned`).
     */
    post: operations["createAssignments"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/assignments/{assignmentId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows an assignment. For administrators and the client. */
    get: operations["showAssignment"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes the basis of an assignment, or ends it. For administrators.
     * @description The coach loses access at the first request after the end. An end in the past means now. An ended assignment cannot
     *     be changed.
     */
    patch: operations["updateAssignment"];
    trace?: never;
  };
  "/v1/audit-events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the access log of the organisation, newest first. For administrators.
     * @description It names clients and resources by id only. Reading it is in the log too.
     */
    get: operations["listAuditEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/audit-events/heads": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the signed heads over the organisation's access log, newest first. For administrators.
     * @description An organisation that keeps the `note` of each head can hand them to `omringd log verify --anchors` later, which finds every event
     *     that was changed, added or removed since.
     */
    get: operations["listAccessLogHeads"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/cards/{cardId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a card as data, or as `showCardPicture` does if `Accept` prefers an image or PDF. */
    get: operations["showCard"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/cards/{cardId}/differences/{otherCardId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows what changed between two cards of the same client, which may be of different maps. Supporters are matched by
     *     person.
     */
    get: operations["showCardDifferences"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/cards/{cardId}/picture": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the picture of a card in the language of the request, as SVG, PNG or PDF. */
    get: operations["showCardPicture"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/caseload": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists your caseload: every client assigned to you as a coach, with what is open and why the client may need
     *     attention.
     * @description Private maps are left out, with their cards, dates, agreements and needs. Days are compared with today in the
     *     organisation's time zone. `facets` counts the whole caseload, regardless of page and filter. Each page reads the
     *     caseload again: unless the order is by id, a client whose place changes in between may be missing or appear twice.
     */
    get: operations["listCaseload"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the clients you may see: for an administrator and an integration all, for a coach their caseload. */
    get: operations["listClients"];
    put?: never;
    /**
     * Creates a client.
     * @description With `ifExists=return` an existing client with one of the external identifiers is returned, with 200. If that
     *     client's name (ignoring case and accents) or date of birth differs, the response is 409 `client-differs`; an absent
     *     date of birth never differs.
     */
    post: operations["createClient"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Searches the clients you may see. A POST, so that names and numbers stay out of URLs.
     * @description For the next page, POST the same body to the address in `next`. A search by name reads at most 50,000 clients for a page: in a
     *     larger organisation a page can have fewer clients than `limit`, or none, and still a `next`.
     */
    post: operations["searchClients"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a client. */
    get: operations["showClient"];
    put?: never;
    post?: never;
    /**
     * Removes a client who has nothing but administrative data, permanently.
     * @description A client with persons, maps or coach notes gives 409 `client-has-record`: record a request for erasure instead
     *     (`createErasureRequest`). While a legal hold is in force: 409 `held`.
     */
    delete: operations["deleteClient"];
    options?: never;
    head?: never;
    /**
     * Changes a client's administrative data.
     * @description Administrators and integrations change the name, the date of birth and the external identifiers; the client and the coach change the
     *     preferred name. A member that the caller may not change gives 403 `forbidden`, with its pointer in `errors`.
     */
    patch: operations["updateClient"];
    trace?: never;
  };
  "/v1/clients/{clientId}/access-log": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists who read or changed your data, newest first, with a sentence for each line. For the client only.
     * @description There is a line for everything that was read, searched, changed, exported or printed, and for what was refused. Reading this
     *     list adds a line too. A user's name is the present one; a removed account has none.
     */
    get: operations["listAccessLog"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/access-requests": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists a client's requests for access. For the client, their coaches and administrators. */
    get: operations["listAccessRequests"];
    put?: never;
    /**
     * Records that a client asked for access to their record (GDPR, article 15). For coaches of the client and administrators. Needs a
     *     recent confirmation.
     * @description For 30 days the record and its access log can then be printed. A client with a confirmed log-in reads and exports the record
     *     themselves: 409 `client-has-own-access`.
     */
    post: operations["createAccessRequest"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/assignments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the assignments of a client, including ended ones: who was assigned, by whom and on what basis. For
     *     administrators and the client.
     */
    get: operations["listAssignments"];
    put?: never;
    /**
     * Assigns a coach to a client. For administrators.
     * @description A handover takes two steps: assign the new coach, then end the assignment of the previous one.
     */
    post: operations["createAssignment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/cards": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the cards of all maps of a client without their content, oldest first.
     * @description For the client, their coaches, and an integration to which the client consented. Cards of private maps are listed for
     *     the client alone.
     */
    get: operations["listClientCards"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/coach-notes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists your own notes about a client. Notes of other coaches are not shown. */
    get: operations["listCoachNotes"];
    put?: never;
    /** Creates a note about a client. Only you see it, and only while you are assigned to the client. */
    post: operations["createCoachNote"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/coaches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the coaches who work with a client now. For the client and for those coaches.
     * @description A coach is listed once per assignment. `listAssignments` also lists ended assignments.
     */
    get: operations["listCoaches"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/consent-receivers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the external systems to which a client can give a consent. For the client and their coaches. */
    get: operations["listConsentReceivers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/consents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists a client's consents, with the withdrawn ones. For the client and their coaches. */
    get: operations["listConsents"];
    put?: never;
    /**
     * Records a consent: the client's own, or one that the client gave to you as their coach.
     * @description It applies from the receiver's next request. While a consent for the same receiver and purpose is in force: 409
     *     `consent-in-force`.
     */
    post: operations["createConsent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/contact-previews": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reads an address book and returns the contacts to choose from. Nothing is stored.
     * @description A file of vCards (2.1, 3.0, 4.0), or the CSV of Google or Outlook with English or Dutch columns: at most 2 MiB and
     *     2,000 contacts. The encoding is UTF-8, UTF-16 with a byte order mark, the one in `charset`, or else Windows-1252.
     *     Names, numbers, email addresses and groups are read; photos, postal addresses, birthdays and notes are not. Requires
     *     the right to create persons; store the chosen contacts with `createPersons`.
     */
    post: operations["previewContacts"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/erasure-requests": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists a client's requests for erasure, with those that were withdrawn or refused. For the client, their coaches and
     *     administrators.
     */
    get: operations["listErasureRequests"];
    put?: never;
    /**
     * Asks that a client's record is erased. For the client, and for their coaches and administrators on the client's request. Needs
     *     a recent confirmation.
     * @description After the organisation's waiting time, by default seven days, everything of the client is erased, and cannot be restored; the access log stays, by
     *     ids. Until then the request can be withdrawn or refused. The receipt has the id of the request. While a request waits:
     *     409 `erasure-waiting`; while a legal hold is in force: 409 `held`.
     */
    post: operations["createErasureRequest"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Exports all data of the client. For the client only.
     * @description As JSON, which can be imported again; as a zip with the CSV files of Network Canvas (`omringd_ego`,
     *     `omringd_attributeList_Person`, `omringd_edgeList_Tie`) and a GraphML file for every map and every card; or as one
     *     GraphML document with a graph for each of those, of which networkx and igraph read only the first: use the zip for
     *     them. A coach's notes are left out, because they belong to the coach. The export is a snapshot of one moment.
     */
    get: operations["exportClient"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/helpers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Finds who could help a client with one need or with each, ranked, with reasons.
     * @description Designed for a difficult day: one request. Without `mapId` it covers all maps that the caller may see: each person
     *     appears once, with the newest answer to each question; an unanswered question on a newer map keeps the older answer.
     *     Request it without `supportType` to store everything on a device, then revalidate with its `ETag`.
     */
    get: operations["findHelpers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/import": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Imports an exported client into a client without persons and maps, all or nothing.
     * @description Timestamps are preserved; ids are new; cards keep their number, timestamp, role and hash. The name and other details
     *     of the client here do not change. No timestamp may be in the future, and no card number above 100,000. Only the
     *     client can import private maps, reflections and cards. At most 64 MiB, one import at a time per organisation; the
     *     body is received after the caller is authorized.
     */
    post: operations["importClient"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/legal-holds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the legal holds on a client's record, with those that are over. For the client, their coaches and administrators. */
    get: operations["listLegalHolds"];
    put?: never;
    /**
     * Places a legal hold on a client's record, which is then not erased. For administrators. Needs a recent confirmation.
     * @description It also postpones an erasure that waits.
     */
    post: operations["createLegalHold"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/login-confirmations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirms the client's log-in, which gives it access to private data.
     * @description The new log-in sends the code that was shown once, when the client's first log-in accepted its invitation. After 10
     *     wrong codes for one log-in: 409 `code-closed`. An administrator sends no code, and must not be the one who invited
     *     this log-in: 409 `confirmed-by-inviter`. Confirming a confirmed log-in has no effect.
     */
    post: operations["confirmLogIn"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/logins": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the log-ins of a client, including ended ones. For the client and for administrators.
     * @description If the client had a log-in before, a new one has no access to private data until it is confirmed, and sees no email
     *     addresses here.
     */
    get: operations["listLogIns"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/maps": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists a client's maps, without their content. A coach does not see private ones. */
    get: operations["listMaps"];
    put?: never;
    /** Creates an empty map. Only the client can make it private. */
    post: operations["createMap"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/overview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows the overview of a client. For the client and the assigned coach.
     * @description The maps with their progress and latest card, the open agreements, and the current coaches. For a coach, private
     *     maps are left out, also from the counts. Send the `etag` of an item as `If-Match` to change it.
     */
    get: operations["showOverview"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/persons": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the persons in a client's life, with the maps they are on. A coach does not see persons who are only on
     *     private maps.
     */
    get: operations["listPersons"];
    put?: never;
    /** Creates a person in a client's life. Only the alias is required. */
    post: operations["createPerson"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/persons/batch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Creates at most 200 persons in a client's life, all or none.
     * @description For contacts chosen from an address book. Repeated with the same `Idempotency-Key`, it returns the persons as they
     *     are now.
     */
    post: operations["createPersons"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/clients/{clientId}/restrictions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the restrictions of a client's record, with the lifted ones. For the client, their coaches and administrators. */
    get: operations["listRestrictions"];
    put?: never;
    /**
     * Restricts a client's record: from the next request on, only the client reads it. For the client, and for their coaches and
     *     administrators on the client's request.
     * @description Everyone else gets 409 `restricted` for the content: what is written, maps, cards, insights, look-ups and exports. The name
     *     and other administrative data stay visible, so that the restriction can be found and lifted. While it is in force, a
     *     second one is refused: 409 `already-restricted`.
     */
    post: operations["createRestriction"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/coach-notes/{coachNoteId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a note of your own. */
    get: operations["showCoachNote"];
    put?: never;
    post?: never;
    /** Removes a note of your own. */
    delete: operations["deleteCoachNote"];
    options?: never;
    head?: never;
    /** Changes a note of your own. */
    patch: operations["updateCoachNote"];
    trace?: never;
  };
  "/v1/consents/{consentId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a consent. For the client and their coaches. */
    get: operations["showConsent"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/consents/{consentId}/withdrawals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws a consent: the receiver's next request is refused. For the client and their coaches.
     * @description Withdrawing a withdrawn consent has no effect.
     */
    post: operations["withdrawConsent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/email-change-acceptances": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives a user the address that this secret was mailed to. They log in with it from now on; sessions stay.
     * @description An unknown, used, expired or replaced secret gives 409 `link-over`.
     */
    post: operations["acceptEmailChange"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/erasure-requests/{erasureRequestId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a request for erasure. For the client, their coaches and administrators. */
    get: operations["showErasureRequest"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/erasure-requests/{erasureRequestId}/refusals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refuses a request for erasure, with a reason that the client reads. For coaches of the client and administrators. Needs a
     *     recent confirmation.
     * @description A request that was withdrawn or refused gives 409 `erasure-request-over`.
     */
    post: operations["refuseErasureRequest"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/erasure-requests/{erasureRequestId}/withdrawals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws a request for erasure: the record stays. For the client, their coaches and administrators.
     * @description What the client asked for with their own log-in is withdrawn by the client only: 403 for others, who can refuse it on a ground of the
     *     law. Withdrawing a withdrawn request has no effect; a refused one gives 409 `erasure-request-over`.
     */
    post: operations["withdrawErasureRequest"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/erasures": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the receipts of erasures. For administrators. */
    get: operations["listErasures"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/erasures/{erasureId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the receipt of an erasure. For administrators. */
    get: operations["showErasure"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Streams changes of everything you may see: for a coach the caseload without private maps, for a client their own
     *     record, for an integration the clients who consented.
     * @description Server-sent events about the organisation of the session. A `change` event carries a `ChangeEvent` that names what
     *     to read again; changes of one map in quick succession may be merged into the last one. `reset` means: read
     *     everything you show again. The stream begins with `reset`, unless `Last-Event-ID` is the id of your last event: then
     *     all changes since follow, or `reset` if they are unknown, too many, or what you may see has changed. What you may no
     *     longer see is reported only as `client-removed` or `map-removed`. Of several changes at once only the last has an `id`:
     *     store an id after all events before it. Comments are heartbeats; their `id` marks a point before which there are no
     *     more changes. At most 10,000 clients and maps are followed.
     *
     *     `end` means that your session, membership or roles have ended: do not reconnect. If the stream ends without it,
     *     reconnect with `Last-Event-ID`. Read the stream with `fetch`: `EventSource` in browsers cannot send `Authorization`.
     *     With HTTP/1.1 a browser has six connections for all its tabs: share one stream between them.
     */
    get: operations["followChanges"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/identity-providers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the identity providers of the organisation. For administrators. */
    get: operations["listIdentityProviders"];
    put?: never;
    /**
     * Registers an identity provider. For administrators; at most 5.
     * @description Register `redirectUri` and `backchannelLogoutUri` of the response at the provider. Sessions that it begins are in this
     *     organisation only, with the roles admin and coach only.
     */
    post: operations["createIdentityProvider"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/identity-providers/{identityProviderId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows an identity provider. For administrators. */
    get: operations["showIdentityProvider"];
    put?: never;
    post?: never;
    /** Removes an identity provider with the identities at it; its sessions end at once. For administrators. */
    delete: operations["deleteIdentityProvider"];
    options?: never;
    head?: never;
    /** Changes an identity provider. Disabled, its sessions end at once. For administrators. */
    patch: operations["updateIdentityProvider"];
    trace?: never;
  };
  "/v1/integration-tokens/{integrationTokenId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes a token, which is refused from the next request. No `If-Match`: it has no version. For administrators. */
    delete: operations["deleteIntegrationToken"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/integrations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the external systems of the organisation. For administrators. */
    get: operations["listIntegrations"];
    put?: never;
    /**
     * Registers an external system. For administrators.
     * @description Its `id` is its client id. With a signed assertion (RFC 7523) it gets access tokens of 10 minutes from
     *     `POST /oauth2/token`; see `docs/integrations.md`.
     */
    post: operations["createIntegration"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/integrations/{integrationId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows an external system. For administrators. */
    get: operations["showIntegration"];
    put?: never;
    post?: never;
    /**
     * Removes an external system, which loses access at its next request. The consents given to it stay on record. For
     *     administrators.
     */
    delete: operations["deleteIntegration"];
    options?: never;
    head?: never;
    /** Changes an external system, effective on its next request. For administrators. */
    patch: operations["updateIntegration"];
    trace?: never;
  };
  "/v1/integrations/{integrationId}/tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the tokens of an integration, on one page and without their secrets. For administrators. */
    get: operations["listIntegrationTokens"];
    put?: never;
    /**
     * Creates a token with which an identity provider calls `/scim/v2`. For administrators.
     * @description The secret is shown only here. The integration needs the scope `members.write`. It has at most two tokens at once: create
     *     the next, use it, and delete the old one. See `docs/provisioning.md`.
     */
    post: operations["createIntegrationToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/invitation-acceptances": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accepts an invitation: creates a membership and, if needed, an account with this name and password, and logs in.
     * @description If the invited address has an account, the password must be that account's and the name is ignored. A wrong password
     *     gives 401, or 400 where the same name and password would give 400 for a new account. An unknown, used, withdrawn or
     *     expired secret gives 409 `invitation-over`. Repeating the request is safe: an invitation is accepted once.
     */
    post: operations["acceptInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/invitation-imports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Invites the people of a CSV table to become members, all or none. For administrators.
     * @description Columns `email` and `roles`: `coach`, `admin`, or both with a space or `|` between them. A column `language` may
     *     say `nl` or `en`; a column `name` is ignored. A comma, semicolon or tab separates the columns, as in the header or in a first line such as `sep=;`. At most 500 rows
     *     and 256 KiB. The encoding is UTF-8, UTF-16 with a byte order mark, the one in `charset`, or else Windows-1252.
     *
     *     Every error names the row as a spreadsheet numbers it, and the column; nobody is invited then. Members and people with
     *     an open invitation are listed and not invited again, so the same table can be sent twice. If the service sends mail,
     *     the secrets are mailed and shown to nobody. Otherwise only this response contains them: hand each over.
     */
    post: operations["importInvitations"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/invitation-lookups": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Shows an invitation to the holder of its secret, without using it up. A POST, so that the secret is in no address.
     * @description It does not tell whether the address has an account. An unknown, used, withdrawn or expired secret gives 409
     *     `invitation-over`.
     */
    post: operations["lookUpInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the invitations, including accepted and expired ones. For administrators. */
    get: operations["listInvitations"];
    put?: never;
    /**
     * Invites a user to become a member, or a client to log in. For administrators.
     * @description If the service sends mail and the invitation has an address, the secret is mailed to it and shown to nobody. Otherwise
     *     only this response contains it: hand it over, for example as a QR code on paper. A client who accepts a shown secret is
     *     unconfirmed, and has no access to private data, until the log-in is confirmed. The secret can be used once, within 7
     *     days, with POST /v1/invitation-acceptances.
     */
    post: operations["createInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/invitations/{invitationId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows an invitation, without its secret. For administrators. */
    get: operations["showInvitation"];
    put?: never;
    post?: never;
    /** Withdraws an invitation: it can no longer be accepted. For administrators. */
    delete: operations["deleteInvitation"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/invitations/{invitationId}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends an invitation again, with a new secret and a new term of 7 days. The earlier secret no longer works. For
     *     administrators.
     * @description You become its inviter. An invitation can be sent 5 times.
     */
    post: operations["deliverInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/legal-holds/{legalHoldId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a legal hold. For the client, their coaches and administrators. */
    get: operations["showLegalHold"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/legal-holds/{legalHoldId}/releases": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Releases a legal hold; an erasure that waited for it follows. For administrators. Needs a recent confirmation.
     * @description Releasing a released hold has no effect.
     */
    post: operations["releaseLegalHold"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/log-in-codes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mails a code of six digits with which a client can log in without a password.
     * @description It is mailed only to a client, and only if every organisation of theirs allows it (`clientsLogInByMail`). The response is the
     *     same for every address. Send the code with this ticket to POST /v1/sessions, within 10 minutes and at most 5 times. At most 3
     *     mails per hour go to one address; further requests get 429.
     */
    post: operations["requestLogInCode"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/log-in-domains": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the domains of the organisation. For administrators. */
    get: operations["listLogInDomains"];
    put?: never;
    /**
     * Claims a domain of email addresses. For administrators; at most 20.
     * @description Publish the record of the response in DNS, then prove the domain. Other organisations may prove the same domain.
     */
    post: operations["createLogInDomain"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/log-in-domains/{logInDomainId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a domain with the record that proves it. For administrators. */
    get: operations["showLogInDomain"];
    put?: never;
    post?: never;
    /** Gives a domain up. Identities that it helped to link stay. For administrators. No `If-Match`: it has no version. */
    delete: operations["deleteLogInDomain"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/log-in-domains/{logInDomainId}/verifications": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Looks for the record of a domain in DNS. For administrators.
     * @description Without the record: 409 `domain-not-proven`, and the domain is not proven any more.
     */
    post: operations["verifyLogInDomain"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/log-in-methods": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finds how a user can log in, by the domain of their email address.
     * @description The response is the same for known and unknown addresses. Of a domain that several organisations have proven, it has the
     *     providers of each.
     */
    post: operations["findLogInMethods"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a map with its content. */
    get: operations["showMap"];
    put?: never;
    post?: never;
    /** Removes a map with its content and cards; the persons stay. Only the client can remove a map with cards. */
    delete: operations["deleteMap"];
    options?: never;
    head?: never;
    /**
     * Changes the map without its content. Only the client can change whether it is private. `If-Match` takes the map's
     *     `headEtag` or its `etag`.
     */
    patch: operations["updateMap"];
    trace?: never;
  };
  "/v1/maps/{mapId}/agreements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the agreements on a map, optionally by status. */
    get: operations["listAgreements"];
    put?: never;
    /** Creates an agreement on a map: who is asked for what, by when. */
    post: operations["createAgreement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/card": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the picture of a map as a card created now would have it. */
    get: operations["previewCard"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/cards": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the cards of a map without their content, oldest first. */
    get: operations["listCards"];
    put?: never;
    /**
     * Creates a card: an immutable version of the map as it is now. The map does not change. Only the client can include
     *     reflections.
     */
    post: operations["createCard"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/content": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Replaces the whole content of a map, all or nothing.
     * @description For front ends that save a whole session, or that were offline. Items that are not listed are removed from the map;
     *     persons that are not listed stay, and so do agreements if the member is absent. Unchanged items keep their version.
     *     At most 2 MiB.
     */
    put: operations["replaceMapContent"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Streams the changes of a map by all users, as they happen.
     * @description Server-sent events. A `change` event has the map's version as its id and carries a `MapChange`: the version, who
     *     made the change and the id of the request, not what changed: read the map. Recognise your own changes by the
     *     `X-Request-Id` of your request. The first event comes at once with the current version, unless `Last-Event-ID` is
     *     that version. Changes in quick succession may be merged into the last one. Comments are heartbeats. `end` means that
     *     you may no longer follow the map, or that it was removed: do not reconnect. If the stream ends without it, reconnect
     *     with `Last-Event-ID`.
     *
     *     Read the stream with `fetch`: `EventSource` in browsers cannot send `Authorization`, and tokens must stay out of
     *     URLs.
     */
    get: operations["followMap"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/import": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds people from tables to a map, all or nothing.
     * @description A `text/csv` body is the table of persons only, in UTF-8, in UTF-16 with a byte order mark, or in the encoding in
     *     `charset`, such as `windows-1252`. Every error names the table, the row as a spreadsheet numbers it, and the column.
     *     At most 2 MiB.
     */
    post: operations["importMapContent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/insights": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows insights into a map: coverage and gaps per support type, measures, and observations as questions. */
    get: operations["showInsights"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/insights/absence/{supporterId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the effect of losing a supporter: gaps, fragile support types, groups that fall apart, open agreements. */
    get: operations["showAbsence"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/needs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows what the client needs, per support type. */
    get: operations["showNeeds"];
    /** Replaces all needs of the client. `If-Match` takes the `ETag` of the needs or of the map. */
    put: operations["replaceNeeds"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/reflections": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the client's reflections on a map. */
    get: operations["listReflections"];
    put?: never;
    /** Creates a reflection on a map, in the client's own words. A coach can read it but not write it. */
    post: operations["createReflection"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/supporters": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the supporters on a map. */
    get: operations["listSupporters"];
    put?: never;
    /** Places an existing or a new person on a map. */
    post: operations["createSupporter"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/maps/{mapId}/ties": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the ties on a map. */
    get: operations["listTies"];
    put?: never;
    /** Creates a tie between two supporters who know each other. */
    post: operations["createTie"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows your own account and memberships. */
    get: operations["showMe"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes your own name or language. */
    patch: operations["updateMe"];
    trace?: never;
  };
  "/v1/me/deletions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deletes your own account, if you are a member of no organisation. It cannot be undone.
     * @description A POST, because it needs your password.
     */
    post: operations["deleteMe"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/email-changes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mails a link to the address you want to have, and tells your current address. Your address changes when the link is
     *     followed, within 24 hours.
     * @description A later request replaces an earlier one, and a change of password withdraws it. At most 5 requests a day. The response
     *     does not tell whether another account has the address.
     */
    post: operations["requestEmailChange"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/identities": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists your identities at providers, on one page. */
    get: operations["listOwnIdentities"];
    put?: never;
    /**
     * Links your identity at a provider, when the browser is back. Every refusal of what the provider sent is 401
     *     `log-in-refused`.
     */
    post: operations["linkIdentity"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/identities/{identityId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Unlinks one of your identities; its sessions end at once. No `If-Match`: it has no version. */
    delete: operations["unlinkOwnIdentity"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/identity-requests": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begins to link your identity at a provider, with which you can log in from then on.
     * @description Needs a session that you began with your own password or confirmed with it, or with a code, in the last ten minutes.
     */
    post: operations["beginIdentityLink"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/passkey-challenges": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins a confirmation of your session with a passkey. Send its answer to `/v1/sessions/current/confirmations`. */
    post: operations["requestOwnPasskeyChallenge"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/passkey-registrations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins to add a passkey. Send its answer to `/v1/me/passkeys` within 5 minutes. */
    post: operations["requestPasskeyRegistration"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/passkeys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds a passkey to your second factors, where you also find and remove it.
     * @description This session then has a second factor; your other sessions wait for one. With your first second factor you get recovery
     *     codes: keep them, they are shown only here, so `Idempotency-Key` has no effect. An answer that is late, used before or not
     *     valid is refused as `wrong-passkey`.
     */
    post: operations["addPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes your own password and ends all your other sessions. This session continues with the tokens in the response;
     *     its earlier refresh tokens no longer work. No `If-Match`: a password has no version.
     * @description Refused as `guessable`: common passwords, repetitions and sequences, and passwords based on your name, your email
     *     address or your organisation.
     */
    put: operations["changePassword"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/recovery-codes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells how many of your recovery codes are left. */
    get: operations["countRecoveryCodes"];
    put?: never;
    /** Replaces all your recovery codes by ten new ones, shown only here. Each replaces a code of your app once. */
    post: operations["replaceRecoveryCodes"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/second-factors": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists your second factors, on one page. */
    get: operations["listSecondFactors"];
    put?: never;
    /**
     * Adds an authenticator app. It counts once you confirm it with a first code; until then, adding another one replaces it.
     * @description The response holds the secret for the app and is not stored, so `Idempotency-Key` has no effect.
     */
    post: operations["addSecondFactor"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/second-factors/{secondFactorId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes one of your second factors; with the last one, also your recovery codes. No `If-Match`: it has no version. */
    delete: operations["removeSecondFactor"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/me/second-factors/{secondFactorId}/confirmations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirms an added authenticator app with a code of it, which cannot be used again.
     * @description This session then has a second factor; your other sessions wait for one. With your first second factor you get recovery
     *     codes: keep them, they are shown only here.
     */
    post: operations["confirmSecondFactor"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/member-identities": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the identities of the organisation's members. For administrators. */
    get: operations["listMemberIdentities"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/member-identities/{memberIdentityId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Unlinks an identity of a member; its sessions end at once. For administrators. No `If-Match`: it has no version. */
    delete: operations["unlinkMemberIdentity"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/members": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the members of the organisation. For administrators. */
    get: operations["listMembers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/members/{memberId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a member. For administrators. */
    get: operations["showMember"];
    put?: never;
    post?: never;
    /**
     * Ends a membership. For administrators.
     * @description The user loses access to the organisation at their next request; their account stays.
     */
    delete: operations["deleteMember"];
    options?: never;
    head?: never;
    /**
     * Changes the roles of a member. For administrators.
     * @description Without the role coach, the member's assignments end now. Without the role client, the member is no longer that
     *     client's log-in; the role client requires an invitation that names the client.
     */
    patch: operations["updateMember"];
    trace?: never;
  };
  "/v1/members/{memberId}/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Invites a member again who lost password and second factor. For administrators.
     * @description The secret is mailed to the member's own address, and shown to nobody. Who accepts it chooses a new password; every session
     *     ends, and so do the second factors of an account that is a member of this organisation alone. It replaces an earlier one.
     */
    post: operations["inviteMemberAgain"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/openapi.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document. */
    get: operations["showOpenapi"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/organisation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the organisation of your session. */
    get: operations["showOwnOrganisation"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Renames the organisation of your session or changes its settings. For administrators. */
    patch: operations["updateOwnOrganisation"];
    trace?: never;
  };
  "/v1/organisations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the organisations of the platform. For the operator. */
    get: operations["listOrganisations"];
    put?: never;
    /**
     * Creates an organisation, with an invitation for its first administrator. For the operator.
     * @description If the service sends mail, the secret of the invitation is mailed. Otherwise only this response contains it. It is used
     *     with POST /v1/invitation-acceptances.
     */
    post: operations["createOrganisation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/organisations/{organisationId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows an organisation, without its content. For the operator. */
    get: operations["showOrganisation"];
    put?: never;
    post?: never;
    /**
     * Purges an organisation permanently, the second of two steps. For the operator. Needs a recent confirmation.
     * @description At once nobody finds it any more. A job then removes all its data, the accounts of its members that are members nowhere else, and at
     *     last its keys, without which no copy is readable. Before `purgeableAt`, or without a request: 409 `purge-not-due`; while a legal hold
     *     on a record is in force: 409 `organisation-held`. The access log stays, by ids.
     */
    delete: operations["purgeOrganisation"];
    options?: never;
    head?: never;
    /**
     * Renames, suspends or reactivates an organisation. For the operator.
     * @description The members of a suspended organisation lose access at their next request. Reactivating withdraws the request to purge it.
     */
    patch: operations["updateOrganisation"];
    trace?: never;
  };
  "/v1/organisations/{organisationId}/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Invites an administrator to an organisation, such as one that has none left. For the operator.
     * @description While the organisation has an administrator, every one of them is told by mail, and the invitation is mailed after 72 hours:
     *     until then they can withdraw it. Without a mail server this is 409 `no-mail`.
     */
    post: operations["inviteAdministrator"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/organisations/{organisationId}/purge-requests": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Requests the purge of an organisation, the first of two steps. For the operator. Needs a recent confirmation.
     * @description The organisation is suspended, and can be purged 30 days later, from `purgeableAt`. Until then, reactivating it withdraws the request.
     *     Requesting it again has no effect.
     */
    post: operations["requestPurge"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/passkey-challenges": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begins a log-in with a passkey. Send its answer to `/v1/passkey-sessions`.
     * @description An address without passkeys gets made-up ones, always the same. The answer must come within 5 minutes, with the same address.
     */
    post: operations["requestPasskeyChallenge"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/passkey-sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Logs in with the answer of a passkey. It is both factors: no password and no code is needed.
     * @description An unknown address and an answer that is late, used before or not valid give the same response as a wrong password, and
     *     count as one. `Idempotency-Key` has no effect: see `logIn`.
     */
    post: operations["logInWithPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/password-reset-acceptances": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sets a new password with the secret of a mail, and ends all your sessions. Then log in.
     * @description Other factors stay, and logging in still needs them. Refused as `guessable`: see `changePassword`; the secret then
     *     stays valid. An unknown, used, expired or replaced secret gives 409 `link-over`.
     */
    post: operations["resetPassword"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/password-resets": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mails a link with which you can choose a new password, if the address has an account.
     * @description The response is the same for known and unknown addresses. The link can be used once, within 30 minutes; a later mail
     *     replaces it. At most 3 mails per hour go to one address; further requests are accepted and send none.
     */
    post: operations["requestPasswordReset"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/persons/{personId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a person. */
    get: operations["showPerson"];
    put?: never;
    post?: never;
    /** Removes a person who is on no map. */
    delete: operations["deletePerson"];
    options?: never;
    head?: never;
    /** Changes a person, on every map they are on. */
    patch: operations["updatePerson"];
    trace?: never;
  };
  "/v1/persons/{personId}/merges": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Merges a duplicate person into this one.
     * @description Values of this person win; missing ones come from the duplicate: phone number, note, the answers on each map that
     *     both are on. On every map the supports of both are combined, and ties and agreements of the duplicate move to this
     *     person. Cards do not change. The duplicate is removed. For a coach this applies to the maps that a coach may see;
     *     private maps do not change.
     */
    post: operations["mergePersons"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/provider-log-ins": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins a log-in with an identity provider. It can be finished once, within 10 minutes, by the same browser. */
    post: operations["beginProviderLogIn"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/provider-log-ins/completions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finishes a log-in with an identity provider.
     * @description The session is in the provider's organisation, can be in no other, and has the roles admin and coach only. Before it changes
     *     your account, confirm it with your password or a code of your own. Every refusal is 401 `log-in-refused`: also for a user
     *     whose identity is not linked. `Idempotency-Key` has no effect: the response holds secrets, which are not stored.
     */
    post: operations["completeProviderLogIn"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reflections/{reflectionId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a reflection. */
    get: operations["showReflection"];
    put?: never;
    post?: never;
    /** Removes a reflection; only the client can. */
    delete: operations["deleteReflection"];
    options?: never;
    head?: never;
    /** Changes a reflection; only the client can. */
    patch: operations["updateReflection"];
    trace?: never;
  };
  "/v1/restrictions/{restrictionId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a restriction. For the client, their coaches and administrators. */
    get: operations["showRestriction"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/restrictions/{restrictionId}/liftings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lifts a restriction: the record can be read again. For the client, and for their coaches and administrators on the client's
     *     request. Needs a recent confirmation.
     * @description Lifting a lifted restriction has no effect.
     */
    post: operations["liftRestriction"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/retention-confirmations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirms that exactly the records of a preview are erased. For administrators. Needs a recent confirmation.
     * @description Each is erased after the organisation's waiting time, and at least seven days, unless the client, a coach or an administrator
     *     withdraws it, or the record is changed, restricted or held meanwhile. If the preview is another one by now: 409 `retention-changed`.
     */
    post: operations["confirmRetention"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/retention-preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows which records a confirmation would erase, and erases nothing. For administrators.
     * @description A record is on the list if nothing in it changed for `retentionYears` and no coach worked with the client since. Not on it are
     *     records that are restricted, under a legal hold, or erased soon anyway. At most 100 are shown, and then `more` is true: confirm these
     *     to see the next.
     */
    get: operations["previewRetention"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists your own sessions that have not ended. */
    get: operations["listSessions"];
    put?: never;
    /**
     * Logs in. If you are a member of one organisation, it is chosen; otherwise choose one next.
     * @description An unknown address, a wrong password and a wrong code give the same response. If `secondFactor` is `expected` in the
     *     response, confirm the session with a code; if it is `missing`, add a second factor first. `Idempotency-Key` has no effect: the response holds
     *     secrets, which are not stored. Repeating a log-in creates another session.
     */
    post: operations["logIn"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sessions/current": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the user of this session: what a front end needs at its start. */
    get: operations["showCurrentSession"];
    put?: never;
    post?: never;
    /** Logs out: ends the session of this request immediately, and removes its cookie. */
    delete: operations["logOut"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sessions/current/confirmations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirms that it is you, which sensitive operations need: those that answer 401 `confirmation-required`.
     * @description With a second factor, send a code or the answer of a passkey; a session that waits for one then has it. Without one, send your password.
     */
    post: operations["confirmSession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sessions/current/organisation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Chooses the organisation of this session. No `If-Match`: a session has no version. */
    put: operations["chooseOrganisation"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/sessions/{sessionId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends one of your own sessions immediately. No `If-Match`: a session has no version. */
    delete: operations["endSession"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/supporters/{supporterId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a supporter. */
    get: operations["showSupporter"];
    /**
     * Places a person on a map as `createSupporter` does, under an id that you choose, a `UUIDv7`: for front ends that
     *     show it before it is stored, or that are offline. Any existing id, also that of a repeated request, gives 409
     *     `id-taken`.
     */
    put: operations["putSupporter"];
    post?: never;
    /** Removes a supporter from the map, with supports, ties and agreements; the person stays. */
    delete: operations["deleteSupporter"];
    options?: never;
    head?: never;
    /** Changes a supporter; null makes a member unanswered. */
    patch: operations["updateSupporter"];
    trace?: never;
  };
  "/v1/ties/{tieId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows a tie. */
    get: operations["showTie"];
    put?: never;
    post?: never;
    /** Removes a tie. */
    delete: operations["deleteTie"];
    options?: never;
    head?: never;
    /** Changes how strong a tie is. */
    patch: operations["updateTie"];
    trace?: never;
  };
  "/v1/vocabulary": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows every word the API uses with its labels, the questions of each step, and the organisation's support types.
     * @description Cache it by its `ETag`: it changes with the organisation's support types and with a release of the service.
     *     Questions and labels address the client in plain language.
     */
    get: operations["showVocabulary"];
    /**
     * Replaces the organisation's own support types; the built-in ones stay. For administrators.
     * @description A support type that is used on a map cannot be left out.
     */
    put: operations["replaceSupportTypes"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description The effect of losing one supporter. */
    Absence: {
      /** @description Open agreements with this supporter. */
      agreementIds: string[];
      /** @description The groups into which their own group falls apart; empty if it stays connected. */
      groups: string[][];
      /** Format: uuid */
      mapId: string;
      /** @description The same as sentences, in the language of the request, for its audience. */
      sentences: string[];
      /** Format: uuid */
      supporterId: string;
      /** @description Every support type for which they could be asked. */
      supports: components["schemas"]["Consequence"][];
    };
    /** @description The secret of the mail to the new address. */
    AcceptEmailChange: {
      /** @description The secret of the mail. */
      secret: string;
    };
    /** @description Who accepts an invitation. */
    AcceptInvitation: {
      /** @description The address to log in with; required if the invitation names none, and ignored otherwise. */
      email?: components["schemas"]["Email"] | null;
      /** @description Your name; required for a new account. */
      name?: components["schemas"]["ShortText"] | null;
      /**
       * Format: password
       * @description The password of a new account, at least 12 characters; or of your existing account.
       */
      password: string;
      /** @description The invitation's secret. */
      secret: string;
    };
    /** @description The membership created by an invitation. */
    AcceptedInvitation: {
      /** @description For the first log-in of a client, and shown only here: keep it to confirm a later log-in. Null otherwise. */
      confirmationCode: string | null;
      /** @description The new session in the organisation, as from `logIn`; null if you have to log in. */
      loggedIn: components["schemas"]["LoggedIn"] | null;
      /**
       * Format: uuid
       * @description Their membership.
       */
      memberId: string;
      /**
       * Format: uuid
       * @description The organisation of the membership.
       */
      organisationId: string;
      /** Format: uuid */
      userId: string;
    };
    /** @description A signed head of the access log: proof of what the log was. */
    AccessLogHead: {
      /**
       * Format: int64
       * @description The number of the organisation's events since its previous head.
       */
      events: number;
      /**
       * Format: uuid
       * @description The last of the organisation's events that it covers; it covers all before it.
       */
      lastEventId: string;
      /**
       * @description The head as a signed note (C2SP `signed-note`): the name of the log, the number of the head, its hash and a signature of
       *     Ed25519. Kept apart, it shows later whether the log has changed.
       */
      note: string;
      /**
       * Format: date-time
       * @description When they were sealed.
       */
      sealedAt: string;
    };
    /** @description A line of the access log about a client's record. */
    AccessLogLine: {
      actor: components["schemas"]["Actor"];
      /**
       * Format: date-time
       * @description The start of the operation.
       */
      at: string;
      /** @description What the access rests on; null if access was refused. */
      basis: components["schemas"]["Basis"] | null;
      /** @description The capacity in which the actor had access; null if access was refused. */
      capacity: components["schemas"]["Capacity"] | null;
      /** Format: uuid */
      id: string;
      /** @description The code of the operation. */
      operation: components["schemas"]["OperationCode"];
      outcome: components["schemas"]["Outcome"];
      /** @description The line as a sentence to the client. */
      sentence: string;
    };
    /** @description A client asked for access to their record. It stays on record. */
    AccessRequest: {
      /** Format: uuid */
      clientId: string;
      /** Format: uuid */
      id: string;
      /**
       * Format: date-time
       * @description Until when the record and its access log can be printed: 30 days after the request was recorded.
       */
      printableUntil: string;
      /** @description The client's request. */
      request: components["schemas"]["RecordedRequest"];
    };
    /** @description Who performed an operation. */
    Actor: {
      /**
       * Format: uuid
       * @description The id of the user or the external system; null for the service.
       */
      id: string | null;
      /** @description `service` is a background job of the service itself. */
      kind: components["schemas"]["ActorKind"];
      /** @description The present name; null if the account or the system is no longer there. */
      name: components["schemas"]["ShortText"] | null;
    };
    /**
     * @description The kind of actor.
     * @enum {string}
     */
    ActorKind: "user" | "integration" | "service";
    /** @description A new passkey, as the answer to a challenge to make one. */
    AddPasskey: {
      /** @description The `ceremony` of the challenge. */
      ceremony: string;
      credential: components["schemas"]["PasskeyAttestation"];
      /** @description Your name for it. */
      name: components["schemas"]["ShortText"];
    };
    /** @description A new authenticator app. */
    AddSecondFactor: {
      /** @description Your name for it. */
      name: components["schemas"]["ShortText"];
    };
    /** @description An added passkey. The recovery codes are shown only here. */
    AddedPasskey: components["schemas"]["SecondFactor"] & {
      /** @description The new codes; none if the account already had recovery codes. */
      recoveryCodes: string[];
    };
    /** @description An added authenticator app, with what the app needs. Shown only here. */
    AddedSecondFactor: components["schemas"]["SecondFactor"] & {
      /** @description The same as an `otpauth:` address, to show as a QR code. */
      address: string;
      /** @description The secret in Base32, to type into the app. */
      secret: string;
    };
    /** @description An invitation of an administrator by the operator. */
    AdministratorInvitation: {
      /**
       * Format: date-time
       * @description When it expires.
       */
      expiresAt: string;
      /** Format: uuid */
      id: string;
      /** @description The secret to accept it with, shown only here; null if it is mailed. */
      secret: string | null;
    };
    /** @description An agreement. */
    Agreement: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date
       * @description Due date; null means none.
       */
      dueOn: string | null;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      mapId: string;
      status: components["schemas"]["AgreementStatus"];
      supportType: components["schemas"]["SupportType"] | null;
      /**
       * Format: uuid
       * @description The supporter who is asked; null for no particular one.
       */
      supporterId: string | null;
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description An agreement, with the supporter who is asked. */
    AgreementOverview: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date
       * @description Due date; null means none.
       */
      dueOn: string | null;
      /** @description The `ETag`, for `If-Match`. */
      etag: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      mapId: string;
      status: components["schemas"]["AgreementStatus"];
      supportType: components["schemas"]["SupportType"] | null;
      /** @description The supporter who is asked; null for no particular one. */
      supporter: components["schemas"]["NamedSupporter"] | null;
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      updatedAt: string;
    };
    /**
     * @description Status of an agreement.
     * @enum {string}
     */
    AgreementStatus: "planned" | "asked" | "accepted" | "declined" | "done" | "thanked";
    /** @description The agreements that are planned, asked or accepted. */
    AgreementsOverview: {
      /** @description The first 200: earliest due date first, those without one last. */
      items: components["schemas"]["AgreementOverview"][];
      /**
       * Format: date
       * @description The earliest due date, today or later.
       */
      nextDueOn: string | null;
      /**
       * Format: int64
       * @description How many.
       */
      open: number;
      /**
       * Format: int64
       * @description How many of them are overdue.
       */
      overdue: number;
    };
    /** @description A coach's assignment to a client. */
    Assignment: {
      /** @description The user who assigned the coach; null if not recorded. */
      assignedBy: components["schemas"]["NamedUser"] | null;
      basis: components["schemas"]["ShortText"];
      client: components["schemas"]["NamedClient"];
      /** Format: uuid */
      clientId: string;
      coach: components["schemas"]["NamedUser"];
      /**
       * Format: uuid
       * @description The coach, as a user.
       */
      coachId: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The end, exclusive; null while open.
       */
      endsAt: string | null;
      /** Format: uuid */
      id: string;
      /**
       * Format: date-time
       * @description The coach has access from this instant.
       */
      startsAt: string;
    };
    /** @description Created assignments. */
    Assignments: {
      /** @description In request order. */
      items: components["schemas"]["Assignment"][];
    };
    /**
     * @description Why a client may need attention.
     * @enum {string}
     */
    Attention: "review-overdue" | "agreement-overdue" | "never-a-card" | "uncovered-type" | "fragile-type";
    /** @description How many clients need attention for this reason. */
    AttentionCount: {
      /** @description How many. */
      clients: number;
      code: components["schemas"]["Attention"];
    };
    /** @description A line of the organisation's access log. */
    AuditEvent: {
      actor: components["schemas"]["Actor"];
      /** @description The caller's IP address. */
      address: string | null;
      /**
       * Format: date-time
       * @description The start of the operation.
       */
      at: string;
      /** @description What the access rests on; null if access was refused. */
      basis: components["schemas"]["Basis"] | null;
      /** @description The capacity in which the actor had access; null if access was refused. */
      capacity: components["schemas"]["Capacity"] | null;
      /**
       * Format: uuid
       * @description The client whose data it is about; null if it is about none.
       */
      clientId: string | null;
      /** Format: uuid */
      id: string;
      /** @description The code of the operation. */
      operation: components["schemas"]["OperationCode"];
      outcome: components["schemas"]["Outcome"];
      /** @description The id of the request, as in `X-Request-Id`. */
      requestId: string | null;
      /**
       * Format: uuid
       * @description The session of the user.
       */
      sessionId: string | null;
      /**
       * Format: uuid
       * @description The map, card or other resource that the request named.
       */
      targetId: string | null;
    };
    /**
     * @description Whether the client could ask for it: perceived support.
     * @enum {string}
     */
    Availability: "received-now" | "could-ask" | "would-not-ask";
    /**
     * @description What an authorization rests on.
     * @enum {string}
     */
    Basis: "own-record" | "assignment" | "consent" | "share" | "scope" | "role";
    /** @description Where to link an identity. */
    BeginIdentityLink: {
      /**
       * Format: uuid
       * @description The identity provider of an organisation in which you are an admin or coach.
       */
      providerId: string;
    };
    /** @description A log-in to begin. */
    BeginProviderLogIn: {
      /** @description Whether you must authenticate there again, though you are logged in: the session is then confirmed. */
      again?: boolean;
      /**
       * Format: uuid
       * @description The identity provider.
       */
      providerId: string;
    };
    /** @description A log-in that has begun. The browser goes to the address, and keeps the secret in its session storage until it is back. */
    BegunProviderLogIn: {
      /** @description Where the browser goes. */
      authorizationUrl: string;
      /**
       * Format: date-time
       * @description Until when it can be finished.
       */
      expiresAt: string;
      /** @description Send it when the browser is back; without it, nobody can finish the log-in. */
      secret: string;
    };
    /**
     * Format: binary
     * @description A file.
     */
    Binary: string;
    /**
     * @description The capacity in which a request was made.
     * @enum {string}
     */
    Capacity: "operator" | "admin" | "coach" | "client" | "share" | "integration";
    /** @description A card: a map as it was when the card was created. It never changes, except that a person can be redacted. */
    Card: components["schemas"]["CardHead"] & {
      /** @description The map with its content, as it was. */
      map: components["schemas"]["WholeMap"];
      /** @description Persons redacted since. They are still in `map.persons`, with a dash as alias and no other data. */
      redactedPersonIds: string[];
      /** @description The client's own words; null if the client did not include them. */
      reflections: components["schemas"]["Reflection"][] | null;
      /** @description The organisation's support types, as they were. */
      supportTypes: components["schemas"]["SupportTypeWord"][];
    };
    /** @description What changed from one card to another. */
    CardDifferences: {
      /** @description Grouped by kind. Supports, ties and answers are compared for supporters on both cards. */
      changes: components["schemas"]["Change"][];
      /** Format: uuid */
      fromCardId: string;
      /** Format: uuid */
      toCardId: string;
      turnover: components["schemas"]["Turnover"];
    };
    /** @description A card, without its content. */
    CardHead: {
      /** Format: uuid */
      clientId: string;
      /** @description SHA-256 of the stored content, which excludes the data of persons. Never changes. */
      contentHash: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      madeAs: components["schemas"]["MakerRole"];
      /** @description The user who created it; null for an imported card. */
      madeBy: components["schemas"]["NamedUser"] | null;
      /** Format: uuid */
      mapId: string;
      /**
       * Format: int64
       * @description Sequence number of the card within its map, from 1.
       */
      number: number;
      /**
       * Format: date
       * @description The review date on the map at that time.
       */
      reviewOn: string | null;
    };
    /** @description A page of your caseload. */
    Caseload: {
      /** @description Counts over the whole caseload, regardless of page and filter. */
      facets: components["schemas"]["CaseloadFacets"];
      /** @description The clients of this page. */
      items: components["schemas"]["CaseloadEntry"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A client in your caseload. */
    CaseloadEntry: {
      agreements: components["schemas"]["OpenAgreements"];
      /** @description Why this client may need attention; empty without a reason. */
      attention: components["schemas"]["Attention"][];
      /** Format: uuid */
      clientId: string;
      /**
       * Format: date
       * @description Null means unknown.
       */
      dateOfBirth: string | null;
      /** @description The client's numbers in other systems. */
      externalIdentifiers: components["schemas"]["ExternalIdentifier"][];
      /** @description The latest card; null if there is none. */
      lastCard: components["schemas"]["LastCard"] | null;
      /** @description The map changed last; null if there is none. */
      latestMap: components["schemas"]["LatestMap"] | null;
      /** @description The client's legal name. */
      name: components["schemas"]["ShortText"];
      /**
       * Format: date
       * @description The earliest review date, today or later.
       */
      nextReviewOn: string | null;
      /**
       * Format: date
       * @description The earliest review date in the past.
       */
      overdueReviewOn: string | null;
      /** @description The name the client prefers; null if it is the legal name. */
      preferredName: components["schemas"]["ShortText"] | null;
    };
    /** @description Numbers of clients in the whole caseload. */
    CaseloadFacets: {
      /** @description Every reason, most urgent first, including those with no clients. */
      attention: components["schemas"]["AttentionCount"][];
      /** @description All of them. */
      clients: number;
    };
    /** @description One thing that changed. */
    Change:
      | components["schemas"]["ChangeSupporterAdded"]
      | components["schemas"]["ChangeSupporterGone"]
      | components["schemas"]["ChangeMovedInward"]
      | components["schemas"]["ChangeMovedOutward"]
      | components["schemas"]["ChangePlaced"]
      | components["schemas"]["ChangeUnplaced"]
      | components["schemas"]["ChangeSupportGained"]
      | components["schemas"]["ChangeSupportLost"]
      | components["schemas"]["ChangeAvailabilityChanged"]
      | components["schemas"]["ChangeDirectionChanged"]
      | components["schemas"]["ChangeContactChanged"]
      | components["schemas"]["ChangeTensionChanged"]
      | components["schemas"]["ChangeBurdenChanged"]
      | components["schemas"]["ChangeTieGained"]
      | components["schemas"]["ChangeTieLost"]
      | components["schemas"]["ChangeNeedChanged"]
      | components["schemas"]["ChangeTypeUncovered"]
      | components["schemas"]["ChangeTypeCovered"];
    ChangeAvailabilityChanged: {
      from: components["schemas"]["Availability"] | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "availability-changed";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      supportType: components["schemas"]["SupportType"];
      to: components["schemas"]["Availability"] | null;
    };
    ChangeBurdenChanged: {
      /** Format: int32 */
      from: number | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "burden-changed";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      /** Format: int32 */
      to: number | null;
    };
    ChangeContactChanged: {
      from: components["schemas"]["ContactFrequency"] | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "contact-changed";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      to: components["schemas"]["ContactFrequency"] | null;
    };
    ChangeDirectionChanged: {
      from: components["schemas"]["Direction"] | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "direction-changed";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      supportType: components["schemas"]["SupportType"];
      to: components["schemas"]["Direction"] | null;
    };
    /** @description A change of something you may see. It contains ids only: read what it refers to. */
    ChangeEvent: {
      /** @description The user who made the change; null if it is on no map or was not recorded. */
      by: components["schemas"]["NamedUser"] | null;
      /** Format: uuid */
      clientId: string;
      /** @description The `ETag` of the map with its content; null unless the map changed. */
      etag: string | null;
      /**
       * @description What kind of change.
       *
       *     `client-added`, `client-removed`, `map-added` and `map-removed`: you can see it from now on, or no longer, for
       *     any reason; the maps of a client follow the client. `client-changed`: the client's own data. `coaches-changed`:
       *     the coaches of the client. `persons-changed`: the persons in the client's life who are on no map. `map-changed`:
       *     anything on the map. `card-made`: a new card of the map. `reflections-changed`: the reflections on the map.
       */
      kind: components["schemas"]["EventKind"];
      /**
       * Format: uuid
       * @description The map; null if the change is on no map.
       */
      mapId: string | null;
      /** @description The `X-Request-Id` of the request that made it; null if not recorded. */
      requestId: string | null;
      /**
       * Format: int64
       * @description The map's version; null unless the map changed.
       */
      version: number | null;
    };
    ChangeMovedInward: {
      from: components["schemas"]["Closeness"];
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "moved-inward";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      to: components["schemas"]["Closeness"];
    };
    ChangeMovedOutward: {
      from: components["schemas"]["Closeness"];
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "moved-outward";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      to: components["schemas"]["Closeness"];
    };
    ChangeNeedChanged: {
      /** Format: int32 */
      from: number | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "need-changed";
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      supportType: components["schemas"]["SupportType"];
      /** Format: int32 */
      to: number | null;
    };
    /** @description A change of password. */
    ChangePassword: {
      /**
       * Format: password
       * @description The current password.
       */
      currentPassword: string;
      /**
       * Format: password
       * @description The new password.
       */
      newPassword: string;
    };
    /** @description Is in a ring, and was in none. */
    ChangePlaced: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "placed";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      to: components["schemas"]["Closeness"];
    };
    ChangeSupportGained: {
      availability: components["schemas"]["Availability"] | null;
      direction: components["schemas"]["Direction"] | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "support-gained";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      supportType: components["schemas"]["SupportType"];
    };
    ChangeSupportLost: {
      availability: components["schemas"]["Availability"] | null;
      direction: components["schemas"]["Direction"] | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "support-lost";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      supportType: components["schemas"]["SupportType"];
    };
    /** @description Is only on the second card. */
    ChangeSupporterAdded: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "supporter-added";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
    };
    /** @description Is only on the first card. */
    ChangeSupporterGone: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "supporter-gone";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
    };
    ChangeTensionChanged: {
      /** Format: int32 */
      from: number | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "tension-changed";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      /** Format: int32 */
      to: number | null;
    };
    ChangeTieGained: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "tie-gained";
      personIds: string[];
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
    };
    ChangeTieLost: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "tie-lost";
      personIds: string[];
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
    };
    /** @description Someone gives it or can be asked for it now; it is needed on either card. */
    ChangeTypeCovered: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "type-covered";
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      supportType: components["schemas"]["SupportType"];
    };
    /** @description No one gives it or can be asked for it any more; it is needed on either card. */
    ChangeTypeUncovered: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "type-uncovered";
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
      supportType: components["schemas"]["SupportType"];
    };
    /** @description Is no longer in a ring. */
    ChangeUnplaced: {
      from: components["schemas"]["Closeness"];
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: "unplaced";
      /** Format: uuid */
      personId: string;
      /** @description The same as a sentence, in the language of the request. */
      sentence: string;
    };
    /** @description Which organisation. */
    ChooseOrganisation: {
      /**
       * Format: uuid
       * @description An organisation you are a member of.
       */
      organisationId: string;
    };
    /** @description A client. */
    Client: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date
       * @description Null means unknown.
       */
      dateOfBirth: string | null;
      externalIdentifiers: components["schemas"]["ExternalIdentifier"][];
      /** Format: uuid */
      id: string;
      /** @description Whether that log-in is confirmed: until then it has no access to private data. Null without a log-in. */
      loginConfirmed: boolean | null;
      /** @description The client's legal name. */
      name: components["schemas"]["ShortText"];
      /** @description The name the client prefers; null if it is the legal name. */
      preferredName: components["schemas"]["ShortText"] | null;
      /** Format: date-time */
      updatedAt: string;
      /**
       * Format: uuid
       * @description The client's own log-in, if there is one.
       */
      userId: string | null;
    };
    /**
     * @description How this service authenticates at a provider.
     * @enum {string}
     */
    ClientAuthentication: "client-secret" | "private-key";
    /** @description A coach who works with a client now. */
    ClientCoach: {
      /** @description The basis: a referral, a care plan, the client's consent. */
      basis: components["schemas"]["ShortText"];
      coach: components["schemas"]["NamedUser"];
      /**
       * Format: date-time
       * @description The start.
       */
      since: string;
      /**
       * Format: date-time
       * @description The end, exclusive; null while open.
       */
      until: string | null;
    };
    /** @description All data of a client. Items refer to each other by position in their list, from 1. */
    ClientDocument: {
      cards: components["schemas"]["DocumentCard"][];
      client: components["schemas"]["DocumentClient"];
      /**
       * Format: date-time
       * @description When it was created. Ignored by an import.
       */
      exportedAt: string;
      /** @description What this document is, and its version. */
      format: components["schemas"]["Format"];
      maps: components["schemas"]["DocumentMap"][];
      /** @description Everyone in the client's life. */
      persons: components["schemas"]["DocumentPerson"][];
      /** @description The support types in use, with their labels. For an import they must exist. */
      supportTypes: components["schemas"]["DocumentSupportType"][];
    };
    /** @description A user linked to a client's record, now or before. */
    ClientLogIn: {
      /** Format: uuid */
      clientId: string;
      /** @description What confirmed it. */
      confirmation: components["schemas"]["Confirmation"] | null;
      /**
       * Format: date-time
       * @description When it was confirmed; null until then.
       */
      confirmedAt: string | null;
      /** @description The user who confirmed it; null for a first log-in and after confirmation on the command line. */
      confirmedBy: components["schemas"]["NamedUser"] | null;
      /** @description The user's email address; null for a removed account and for an unconfirmed log-in. */
      email: components["schemas"]["Email"] | null;
      /** Format: uuid */
      id: string;
      /**
       * Format: date-time
       * @description When it was linked.
       */
      linkedAt: string;
      /** @description The user who invited this log-in; null if not recorded. */
      linkedBy: components["schemas"]["NamedUser"] | null;
      /**
       * Format: date-time
       * @description When the link ended; null while linked.
       */
      unlinkedAt: string | null;
      /** @description Who ended it. */
      unlinkedBy: components["schemas"]["NamedUser"] | null;
      user: components["schemas"]["NamedUser"];
    };
    /**
     * @description How close a supporter is.
     * @enum {string}
     */
    Closeness: "inner" | "middle" | "outer";
    /** @description A coach's note. */
    CoachNote: {
      /** @description The coach who wrote it. */
      author: components["schemas"]["NamedUser"];
      /** Format: uuid */
      clientId: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description A log-in to finish. */
    CompleteProviderLogIn: {
      /** @description What the identity provider sent. */
      callback: components["schemas"]["ProviderCallback"];
      /** @description Whether the refresh token comes as a cookie that scripts cannot read, instead of in the response. */
      cookie?: boolean;
      /** @description Your name for the browser or device. If absent, its `User-Agent`. */
      deviceName?: components["schemas"]["ShortText"];
      /** @description What the session is for; a browser if absent. */
      kind?: components["schemas"]["SessionKind"];
    };
    /** @description Distribution of supporters over the words of a list. */
    Composition: {
      /** @description The words that occur, in the order of the vocabulary. */
      counts: components["schemas"]["WordCount"][];
      /**
       * Format: double
       * @description Σ p·log₂(1/p) over the answers, in bits (Shannon, 1948); null without answers.
       */
      entropy: number | null;
      /** @description How many were not answered. */
      unanswered: number;
    };
    /**
     * @description How much of the support depends on one person: their share of all links. A link is one supporter with one support
     *     type that is `received-now` or `could-ask`; persons who belong to the past are left out.
     */
    Concentration: {
      /** @description All links. */
      links: number;
      /**
       * Format: double
       * @description The share of all links, 0 to 1.
       */
      share: number;
      /** @description The supporters with this share: all with the same number of links. */
      supporterIds: string[];
    };
    /** @description What confirms a log-in. */
    ConfirmLogIn: {
      /** @description The client's code, sent by the new log-in itself. Administrators leave it out. */
      code?: string | null;
    };
    /** @description The confirmation of a preview. */
    ConfirmRetention: {
      /** @description The digest of the preview. */
      digest: string;
    };
    /** @description A code of an added authenticator app. */
    ConfirmSecondFactor: {
      /** @description The six digits that the app shows. */
      code: string;
    };
    /** @description Proof that it is you: the password, a code, or a passkey. */
    ConfirmSession: {
      /** @description A code of your authenticator app, or a recovery code. */
      code?: string | null;
      /** @description The answer of a passkey to a challenge of `/v1/me/passkey-challenges`. */
      passkey?: components["schemas"]["PasskeyAnswer"] | null;
      /**
       * Format: password
       * @description Your password; only if you have no second factor.
       */
      password?: string | null;
    };
    /**
     * @description What confirmed a log-in.
     * @enum {string}
     */
    Confirmation: "first" | "code" | "administrator" | "operator";
    /** @description The erasures that were confirmed. */
    ConfirmedErasures: {
      /** @description In the order of the preview. */
      items: components["schemas"]["ErasureRequest"][];
    };
    /** @description A consent of a client. It stays on record after it was withdrawn. */
    Consent: {
      /** Format: uuid */
      clientId: string;
      /**
       * Format: date-time
       * @description When the client gave it.
       */
      givenAt: string;
      /** Format: uuid */
      id: string;
      /** @description How the client gave it. */
      manner: components["schemas"]["ConsentManner"];
      /** @description What the receiver may do. */
      purpose: components["schemas"]["ConsentPurpose"];
      /** @description The external system, by the name it had then. */
      receiver: components["schemas"]["ConsentReceiver"];
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      recordedAt: string;
      /** @description The user who recorded it: the client, or a coach. */
      recordedBy: components["schemas"]["NamedUser"];
      /** @description The language of that text. */
      textLanguage: components["schemas"]["Language"];
      /** @description The version of the text that the client read or heard. */
      textVersion: components["schemas"]["ShortText"];
      /**
       * Format: date-time
       * @description When it was withdrawn; null while it is in force.
       */
      withdrawnAt: string | null;
      /** @description The user who withdrew it. */
      withdrawnBy: components["schemas"]["NamedUser"] | null;
    };
    /**
     * @description How a client gave a consent.
     * @enum {string}
     */
    ConsentManner: "own-log-in" | "in-person" | "by-phone" | "on-paper";
    /**
     * @description What a consent allows its receiver.
     * @enum {string}
     */
    ConsentPurpose: "read-cards";
    /** @description An external system as a client sees it. */
    ConsentReceiver: {
      /** Format: uuid */
      id: string;
      name: components["schemas"]["ShortText"];
    };
    /** @description The effect on one support type. */
    Consequence: {
      after: components["schemas"]["CoverageState"];
      before: components["schemas"]["CoverageState"];
      /** @description Its label in the language of the request. */
      label: string;
      /** @description Supporters who could still be asked. */
      left: string[];
      /**
       * Format: int32
       * @description The level of the need; null is unanswered.
       */
      need: number | null;
      supportType: components["schemas"]["SupportType"];
    };
    /** @description A contact, with the members of a person. */
    Contact: {
      /** @description The name; null if the address book has none: `createPersons` requires one. */
      alias: components["schemas"]["ShortText"] | null;
      /**
       * Format: uuid
       * @description The person of this client who has the same number, email address or name; null if there is none.
       */
      duplicateOf: string | null;
      email: components["schemas"]["ShortText"] | null;
      /** @description Other email addresses to choose from, at most 5. */
      otherEmails: components["schemas"]["ShortText"][];
      /** @description Other numbers to choose from, at most 5. */
      otherPhones: components["schemas"]["ShortText"][];
      /** @description The best number to call: the preferred one, then a mobile one, never a fax. */
      phone: components["schemas"]["ShortText"] | null;
      /** @description What could not be read or stored. */
      problems: components["schemas"]["ContactProblem"][];
      /** @description The relationship to the client, if a group in the address book states it. */
      relationship: components["schemas"]["Relationship"] | null;
    };
    /**
     * @description How often there is contact.
     * @enum {string}
     */
    ContactFrequency: "daily" | "weekly" | "monthly" | "yearly" | "rarely" | "never";
    /** @description The contacts of an address book, in its order. */
    ContactPreview: {
      items: components["schemas"]["Contact"][];
    };
    /** @description A part of a contact that could not be read or stored. */
    ContactProblem: {
      /** @description A stable code for programs. */
      code: components["schemas"]["FieldCode"];
      /** @description What is wrong and what is expected, as text. */
      detail: string;
      /** @description The member of the contact; empty for the contact as a whole. */
      pointer: string;
    };
    /** @description An agreement, in the content of a map. */
    ContentAgreement: {
      /** Format: date-time */
      readonly createdAt?: string;
      /**
       * Format: date
       * @description Due date.
       */
      dueOn?: string | null;
      readonly etag?: string;
      /** Format: uuid */
      id: string;
      /** @description Status. */
      status: components["schemas"]["AgreementStatus"];
      /** @description The support type. */
      supportType?: components["schemas"]["SupportType"] | null;
      /**
       * Format: uuid
       * @description The supporter of this content who is asked.
       */
      supporterId?: string | null;
      /** @description What the supporter is asked to do. */
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      readonly updatedAt?: string;
    };
    /** @description A person, in the content of a map; what is absent or null is unknown. */
    ContentPerson: {
      /** @description The name the client uses. */
      alias: components["schemas"]["ShortText"];
      /** Format: uuid */
      readonly clientId?: string;
      /** Format: date-time */
      readonly createdAt?: string;
      /** @description Email address. */
      email?: components["schemas"]["ShortText"] | null;
      readonly etag?: string;
      /** Format: uuid */
      id: string;
      /** @description The life domain in which they meet. */
      lifeDomain?: components["schemas"]["LifeDomain"] | null;
      /** @description A note. */
      note?: components["schemas"]["LongText"] | null;
      /** @description Whether they belong to the past. Read-only here: update the person. */
      readonly past?: boolean;
      /** @description Phone number. */
      phone?: components["schemas"]["ShortText"] | null;
      /** @description What they are to the client. */
      relationship?: components["schemas"]["Relationship"] | null;
      /** Format: date-time */
      readonly updatedAt?: string;
    };
    /** @description A supporter, in the content of a map. */
    ContentSupporter: {
      /**
       * Format: int32
       * @description Position on the ring, in degrees clockwise from the top; null lets the picture choose.
       */
      angle?: number | null;
      /**
       * Format: int32
       * @description The load the supporter carries, from 0 (none) to 4; null is unanswered.
       */
      burden?: number | null;
      /** @description The ring; null is unplaced. */
      closeness?: components["schemas"]["Closeness"] | null;
      /** @description How often there is contact; null is unanswered. */
      contactFrequency?: components["schemas"]["ContactFrequency"] | null;
      /** Format: date-time */
      readonly createdAt?: string;
      readonly etag?: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      readonly mapId?: string;
      /**
       * Format: uuid
       * @description A person of the client, or of this content. Immutable.
       */
      personId: string;
      /** @description The support; null is unanswered, empty means none. */
      supports?: components["schemas"]["Support"][] | null;
      /**
       * Format: int32
       * @description Tension in the relationship, from 0 (none) to 4; null is unanswered.
       */
      tension?: number | null;
      /** Format: date-time */
      readonly updatedAt?: string;
    };
    /** @description A tie, in the content of a map. */
    ContentTie: {
      /** Format: date-time */
      readonly createdAt?: string;
      readonly etag?: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      readonly mapId?: string;
      /**
       * Format: int32
       * @description How strong the tie is; null is unanswered.
       */
      strength?: number | null;
      /** @description Two supporters of this content, in any order. Immutable. */
      supporterIds: string[];
      /** Format: date-time */
      readonly updatedAt?: string;
    };
    /** @description Who could give one type of support, as the client perceives it. Excludes persons who belong to the past. */
    Coverage: {
      /** @description Supporters with `received-now` or `could-ask`. */
      available: string[];
      /** @description Its label in the language of the request. */
      label: string;
      /**
       * Format: int32
       * @description The level of the need; null is unanswered.
       */
      need: number | null;
      state: components["schemas"]["CoverageState"];
      supportType: components["schemas"]["SupportType"];
      /** @description Supporters without an answer. */
      unanswered: string[];
      /** @description Supporters the client would not ask. */
      wouldNotAsk: string[];
    };
    /**
     * @description What perceived availability makes of a need.
     * @enum {string}
     */
    CoverageState: "gap" | "fragile" | "covered" | "no-need" | "not-answered";
    /** @description A new agreement. */
    CreateAgreement: {
      /**
       * Format: date
       * @description Due date.
       */
      dueOn?: string | null;
      /** @description Status; `planned` by default. */
      status?: components["schemas"]["AgreementStatus"];
      /** @description The support type. */
      supportType?: components["schemas"]["SupportType"] | null;
      /**
       * Format: uuid
       * @description The supporter who is asked, on the same map.
       */
      supporterId?: string | null;
      /** @description What the supporter is asked to do. */
      text: components["schemas"]["LongText"];
    };
    /** @description A new assignment of a coach. */
    CreateAssignment: {
      /** @description The basis: a referral, a care plan, the client's consent. */
      basis: components["schemas"]["ShortText"];
      /**
       * Format: uuid
       * @description The coach: the `userId` of a member with the role coach.
       */
      coachId: string;
      /**
       * Format: date-time
       * @description The end, exclusive, if known.
       */
      endsAt?: string | null;
      /**
       * Format: date-time
       * @description The start; now by default.
       */
      startsAt?: string | null;
    };
    /** @description New assignments of one coach to several clients, with the same start, end and basis. */
    CreateAssignments: {
      /** @description The basis: a referral, a care plan, the client's consent. */
      basis: components["schemas"]["ShortText"];
      /** @description The clients; must be unique. */
      clientIds: string[];
      /**
       * Format: uuid
       * @description The coach: the `userId` of a member with the role coach.
       */
      coachId: string;
      /**
       * Format: date-time
       * @description The end, exclusive, if known.
       */
      endsAt?: string | null;
      /**
       * Format: date-time
       * @description The start; now by default.
       */
      startsAt?: string | null;
    };
    /** @description A new card. */
    CreateCard: {
      /** @description Whether to include the client's reflections. Only the client can. */
      includeReflections?: boolean;
    };
    /** @description A new client. */
    CreateClient: {
      /**
       * Format: date
       * @description Date of birth. Must not be in the future, in the organisation's time zone.
       */
      dateOfBirth?: string | null;
      /** @description Numbers in other systems. Must be unique within the organisation. */
      externalIdentifiers?: components["schemas"]["ExternalIdentifier"][];
      /** @description The client's legal name. */
      name: components["schemas"]["ShortText"];
      /** @description The name the client prefers; null if it is the legal name. */
      preferredName?: components["schemas"]["ShortText"] | null;
    };
    /** @description A new note of a coach. */
    CreateCoachNote: {
      /** @description What it says. */
      text: components["schemas"]["LongText"];
    };
    /** @description A new consent of a client. */
    CreateConsent: {
      /**
       * Format: date-time
       * @description When the client gave it; now by default. Must not be in the future. Only a coach may set it.
       */
      givenAt?: string | null;
      /**
       * Format: uuid
       * @description The receiver: one of `listConsentReceivers`.
       */
      integrationId: string;
      /** @description How the client gave it. A coach must say so; the client must not. */
      manner?: components["schemas"]["ConsentManner"] | null;
      /** @description What the receiver may do. */
      purpose: components["schemas"]["ConsentPurpose"];
      /** @description The language of that text. */
      textLanguage: components["schemas"]["Language"];
      /** @description The version of the text that the client read or heard. */
      textVersion: components["schemas"]["ShortText"];
    };
    /** @description A new identity provider. Issuer, client and tenant never change: identities are known by them. */
    CreateIdentityProvider: {
      /** @description How this service authenticates at the provider; with a client secret if absent. */
      clientAuthentication?: components["schemas"]["ClientAuthentication"];
      /** @description The id of this service at the provider. */
      clientId: components["schemas"]["ShortText"];
      /**
       * Format: password
       * @description The secret of this service at the provider. It is stored encrypted and never shown. Required with `client-secret`;
       *     with `private-key` the service makes a key.
       */
      clientSecret?: string;
      /** @description Whether the first log-in of a user without an account makes them a coach; only with an address in a proven domain. */
      createsCoaches?: boolean;
      /** @description The issuer, exactly as in the metadata of the provider. */
      issuer: string;
      /** @description The name that users see when they log in. */
      name: components["schemas"]["ShortText"];
      /** @description The `acr` that stands for a second factor, instead of `mfa` in `amr`. */
      secondFactorAcr?: components["schemas"]["ShortText"];
      /** @description The only tenant (`tid`) of Entra ID whose users log in. */
      tenantId?: components["schemas"]["ShortText"];
      /**
       * @description Whether the provider's email addresses in proven domains count as verified, though it does not say so with
       *     `email_verified`.
       */
      trustsEmails?: boolean;
      /** @description Whether a second factor at the provider counts: `mfa` in `amr`, or `secondFactorAcr`. */
      trustsSecondFactor?: boolean;
    };
    /** @description A new integration. Has either `jwks` or `jwksUri`; one that only provisions members may have neither, and use tokens. */
    CreateIntegration: {
      /** @description Its public keys. */
      jwks?: components["schemas"]["PublicKeySet"] | null;
      /** @description The `https` address of its public keys. */
      jwksUri?: string | null;
      /** @description The name that clients see when they consent. */
      name: components["schemas"]["ShortText"];
      /** @description What it may do. Must be unique. */
      scopes: components["schemas"]["Scope"][];
    };
    /** @description A new token. */
    CreateIntegrationToken: {
      /**
       * Format: int32
       * @description For how many days it is valid: 365 if absent.
       */
      validDays?: number;
    };
    /** @description A new invitation. */
    CreateInvitation: {
      /**
       * Format: uuid
       * @description The client whose log-in the invitee becomes, with the role client.
       */
      clientId?: string | null;
      /** @description Whom. Optional for a client, who then gives an address on acceptance. */
      email?: components["schemas"]["Email"] | null;
      /** @description The language of the mail, and of the account if one is made. The mail has the inviter's language by default. */
      language?: components["schemas"]["Language"] | null;
      /** @description The roles. May be empty only with `clientId`. */
      roles?: components["schemas"]["InvitedRole"][];
    };
    /** @description A new legal hold. */
    CreateLegalHold: {
      /** @description Why the record must be kept. The client reads it. */
      reason: components["schemas"]["LongText"];
      /**
       * Format: date-time
       * @description When it ends. Must be in the future, and within twenty years.
       */
      until: string;
    };
    /** @description A domain to claim. */
    CreateLogInDomain: {
      /** @description The domain of email addresses; its subdomains are others. */
      domain: string;
    };
    /** @description A new map. */
    CreateMap: {
      /** @description Whether only the client sees it. Only the client can set this. */
      private?: boolean;
      /** @description The theme of "Mijn leven met …": what the client lives with. */
      theme: components["schemas"]["ShortText"];
    };
    /** @description A new organisation. */
    CreateOrganisation: {
      /** @description The first administrator to invite. */
      admin: components["schemas"]["InviteAdministrator"];
      name: components["schemas"]["ShortText"];
    };
    /** @description A new person. */
    CreatePerson: {
      /** @description The name the client uses. */
      alias: components["schemas"]["ShortText"];
      /** @description Email address. */
      email?: components["schemas"]["ShortText"] | null;
      /** @description The life domain in which they meet. */
      lifeDomain?: components["schemas"]["LifeDomain"] | null;
      /** @description A note. */
      note?: components["schemas"]["LongText"] | null;
      /** @description Phone number. */
      phone?: components["schemas"]["ShortText"] | null;
      /** @description What they are to the client. */
      relationship?: components["schemas"]["Relationship"] | null;
    };
    /** @description New persons. */
    CreatePersons: {
      /** @description The persons. */
      persons: components["schemas"]["CreatePerson"][];
    };
    /** @description A new reflection. */
    CreateReflection: {
      /** @description The client's own words. */
      text: components["schemas"]["LongText"];
    };
    /** @description A person to place on a map, by id or by name, with the client's answers. */
    CreateSupporter: {
      /**
       * Format: int32
       * @description Position on the ring, in degrees clockwise from the top; null lets the picture choose.
       */
      angle?: number | null;
      /**
       * Format: int32
       * @description The load the supporter carries, from 0 (none) to 4; null is unanswered.
       */
      burden?: number | null;
      /** @description The ring; null is unplaced. */
      closeness?: components["schemas"]["Closeness"] | null;
      /** @description How often there is contact; null is unanswered. */
      contactFrequency?: components["schemas"]["ContactFrequency"] | null;
      /** @description A new person. Exactly one of `person` and `personId` is required. */
      person?: components["schemas"]["CreatePerson"] | null;
      /**
       * Format: uuid
       * @description An existing person of the client. Exactly one of `person` and `personId` is required.
       */
      personId?: string | null;
      /** @description The support; null is unanswered, empty means none. */
      supports?: components["schemas"]["Support"][] | null;
      /**
       * Format: int32
       * @description Tension in the relationship, from 0 (none) to 4; null is unanswered.
       */
      tension?: number | null;
    };
    /** @description Two supporters of the map who know each other. */
    CreateTie: {
      /**
       * Format: int32
       * @description How strong the tie is; null is unanswered.
       */
      strength?: number | null;
      /** @description The two, in any order. */
      supporterIds: string[];
    };
    /** @description A new invitation, with its secret if that is not mailed. */
    CreatedInvitation: components["schemas"]["Invitation"] & {
      /** @description The secret to accept it with, shown only here; null if it is mailed. */
      secret: string | null;
    };
    /** @description The user of this session. */
    CurrentSession: {
      /**
       * Format: uuid
       * @description The client you are in that organisation; null if you are none.
       */
      clientId: string | null;
      /**
       * Format: date-time
       * @description When you last proved in it who you are.
       */
      confirmedAt: string | null;
      /** Format: date-time */
      createdAt: string;
      email: components["schemas"]["Email"];
      /**
       * Format: date-time
       * @description When it expires.
       */
      expiresAt: string;
      /** @description The factors given in it. */
      factors: components["schemas"]["Factor"][];
      /** Format: uuid */
      id: string;
      /** @description What the session was started for. */
      kind: components["schemas"]["SessionKind"];
      /** @description The user's language. */
      language: components["schemas"]["Language"];
      /** @description Whether you run the platform. */
      operator: boolean;
      /** @description The chosen organisation; null if none is chosen, it is not active, or you are no longer a member. */
      organisation: components["schemas"]["OwnOrganisation"] | null;
      /** @description The active organisations you can choose from. */
      organisations: components["schemas"]["OwnOrganisation"][];
      /**
       * @description Whether it has or needs a second factor. While it is `expected` or `missing`, you are a member of no organisation
       *     whose role needs one.
       */
      secondFactor: components["schemas"]["SecondFactorState"];
      user: components["schemas"]["NamedUser"];
    };
    /** @description Confirms the deletion of your account. */
    DeleteMe: {
      /**
       * Format: password
       * @description Your password.
       */
      password: string;
    };
    /**
     * @description How the secret of an invitation reaches the invited person.
     * @enum {string}
     */
    Delivery: "email" | "shown";
    /**
     * @description The direction of support, seen from the client.
     * @enum {string}
     */
    Direction: "received" | "given" | "mutual";
    /** @description A request to a supporter, with a due date. */
    DocumentAgreement: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date
       * @description Due date; null means none.
       */
      dueOn?: string | null;
      status: components["schemas"]["AgreementStatus"];
      supportType?: components["schemas"]["SupportType"] | null;
      /** @description Position of the supporter, from 1; null for no particular one. */
      supporter?: components["schemas"]["Nth"] | null;
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description A card: an immutable version of a map. */
    DocumentCard: {
      content: components["schemas"]["DocumentCardContent"];
      /** Format: date-time */
      createdAt: string;
      /**
       * @description SHA-256 of `content` as compact JSON with the members in schema order, without an `angle` that is null. The same
       *     in every export of this card; verified by an import.
       */
      hash: string;
      /** @description The role of its maker. */
      madeAs: components["schemas"]["MakerRole"];
      /** @description Position of the map, from 1. */
      map: components["schemas"]["Nth"];
      /** @description Sequence number of the card within its map, from 1. An import accepts at most 100,000. */
      number: components["schemas"]["Nth"];
      /**
       * @description Positions of the card's persons among the document's persons, from 1. A number beyond the end is a person who
       *     was removed, the same on every card.
       */
      persons: components["schemas"]["Nth"][];
    };
    /** @description What a card carries. */
    DocumentCardContent: {
      /** @description The map as it was; its supporters refer to the persons of this card. */
      map: components["schemas"]["DocumentMap"];
      persons: components["schemas"]["DocumentCardPerson"][];
      /** @description The support types at the time. */
      supportTypes: components["schemas"]["DocumentSupportType"][];
    };
    /** @description A person on a card. */
    DocumentCardPerson: {
      /** Format: date-time */
      createdAt: string;
      /** @description Whether they belonged to the past when the card was created. */
      past?: boolean;
      /** @description The person's data on the card; null if redacted. */
      profile?: components["schemas"]["DocumentProfile"] | null;
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description The exported client. Ignored by an import, which needs an existing client. */
    DocumentClient: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date
       * @description Null means unknown.
       */
      dateOfBirth?: string | null;
      externalIdentifiers: components["schemas"]["ExternalIdentifier"][];
      name: components["schemas"]["ShortText"];
      preferredName?: components["schemas"]["ShortText"] | null;
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description Labels in both languages. */
    DocumentLabels: {
      /** @description English. */
      en: string;
      /** @description Dutch. */
      nl: string;
    };
    /** @description A map with its content. */
    DocumentMap: {
      agreements: components["schemas"]["DocumentAgreement"][];
      /** Format: date-time */
      createdAt: string;
      /** @description “I have named every tie”; null is unanswered. */
      everyTieNamed?: boolean | null;
      /** @description “I have named everyone”; null is unanswered. */
      everyoneNamed?: boolean | null;
      needs: components["schemas"]["Need"][];
      /** @description Whether only the client sees the map. */
      private: boolean;
      /** @description The client's own words; null on a card without them. */
      reflections?: components["schemas"]["DocumentReflection"][] | null;
      /**
       * Format: date
       * @description Review date; null means none.
       */
      reviewOn?: string | null;
      supporters: components["schemas"]["DocumentSupporter"][];
      theme: components["schemas"]["ShortText"];
      ties: components["schemas"]["DocumentTie"][];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description A person in the client's life. */
    DocumentPerson: {
      /** Format: date-time */
      createdAt: string;
      /** @description Whether they belong to the past. */
      past?: boolean;
      profile: components["schemas"]["DocumentProfile"];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description The data of a person. */
    DocumentProfile: {
      /** @description The name the client uses. */
      alias: components["schemas"]["ShortText"];
      email?: components["schemas"]["ShortText"] | null;
      lifeDomain?: components["schemas"]["LifeDomain"] | null;
      note?: components["schemas"]["LongText"] | null;
      phone?: components["schemas"]["ShortText"] | null;
      relationship?: components["schemas"]["Relationship"] | null;
    };
    /** @description The client's own words. */
    DocumentReflection: {
      /** Format: date-time */
      createdAt: string;
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description A support type. */
    DocumentSupportType: {
      code: components["schemas"]["SupportType"];
      labels: components["schemas"]["DocumentLabels"];
    };
    /** @description A person placed on a map. */
    DocumentSupporter: {
      /**
       * Format: int32
       * @description Position on the ring, in degrees clockwise from the top; absent or null lets the picture choose.
       */
      angle?: number | null;
      /**
       * Format: int32
       * @description The load the supporter carries, from 0 (none) to 4; null is unanswered.
       */
      burden?: number | null;
      closeness?: components["schemas"]["Closeness"] | null;
      contactFrequency?: components["schemas"]["ContactFrequency"] | null;
      /** Format: date-time */
      createdAt: string;
      /** @description Position of the person, from 1: in the document for a map, in the card for a card. */
      person: components["schemas"]["Nth"];
      /** @description Null is unanswered, empty means none. */
      supports?: components["schemas"]["Support"][] | null;
      /**
       * Format: int32
       * @description Tension in the relationship, from 0 (none) to 4; null is unanswered.
       */
      tension?: number | null;
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description Two supporters who know each other. */
    DocumentTie: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: int32
       * @description How strong the tie is; null is unanswered.
       */
      strength?: number | null;
      /** @description Positions of the two supporters, from 1. */
      supporters: components["schemas"]["Nth"][];
      /** Format: date-time */
      updatedAt: string;
    };
    /**
     * Format: email-address
     * @description An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized domain may be in Unicode or punycode. No invisible characters.
     */
    Email: string;
    /** @description How many of each were erased. */
    Erased: {
      /**
       * Format: int64
       * @description Agreements.
       */
      agreements: number;
      /**
       * Format: int64
       * @description Assignments of coaches.
       */
      assignments: number;
      /**
       * Format: int64
       * @description Cards.
       */
      cards: number;
      /**
       * Format: int64
       * @description Notes of coaches.
       */
      coachNotes: number;
      /**
       * Format: int64
       * @description Consents.
       */
      consents: number;
      /**
       * Format: int64
       * @description Maps.
       */
      maps: number;
      /**
       * Format: int64
       * @description Persons.
       */
      persons: number;
      /**
       * Format: int64
       * @description Reflections.
       */
      reflections: number;
      /**
       * Format: int64
       * @description Supporters on the maps.
       */
      supporters: number;
      /**
       * Format: int64
       * @description Ties between supporters.
       */
      ties: number;
    };
    /** @description The receipt of an erasure. */
    Erasure: {
      /** @description Why the record was erased. */
      basis: components["schemas"]["ErasureBasis"];
      /**
       * Format: uuid
       * @description The id that the client had.
       */
      clientId: string;
      /** @description What was erased. */
      erased: components["schemas"]["Erased"];
      /**
       * Format: date-time
       * @description When the record was erased.
       */
      erasedAt: string;
      /**
       * Format: uuid
       * @description The id of the request for erasure.
       */
      id: string;
      /** @description The client's request; null if the basis is `retention`. */
      request: components["schemas"]["RecordedRequest"] | null;
      /** @description The confirmation by an administrator; null if the basis is `request`. */
      retention: components["schemas"]["RetentionConfirmation"] | null;
    };
    /**
     * @description Why a record was erased.
     * @enum {string}
     */
    ErasureBasis: "request" | "retention";
    /** @description The refusal of a request for erasure. */
    ErasureRefusal: {
      /** @description The reason, in words for the client. */
      explanation: components["schemas"]["LongText"];
      /** @description Why it is refused. */
      ground: components["schemas"]["ErasureRefusalGround"];
      /**
       * Format: date-time
       * @description When it was refused.
       */
      refusedAt: string;
      /** @description The coach or administrator who refused it. */
      refusedBy: components["schemas"]["NamedUser"];
    };
    /**
     * @description Why a request for erasure is refused.
     * @enum {string}
     */
    ErasureRefusalGround: "interest-of-another" | "law";
    /** @description An erasure that a client asked for, or that follows from retention. It waits unless it was withdrawn or refused. */
    ErasureRequest: {
      /** @description What the erasure rests on. */
      basis: components["schemas"]["ErasureBasis"];
      /** Format: uuid */
      clientId: string;
      /**
       * Format: date-time
       * @description When the record is erased, after the organisation's waiting time. A legal hold postpones it.
       */
      erasesAt: string;
      /**
       * Format: uuid
       * @description The erasure has the same id: the receipt.
       */
      id: string;
      /** @description The refusal; null if it was not refused. */
      refusal: components["schemas"]["ErasureRefusal"] | null;
      /** @description The client's request; null if the basis is `retention`. */
      request: components["schemas"]["RecordedRequest"] | null;
      /** @description The confirmation by an administrator; null if the basis is `request`. */
      retention: components["schemas"]["RetentionConfirmation"] | null;
      /**
       * Format: date-time
       * @description When it was withdrawn.
       */
      withdrawnAt: string | null;
      /** @description The user who withdrew it; null also if the record was changed or restricted while an erasure by retention waited. */
      withdrawnBy: components["schemas"]["NamedUser"] | null;
    };
    /**
     * @description The kind of change of an event.
     * @enum {string}
     */
    EventKind:
      | "client-added"
      | "client-removed"
      | "client-changed"
      | "coaches-changed"
      | "persons-changed"
      | "map-added"
      | "map-removed"
      | "map-changed"
      | "card-made"
      | "reflections-changed";
    /** @description A client's number in another system. */
    ExternalIdentifier: {
      /** @description The system, usually a URI. */
      system: components["schemas"]["ShortText"];
      /** @description The number in that system. */
      value: components["schemas"]["ShortText"];
    };
    /**
     * @description With what a user proved who they are.
     * @enum {string}
     */
    Factor:
      "password" | "totp" | "recovery-code" | "mail-code" | "passkey" | "identity-provider" | "identity-provider-mfa";
    /**
     * @description What is wrong with one member of a request.
     * @enum {string}
     */
    FieldCode:
      | "forbidden"
      | "required"
      | "unknown-member"
      | "duplicate"
      | "type"
      | "enum"
      | "format"
      | "blank"
      | "invisible-character"
      | "too-short"
      | "too-long"
      | "too-small"
      | "too-large"
      | "too-few"
      | "too-many"
      | "too-many-persons"
      | "too-many-maps"
      | "too-many-cards"
      | "too-many-bytes"
      | "too-complex"
      | "invalid"
      | "exclusive"
      | "immutable"
      | "malformed"
      | "unknown-reference"
      | "past"
      | "unclosed-quote"
      | "stray-quote"
      | "line-break"
      | "contradiction"
      | "undecodable"
      | "no-contacts"
      | "incomplete"
      | "altered"
      | "by-invitation"
      | "before-start"
      | "already-assigned"
      | "not-a-coach"
      | "id-taken"
      | "in-the-future"
      | "in-the-past"
      | "too-late"
      | "guessable"
      | "wrong-code"
      | "wrong-password"
      | "wrong-passkey";
    /** @description One error in the input. */
    FieldProblem: {
      /** @description A stable code for programs. */
      code: components["schemas"]["FieldCode"];
      /** @description If the pointer is to a table: the name of the column. Absent if the error concerns the whole row. */
      column?: string;
      /** @description What is wrong and what is expected, as text. */
      detail: string;
      /** @description Which part of the request. */
      in: components["schemas"]["Place"];
      /** @description What is accepted. */
      params?: components["schemas"]["ProblemParams"];
      /** @description A JSON Pointer (RFC 6901) into it. */
      pointer: string;
      /**
       * Format: int32
       * @description If the pointer is to a table: the row as a spreadsheet numbers it; the header is row 1.
       */
      row?: number;
    };
    /** @description Who wants to log in. */
    FindLogInMethods: {
      /** @description Email address; only its domain matters. */
      email: components["schemas"]["Email"];
    };
    /**
     * @description What the document is.
     * @enum {string}
     */
    Format: "omringd-client-1";
    /** @description A new organisation with the invitation of its first administrator. */
    FoundedOrganisation: components["schemas"]["Organisation"] & {
      /** @description The invitation of its first administrator. */
      invitation: components["schemas"]["AdministratorInvitation"];
    };
    /** @description A number of a scale with its labels. */
    GradeWord: {
      /**
       * Format: int32
       * @description As in the API.
       */
      grade: number;
      labels: components["schemas"]["Labels"];
    };
    /**
     * @description The grant type of a token request.
     * @enum {string}
     */
    GrantType: "refresh_token" | "client_credentials";
    /** @description A person who could help. */
    Helper: {
      alias: components["schemas"]["ShortText"];
      /**
       * Format: date-time
       * @description When the supporter last changed.
       */
      answeredAt: string;
      /** @description A `tel:` URI for the number; null if there is none in `phone`. Without a country code the number is Dutch. */
      call: string | null;
      email: components["schemas"]["ShortText"] | null;
      /** @description The maps they are on, among those in `maps`. */
      mapIds: string[];
      /** Format: uuid */
      personId: string;
      /** @description As entered. */
      phone: components["schemas"]["ShortText"] | null;
      /** @description The reasons for the rank, including tension and burden. */
      reasons: components["schemas"]["Reason"][];
      relationship: components["schemas"]["Relationship"] | null;
      /**
       * Format: uuid
       * @description The supporter, of the maps they are on, whose answer for this need counts: the newest.
       */
      supporterId: string;
    };
    /** @description Who could help: with the requested need, or with every need of the organisation. */
    HelpersAnswer: components["schemas"]["HelpersFound"] | components["schemas"]["List_HelpersFound"];
    /** @description Who could help with one need. */
    HelpersFound: {
      /** @description Everyone named for this need, best first. Those the client would not ask come last. */
      helpers: components["schemas"]["Helper"][];
      /** @description Its label in the language of the request. */
      label: string;
      /**
       * @description The maps that were searched, changed last first: at most 50 non-empty maps that the caller may see, or the one
       *     in `mapId`.
       */
      maps: components["schemas"]["MapLookedUp"][];
      /**
       * @description Others to consider: supporters without an answer for this need, or in the inner ring and named for other support
       *     types.
       */
      others: components["schemas"]["Helper"][];
      supportType: components["schemas"]["SupportType"];
    };
    /** @description An identity provider of the organisation. */
    IdentityProvider: {
      /** @description The back-channel logout URI to register at the provider. */
      backchannelLogoutUri: string;
      /** @description How this service authenticates at the provider. */
      clientAuthentication: components["schemas"]["ClientAuthentication"];
      /** @description The id of this service at the provider. */
      clientId: components["schemas"]["ShortText"];
      /** Format: date-time */
      createdAt: string;
      /** @description Whether the first log-in of a user without an account makes them a coach. */
      createsCoaches: boolean;
      /** @description Whether users can log in with it. */
      enabled: boolean;
      /** Format: uuid */
      id: string;
      /** @description The issuer. */
      issuer: string;
      /** @description The address of this service's public key, to register at the provider; null with a client secret. */
      jwksUri: string | null;
      name: components["schemas"]["ShortText"];
      /** @description The redirect URI to register at the provider; null if the service has no front end. */
      redirectUri: string | null;
      /** @description The `acr` that stands for a second factor; null for `mfa` in `amr`. */
      secondFactorAcr: components["schemas"]["ShortText"] | null;
      /** @description The only tenant of Entra ID; null for any. */
      tenantId: components["schemas"]["ShortText"] | null;
      /** @description Whether its addresses in proven domains count as verified. */
      trustsEmails: boolean;
      /** @description Whether a second factor at the provider counts. */
      trustsSecondFactor: boolean;
      /** Format: date-time */
      updatedAt: string;
    };
    /**
     * @description What an import did with a row.
     * @enum {string}
     */
    ImportOutcome: "invited" | "already-invited" | "already-member";
    /** @description Numbers of imported items. */
    Imported: {
      /** @description Number of cards. */
      cards: number;
      /** @description Number of maps. */
      maps: number;
      /** @description Number of persons. */
      persons: number;
    };
    /** @description A row of a table of people to invite. */
    ImportedInvitation: {
      email: components["schemas"]["Email"];
      /**
       * Format: uuid
       * @description The new invitation; null if there is none.
       */
      invitationId: string | null;
      /** @description What became of it; of a dry run, what would. */
      outcome: components["schemas"]["ImportOutcome"];
      /**
       * Format: int32
       * @description The row as a spreadsheet numbers it; the header is row 1.
       */
      row: number;
      /** @description The secret to accept it with, shown only here; null if it is mailed, or there is none. */
      secret: string | null;
    };
    /** @description What became of each row, in the order of the table. */
    ImportedInvitations: {
      items: components["schemas"]["ImportedInvitation"][];
    };
    /** @description Insights into a map. An undefined measure is null; an unanswered question never counts as "no". */
    Insights: {
      /** @description Every support type of the organisation, in the order of the vocabulary. */
      coverage: components["schemas"]["Coverage"][];
      /** Format: uuid */
      mapId: string;
      measures: components["schemas"]["Measures"];
      /**
       * @description Observations, as questions to talk about, in the order of the rules. None are about persons who belong to the
       *     past.
       */
      observations: components["schemas"]["Observation"][];
    };
    /** @description An external system of the organisation. */
    Integration: {
      /** Format: date-time */
      createdAt: string;
      /** @description Whether it has access. */
      enabled: boolean;
      /**
       * Format: uuid
       * @description Also its client id at `POST /oauth2/token`.
       */
      id: string;
      /** @description Its public keys; null if they are at an address, or it has none. */
      jwks: components["schemas"]["PublicKeySet"] | null;
      /** @description The address of its public keys, if they are at one. */
      jwksUri: string | null;
      /**
       * Format: date-time
       * @description When it last received an access token.
       */
      lastUsedAt: string | null;
      name: components["schemas"]["ShortText"];
      /** @description What it may do. */
      scopes: components["schemas"]["Scope"][];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description A token of an integration. */
    IntegrationToken: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until when it is valid.
       */
      expiresAt: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      integrationId: string;
      /**
       * Format: date-time
       * @description When it was last used, to the minute.
       */
      lastUsedAt: string | null;
    };
    /** @description An invitation to become a member of the organisation. */
    Invitation: {
      /**
       * Format: date-time
       * @description When it was accepted, if it was.
       */
      acceptedAt: string | null;
      /**
       * Format: uuid
       * @description The client it makes a log-in for, if any.
       */
      clientId: string | null;
      /** Format: date-time */
      createdAt: string;
      /** @description How the secret reaches the invited person. */
      delivery: components["schemas"]["Delivery"];
      /** @description The invited address; null for a client who gives one on acceptance. */
      email: components["schemas"]["Email"] | null;
      /**
       * Format: date-time
       * @description When it expires.
       */
      expiresAt: string;
      /** Format: uuid */
      id: string;
      /** @description The user who invited. */
      invitedBy: components["schemas"]["NamedUser"];
      /** @description The language of the mail and of the new account; null if none was given. */
      language: components["schemas"]["Language"] | null;
      /** @description The state of the mail with the secret; null if none is sent. */
      mail: components["schemas"]["MailStatus"] | null;
      /**
       * Format: uuid
       * @description The member who is invited again, if it is one.
       */
      memberId: string | null;
      /** @description The roles of the membership. */
      roles: components["schemas"]["MemberRole"][];
    };
    /** @description An administrator to invite. The invitee gives the name on acceptance. */
    InviteAdministrator: {
      /**
       * @description Whether this administrator is also a coach, such as a coach who works alone: members cannot give themselves a
       *     role later.
       */
      coach?: boolean;
      /** @description Email address. */
      email: components["schemas"]["Email"];
    };
    /**
     * @description A role in an invitation. The role client comes with `clientId`.
     * @enum {string}
     */
    InvitedRole: "admin" | "coach";
    /** @description A new token with its secret. */
    IssuedIntegrationToken: components["schemas"]["IntegrationToken"] & {
      /** @description The secret token to enter at the identity provider. Shown only here. */
      secret: string;
    };
    /** @description A label in both languages. */
    Labels: {
      /** @description English. */
      en: string;
      /** @description Dutch. */
      nl: string;
    };
    /**
     * @description A language of the service.
     * @enum {string}
     */
    Language: "nl" | "en";
    /** @description A card, in short. */
    LastCard: {
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      /**
       * Format: uuid
       * @description The map of the card.
       */
      mapId: string;
      /**
       * Format: int64
       * @description Its number on its map.
       */
      number: number;
    };
    /** @description The map changed last. */
    LatestMap: {
      /** @description Support types the client needs that only one supporter gives or could be asked for. */
      fragile: components["schemas"]["SupportType"][];
      /** Format: uuid */
      id: string;
      /** @description The five steps in their order. */
      steps: components["schemas"]["StepProgress"][];
      /** @description How many supporters are on it. */
      supporters: number;
      /** @description The theme: what the client lives with. */
      theme: components["schemas"]["ShortText"];
      /** @description Support types the client needs that no supporter gives or could be asked for. */
      uncovered: components["schemas"]["SupportType"][];
      /**
       * Format: date-time
       * @description When anything on it last changed.
       */
      updatedAt: string;
      /** @description The user who made that change; null if not recorded. */
      updatedBy: components["schemas"]["NamedUser"] | null;
    };
    /** @description A legal hold on a client's record. While it is in force, the record is not erased. */
    LegalHold: {
      /** Format: uuid */
      clientId: string;
      /** Format: uuid */
      id: string;
      /**
       * Format: date-time
       * @description When it was placed.
       */
      placedAt: string;
      /** @description The administrator who placed it. */
      placedBy: components["schemas"]["NamedUser"];
      /** @description Why the record must be kept. */
      reason: components["schemas"]["LongText"];
      /**
       * Format: date-time
       * @description When it was released; null if it lasts until its end.
       */
      releasedAt: string | null;
      /** @description The administrator who released it. */
      releasedBy: components["schemas"]["NamedUser"] | null;
      /**
       * Format: date-time
       * @description When it ends.
       */
      until: string;
    };
    /**
     * @description The part of life in which the client meets a person.
     * @enum {string}
     */
    LifeDomain:
      | "household"
      | "family"
      | "friends"
      | "neighbourhood"
      | "work"
      | "education"
      | "leisure"
      | "faith"
      | "online"
      | "care"
      | "other";
    /** @description A page of a list. */
    List_AccessLogHead: {
      /** @description The items of this page. */
      items: components["schemas"]["AccessLogHead"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_AccessLogLine: {
      /** @description The items of this page. */
      items: components["schemas"]["AccessLogLine"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_AccessRequest: {
      /** @description The items of this page. */
      items: components["schemas"]["AccessRequest"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Agreement: {
      /** @description The items of this page. */
      items: components["schemas"]["Agreement"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Assignment: {
      /** @description The items of this page. */
      items: components["schemas"]["Assignment"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_AuditEvent: {
      /** @description The items of this page. */
      items: components["schemas"]["AuditEvent"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_CardHead: {
      /** @description The items of this page. */
      items: components["schemas"]["CardHead"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Client: {
      /** @description The items of this page. */
      items: components["schemas"]["Client"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_ClientCoach: {
      /** @description The items of this page. */
      items: components["schemas"]["ClientCoach"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_ClientLogIn: {
      /** @description The items of this page. */
      items: components["schemas"]["ClientLogIn"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_CoachNote: {
      /** @description The items of this page. */
      items: components["schemas"]["CoachNote"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Consent: {
      /** @description The items of this page. */
      items: components["schemas"]["Consent"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_ConsentReceiver: {
      /** @description The items of this page. */
      items: components["schemas"]["ConsentReceiver"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Erasure: {
      /** @description The items of this page. */
      items: components["schemas"]["Erasure"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_ErasureRequest: {
      /** @description The items of this page. */
      items: components["schemas"]["ErasureRequest"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_HelpersFound: {
      /** @description The items of this page. */
      items: components["schemas"]["HelpersFound"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_IdentityProvider: {
      /** @description The items of this page. */
      items: components["schemas"]["IdentityProvider"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Integration: {
      /** @description The items of this page. */
      items: components["schemas"]["Integration"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_IntegrationToken: {
      /** @description The items of this page. */
      items: components["schemas"]["IntegrationToken"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Invitation: {
      /** @description The items of this page. */
      items: components["schemas"]["Invitation"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_LegalHold: {
      /** @description The items of this page. */
      items: components["schemas"]["LegalHold"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_LogInDomain: {
      /** @description The items of this page. */
      items: components["schemas"]["LogInDomain"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Map: {
      /** @description The items of this page. */
      items: components["schemas"]["Map"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Member: {
      /** @description The items of this page. */
      items: components["schemas"]["Member"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_MemberIdentity: {
      /** @description The items of this page. */
      items: components["schemas"]["MemberIdentity"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Organisation: {
      /** @description The items of this page. */
      items: components["schemas"]["Organisation"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_OwnIdentity: {
      /** @description The items of this page. */
      items: components["schemas"]["OwnIdentity"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_PersonOnMaps: {
      /** @description The items of this page. */
      items: components["schemas"]["PersonOnMaps"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_PlacedPerson: {
      /** @description The items of this page. */
      items: components["schemas"]["PlacedPerson"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Reflection: {
      /** @description The items of this page. */
      items: components["schemas"]["Reflection"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Restriction: {
      /** @description The items of this page. */
      items: components["schemas"]["Restriction"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_SecondFactor: {
      /** @description The items of this page. */
      items: components["schemas"]["SecondFactor"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Session: {
      /** @description The items of this page. */
      items: components["schemas"]["Session"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description A page of a list. */
    List_Tie: {
      /** @description The items of this page. */
      items: components["schemas"]["Tie"][];
      /** @description The address of the next page; null on the last. */
      next: string | null;
    };
    /** @description Who logs in. */
    LogIn: {
      /** @description A code of your authenticator app, or a recovery code. Without it, confirm the session with one later. */
      code?: string | null;
      /** @description Whether the refresh token comes as a cookie that scripts cannot read, instead of in the response. */
      cookie?: boolean;
      /** @description Your name for the browser or device. If absent, its `User-Agent`. */
      deviceName?: components["schemas"]["ShortText"];
      /** @description Email address; case is ignored. */
      email: components["schemas"]["Email"];
      /**
       * @description What the session is for; a browser if absent. One of your own device lasts 90 days from its last use, with fewer rights if it was not
       *     confirmed in the last 30 days; one of a browser lasts 12 hours.
       */
      kind?: components["schemas"]["SessionKind"];
      /** @description A code that was mailed, instead of a password: see POST /v1/log-in-codes. */
      mailCode?: components["schemas"]["MailCode"] | null;
      /**
       * Format: password
       * @description Password.
       */
      password?: string | null;
    };
    /** @description A domain that the organisation claims. */
    LogInDomain: {
      /** Format: date-time */
      createdAt: string;
      /** @description The domain, in Unicode. */
      domain: string;
      /** Format: uuid */
      id: string;
      /**
       * Format: date-time
       * @description Since when the daily check does not find the record of a proven domain; after 7 days the domain is not proven any more.
       */
      missingSince: string | null;
      /** @description The name of the DNS record that proves it, of type TXT. */
      recordName: string;
      /** @description The value of that record. */
      recordValue: string;
      /**
       * Format: date-time
       * @description When the record was last found; null if it was not.
       */
      verifiedAt: string | null;
    };
    /** @description How a user can log in. */
    LogInMethods: {
      /** @description Whether a password can be used. Always true. */
      password: boolean;
      /** @description The identity providers of the organisations that have proven the domain. */
      providers: components["schemas"]["OfferedProvider"][];
    };
    /** @description What a mailed code is valid with. */
    LogInTicket: {
      /** @description Keep it in the browser, and send it with the code. */
      ticket: string;
    };
    /** @description Who logs in with a passkey. */
    LogInWithPasskey: {
      /** @description The `ceremony` of the challenge. */
      ceremony: string;
      /** @description Whether the refresh token comes as a cookie that scripts cannot read, instead of in the response. */
      cookie?: boolean;
      credential: components["schemas"]["PasskeyAssertion"];
      /** @description Your name for the browser or device. If absent, its `User-Agent`. */
      deviceName?: components["schemas"]["ShortText"];
      /** @description Email address, as in the request for the challenge. */
      email: components["schemas"]["Email"];
      /** @description What the session is for; a browser if absent. See `logIn`. */
      kind?: components["schemas"]["SessionKind"];
    };
    /** @description A new session, with its tokens. */
    LoggedIn: {
      /** @description For the Authorization header. */
      accessToken: string;
      /**
       * Format: int64
       * @description Lifetime of the access token in seconds.
       */
      expiresIn: number;
      /** @description The active organisations you are a member of. */
      organisations: components["schemas"]["OwnOrganisation"][];
      /** @description Exchange it at /oauth2/token for the next access token. Can be used once. Null if it comes as a cookie. */
      refreshToken: string | null;
      /** @description Whether the session has or needs a second factor. */
      secondFactor: components["schemas"]["SecondFactorState"];
      session: components["schemas"]["Session"];
      /** @description Always `Bearer`. */
      tokenType: string;
    };
    /**
     * Format: multi-line
     * @description 1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters other than tab and line feed. Stored in Unicode NFC.
     */
    LongText: string;
    /** @description Which invitation. */
    LookUpInvitation: {
      /** @description The invitation's secret. */
      secret: string;
    };
    /** @description A code that was mailed to a client. */
    MailCode: {
      /** @description The six digits. */
      digits: string;
      /** @description The ticket of the request for the code. */
      ticket: string;
    };
    /**
     * @description The state of a mail.
     * @enum {string}
     */
    MailState: "waiting" | "sent" | "refused" | "failed";
    /** @description The state of a mail. */
    MailStatus: {
      /**
       * Format: date-time
       * @description Since when.
       */
      at: string;
      /** @description `refused` and `failed` are final: correct the address with a new invitation, or send this one again. */
      state: components["schemas"]["MailState"];
    };
    /**
     * @description The role in which a card was created.
     * @enum {string}
     */
    MakerRole: "coach" | "client";
    /** @description A map, without its content. */
    Map: {
      /** Format: uuid */
      clientId: string;
      /** Format: date-time */
      createdAt: string;
      /** @description The `ETag` of the map with its content. */
      etag: string;
      /** @description The `ETag` of the map without its content: the `If-Match` of `updateMap`. */
      headEtag: string;
      /** Format: uuid */
      id: string;
      /** @description The `ETag` of its needs: the `If-Match` of `replaceNeeds`. */
      needsEtag: string;
      /** @description Whether only the client sees the map. */
      private: boolean;
      /**
       * Format: date
       * @description Review date; null means none.
       */
      reviewOn: string | null;
      theme: components["schemas"]["ShortText"];
      /**
       * Format: date-time
       * @description When anything on it last changed.
       */
      updatedAt: string;
    };
    /** @description An agreement on a map. */
    MapAgreement: {
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date
       * @description Due date; null means none.
       */
      dueOn: string | null;
      /** @description The `ETag`, for `If-Match`. */
      etag: string;
      /** Format: uuid */
      id: string;
      status: components["schemas"]["AgreementStatus"];
      supportType: components["schemas"]["SupportType"] | null;
      /** Format: uuid */
      supporterId: string | null;
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description The latest change of a map. */
    MapChange: {
      /** @description The user who made it; null if not recorded. */
      by: components["schemas"]["NamedUser"] | null;
      /** @description The `ETag` of the map with its content. */
      etag: string;
      /** @description The `X-Request-Id` of the request that made it; null if not recorded. */
      requestId: string | null;
      version: components["schemas"]["i64"];
    };
    /** @description A map that was searched. */
    MapLookedUp: {
      /** Format: uuid */
      id: string;
      theme: components["schemas"]["ShortText"];
      /**
       * Format: date-time
       * @description When anything on it last changed.
       */
      updatedAt: string;
    };
    /** @description A map with its progress. */
    MapOverview: components["schemas"]["Map"] & {
      /** @description The `ETag`, for `If-Match`. */
      etag: string;
      /** @description The latest card of the map; null if there is none. */
      lastCard: components["schemas"]["LastCard"] | null;
      /** @description The five steps in their order. */
      steps: components["schemas"]["StepProgress"][];
      /** @description How many supporters are on it. */
      supporters: number;
      /** @description The user who last changed anything on it; null if not recorded. */
      updatedBy: components["schemas"]["NamedUser"] | null;
    };
    /**
     * @description People to add to a map, as three CSV tables: a header with the column names in any order, then the rows. The
     *     delimiter is a comma, semicolon or tab, as in the header or in a first line such as `sep=;`. An empty cell is
     *     unanswered; an apostrophe before a formula is removed; `3.0` is 3. Quotes must enclose a whole cell; only notes may
     *     contain line breaks.
     */
    MapTables: {
      /**
       * @description Columns `key` and `alias`; optionally `relationship`, `lifeDomain`, `closeness`, `contactFrequency`, `tension`,
       *     `burden`, `phone`, `email`, `note`. The other tables refer to the person by this key. At most 200 rows.
       */
      persons: string;
      /** @description Columns `person` and `supportType`; optionally `direction` and `availability`. At most 2,000 rows. */
      supports?: string;
      /**
       * @description Columns `first` and `second`; optionally `strength`. At most 2,000 ties. The order of the two does not matter;
       *     two strengths for one tie are an error.
       */
      ties?: string;
    };
    /** @description You. */
    Me: {
      /** Format: date-time */
      createdAt: string;
      email: components["schemas"]["Email"];
      /** Format: uuid */
      id: string;
      /** @description The user's language. */
      language: components["schemas"]["Language"];
      /** @description Your memberships of active organisations. */
      memberships: components["schemas"]["OwnMembership"][];
      name: components["schemas"]["ShortText"];
      /** @description Whether you run the platform. */
      operator: boolean;
      /** Format: date-time */
      updatedAt: string;
    };
    /**
     * @description Measures over the map, without the client. Structural measures include persons who belong to the past, because they
     *     are on the map.
     */
    Measures: {
      /** @description The rings of the supporters. */
      closenesses: components["schemas"]["Composition"];
      /** @description Connected components, including single persons. */
      components: number;
      /** @description Null without any link. */
      concentration: components["schemas"]["Concentration"] | null;
      /**
       * Format: double
       * @description t / (n(n−1)/2); null for fewer than two supporters.
       */
      density: number | null;
      /**
       * Format: double
       * @description n − 2t/n (Burt, 1992; Borgatti, 1997); null without supporters.
       */
      effectiveSize: number | null;
      /** @description Supporters without any tie. */
      isolates: string[];
      /**
       * Format: double
       * @description The mean number of support types per supporter with answered support; null without any.
       */
      multiplexity: number | null;
      /**
       * Format: double
       * @description The share of supporters who both give and receive, among those with a known direction; null without any.
       */
      reciprocity: number | null;
      /** @description What the supporters are to the client. */
      relationships: components["schemas"]["Composition"];
      /** @description n, the number of supporters. */
      supporters: number;
      /** @description t, the number of ties among them. */
      ties: number;
    };
    /** @description A user's membership of the organisation. */
    Member: {
      /**
       * Format: uuid
       * @description The client of whom this is the log-in; null if none.
       */
      clientId: string | null;
      /** Format: date-time */
      createdAt: string;
      email: components["schemas"]["Email"];
      /** Format: uuid */
      id: string;
      name: components["schemas"]["ShortText"];
      roles: components["schemas"]["MemberRole"][];
      /** Format: date-time */
      updatedAt: string;
      /**
       * Format: uuid
       * @description The user: the `coachId` of an assignment.
       */
      userId: string;
    };
    /** @description An identity of a member. */
    MemberIdentity: {
      /**
       * Format: date-time
       * @description When it was linked.
       */
      createdAt: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      providerId: string;
      /**
       * Format: date-time
       * @description When it was last used to log in.
       */
      usedAt: string | null;
      /** @description The member. */
      user: components["schemas"]["NamedUser"];
    };
    /**
     * @description A role of a member.
     * @enum {string}
     */
    MemberRole: "admin" | "coach" | "client";
    /** @description The duplicate to merge into a person. */
    MergePersons: {
      /** @description The `etag` of that person as you read it. */
      etag: string;
      /**
       * Format: uuid
       * @description Another person of the same client, who is removed.
       */
      personId: string;
    };
    /** @description A client, with the legal name beside the id. */
    NamedClient: {
      /** Format: uuid */
      id: string;
      name: components["schemas"]["ShortText"];
    };
    /** @description A supporter, with the alias of the person beside the id. */
    NamedSupporter: {
      /** Format: uuid */
      id: string;
      name: components["schemas"]["ShortText"];
    };
    /** @description A user, with the name beside the id. */
    NamedUser: {
      /** Format: uuid */
      id: string;
      /** @description The name; null if there is no account any more. */
      name: components["schemas"]["ShortText"] | null;
    };
    /** @description What the client needs of one support type. */
    Need: {
      /**
       * Format: int32
       * @description The level, from 0 (nothing) to 3 (much).
       */
      level: number;
      /** @description The support type; must be unique. */
      supportType: components["schemas"]["SupportType"];
    };
    /** @description The answered needs of the client. */
    Needs: {
      needs: components["schemas"]["Need"][];
    };
    /** @description Labels in both languages. */
    NewLabels: {
      /** @description English. */
      en: components["schemas"]["ShortText"];
      /** @description Dutch. */
      nl: components["schemas"]["ShortText"];
    };
    /** @description Recovery codes. Shown only here. */
    NewRecoveryCodes: {
      /** @description The new codes; none if the account already had recovery codes. */
      recoveryCodes: string[];
    };
    /** @description The new tokens after a change of password. */
    NewTokens: {
      /** @description For the Authorization header. */
      accessToken: string;
      /**
       * Format: int64
       * @description Lifetime of the access token in seconds.
       */
      expiresIn: number;
      /**
       * @description Exchange it at /oauth2/token for the next access token. Can be used once; earlier ones no longer work. Null if it comes
       *     as a cookie.
       */
      refreshToken: string | null;
      /** @description Always `Bearer`. */
      tokenType: string;
    };
    /**
     * Format: int32
     * @description A position in a list, from 1 to 1,000,000.
     */
    Nth: number;
    /** @description An error (RFC 6749, 5.2). */
    OAuthError: {
      /** @description The error code. */
      error: string;
      /** @description The same for people. */
      error_description: string;
    };
    /** @description A request to end sessions. */
    OAuthLogoutRequest: {
      /** @description The signed logout token. */
      logout_token: string;
    };
    /** @description An observation. */
    Observation: {
      facts: components["schemas"]["ObservationFacts"];
      /** @description In the language of the request, for its audience. */
      question: string;
      rule: components["schemas"]["Rule"];
      /** @description Where the rule comes from. */
      source: string;
    };
    /** @description The data behind an observation. */
    ObservationFacts: {
      /** @description Groups that do not know each other. */
      groups: string[][];
      /**
       * Format: int32
       * @description The need (0–3), burden or tension (0–4).
       */
      level: number | null;
      /**
       * Format: double
       * @description The share of all support links.
       */
      share: number | null;
      supportType: components["schemas"]["SupportType"] | null;
      /** @description The supporters concerned. */
      supporterIds: string[];
      /** @description Supporters without an answer, if an answer could change the observation. */
      unansweredIds: string[];
    };
    /** @description What the holder of an invitation's secret may know before accepting it. */
    OfferedInvitation: {
      /** @description Whether you are a member who is invited again: accepting it sets a new password for your account. */
      again: boolean;
      /** @description The invited address; null if you choose one when you accept. */
      email: components["schemas"]["Email"] | null;
      /**
       * Format: date-time
       * @description When the invitation expires.
       */
      expiresAt: string;
      /** @description The name of the user who invites; null if the account no longer exists. */
      invitedByName: components["schemas"]["ShortText"] | null;
      /** @description The language of the invitation; null if it has none. */
      language: components["schemas"]["Language"] | null;
      /** @description The name of the organisation. */
      organisationName: components["schemas"]["ShortText"];
      /** @description The roles of the membership. */
      roles: components["schemas"]["MemberRole"][];
    };
    /** @description An identity provider to log in with. */
    OfferedProvider: {
      /** Format: uuid */
      id: string;
      name: components["schemas"]["ShortText"];
      /** @description The name of its organisation. */
      organisation: components["schemas"]["ShortText"];
    };
    /** @description The agreements that are planned, asked or accepted. */
    OpenAgreements: {
      /**
       * Format: date
       * @description The earliest due date, today or later.
       */
      nextDueOn: string | null;
      /**
       * Format: int64
       * @description How many.
       */
      open: number;
      /**
       * Format: int64
       * @description How many of them are overdue.
       */
      overdue: number;
    };
    /** @description The code of an operation. New versions add codes. */
    OperationCode: string;
    /** @description An organisation. */
    Organisation: {
      /** @description Whether its clients may log in with a code that is mailed to them. */
      clientsLogInByMail: boolean;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: int32
       * @description How many days a request for erasure waits.
       */
      erasureWaitingDays: number;
      /** Format: uuid */
      id: string;
      name: components["schemas"]["ShortText"];
      /** @description The number that its clients can call on a hard day; null if it has none. */
      phone: components["schemas"]["ShortText"] | null;
      /**
       * Format: date-time
       * @description From when the operator may purge it; null if that was not requested.
       */
      purgeableAt: string | null;
      /**
       * Format: int32
       * @description How many years it keeps a record after its last change, before an administrator can confirm the erasure.
       */
      retentionYears: number;
      /** @description The roles that need a second factor. */
      secondFactorFor: components["schemas"]["SecondFactorRole"][];
      /** @description Whether its members have access. */
      status: components["schemas"]["OrganisationStatus"];
      /** @description The time zone of today, of the dates on cards, and of what is overdue. */
      timeZone: components["schemas"]["TimeZone"];
      /** Format: date-time */
      updatedAt: string;
    };
    /**
     * @description Whether an organisation's members have access.
     * @enum {string}
     */
    OrganisationStatus: "active" | "suspended";
    /**
     * @description The outcome of an operation.
     * @enum {string}
     */
    Outcome: "done" | "repeated" | "refused" | "failed";
    /** @description A client's page. */
    Overview: {
      agreements: components["schemas"]["AgreementsOverview"];
      client: components["schemas"]["Client"];
      /** @description The `ETag` of the client, for `If-Match`. */
      clientEtag: string;
      /** @description The coaches who work with the client now. */
      coaches: components["schemas"]["ClientCoach"][];
      /** @description The map changed last comes first. */
      maps: components["schemas"]["MapOverview"][];
    };
    /** @description One of your identities at a provider. */
    OwnIdentity: {
      /**
       * Format: date-time
       * @description When it was linked.
       */
      createdAt: string;
      /** Format: uuid */
      id: string;
      /**
       * Format: uuid
       * @description The organisation of the provider.
       */
      organisationId: string;
      /** @description The name of the provider. */
      provider: components["schemas"]["ShortText"];
      /** Format: uuid */
      providerId: string;
      /**
       * Format: date-time
       * @description When it was last used to log in.
       */
      usedAt: string | null;
    };
    /** @description One of your memberships. */
    OwnMembership: {
      /**
       * Format: uuid
       * @description The client you are in that organisation; null if you are none.
       */
      clientId: string | null;
      /** @description The organisation's name. */
      name: components["schemas"]["ShortText"];
      /** Format: uuid */
      organisationId: string;
      roles: components["schemas"]["MemberRole"][];
    };
    /** @description An organisation to choose. */
    OwnOrganisation: {
      /** @description The number that its clients can call on a hard day, as a `tel:` URI; null if it has none. */
      call: string | null;
      /** Format: uuid */
      id: string;
      name: components["schemas"]["ShortText"];
      /** @description Your roles in it. */
      roles: components["schemas"]["MemberRole"][];
    };
    /** @description A support type of the organisation's own. */
    OwnSupportType: {
      /** @description Its code. Must differ from the built-in ones. */
      code: components["schemas"]["SupportType"];
      labels: components["schemas"]["NewLabels"];
    };
    /** @description A kind of key. */
    PasskeyAlgorithm: {
      /**
       * Format: int32
       * @description Of the IANA registry of COSE algorithms.
       */
      alg: number;
      /** @description Always `public-key`. */
      type: string;
    };
    /** @description The answer of a passkey to a challenge. */
    PasskeyAnswer: {
      /** @description The `ceremony` of the challenge. */
      ceremony: string;
      credential: components["schemas"]["PasskeyAssertion"];
    };
    /** @description The browser's credential after the use of a passkey, as its `toJSON()` gives it. Other members are ignored. */
    PasskeyAssertion: {
      /** @description The id of the passkey in Base64url. */
      id: string;
      /** @description The same. */
      rawId: string;
      response: components["schemas"]["PasskeySignature"];
      /** @description Always `public-key`. */
      type: string;
    };
    /** @description The browser's credential of a new passkey, as its `toJSON()` gives it. Other members are ignored. */
    PasskeyAttestation: {
      /** @description The id of the passkey in Base64url. */
      id: string;
      /** @description The same. */
      rawId: string;
      response: components["schemas"]["PasskeyCreation"];
      /** @description Always `public-key`. */
      type: string;
    };
    /** @description A challenge for a passkey, which one answer uses up. */
    PasskeyChallenge: {
      /** @description Send it with the answer. */
      ceremony: string;
      /**
       * Format: date-time
       * @description When it no longer accepts an answer.
       */
      expiresAt: string;
      options: components["schemas"]["PasskeyRequestOptions"];
    };
    /** @description What an authenticator made, in Base64url. Other members are ignored. */
    PasskeyCreation: {
      /** @description The new key, and by whom it was made. */
      attestationObject: string;
      /** @description The challenge and the origin, as the browser saw them. */
      clientDataJSON: string;
    };
    /** @description Options to make a passkey, for `PublicKeyCredential.parseCreationOptionsFromJSON`. */
    PasskeyCreationOptions: {
      /** @description Always `none`. */
      attestation: string;
      authenticatorSelection: components["schemas"]["PasskeySelection"];
      /** @description Random bytes in Base64url. */
      challenge: string;
      /** @description The passkeys that the account has; their authenticators make no other. */
      excludeCredentials: components["schemas"]["PasskeyDescriptor"][];
      extensions: components["schemas"]["PasskeyExtensions"];
      /** @description The accepted kinds of keys. */
      pubKeyCredParams: components["schemas"]["PasskeyAlgorithm"][];
      rp: components["schemas"]["PasskeyRelyingParty"];
      /**
       * Format: int32
       * @description How long the browser waits, in milliseconds.
       */
      timeout: number;
      user: components["schemas"]["PasskeyUser"];
    };
    /** @description A passkey by its id. */
    PasskeyDescriptor: {
      /** @description In Base64url. */
      id: string;
      /** @description Always `public-key`. */
      type: string;
    };
    /** @description What is asked of authenticators that can do it. */
    PasskeyExtensions: {
      /** @description Whether the response says if the authenticator keeps the passkey. */
      credProps: boolean;
      /** @description When the authenticator reveals the passkey. */
      credentialProtectionPolicy: string;
      /** @description Whether an authenticator that cannot do so makes none. */
      enforceCredentialProtectionPolicy: boolean;
    };
    /** @description A challenge to make a passkey, which one answer uses up. */
    PasskeyRegistration: {
      /** @description Send it with the answer. */
      ceremony: string;
      /**
       * Format: date-time
       * @description When it no longer accepts an answer.
       */
      expiresAt: string;
      options: components["schemas"]["PasskeyCreationOptions"];
    };
    /** @description To whom passkeys belong. */
    PasskeyRelyingParty: {
      /** @description The domain. */
      id: string;
      /** @description The name that browsers show. */
      name: string;
    };
    /** @description Options to use a passkey, for `PublicKeyCredential.parseRequestOptionsFromJSON`. */
    PasskeyRequestOptions: {
      /** @description The passkeys that may answer. */
      allowCredentials: components["schemas"]["PasskeyDescriptor"][];
      /** @description Random bytes in Base64url. */
      challenge: string;
      /** @description The domain to which the passkeys belong. */
      rpId: string;
      /**
       * Format: int32
       * @description How long the browser waits, in milliseconds.
       */
      timeout: number;
      /** @description Always `required`. */
      userVerification: string;
    };
    /** @description Which authenticators may make the passkey. */
    PasskeySelection: {
      /** @description The same, for older browsers. */
      requireResidentKey: boolean;
      /** @description Whether the authenticator keeps the passkey itself. */
      residentKey: string;
      /** @description Always `required`. */
      userVerification: string;
    };
    /** @description What an authenticator signed, in Base64url. Other members are ignored. */
    PasskeySignature: {
      /** @description The relying party, the counter, and whether the user was verified. */
      authenticatorData: string;
      /** @description The challenge and the origin, as the browser saw them. */
      clientDataJSON: string;
      /** @description The signature of both. */
      signature: string;
      /** @description The id of the user, if the authenticator keeps one. */
      userHandle?: string | null;
    };
    /** @description Whose passkey it is, as browsers show it. */
    PasskeyUser: {
      /** @description The user's name. */
      displayName: string;
      /** @description In Base64url. */
      id: string;
      /** @description The address of the account. */
      name: string;
    };
    /** @description A person in a client's life. */
    Person: {
      alias: components["schemas"]["ShortText"];
      /** Format: uuid */
      clientId: string;
      /** Format: date-time */
      createdAt: string;
      email: components["schemas"]["ShortText"] | null;
      /** @description The `ETag`, for `If-Match`. */
      etag: string;
      /** Format: uuid */
      id: string;
      lifeDomain: components["schemas"]["LifeDomain"] | null;
      note: components["schemas"]["LongText"] | null;
      /** @description Whether they belong to the past. */
      past: boolean;
      phone: components["schemas"]["ShortText"] | null;
      relationship: components["schemas"]["Relationship"] | null;
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description A person in a client's life, with the maps they are on. */
    PersonOnMaps: components["schemas"]["Person"] & {
      /** @description The maps they are on that you may see. */
      mapIds: string[];
    };
    /** @description Created persons. */
    Persons: {
      items: components["schemas"]["Person"][];
    };
    /**
     * @description Which part of the request.
     * @enum {string}
     */
    Place: "body" | "query" | "path" | "header";
    /** @description A person placed on a map, with the data of the person. */
    PlacedPerson: components["schemas"]["Supporter"] & {
      person: components["schemas"]["Person"];
    };
    /** @description A problem (RFC 9457). */
    Problem: {
      /** @description What to do about it. */
      detail: string;
      /** @description All errors in the input, at most 100. For an invalid body of more than 256 KiB possibly only the first. */
      errors?: components["schemas"]["FieldProblem"][];
      /** @description The limit, if the problem is about one. */
      params?: components["schemas"]["ProblemParams"];
      /** @description The id of the request, as in the log. */
      requestId: string;
      /**
       * Format: int32
       * @description The HTTP status.
       */
      status: number;
      /** @description The type of problem, in the language of the request. */
      title: string;
      /** @description The type of problem: the address of its documentation page. */
      type: string;
    };
    /** @description What is accepted, for a text of your own. The code determines which members are present. */
    ProblemParams: {
      /** @description The format of the schema that is accepted. */
      format?: string;
      /**
       * Format: int64
       * @description The maximum.
       */
      max?: number;
      /**
       * Format: int64
       * @description The minimum: of characters, of entries, or of the number itself.
       */
      min?: number;
      /** @description The regular expression that is accepted. */
      pattern?: string;
      /** @description The JSON type that is accepted. */
      type?: string;
      /** @description The words that are accepted. */
      words?: string[];
    };
    /** @description A question to the client. */
    Prompt: {
      /** @description The life domain of the question, in step one; null if it is about none, such as "Whom did you forget?". */
      lifeDomain: components["schemas"]["LifeDomain"] | null;
      /** @description The question. */
      texts: components["schemas"]["Labels"];
    };
    /** @description What the identity provider sent to the front end, with the secret that the browser kept. */
    ProviderCallback: {
      /** @description `code` of the query. */
      code: string;
      /** @description `iss` of the query, if it has one. */
      iss?: string;
      /**
       * Format: uuid
       * @description The identity provider, from the path to which the browser returned.
       */
      providerId: string;
      /** @description The secret of the log-in that has begun. */
      secret: string;
      /** @description `state` of the query. */
      state: string;
    };
    /** @description A public key (RFC 7517) for signatures: RSA of 2048 to 4096 bits, EC on P-256 or P-384, or Ed25519. */
    PublicKey: {
      /** @description The only algorithm of the key, if given: RS256, RS384, PS256, ES256, ES384 or EdDSA. */
      alg?: string;
      /** @description The curve, of `EC` and `OKP`. */
      crv?: string;
      /** @description The exponent of `RSA`. */
      e?: string;
      /** @description The id of the key. Must be unique. */
      kid?: string;
      /** @description The key type: `RSA`, `EC` or `OKP`. */
      kty: string;
      /** @description The modulus of `RSA`. */
      n?: string;
      /** @description `sig`, if given. */
      use?: string;
      /** @description The key of `OKP`, or the first coordinate of `EC`. */
      x?: string;
      /** @description The second coordinate of `EC`. */
      y?: string;
    };
    /** @description Public keys (RFC 7517). Private keys are refused. */
    PublicKeySet: {
      keys: components["schemas"]["PublicKey"][];
    };
    /** @description A person to place on a map under a chosen id, with the client's answers. */
    PutSupporter: {
      /**
       * Format: int32
       * @description Position on the ring, in degrees clockwise from the top; null lets the picture choose.
       */
      angle?: number | null;
      /**
       * Format: int32
       * @description The load the supporter carries, from 0 (none) to 4; null is unanswered.
       */
      burden?: number | null;
      /** @description The ring; null is unplaced. */
      closeness?: components["schemas"]["Closeness"] | null;
      /** @description How often there is contact; null is unanswered. */
      contactFrequency?: components["schemas"]["ContactFrequency"] | null;
      /**
       * Format: uuid
       * @description The map.
       */
      mapId: string;
      /** @description A new person. Exactly one of `person` and `personId` is required. */
      person?: components["schemas"]["CreatePerson"] | null;
      /**
       * Format: uuid
       * @description An existing person of the client. Exactly one of `person` and `personId` is required.
       */
      personId?: string | null;
      /** @description The support; null is unanswered, empty means none. */
      supports?: components["schemas"]["Support"][] | null;
      /**
       * Format: int32
       * @description Tension in the relationship, from 0 (none) to 4; null is unanswered.
       */
      tension?: number | null;
    };
    /** @description A reason with its data; the data of other reasons is null. */
    Reason: {
      /** Format: uuid */
      agreementId: string | null;
      closeness: components["schemas"]["Closeness"] | null;
      code: components["schemas"]["ReasonCode"];
      contactFrequency: components["schemas"]["ContactFrequency"] | null;
      /**
       * Format: int32
       * @description The burden or tension.
       */
      level: number | null;
      /**
       * Format: date
       * @description The due date of an open agreement; the date on which a declined one was declined.
       */
      on: string | null;
      /** @description In the language of the request, for its audience. */
      sentence: string;
    };
    /**
     * @description Why a helper has this rank.
     * @enum {string}
     */
    ReasonCode:
      | "received-now"
      | "could-ask"
      | "availability-unanswered"
      | "would-not-ask"
      | "support-unanswered"
      | "not-named-for-this"
      | "accepted"
      | "asked"
      | "planned"
      | "declined-recently"
      | "closeness"
      | "contact-frequency"
      | "mutual"
      | "given"
      | "low-burden"
      | "high-burden"
      | "tension";
    /** @description What a client asked for, to be recorded. */
    RecordRequest: {
      /**
       * Format: date-time
       * @description When the client asked; now by default. Must not be in the future. Only a coach or administrator may set it.
       */
      askedAt?: string | null;
      /** @description How the client asked. A coach or administrator must say so; the client must not. */
      manner?: components["schemas"]["ConsentManner"] | null;
    };
    /** @description A client's request on record. */
    RecordedRequest: {
      /**
       * Format: date-time
       * @description When the client asked.
       */
      askedAt: string;
      /** @description How the client asked. */
      manner: components["schemas"]["ConsentManner"];
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      recordedAt: string;
      /** @description The user who recorded it: the client, a coach or an administrator. */
      recordedBy: components["schemas"]["NamedUser"];
    };
    /** @description How many recovery codes are left. */
    RecoveryCodesLeft: {
      /**
       * Format: int32
       * @description The number of codes that were not used yet.
       */
      left: number;
    };
    /** @description A reflection. */
    Reflection: {
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      mapId: string;
      text: components["schemas"]["LongText"];
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description The refusal of a request for erasure, with a reason that the client reads. */
    RefuseErasureRequest: {
      /** @description The reason, in words for the client. */
      explanation: components["schemas"]["LongText"];
      /** @description Why it is refused. */
      ground: components["schemas"]["ErasureRefusalGround"];
    };
    /**
     * @description What a person is to the client.
     * @enum {string}
     */
    Relationship:
      | "partner"
      | "child"
      | "parent"
      | "sibling"
      | "other-family"
      | "friend"
      | "neighbour"
      | "colleague"
      | "fellow-student"
      | "acquaintance"
      | "volunteer"
      | "peer"
      | "professional"
      | "organisation"
      | "other";
    /**
     * @description The whole content of a map. Choose a `UUIDv7` as the id of each new item. A response of GET can be sent back:
     *     read-only members are ignored.
     */
    ReplaceMapContent: {
      /** @description All agreements; absent keeps them. */
      agreements?: components["schemas"]["ContentAgreement"][];
      /** Format: uuid */
      readonly clientId?: string;
      /** Format: date-time */
      readonly createdAt?: string;
      readonly etag?: string;
      /** @description Whether every tie is named; absent keeps it, null is unanswered. */
      everyTieNamed?: boolean | null;
      /** @description Whether everyone is named; absent keeps it, null is unanswered. */
      everyoneNamed?: boolean | null;
      readonly headEtag?: string;
      /** Format: uuid */
      readonly id?: string;
      /** @description All needs. */
      needs: components["schemas"]["Need"][];
      readonly needsEtag?: string;
      /** @description Persons to create or change. Persons that are not listed stay as they are. */
      persons?: components["schemas"]["ContentPerson"][];
      /** @description Whether only the client sees the map. Must not change here: use `updateMap`. */
      private?: boolean;
      /**
       * Format: date
       * @description Review date; absent keeps it, null removes it.
       */
      reviewOn?: string | null;
      steps?: components["schemas"]["StepProgress"][];
      /** @description All supporters. */
      supporters: components["schemas"]["ContentSupporter"][];
      /** @description The theme; absent keeps it. */
      theme?: components["schemas"]["ShortText"];
      /** @description All ties. */
      ties: components["schemas"]["ContentTie"][];
      /** Format: date-time */
      readonly updatedAt?: string;
    };
    /** @description Everything the client needs. */
    ReplaceNeeds: {
      /** @description One for each support type with an answer. */
      needs: components["schemas"]["Need"][];
    };
    /** @description All of the organisation's own support types. */
    ReplaceSupportTypes: {
      /** @description In display order, after the built-in ones. */
      supportTypes: components["schemas"]["OwnSupportType"][];
    };
    /** @description Another email address. */
    RequestEmailChange: {
      /** @description The new address. */
      email: components["schemas"]["Email"];
      /**
       * Format: password
       * @description Your password.
       */
      password: string;
    };
    /** @description Who wants to log in. */
    RequestLogInCode: {
      /** @description Email address of the account; case is ignored. */
      email: components["schemas"]["Email"];
    };
    /** @description Who wants to log in with a passkey. */
    RequestPasskeyChallenge: {
      /** @description Email address of the account; case is ignored. */
      email: components["schemas"]["Email"];
    };
    /** @description Who forgot their password. */
    RequestPasswordReset: {
      /** @description Email address of the account; case is ignored. */
      email: components["schemas"]["Email"];
    };
    /** @description A new password, with the secret of the mail. */
    ResetPassword: {
      /**
       * Format: password
       * @description The new password.
       */
      newPassword: string;
      /** @description The secret of the mail. */
      secret: string;
    };
    /** @description A restriction of a client's record. It stays on record after it was lifted. */
    Restriction: {
      /** Format: uuid */
      clientId: string;
      /** Format: uuid */
      id: string;
      /** @description The client's request to lift it; null while it is in force. */
      lifting: components["schemas"]["RecordedRequest"] | null;
      /** @description The client's request. */
      request: components["schemas"]["RecordedRequest"];
    };
    /** @description A client whose record need not be kept any longer. */
    RetainedClient: {
      /**
       * Format: date-time
       * @description When the record last changed.
       */
      changedAt: string;
      /** Format: uuid */
      clientId: string;
    };
    /** @description An administrator confirmed that a record is kept no longer. */
    RetentionConfirmation: {
      /**
       * Format: date-time
       * @description When it was confirmed.
       */
      confirmedAt: string;
      /** @description The administrator. */
      confirmedBy: components["schemas"]["NamedUser"];
    };
    /** @description The records that a confirmation would erase. */
    RetentionPreview: {
      /**
       * Format: date-time
       * @description The records were last changed before this instant.
       */
      changedBefore: string;
      /** @description In the order of their ids. */
      clients: components["schemas"]["RetainedClient"][];
      /** @description The SHA-256 digest of the list, to confirm exactly these. */
      digest: string;
      /** @description Whether there are more than these. */
      more: boolean;
      /**
       * Format: int32
       * @description How many years the organisation keeps a record after its last change.
       */
      retentionYears: number;
    };
    /** @description A request to end a token. */
    RevocationRequest: {
      /** @description The refresh token, unless it is in the cookie. */
      token?: string | null;
    };
    /**
     * @description The rule of an observation.
     * @enum {string}
     */
    Rule:
      | "nobody-for-type"
      | "rests-on-one-person"
      | "one-person-carries-most"
      | "high-burden"
      | "tension-in-inner-ring"
      | "inner-ring-never-asked"
      | "only-professionals"
      | "nobody-gives-and-receives"
      | "separate-groups"
      | "support-unanswered";
    /**
     * @description What an integration may do.
     * @enum {string}
     */
    Scope: "clients.read" | "clients.write" | "cards.read" | "members.write" | "members.grant-admin";
    /** @description Search criteria; every given member must match. */
    SearchClients: {
      /** @description A number in another system. Must match exactly. */
      externalIdentifier?: components["schemas"]["ExternalIdentifier"] | null;
      /**
       * @description At most 10 words of the name or the preferred name: each must be part of one of them, in any order. Case,
       *     accents, apostrophes and hyphens are ignored; letters such as ł, ø, ß and æ also match l, o, ss and ae.
       */
      name?: components["schemas"]["ShortText"] | null;
    };
    /** @description One of your second factors. */
    SecondFactor: {
      /**
       * Format: date-time
       * @description When its first use confirmed it; null while it does not count.
       */
      confirmedAt: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: uuid */
      id: string;
      kind: components["schemas"]["SecondFactorKind"];
      /** @description Your name for it. */
      name: components["schemas"]["ShortText"];
      /**
       * Format: date-time
       * @description When it was last used.
       */
      usedAt: string | null;
    };
    /**
     * @description A kind of second factor.
     * @enum {string}
     */
    SecondFactorKind: "totp" | "passkey";
    /**
     * @description A role that can need a second factor.
     * @enum {string}
     */
    SecondFactorRole: "admin" | "coach";
    /**
     * @description Whether a session has or needs a second factor.
     * @enum {string}
     */
    SecondFactorState: "given" | "expected" | "missing" | "optional";
    /** @description One of your log-ins. */
    Session: {
      /**
       * Format: date-time
       * @description When you last proved in it who you are.
       */
      confirmedAt: string | null;
      /** Format: date-time */
      createdAt: string;
      /** @description Whether it is the session of this request. */
      current: boolean;
      /** @description The name of the browser or device; null if unknown. */
      deviceName: components["schemas"]["ShortText"] | null;
      /**
       * Format: date-time
       * @description When it expires; a refresh extends only that of a device.
       */
      expiresAt: string;
      /** @description The factors given in it. */
      factors: components["schemas"]["Factor"][];
      /** Format: uuid */
      id: string;
      /** @description What it was started for. */
      kind: components["schemas"]["SessionKind"];
      /** @description The network of the log-in: an IPv4 address, or the first half of an IPv6 address. Null if unknown. */
      network: string | null;
      /**
       * Format: uuid
       * @description The chosen organisation; null if none is chosen.
       */
      organisationId: string | null;
      /**
       * Format: date-time
       * @description When it was last refreshed.
       */
      usedAt: string;
    };
    /**
     * @description What a session was started for.
     * @enum {string}
     */
    SessionKind: "browser" | "device";
    /**
     * Format: single-line
     * @description One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding spaces and without characters that change the writing direction.
     */
    ShortText: string;
    /**
     * @description A step of making a map.
     * @enum {string}
     */
    Step: "who" | "closeness" | "support" | "situation" | "card";
    /** @description Progress of a step, derived from the map. Steps can be done in any order. */
    StepProgress: {
      state: components["schemas"]["StepState"];
      step: components["schemas"]["Step"];
    };
    /**
     * @description Progress of a step, derived from the data.
     * @enum {string}
     */
    StepState: "empty" | "started" | "done";
    /** @description A step with its labels and questions. */
    StepWord: {
      /** @description As in the API. */
      code: components["schemas"]["Step"];
      labels: components["schemas"]["Labels"];
      /** @description The questions to the client, in order. */
      prompts: components["schemas"]["Prompt"][];
    };
    /** @description One type of support of one supporter. */
    Support: {
      /** @description Whether the client could ask for it; null is unanswered. */
      availability?: components["schemas"]["Availability"] | null;
      /** @description The direction; null is unanswered. */
      direction?: components["schemas"]["Direction"] | null;
      /** @description The support type; must be unique. */
      supportType: components["schemas"]["SupportType"];
    };
    /** @description The code of a support type. See `showVocabulary`. */
    SupportType: string;
    /** @description A support type with its labels. */
    SupportTypeWord: {
      /** @description Whether every organisation has it. */
      builtIn: boolean;
      /** @description As in the API. */
      code: components["schemas"]["SupportType"];
      labels: components["schemas"]["Labels"];
    };
    /** @description A person placed on a map. */
    Supporter: {
      /**
       * Format: int32
       * @description Position on the ring, in degrees clockwise from the top; null lets the picture choose.
       */
      angle: number | null;
      /**
       * Format: int32
       * @description The load the supporter carries, from 0 (none) to 4; null is unanswered.
       */
      burden: number | null;
      /** @description Null is unplaced. */
      closeness: components["schemas"]["Closeness"] | null;
      contactFrequency: components["schemas"]["ContactFrequency"] | null;
      /** Format: date-time */
      createdAt: string;
      /** @description The `ETag`, for `If-Match`. */
      etag: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      mapId: string;
      /** Format: uuid */
      personId: string;
      /** @description Null is unanswered, empty means none. */
      supports: components["schemas"]["Support"][] | null;
      /**
       * Format: int32
       * @description Tension in the relationship, from 0 (none) to 4; null is unanswered.
       */
      tension: number | null;
      /** Format: date-time */
      updatedAt: string;
    };
    /** @description Two supporters who know each other. It has no direction. */
    Tie: {
      /** Format: date-time */
      createdAt: string;
      /** @description The `ETag`, for `If-Match`. */
      etag: string;
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      mapId: string;
      /**
       * Format: int32
       * @description How strong the tie is; null is unanswered.
       */
      strength: number | null;
      /** @description The two, in order of id. */
      supporterIds: string[];
      /** Format: date-time */
      updatedAt: string;
    };
    /**
     * Format: time-zone
     * @description A time zone of the IANA database, as Area/Location, or UTC.
     */
    TimeZone: string;
    /** @description Tokens (RFC 6749, 5.1). */
    Token: {
      access_token: string;
      /**
       * Format: int64
       * @description Lifetime of the access token in seconds.
       */
      expires_in: number;
      /** @description The next refresh token. Absent for an integration, and if it comes as a cookie. */
      refresh_token?: string;
      /** @description What the integration may do, separated by spaces. Absent for a person. */
      scope?: string;
      token_type: string;
    };
    /** @description A request for tokens. */
    TokenRequest: {
      /** @description The signed assertion, for `client_credentials`. */
      client_assertion?: string;
      /** @description `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`, for `client_credentials`. */
      client_assertion_type?: string;
      grant_type: components["schemas"]["GrantType"];
      /** @description The refresh token, for `refresh_token`, unless it is in the cookie. */
      refresh_token?: string;
      /**
       * @description Scopes that the integration needs, separated by spaces: 400 `invalid_scope` if it does not have them. The token has
       *     every scope of the integration in any case.
       */
      scope?: string;
    };
    /** @description Numbers of supporters added and removed. */
    Turnover: {
      /** @description On the second card only. */
      added: number;
      /** @description On both cards. */
      kept: number;
      /** @description On the first card only. */
      lost: number;
      /**
       * Format: double
       * @description (added + lost) / (kept + added + lost); null without supporters.
       */
      proportion: number | null;
    };
    /** @description A merge patch (RFC 7396) of an agreement. */
    UpdateAgreement: {
      /**
       * Format: date
       * @description Due date; null removes it.
       */
      dueOn?: string | null;
      /** @description The new status, one step from the current one. */
      status?: components["schemas"]["AgreementStatus"];
      /** @description The support type; null removes it. */
      supportType?: components["schemas"]["SupportType"] | null;
      /**
       * Format: uuid
       * @description The supporter who is asked; null for no particular one.
       */
      supporterId?: string | null;
      /** @description What the supporter is asked to do. */
      text?: components["schemas"]["LongText"];
    };
    /** @description A merge patch (RFC 7396) of an assignment. */
    UpdateAssignment: {
      /** @description The basis. */
      basis?: components["schemas"]["ShortText"];
      /**
       * Format: date-time
       * @description The end, exclusive; null removes a planned end.
       */
      endsAt?: string | null;
    };
    /**
     * @description A merge patch (RFC 7396) of a client. Only administrators and integrations may change the name, the date of birth and
     *     the external identifiers.
     */
    UpdateClient: {
      /**
       * Format: date
       * @description Date of birth. Must not be in the future, in the organisation's time zone. Null removes it.
       */
      dateOfBirth?: string | null;
      /** @description All numbers in other systems. */
      externalIdentifiers?: components["schemas"]["ExternalIdentifier"][];
      /** @description The client's legal name. */
      name?: components["schemas"]["ShortText"];
      /** @description The name the client prefers; null removes it. */
      preferredName?: components["schemas"]["ShortText"] | null;
    };
    /** @description A merge patch (RFC 7396) of a coach's note. */
    UpdateCoachNote: {
      /** @description What it says. */
      text?: components["schemas"]["LongText"];
    };
    /**
     * @description A merge patch (RFC 7396) of an identity provider. `enabled: false` ends its sessions at once, and so does trusting it no
     *     longer with a second factor.
     */
    UpdateIdentityProvider: {
      /** @description How this service authenticates at the provider. Another way than before needs a client secret, or makes a key. */
      clientAuthentication?: components["schemas"]["ClientAuthentication"];
      /**
       * Format: password
       * @description The secret of this service at the provider.
       */
      clientSecret?: string;
      /** @description Whether the first log-in of a user without an account makes them a coach. */
      createsCoaches?: boolean;
      /** @description Whether users can log in with it. */
      enabled?: boolean;
      /** @description The name that users see when they log in. */
      name?: components["schemas"]["ShortText"];
      /** @description The `acr` that stands for a second factor; null for `mfa` in `amr`. */
      secondFactorAcr?: components["schemas"]["ShortText"] | null;
      /** @description Whether the provider's email addresses in proven domains count as verified. */
      trustsEmails?: boolean;
      /** @description Whether a second factor at the provider counts. */
      trustsSecondFactor?: boolean;
    };
    /**
     * @description A merge patch (RFC 7396) of an integration. `jwks` or `jwksUri` replaces the keys at once: to rotate a key without
     *     interruption, send the old and the new one, and the new one alone later.
     */
    UpdateIntegration: {
      /** @description Whether it has access. */
      enabled?: boolean;
      /** @description Its public keys. */
      jwks?: components["schemas"]["PublicKeySet"];
      /** @description The `https` address of its public keys. */
      jwksUri?: string;
      /** @description The name that clients see when they consent. */
      name?: components["schemas"]["ShortText"];
      /** @description What it may do. Must be unique. */
      scopes?: components["schemas"]["Scope"][];
    };
    /** @description A merge patch (RFC 7396) of a map, without its content. */
    UpdateMap: {
      /** @description "I have named every tie"; null is unanswered. */
      everyTieNamed?: boolean | null;
      /** @description "I have named everyone"; null is unanswered. */
      everyoneNamed?: boolean | null;
      /** @description Whether only the client sees it. Only the client can set this. */
      private?: boolean;
      /**
       * Format: date
       * @description Review date; null removes it.
       */
      reviewOn?: string | null;
      /** @description The theme: what the client lives with. */
      theme?: components["schemas"]["ShortText"];
    };
    /** @description A merge patch (RFC 7396) of your account. */
    UpdateMe: {
      /** @description The language of mails to you. */
      language?: components["schemas"]["Language"];
      /** @description Your name. */
      name?: components["schemas"]["ShortText"];
    };
    /** @description A merge patch (RFC 7396) of a member. */
    UpdateMember: {
      /** @description All roles of the member. */
      roles?: components["schemas"]["MemberRole"][];
    };
    /** @description A merge patch (RFC 7396) of an organisation. */
    UpdateOrganisation: {
      name?: components["schemas"]["ShortText"];
      /** @description Whether its members have access. */
      status?: components["schemas"]["OrganisationStatus"];
    };
    /** @description A merge patch (RFC 7396) of your own organisation. */
    UpdateOwnOrganisation: {
      /** @description Whether clients may log in with a code that is mailed to them, without a password. */
      clientsLogInByMail?: boolean | null;
      /**
       * Format: int32
       * @description How many days a request for erasure waits, so that it can be withdrawn or refused.
       */
      erasureWaitingDays?: number;
      name?: components["schemas"]["ShortText"];
      /** @description The number that clients can call on a hard day; null removes it. */
      phone?: components["schemas"]["ShortText"] | null;
      /**
       * Format: int32
       * @description How many years a record is kept after its last change, before an administrator can confirm the erasure. The WGBO says 20.
       */
      retentionYears?: number;
      /** @description The roles that need a second factor. */
      secondFactorFor?: components["schemas"]["SecondFactorRole"][];
      /** @description The time zone of today, of the dates on cards, and of what is overdue. */
      timeZone?: components["schemas"]["TimeZone"];
    };
    /** @description A merge patch (RFC 7396) of a person; null removes a member. */
    UpdatePerson: {
      /** @description The name the client uses. */
      alias?: components["schemas"]["ShortText"];
      /** @description Email address. */
      email?: components["schemas"]["ShortText"] | null;
      /** @description The life domain in which they meet. */
      lifeDomain?: components["schemas"]["LifeDomain"] | null;
      /** @description A note. */
      note?: components["schemas"]["LongText"] | null;
      /**
       * @description Whether they belong to the past: they died, or contact has ended. They are then left out of helpers and new
       *     maps, and cover no need in insights and caseload; cards keep them.
       */
      past?: boolean;
      /** @description Phone number. */
      phone?: components["schemas"]["ShortText"] | null;
      /** @description What they are to the client. */
      relationship?: components["schemas"]["Relationship"] | null;
    };
    /** @description A merge patch (RFC 7396) of a reflection. */
    UpdateReflection: {
      /** @description The client's own words. */
      text?: components["schemas"]["LongText"];
    };
    /** @description A merge patch (RFC 7396) of a supporter; null makes a member unanswered. */
    UpdateSupporter: {
      /**
       * Format: int32
       * @description Position on the ring, in degrees clockwise from the top; null lets the picture choose.
       */
      angle?: number | null;
      /**
       * Format: int32
       * @description The load the supporter carries, from 0 (none) to 4.
       */
      burden?: number | null;
      /** @description The ring. */
      closeness?: components["schemas"]["Closeness"] | null;
      /** @description How often there is contact. */
      contactFrequency?: components["schemas"]["ContactFrequency"] | null;
      /** @description All support; empty means none. */
      supports?: components["schemas"]["Support"][] | null;
      /**
       * Format: int32
       * @description Tension in the relationship, from 0 (none) to 4.
       */
      tension?: number | null;
    };
    /** @description A merge patch (RFC 7396) of a tie. */
    UpdateTie: {
      /**
       * Format: int32
       * @description How strong the tie is; null makes it unanswered.
       */
      strength?: number | null;
    };
    /** @description Every list of words that the API uses, each in its order. */
    Vocabulary: {
      /** @description The kinds of actors. */
      actorKinds: components["schemas"]["Word"][];
      /** @description Status of an agreement. */
      agreementStatuses: components["schemas"]["Word"][];
      /** @description Why a client may need attention. */
      attention: components["schemas"]["Word"][];
      /** @description Whom sentences address. */
      audiences: components["schemas"]["Word"][];
      /** @description Whether the client could ask for it. */
      availabilities: components["schemas"]["Word"][];
      /** @description What an authorization rests on. */
      bases: components["schemas"]["Word"][];
      /** @description How much a supporter carries. */
      burdens: components["schemas"]["GradeWord"][];
      /** @description The capacities in which a request is made, in the access log. */
      capacities: components["schemas"]["Word"][];
      /** @description The orders of a caseload. */
      caseloadSorts: components["schemas"]["Word"][];
      /** @description What can change from one card to another. */
      changeKinds: components["schemas"]["Word"][];
      /** @description How close a supporter is. */
      closenesses: components["schemas"]["Word"][];
      /** @description What confirmed a log-in. */
      confirmations: components["schemas"]["Word"][];
      /** @description How a client gave a consent. */
      consentManners: components["schemas"]["Word"][];
      /** @description What a consent allows its receiver. */
      consentPurposes: components["schemas"]["Word"][];
      /** @description How often there is contact. */
      contactFrequencies: components["schemas"]["Word"][];
      /** @description What perceived availability makes of a need. */
      coverageStates: components["schemas"]["Word"][];
      /** @description How the secret of an invitation reaches the invited person. */
      deliveries: components["schemas"]["Word"][];
      /** @description The direction of support, seen from the client. */
      directions: components["schemas"]["Word"][];
      /** @description Why a record was erased. */
      erasureBases: components["schemas"]["Word"][];
      /** @description Why a request for erasure is refused. */
      erasureRefusalGrounds: components["schemas"]["Word"][];
      /** @description The kinds of events in a stream. */
      eventKinds: components["schemas"]["Word"][];
      /** @description With what a user proved who they are. */
      factors: components["schemas"]["Word"][];
      /** @description What an import of people to invite does with a row. */
      importOutcomes: components["schemas"]["Word"][];
      /** @description What an integration may do. */
      integrationScopes: components["schemas"]["Word"][];
      /** @description The languages of responses. */
      languages: components["schemas"]["Word"][];
      /** @description The part of life in which the client meets a person. */
      lifeDomains: components["schemas"]["Word"][];
      /** @description The state of a mail. */
      mailStates: components["schemas"]["Word"][];
      /** @description How much the client needs of a support type. */
      needLevels: components["schemas"]["GradeWord"][];
      /** @description Whether an organisation's members have access. */
      organisationStatuses: components["schemas"]["Word"][];
      /** @description The outcomes of an operation. */
      outcomes: components["schemas"]["Word"][];
      /** @description Why a helper has this rank. */
      reasons: components["schemas"]["Word"][];
      /** @description What a person is to the client. */
      relationships: components["schemas"]["Word"][];
      /** @description The roles of members and of makers of cards. */
      roles: components["schemas"]["Word"][];
      /** @description The rules for observations about a map. */
      rules: components["schemas"]["Word"][];
      /** @description Whether a session has or needs a second factor. */
      secondFactorStates: components["schemas"]["Word"][];
      /** @description What a session was started for. */
      sessionKinds: components["schemas"]["Word"][];
      /** @description Progress of a step. */
      stepStates: components["schemas"]["Word"][];
      /** @description The steps of making a map, each with its questions. */
      steps: components["schemas"]["StepWord"][];
      /** @description The organisation's support types: the built-in ones first. */
      supportTypes: components["schemas"]["SupportTypeWord"][];
      /** @description The tension with a supporter. */
      tensions: components["schemas"]["GradeWord"][];
      /** @description How well two supporters know each other. */
      tieStrengths: components["schemas"]["GradeWord"][];
    };
    /** @description A map with its content. */
    WholeMap: components["schemas"]["Map"] & {
      agreements: components["schemas"]["MapAgreement"][];
      /** @description "I have named every tie"; null is unanswered. */
      everyTieNamed: boolean | null;
      /** @description "I have named everyone"; null is unanswered. */
      everyoneNamed: boolean | null;
      needs: components["schemas"]["Need"][];
      /** @description The persons who are on it. */
      persons: components["schemas"]["Person"][];
      /** @description The five steps in their order. */
      steps: components["schemas"]["StepProgress"][];
      supporters: components["schemas"]["Supporter"][];
      ties: components["schemas"]["Tie"][];
    };
    /** @description A word with its labels. */
    Word: {
      /** @description As in the API. */
      code: string;
      labels: components["schemas"]["Labels"];
    };
    /** @description How many supporters have one word of a list. */
    WordCount: {
      /** @description The word. */
      code: string;
      /** @description How many supporters have it. */
      count: number;
    };
    /** Format: int64 */
    i64: number;
  };
  responses: {
    /** @description Not allowed, no organisation is chosen, or a second factor is required. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The `Idempotency-Key` was used for another request. */
    IdempotencyKeyReused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Internal error. */
    Internal: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The request is not valid; `errors` lists every error. */
    Invalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description No representation that `Accept` allows. */
    NotAcceptable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not logged in, or a confirmation is required. */
    NotAuthenticated: {
      headers: {
        /** @description How to log in. */
        "WWW-Authenticate"?: string;
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Does not exist, or you may not see it. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description `If-Match` or `If-None-Match` is missing or blank. */
    PreconditionRequired: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Changed since you read it. */
    Stale: {
      headers: {
        /** @description The current version. */
        ETag?: string;
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The request did not arrive in time. */
    Timeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The body is too large. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too many requests. */
    TooManyRequests: {
      headers: {
        /** @description Seconds to wait before a retry. */
        "Retry-After"?: string;
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Temporarily unavailable. */
    Unavailable: {
      headers: {
        /** @description Seconds to wait before a retry. */
        "Retry-After"?: string;
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The media type of the body is not supported. */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: {
    /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
    AcceptLanguage: string;
    /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
    IdempotencyKey: string;
    /** @description The `ETag` of the version you read, or `*` for any version. */
    IfMatch: string;
    /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
    IfNoneMatch: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  showKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Record<string, never>;
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showAuthorizationServer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metadata. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Record<string, never>;
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showDocs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html": string;
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showDocsFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "*/*": string;
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No such file. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The process runs. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  showReadiness: {
    parameters: {
      query?: {
        /**
         * @description `writes` also tests whether anything can be stored. With a full or read-only disk neither reads nor changes work:
         *     both are logged.
         */
        for?: "writes";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Invalid query. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Not ready. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  logOutByProvider: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        identityProviderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["OAuthLogoutRequest"];
      };
    };
    responses: {
      /** @description The sessions have ended, or there were none. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OAuthError"];
        };
      };
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showClientKeys: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        identityProviderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": Record<string, never>;
        };
      };
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  revokeToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["RevocationRequest"];
      };
    };
    responses: {
      /** @description The session has ended, or never existed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OAuthError"];
        };
      };
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  issueToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
      };
    };
    responses: {
      /** @description The tokens. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Token"];
        };
      };
      /** @description Refused. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OAuthError"];
        };
      };
      /** @description The integration is not authenticated. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OAuthError"];
        };
      };
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listProblems: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page, in the language of the request. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html": string;
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showProblem: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        type: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page, in the language of the request. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html": string;
        };
      };
      /** @description No such problem. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showAccessRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        accessRequestId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccessRequest"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  printAccessLog: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        accessRequestId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The access log, to hand to the client. */
      200: {
        headers: {
          /** @description The language of the sheet. */
          "Content-Language"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/pdf": components["schemas"]["Binary"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `access-request-over`, `client-has-own-access`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  printRecord: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        accessRequestId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The record, to hand to the client. */
      200: {
        headers: {
          /** @description The language of the sheet. */
          "Content-Language"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/pdf": components["schemas"]["Binary"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `access-request-over`, `client-has-own-access`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showAgreement: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        agreementId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteAgreement: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        agreementId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateAgreement: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        agreementId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateAgreement"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `agreement-step`, `full`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listAllAssignments: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
        /** @description Only those of this coach, by the `userId` of a member. */
        coachId?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Assignment"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createAssignments: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateAssignments"];
      };
    };
    responses: {
      /** @description Created, in request order. */
      201: {
        headers: {
          /** @description The address of the coach's assignments. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Assignments"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `already-assigned`, `not-a-coach`, `unknown-reference`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showAssignment: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        assignmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Assignment"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateAssignment: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        assignmentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateAssignment"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Assignment"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `already-assigned`, `assignment-ended`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
        /** @description Only about this client. */
        clientId?: string;
        /** @description Only of this user. */
        userId?: string;
        /** @description Only with this outcome. */
        outcome?: "done" | "repeated" | "refused" | "failed";
        /** @description Only from this instant. */
        from?: string;
        /** @description Only before this instant. */
        until?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_AuditEvent"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listAccessLogHeads: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_AccessLogHead"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showCard: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        cardId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Card"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showCardDifferences: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /** @description The first card. */
        cardId: string;
        /** @description The second card. */
        otherCardId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What changed. */
      200: {
        headers: {
          /** @description The language of the sentences. */
          "Content-Language"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CardDifferences"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showCardPicture: {
    parameters: {
      query?: {
        /** @description The format. Overrides `Accept`, for links. */
        format?: "svg" | "png" | "pdf";
        /**
         * @description The sheet: a screen (the default of SVG and PNG), A4 portrait (the default of PDF; text of at least 11 points),
         *     a card for the wallet (at least 10 points), or a phone held upright (390 pixels wide, text of at least 12
         *     pixels).
         */
        sheet?: "screen" | "a4" | "wallet" | "phone";
        /**
         * @description What a sheet for paper (`a4`, `wallet`) also shows, separated by commas: `tension`, `burden` (the load a
         *     supporter carries), `refusals` (what the client would not ask). By default paper shows none of these, because
         *     others may read it; the sheets for a screen and a phone always show them.
         */
        include?: ("tension" | "burden" | "refusals")[];
        /** @description Whether the picture shows whose card it is: the preferred name, or else the name. Off by default. */
        name?: boolean;
      };
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        cardId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture. */
      200: {
        headers: {
          /** @description The language of the picture. */
          "Content-Language"?: string;
          /** @description Its content, form, sheet, language and what it shows. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "image/svg+xml": string;
          "image/png": components["schemas"]["Binary"];
          "application/pdf": components["schemas"]["Binary"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listCaseload: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
        /**
         * @description The order; by id by default. `attention`: most urgent first. `reviewOn`: earliest review first. `updatedAt`: the
         *     map unchanged for longest first. A leading `-` reverses the order. Clients without a review or map come last in
         *     either direction.
         */
        sort?: "attention" | "-attention" | "name" | "-name" | "reviewOn" | "-reviewOn" | "updatedAt" | "-updatedAt";
        /** @description Only clients who need attention for one of these reasons. Repeatable. */
        attention?: ("review-overdue" | "agreement-overdue" | "never-a-card" | "uncovered-type" | "fragile-type")[];
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Caseload"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listClients: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Client"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createClient: {
    parameters: {
      query?: {
        /** @description What to do when a client with one of the external identifiers exists. */
        ifExists?: "refuse" | "return";
      };
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateClient"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Client"];
        };
      };
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Client"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `client-differs`, `external-identifier-taken`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  searchClients: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SearchClients"];
      };
    };
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Client"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showClient: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Client"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteClient: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `client-has-record`, `held`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateClient: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateClient"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Client"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `external-identifier-taken`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listAccessLog: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          /** @description The language of the texts. */
          "Content-Language"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_AccessLogLine"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listAccessRequests: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_AccessRequest"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createAccessRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RecordRequest"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccessRequest"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `client-has-own-access`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listAssignments: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Assignment"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createAssignment: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateAssignment"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Assignment"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `already-assigned`, `not-a-coach`, `unknown-reference`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listClientCards: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_CardHead"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listCoachNotes: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_CoachNote"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createCoachNote: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateCoachNote"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CoachNote"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listCoaches: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_ClientCoach"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listConsentReceivers: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_ConsentReceiver"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listConsents: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Consent"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createConsent: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateConsent"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Consent"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `consent-in-force`, `unknown-reference`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  previewContacts: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "text/csv": string;
        "text/vcard": string;
      };
    };
    responses: {
      /** @description The contacts. */
      200: {
        headers: {
          /** @description The language of the texts. */
          "Content-Language"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContactPreview"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listErasureRequests: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_ErasureRequest"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createErasureRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RecordRequest"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErasureRequest"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `erasure-waiting`, `held`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  exportClient: {
    parameters: {
      query?: {
        /** @description The format. Overrides `Accept`, for links. */
        format?: "json" | "zip" | "graphml";
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All data of the client. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ClientDocument"];
          "application/zip": components["schemas"]["Binary"];
          "application/graphml+xml": string;
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  findHelpers: {
    parameters: {
      query?: {
        /** @description The need: a support type of the organisation. All of them by default. */
        supportType?: string;
        /** @description A map of the client. All maps by default. */
        mapId?: string;
        /**
         * @description Whom the sentences address. With `client` they say "you", with `coach` "the client". The default is `client` for
         *     the client and `coach` for others. Use `client` if a coach shows the screen to the client.
         */
        audience?: "client" | "coach";
      };
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current content. */
      200: {
        headers: {
          /** @description The language of the texts. */
          "Content-Language"?: string;
          /** @description Identifies this content. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["HelpersAnswer"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  importClient: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ClientDocument"];
      };
    };
    responses: {
      /** @description Imported. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Imported"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `client-not-empty`, `unknown-reference`, `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listLegalHolds: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_LegalHold"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createLegalHold: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateLegalHold"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LegalHold"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  confirmLogIn: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ConfirmLogIn"];
      };
    };
    responses: {
      /** @description The log-in. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ClientLogIn"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `client-has-no-log-in`, `code-closed`, `confirmed-by-inviter`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listLogIns: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_ClientLogIn"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listMaps: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Map"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createMap: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateMap"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeMap"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showOverview: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The overview. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Overview"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listPersons: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
        /** @description Only persons who are on no map. */
        unused?: boolean;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_PersonOnMaps"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createPerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreatePerson"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Person"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createPersons: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreatePersons"];
      };
    };
    responses: {
      /** @description Created, in request order. */
      201: {
        headers: {
          /** @description The address of the client's persons. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Persons"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listRestrictions: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Restriction"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createRestriction: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RecordRequest"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Restriction"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `already-restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showCoachNote: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        coachNoteId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CoachNote"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteCoachNote: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        coachNoteId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateCoachNote: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        coachNoteId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateCoachNote"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CoachNote"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showConsent: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        consentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Consent"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  withdrawConsent: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        consentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The consent. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Consent"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  acceptEmailChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AcceptEmailChange"];
      };
    };
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `link-over`, `email-taken`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showErasureRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        erasureRequestId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErasureRequest"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  refuseErasureRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        erasureRequestId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefuseErasureRequest"];
      };
    };
    responses: {
      /** @description The request. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErasureRequest"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `erasure-request-over`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  withdrawErasureRequest: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        erasureRequestId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The request. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErasureRequest"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `erasure-request-over`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listErasures: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Erasure"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showErasure: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        erasureId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Erasure"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  followChanges: {
    parameters: {
      query?: {
        /** @description The same, for clients that cannot set the header, which wins. */
        after?: string;
      };
      header?: {
        /** @description The id of the last event you received. Empty means none. */
        "Last-Event-ID"?: string | null;
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream. The schema is that of the data of a `change`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/event-stream": components["schemas"]["ChangeEvent"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listIdentityProviders: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_IdentityProvider"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createIdentityProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateIdentityProvider"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["IdentityProvider"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `too-many-identity-providers`, `no-front-end`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showIdentityProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        identityProviderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["IdentityProvider"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteIdentityProvider: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        identityProviderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateIdentityProvider: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        identityProviderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateIdentityProvider"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["IdentityProvider"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteIntegrationToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        integrationTokenId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listIntegrations: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Integration"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createIntegration: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateIntegration"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Integration"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showIntegration: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        integrationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Integration"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteIntegration: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        integrationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateIntegration: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        integrationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateIntegration"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Integration"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listIntegrationTokens: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        integrationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_IntegrationToken"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createIntegrationToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        integrationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateIntegrationToken"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["IssuedIntegrationToken"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `too-many-tokens`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AcceptInvitation"];
      };
    };
    responses: {
      /** @description Accepted, with the membership. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AcceptedInvitation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `invitation-over`, `email-taken`, `already-member`, `client-has-log-in`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  importInvitations: {
    parameters: {
      query?: {
        /** @description Whether to check the table and return what would happen, and change nothing. */
        dryRun?: boolean;
      };
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "text/csv": string;
      };
    };
    responses: {
      /** @description What became of each row. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ImportedInvitations"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `too-many-invitations`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  lookUpInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LookUpInvitation"];
      };
    };
    responses: {
      /** @description The invitation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OfferedInvitation"];
        };
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `invitation-over`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listInvitations: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Invitation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateInvitation"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreatedInvitation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `already-member`, `client-has-log-in`, `too-many-invitations`, `unknown-reference`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        invitationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Invitation"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteInvitation: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        invitationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deliverInvitation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        invitationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreatedInvitation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `invitation-over`, `invitation-sent-often`, `too-many-invitations`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showLegalHold: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        legalHoldId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LegalHold"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  releaseLegalHold: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        legalHoldId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The legal hold. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LegalHold"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestLogInCode: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RequestLogInCode"];
      };
    };
    responses: {
      /** @description Accepted. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LogInTicket"];
        };
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `no-mail`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listLogInDomains: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_LogInDomain"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createLogInDomain: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateLogInDomain"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LogInDomain"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `domain-taken`, `too-many-log-in-domains`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showLogInDomain: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        logInDomainId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LogInDomain"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteLogInDomain: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        logInDomainId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  verifyLogInDomain: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        logInDomainId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The proven domain. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LogInDomain"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `domain-not-proven`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  findLogInMethods: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FindLogInMethods"];
      };
    };
    responses: {
      /** @description The ways to log in. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LogInMethods"];
        };
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showMap: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeMap"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteMap: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `map-has-cards`, `map-has-reflections`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateMap: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateMap"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeMap"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listAgreements: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
        /** @description Only agreements with one of these statuses. Repeatable. `planned`, `asked` and `accepted` are open. */
        status?: ("planned" | "asked" | "accepted" | "declined" | "done" | "thanked")[];
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Agreement"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createAgreement: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateAgreement"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `map-full`, `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  previewCard: {
    parameters: {
      query?: {
        /** @description The format. Overrides `Accept`, for links. */
        format?: "svg" | "png" | "pdf";
        /**
         * @description The sheet: a screen (the default of SVG and PNG), A4 portrait (the default of PDF; text of at least 11 points),
         *     a card for the wallet (at least 10 points), or a phone held upright (390 pixels wide, text of at least 12
         *     pixels).
         */
        sheet?: "screen" | "a4" | "wallet" | "phone";
        /**
         * @description What a sheet for paper (`a4`, `wallet`) also shows, separated by commas: `tension`, `burden` (the load a
         *     supporter carries), `refusals` (what the client would not ask). By default paper shows none of these, because
         *     others may read it; the sheets for a screen and a phone always show them.
         */
        include?: ("tension" | "burden" | "refusals")[];
        /** @description Whether the picture shows whose card it is: the preferred name, or else the name. Off by default. */
        name?: boolean;
      };
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture. */
      200: {
        headers: {
          /** @description The language of the picture. */
          "Content-Language"?: string;
          /** @description The map's version, form, sheet, language and what it shows. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "image/svg+xml": string;
          "image/png": components["schemas"]["Binary"];
          "application/pdf": components["schemas"]["Binary"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listCards: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_CardHead"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createCard: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateCard"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Card"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  replaceMapContent: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ReplaceMapContent"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeMap"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `id-taken`, `full`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  followMap: {
    parameters: {
      query?: {
        /** @description The same, for clients that cannot set the header, which wins. */
        after?: string;
      };
      header?: {
        /** @description The version you have: the id of the last event, or the map's `ETag`. Empty means none. */
        "Last-Event-ID"?: string | null;
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream. The schema is that of the data of a `change`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/event-stream": components["schemas"]["MapChange"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  importMapContent: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MapTables"];
        "text/csv": string;
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeMap"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `map-full`, `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showInsights: {
    parameters: {
      query?: {
        /**
         * @description Whom the sentences address. With `client` they say "you", with `coach` "the client". The default is `client` for
         *     the client and `coach` for others. Use `client` if a coach shows the screen to the client.
         */
        audience?: "client" | "coach";
      };
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description The language of the texts. */
          "Content-Language"?: string;
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Insights"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showAbsence: {
    parameters: {
      query?: {
        /**
         * @description Whom the sentences address. With `client` they say "you", with `coach` "the client". The default is `client` for
         *     the client and `coach` for others. Use `client` if a coach shows the screen to the client.
         */
        audience?: "client" | "coach";
      };
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
        supporterId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description The language of the texts. */
          "Content-Language"?: string;
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Absence"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showNeeds: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Needs"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  replaceNeeds: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ReplaceNeeds"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Needs"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listReflections: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Reflection"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createReflection: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateReflection"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Reflection"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `map-full`, `full`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listSupporters: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_PlacedPerson"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createSupporter: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateSupporter"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PlacedPerson"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `already-on-map`, `map-full`, `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listTies: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Tie"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createTie: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        mapId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateTie"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tie"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `already-tied`, `map-full`, `full`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Me"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["NotAuthenticated"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateMe: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateMe"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Me"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["DeleteMe"];
      };
    };
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `account-in-use`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestEmailChange: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RequestEmailChange"];
      };
    };
    responses: {
      /** @description Accepted; the response has no content. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `no-mail`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listOwnIdentities: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_OwnIdentity"];
        };
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  linkIdentity: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProviderCallback"];
      };
    };
    responses: {
      /** @description Linked. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OwnIdentity"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `identity-linked`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  unlinkOwnIdentity: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        identityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  beginIdentityLink: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["BeginIdentityLink"];
      };
    };
    responses: {
      /** @description Begun. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BegunProviderLogIn"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestOwnPasskeyChallenge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The challenge. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyChallenge"];
        };
      };
      401: components["responses"]["NotAuthenticated"];
      /** @description Conflicts with the current state; `type` ends in `no-passkey`, `passkeys-off`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestPasskeyRegistration: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The challenge. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyRegistration"];
        };
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      /** @description Conflicts with the current state; `type` ends in `passkeys-off`, `too-many-second-factors`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  addPasskey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AddPasskey"];
      };
    };
    responses: {
      /** @description Added. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AddedPasskey"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `passkeys-off`, `too-many-second-factors`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ChangePassword"];
      };
    };
    responses: {
      /** @description Changed, with the new tokens. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewTokens"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  countRecoveryCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The number. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RecoveryCodesLeft"];
        };
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  replaceRecoveryCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new codes. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewRecoveryCodes"];
        };
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      /** @description Conflicts with the current state; `type` ends in `no-second-factor`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listSecondFactors: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_SecondFactor"];
        };
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  addSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AddSecondFactor"];
      };
    };
    responses: {
      /** @description Added; confirm it next. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AddedSecondFactor"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `too-many-second-factors`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  removeSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        secondFactorId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  confirmSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        secondFactorId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ConfirmSecondFactor"];
      };
    };
    responses: {
      /** @description Confirmed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NewRecoveryCodes"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listMemberIdentities: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_MemberIdentity"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  unlinkMemberIdentity: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        memberIdentityId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listMembers: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Member"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showMember: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        memberId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteMember: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        memberId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `last-admin`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateMember: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        memberId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateMember"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `last-admin`, `own-roles`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  inviteMemberAgain: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        memberId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CreatedInvitation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `no-mail`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showOpenapi: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The OpenAPI document. */
      200: {
        headers: {
          /** @description Its version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": unknown;
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showOwnOrganisation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organisation"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateOwnOrganisation: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateOwnOrganisation"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organisation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listOrganisations: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Organisation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createOrganisation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateOrganisation"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FoundedOrganisation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `email-taken`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showOrganisation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organisation"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  purgeOrganisation: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `purge-not-due`, `organisation-held`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateOrganisation: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateOrganisation"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organisation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  inviteAdministrator: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["InviteAdministrator"];
      };
    };
    responses: {
      /** @description Accepted. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AdministratorInvitation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `already-member`, `no-mail`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestPurge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        organisationId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The organisation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organisation"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestPasskeyChallenge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RequestPasskeyChallenge"];
      };
    };
    responses: {
      /** @description The challenge. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyChallenge"];
        };
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `passkeys-off`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  logInWithPasskey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LogInWithPasskey"];
      };
    };
    responses: {
      /** @description Logged in. */
      201: {
        headers: {
          /** @description The session's address. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LoggedIn"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `passkeys-off`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ResetPassword"];
      };
    };
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `link-over`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestPasswordReset: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RequestPasswordReset"];
      };
    };
    responses: {
      /** @description Accepted; the response has no content. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `no-mail`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showPerson: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Person"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deletePerson: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `person-on-map`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updatePerson: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdatePerson"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Person"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  mergePersons: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        /** @description The person to keep. */
        personId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MergePersons"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Person"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `restricted`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  beginProviderLogIn: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["BeginProviderLogIn"];
      };
    };
    responses: {
      /** @description Begun. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BegunProviderLogIn"];
        };
      };
      400: components["responses"]["Invalid"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  completeProviderLogIn: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CompleteProviderLogIn"];
      };
    };
    responses: {
      /** @description Logged in. */
      201: {
        headers: {
          /** @description The session's address. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LoggedIn"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showReflection: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        reflectionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Reflection"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteReflection: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        reflectionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateReflection: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        reflectionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateReflection"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Reflection"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `full`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showRestriction: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        restrictionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Restriction"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  liftRestriction: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        restrictionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RecordRequest"];
      };
    };
    responses: {
      /** @description The restriction. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Restriction"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  confirmRetention: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes it safe to send this request again: for 24 hours the same key gives the same response. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ConfirmRetention"];
      };
    };
    responses: {
      /** @description The erasures, which wait. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ConfirmedErasures"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `retention-changed`, `in-flight`. */
      409: {
        headers: {
          /** @description Seconds to wait before a retry; with `in-flight`. */
          "Retry-After"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["IdempotencyKeyReused"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  previewRetention: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The records. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RetentionPreview"];
        };
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listSessions: {
    parameters: {
      query?: {
        /** @description The maximum number of items on the page. */
        limit?: number;
        /** @description Opaque position of the page, from `next` of the previous page. */
        cursor?: string;
      };
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["List_Session"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  logIn: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LogIn"];
      };
    };
    responses: {
      /** @description Logged in. */
      201: {
        headers: {
          /** @description The session's address. */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LoggedIn"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showCurrentSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current content. */
      200: {
        headers: {
          /** @description Identifies this content. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CurrentSession"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["NotAuthenticated"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  logOut: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["NotAuthenticated"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  confirmSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ConfirmSession"];
      };
    };
    responses: {
      /** @description Confirmed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CurrentSession"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  chooseOrganisation: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ChooseOrganisation"];
      };
    };
    responses: {
      /** @description The session. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Session"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showSupporter: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        supporterId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PlacedPerson"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  putSupporter: {
    parameters: {
      query?: never;
      header: {
        /** @description Must be `*`: the resource must not exist yet. */
        "If-None-Match": string;
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        supporterId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PutSupporter"];
      };
    };
    responses: {
      /** @description Created. */
      201: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description The address of the new resource. */
          Location?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PlacedPerson"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `already-on-map`, `map-full`, `full`, `id-taken`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteSupporter: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        supporterId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateSupporter: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        supporterId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateSupporter"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PlacedPerson"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `unknown-reference`, `map-full`, `full`, `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showTie: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        tieId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tie"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteTie: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        tieId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; the response has no content. */
      204: {
        headers: {
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateTie: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path: {
        tieId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/merge-patch+json": components["schemas"]["UpdateTie"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          /** @description ETag of the map after this change. Absent from a replayed response. */
          "Map-ETag"?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tie"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `restricted`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  showVocabulary: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of the response you have: 304 without a body if it is still current. */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vocabulary"];
        };
      };
      /** @description Not modified. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  replaceSupportTypes: {
    parameters: {
      query?: never;
      header: {
        /** @description The `ETag` of the version you read, or `*` for any version. */
        "If-Match": components["parameters"]["IfMatch"];
        /** @description Language of texts for people: Dutch (`nl`, the default) or English (`en`). */
        "Accept-Language"?: components["parameters"]["AcceptLanguage"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ReplaceSupportTypes"];
      };
    };
    responses: {
      /** @description The current version. */
      200: {
        headers: {
          /** @description Identifies this version. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vocabulary"];
        };
      };
      400: components["responses"]["Invalid"];
      401: components["responses"]["NotAuthenticated"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["Timeout"];
      /** @description Conflicts with the current state; `type` ends in `support-type-in-use`. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      412: components["responses"]["Stale"];
      413: components["responses"]["TooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
}
