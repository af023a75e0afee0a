// Generated from openapi/openapi.json by `npm run generate`. Do not edit.

export const table = `oauth2
/.well-known/jwks.json Go keys
/.well-known/oauth-authorization-server Go authorizationServer
/@/backchannel-logout/* Pfo logOutByProvider
/@/client-keys/* Go clientKeys
/@/revoke Pfo revokeToken
/@/token Pfo issueToken
service
/docs Go docs
/docs/* Go docsFile
/health/live Go liveness
/health/ready Gqo readiness
/problems Go listProblems
/problems/* Go problem
openapi.json Go openapi
accessRequests
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/*/access-log G printAccessLog
@/*/export G printRecord
agreements
maps/*/@ Gq list
maps/*/@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
assignments
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/* Abm update
@ Gq listAllAssignments
@/batch Pbk createMany
clients/*/coaches Gq listCoaches
accessLog
clients/*/@ Gq list
audit-events Gq listAuditEvents
audit-events/heads Gq listHeads
cards
maps/*/@ Gq list
maps/*/@ Pbk create
@/* G open
@/*/differences/* G differences
@/*/picture Gq picture
clients/*/@ Gq listClientCards
maps/*/card Gq preview
caseload
@ Gq list
clients
@ Gq list
@ Pbqk create
@/* G open
@/* Abm update
@/* Dm delete
@/search Pbq search
@/*/overview G overview
coachNotes
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
consents
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
clients/*/consent-receivers Gq listReceivers
@/*/withdrawals Pk withdraw
persons
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
clients/*/contact-previews Pt previewContacts
clients/*/@/batch Pbk createMany
@/*/merges Pbmk merge
erasureRequests
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/*/refusals Pbk refuse
@/*/withdrawals Pk withdraw
portability
clients/*/export Gq exportClient
clients/*/import Pbk importClient
maps/*/import Pbk importMapContent
helpers
clients/*/@ Gq find
legalHolds
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/*/releases Pk release
logIns
clients/*/logins Gq list
clients/*/login-confirmations Pbk confirm
maps
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
@/*/content Ubm replaceContent
@/*/events Gqs follow
restrictions
clients/*/@ Gq list
clients/*/@ Pbk create
@/* G open
@/*/liftings Pbk lift
me
@ G open
@ Abm update
@/deletions Pb delete
email-change-acceptances Pbo acceptEmailChange
@/email-changes Pb requestEmailChange
@/password Ub changePassword
password-reset-acceptances Pbo resetPassword
password-resets Pbo requestPasswordReset
erasures
@ Gq list
@/* G open
events
@ Gqs followChanges
identityProviders
@ Gq list
@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
log-in-domains Gq listLogInDomains
log-in-domains Pbk createLogInDomain
log-in-domains/* G logInDomain
log-in-domains/* D deleteLogInDomain
log-in-domains/*/verifications Pk verifyLogInDomain
integrationTokens
integrations/*/tokens G list
integrations/*/tokens Pbk create
@/* D delete
integrations
@ Gq list
@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
invitations
@ Gq list
@ Pbk create
@/* G open
@/* Dm delete
invitation-acceptances Pbo accept
invitation-imports Ptqk import
invitation-lookups Pbo lookUpInvitation
@/*/deliveries Pk deliver
sessions
@ Gq list
log-in-codes Pbo requestLogInCode
log-in-methods Pbo findLogInMethods
provider-log-ins Pbo beginProviderLogIn
provider-log-ins/completions Pbo completeProviderLogIn
@ Pbo logIn
@/current G currentSession
@/current D logOut
@/current/confirmations Pb confirm
@/current/organisation Ub chooseOrganisation
@/* D end
insights
maps/*/@ Gq open
maps/*/@/absence/* Gq absence
needs
maps/*/@ G open
maps/*/@ Ubm replace
reflections
maps/*/@ Gq list
maps/*/@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
supporters
maps/*/@ Gq list
maps/*/@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
@/* Ubn put
ties
maps/*/@ Gq list
maps/*/@ Pbk create
@/* G open
@/* Abm update
@/* Dm delete
identities
me/@ G list
me/@ Pb link
me/@/* D unlinkOwnIdentity
me/identity-requests Pb beginLink
member-identities Gq listMemberIdentities
member-identities/* D unlinkMemberIdentity
passkeys
me/passkey-challenges P requestOwnPasskeyChallenge
me/passkey-registrations P requestRegistration
me/@ Pb add
passkey-challenges Pbo requestChallenge
passkey-sessions Pbo logInWithPasskey
secondFactors
me/@ G list
me/recovery-codes G countRecoveryCodes
me/recovery-codes P replaceRecoveryCodes
me/@ Pb add
me/@/* D remove
me/@/*/confirmations Pb confirm
members
@ Gq list
@/* G open
@/* Abm update
@/* Dm delete
@/*/invitations Pk inviteAgain
organisation
@ G open
@ Abm update
organisations
@ Gq list
@ Pbk create
@/* G open
@/* Abm update
@/* Dm purge
@/*/invitations Pbk inviteAdministrator
@/*/purge-requests Pk requestPurge
retention
retention-confirmations Pbk confirm
retention-preview G preview
vocabulary
@ G open
@ Ubm replaceSupportTypes`;
