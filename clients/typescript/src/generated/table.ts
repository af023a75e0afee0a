// Generated from openapi/openapi.json by `npm run generate`. Do not edit.

export const table = `oauth2
keys Go /.well-known/jwks.json
authorizationServer Go /.well-known/oauth-authorization-server
logOutByProvider Pfo /@/backchannel-logout/*
clientKeys Go /@/client-keys/*
revokeToken Pfo /@/revoke
issueToken Pfo /@/token
service
docs Go /docs
docsFile Go /docs/*
liveness Go /health/live
readiness Gqo /health/ready
listProblems Go /problems
problem Go /problems/*
openapi Go openapi.json
agreements
open G @/*
delete Dm @/*
update Abm @/*
list Gqp maps/*/@
create Pbk maps/*/@
assignments
listAllAssignments Gqp @
createMany Pbk @/batch
open G @/*
update Abm @/*
list Gqp clients/*/@
create Pbk clients/*/@
listCoaches Gqp clients/*/coaches
accessLog
listAuditEvents Gqp audit-events
listHeads Gqp audit-events/heads
list Gqp clients/*/@
cards
open G @/*
differences G @/*/differences/*
picture Gq @/*/picture
listClientCards Gqp clients/*/@
preview Gq maps/*/card
list Gqp maps/*/@
create Pbk maps/*/@
caseload
list Gqp @
clients
list Gqp @
create Pbqk @
search Pbqp @/search
open G @/*
delete Dm @/*
update Abm @/*
overview G @/*/overview
coachNotes
list Gqp clients/*/@
create Pbk clients/*/@
open G @/*
delete Dm @/*
update Abm @/*
consents
listReceivers Gqp clients/*/consent-receivers
list Gqp clients/*/@
create Pbk clients/*/@
open G @/*
withdraw Pk @/*/withdrawals
persons
previewContacts Pt clients/*/contact-previews
list Gqp clients/*/@
create Pbk clients/*/@
createMany Pbk clients/*/@/batch
open G @/*
delete Dm @/*
update Abm @/*
merge Pbmk @/*/merges
erasureRequests
list Gqp clients/*/@
create Pbk clients/*/@
open G @/*
refuse Pbk @/*/refusals
withdraw Pk @/*/withdrawals
portability
exportClient Gq clients/*/export
importClient Pbk clients/*/import
importMapContent Pbk maps/*/import
helpers
find Gq clients/*/@
legalHolds
list Gqp clients/*/@
create Pbk clients/*/@
open G @/*
release Pk @/*/releases
logIns
confirm Pbk clients/*/login-confirmations
list Gqp clients/*/logins
maps
list Gqp clients/*/@
create Pbk clients/*/@
open G @/*
delete Dm @/*
update Abm @/*
replaceContent Ubm @/*/content
follow Gqs @/*/events
restrictions
list Gqp clients/*/@
create Pbk clients/*/@
open G @/*
lift Pbk @/*/liftings
me
acceptEmailChange Pbo email-change-acceptances
open G @
update Abm @
delete Pb @/deletions
requestEmailChange Pb @/email-changes
changePassword Ub @/password
resetPassword Pbo password-reset-acceptances
requestPasswordReset Pbo password-resets
erasures
list Gqp @
open G @/*
events
followChanges Gqs @
identityProviders
list Gqp @
create Pbk @
open G @/*
delete Dm @/*
update Abm @/*
listLogInDomains Gqp log-in-domains
createLogInDomain Pbk log-in-domains
logInDomain G log-in-domains/*
deleteLogInDomain D log-in-domains/*
verifyLogInDomain Pk log-in-domains/*/verifications
integrationTokens
delete D @/*
list Gp integrations/*/tokens
create Pbk integrations/*/tokens
integrations
list Gqp @
create Pbk @
open G @/*
delete Dm @/*
update Abm @/*
invitations
accept Pbo invitation-acceptances
import Ptqk invitation-imports
lookUpInvitation Pbo invitation-lookups
list Gqp @
create Pbk @
open G @/*
delete Dm @/*
deliver Pk @/*/deliveries
sessions
requestLogInCode Pbo log-in-codes
findLogInMethods Pbo log-in-methods
beginProviderLogIn Pbo provider-log-ins
completeProviderLogIn Pbo provider-log-ins/completions
list Gqp @
logIn Pbo @
currentSession G @/current
logOut D @/current
confirm Pb @/current/confirmations
chooseOrganisation Ub @/current/organisation
end D @/*
insights
open Gq maps/*/@
absence Gq maps/*/@/absence/*
needs
open G maps/*/@
replace Ubm maps/*/@
reflections
list Gqp maps/*/@
create Pbk maps/*/@
open G @/*
delete Dm @/*
update Abm @/*
supporters
list Gqp maps/*/@
create Pbk maps/*/@
open G @/*
put Ubn @/*
delete Dm @/*
update Abm @/*
ties
list Gqp maps/*/@
create Pbk maps/*/@
open G @/*
delete Dm @/*
update Abm @/*
identities
list Gp me/@
link Pb me/@
unlinkOwnIdentity D me/@/*
beginLink Pb me/identity-requests
listMemberIdentities Gqp member-identities
unlinkMemberIdentity D member-identities/*
passkeys
requestOwnPasskeyChallenge P me/passkey-challenges
requestRegistration P me/passkey-registrations
add Pb me/@
requestChallenge Pbo passkey-challenges
logInWithPasskey Pbo passkey-sessions
secondFactors
countRecoveryCodes G me/recovery-codes
replaceRecoveryCodes P me/recovery-codes
list Gp me/@
add Pb me/@
remove D me/@/*
confirm Pb me/@/*/confirmations
members
list Gqp @
open G @/*
delete Dm @/*
update Abm @/*
inviteAgain Pk @/*/invitations
organisation
open G @
update Abm @
organisations
list Gqp @
create Pbk @
open G @/*
purge Dm @/*
update Abm @/*
inviteAdministrator Pbk @/*/invitations
requestPurge Pk @/*/purge-requests
retention
confirm Pbk retention-confirmations
preview G retention-preview
vocabulary
open G @
replaceSupportTypes Ubm @`;
