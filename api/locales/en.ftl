# Problems: `slug` is the title, `slug-detail` what to do about it.
invalid-request = Invalid request
invalid-request-detail = The request is not valid. `errors` lists every error.
not-authenticated = Not logged in
not-authenticated-detail = Send a valid access token in the Authorization header.
log-in-refused = Log-in refused
log-in-refused-detail = The email address or the password is wrong.
grant-refused = Grant refused
grant-refused-detail = The refresh token is unknown, used or has expired. Log in again.
no-organisation = No organisation chosen
no-organisation-detail = Choose an organisation for this session first: PUT /v1/sessions/current/organisation.
forbidden = Not allowed
forbidden-detail = Your role does not allow this.
not-found = Not found
not-found-detail = It does not exist, or you may not see it.
cross-origin-refused = Cross-origin request refused
cross-origin-refused-detail = The service does not allow this origin, method or header; the errors name it. OMRINGD_CORS_ORIGINS sets the origins.
method-not-allowed = Method not allowed
method-not-allowed-detail = This path does not allow this method. The Allow header lists the methods.
not-acceptable = Not available in this format
not-acceptable-detail = No available format is allowed by the Accept header. The documentation lists the formats.
stale = Changed since you read it
stale-detail = Someone changed it after you read it. Read it again and repeat your change.
if-none-match-required = If-None-Match missing
if-none-match-required-detail = Send If-None-Match: * to state that this is new.
precondition-required = If-Match missing
precondition-required-detail = Send If-Match with the ETag of the version you read.
idempotency-key-reused = Idempotency key used before
idempotency-key-reused-detail = This Idempotency-Key was used for another request. Use a new one.
in-flight = Request in progress
in-flight-detail = The same request is in progress. Send it again in a moment.
too-many-requests = Too many requests
too-many-requests-detail = Wait the number of seconds in Retry-After.
unavailable = Temporarily unavailable
unavailable-detail = Try again after the number of seconds in Retry-After. Usually nothing was changed. If the request was a change, send it again with the same Idempotency-Key.
internal = Internal error
internal-detail = The error is on our side. Report the request id to us.
payload-too-large = Request too large
payload-too-large-detail = The body is larger than this service accepts.
unsupported-content-encoding = Content encoding not supported
unsupported-content-encoding-detail = Send the body without a Content-Encoding.
unsupported-media-type = Unsupported media type
unsupported-media-type-detail = Send the body with a Content-Type that the documentation lists.
uri-too-long = Address too long
uri-too-long-detail = The path and query are longer than this service accepts.
request-timeout = Request took too long
request-timeout-detail = The request was not received in time.
external-identifier-taken = External identifier taken
external-identifier-taken-detail = Another client of the organisation has this external identifier.
email-taken = Email address taken
email-taken-detail = Another user has this email address.
already-member = Already a member
already-member-detail = This user is already a member of the organisation.
invitation-over = Invitation no longer valid
invitation-over-detail = The invitation was used, withdrawn or has expired. Ask for a new one.
invitation-sent-often = Invitation sent too often
invitation-sent-often-detail = An invitation can be sent 5 times. Withdraw it and invite again.
too-many-invitations = Too many invitations
too-many-invitations-detail = The administrators of your organisation mailed as many invitations in 24 hours as this service allows. Try again later.
link-over = Link no longer valid
link-over-detail = The link was used, has expired, or a later mail replaced it. Ask for a new one.
no-mail = No mail
no-mail-detail = This service sends no mail. Ask the person who runs it for help.
account-in-use = Account in use
account-in-use-detail = You are a member of an organisation, or you run the platform. End that first.
last-admin = Last administrator
last-admin-detail = An organisation must have at least one administrator.
client-not-empty = The client is not empty
client-not-empty-detail = A client can only be imported into a client without persons and maps.
client-differs = Client differs
client-differs-detail = A client with this external identifier has another name or date of birth. Nothing was created.
client-has-log-in = Client has a log-in
client-has-log-in-detail = This client already has a log-in.
restricted = Record restricted
restricted-detail = The client asked to restrict the record. Only the client sees its content, until the restriction is lifted.
already-restricted = Already restricted
already-restricted-detail = The record of this client is already restricted.
erasure-waiting = Erasure already requested
erasure-waiting-detail = The erasure of this record was already requested. Withdraw that request first to record another.
erasure-request-over = Request is over
erasure-request-over-detail = This request for erasure was withdrawn, refused or carried out.
access-request-over = Request for access is over
access-request-over-detail = It can be printed until 30 days after it was recorded. Record another request if the client asks again.
client-has-own-access = Client has access already
client-has-own-access-detail = This client has a confirmed log-in, and reads and exports the record and its access log themselves.
held = Legal hold
held-detail = This record must not be erased now. The legal holds of the client say why and until when.
client-has-record = Client has a record
client-has-record-detail = This client has persons, maps or notes. Record a request for erasure to erase the record.
consent-in-force = Consent in force
consent-in-force-detail = The client’s consent to this receiver for this purpose is in force. Withdraw it first to record another.
already-assigned = Already assigned
already-assigned-detail = This coach is already assigned to this client.
not-a-coach = Not a coach
not-a-coach-detail = Only a member with the role coach can be assigned.
assignment-ended = Assignment ended
assignment-ended-detail = This assignment has ended. Create a new one.
already-on-map = Already on the map
already-on-map-detail = This person is already on this map.
person-on-map = Person is on a map
person-on-map-detail = Remove the person from every map first.
map-has-cards = Map has cards
map-has-cards-detail = Removing this map would also remove its cards. Only the client can do that.
own-roles = Own roles
own-roles-detail = You cannot give yourself a role. Ask another administrator or the platform operator.
client-has-no-log-in = Client has no log-in
client-has-no-log-in-detail = This client has no log-in to confirm.
confirmed-by-inviter = Another administrator is needed
confirmed-by-inviter-detail = You invited this log-in. Another administrator must confirm it, or the client with the code.
code-closed = Too many wrong codes
code-closed-detail = 10 wrong codes were tried for this log-in. An administrator can confirm it.
map-has-reflections = Map has reflections
map-has-reflections-detail = Removing this map would also remove the client's own words. Only the client can do that.
log-in-unconfirmed = Log-in not confirmed
log-in-unconfirmed-detail = This client had a log-in before. Confirm the new one with the client's code, or ask an administrator.
second-factor-required = Second factor required
second-factor-required-detail = Confirm this session with a code of your app, or a recovery code. If you have no second factor yet, add one first: your role needs it.
confirmation-required = Confirm that it is you
confirmation-required-detail = Confirm this session with your password, or with a code if you have a second factor; then send this request again.
no-second-factor = No second factor
no-second-factor-detail = Recovery codes replace a second factor. Add one first.
too-many-second-factors = Too many second factors
too-many-second-factors-detail = An account has at most 10 second factors. Remove one first.
no-passkey = No passkey
no-passkey-detail = Your account has no passkey. Confirm with a code, or with your password.
passkeys-off = No passkeys
passkeys-off-detail = This service has no domain for passkeys. Log in with your password.
too-many-identity-providers = Too many identity providers
too-many-identity-providers-detail = An organisation has at most 5 identity providers. Remove one first.
too-many-log-in-domains = Too many domains
too-many-log-in-domains-detail = An organisation has at most 20 domains. Remove one first.
domain-taken = Domain exists
domain-taken-detail = The organisation has this domain already.
domain-not-proven = Domain not proven
domain-not-proven-detail = The DNS record was not found. A change in DNS can take a while. Try again later.
no-front-end = No front end
no-front-end-detail = This service does not know where the front end is. Ask the operator to set OMRINGD_FRONT_END_URL.
identity-linked = Linked already
identity-linked-detail = This account at the identity provider is already linked to a user, or you have another one there.
too-many-tokens = Too many tokens
too-many-tokens-detail = An integration has at most two tokens. Delete one first.
user-name-taken = User name taken
user-name-taken-detail = Another provisioned member of the organisation has this user name or email address.
too-many-provisioned = Too many provisioned members
too-many-provisioned-detail = An organisation has at most 10,000 provisioned members.
not-implemented = Not implemented
not-implemented-detail = The service does not support this operation.
map-full = The map is full
map-full-detail = At most 200 supporters, 2,000 supports, 2,000 ties, 200 agreements and 1,000 reflections on one map.
full = The client is full
full-detail = At most 2,000 persons, 200 maps, 1,000 cards, and 32 MiB of texts and cards for one client. Remove what is no longer needed.
already-tied = Already tied
already-tied-detail = There is already a tie between these two supporters.
unknown-reference = Unknown reference
unknown-reference-detail = The request refers to something that does not exist here.
support-type-in-use = Support type in use
support-type-in-use-detail = The support type is used on a map and cannot be removed.
id-taken = Id taken
id-taken-detail = An id in the request is taken. Choose a new UUIDv7.
purge-not-due = Too early to purge
purge-not-due-detail = Request the purge of the organisation first. It can be purged 30 days later, while it is suspended.
organisation-held = Legal hold in the organisation
organisation-held-detail = A record of this organisation is under a legal hold. An administrator releases it, or it ends by itself.
retention-changed = Other records by now
retention-changed-detail = The list of records that need not be kept is not the one you saw. View it again before you confirm it.
agreement-step = Not the next step
agreement-step-detail = The status goes from planned to asked, to accepted or declined, and from accepted to done and thanked.

# Errors of a member of the request.
field-forbidden = You may not change this.
field-required = Must be given.
field-unknown-member = Unknown member.
field-duplicate = Must be unique.
field-type = Has the wrong type.
field-type-string = Must be a text, between quotes.
field-type-integer = Must be a whole number.
field-type-number = Must be a number.
field-type-boolean = Must be true or false.
field-type-array = Must be a list.
field-type-object = Must be an object.
field-enum = Must be one of the allowed values.
field-enum-words = Must be one of: { $words }.
field-enum-time-zone = Must be a time zone of the IANA database, such as Europe/Amsterdam.
field-format = Does not have the required format.
field-format-date = Must be an existing date, such as 2026-03-01.
field-format-date-time = Must be a date and time with offset, such as 2026-03-01T09:30:00Z.
field-format-uuid = Must be a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.
field-format-uuid-v7 = Must be a UUID of version 7.
field-format-email-address = Must be an email address, such as saskia@example.nl.
field-format-single-line = Must be one line, without control characters.
field-format-multi-line = Must not contain control characters other than tabs and line breaks.
field-format-pattern = Must match { $pattern }.
field-blank = Must have at least one visible character.
field-invisible-character = Contains an invisible character. Type it again.
field-too-short = At least { $figure } characters.
field-too-long = At most { $figure } characters.
field-too-small = At least { $figure }.
field-too-large = At most { $figure }.
field-too-few = At least { $figure } of these.
field-too-many = At most { $figure } of these.
field-too-many-persons = At most { $figure } persons for one client.
field-too-many-maps = At most { $figure } maps for one client.
field-too-many-cards = At most { $figure } cards for one client.
field-too-many-bytes = At most { $figure } bytes of texts and cards for one client.
field-too-complex = Has too many values for its size.
field-invalid = Is not valid.
field-exclusive = Give one of the two, not both.
field-immutable = Must not change.
field-malformed = Must be valid JSON.
field-past = This person belongs to the past. Change that first.
field-unknown-reference = Does not exist here.
field-unclosed-quote = A quote is opened here but not closed.
field-stray-quote = Quotes must enclose the whole cell. Write a quote within a cell twice.
field-line-break = This cell contains a line break. A quote may not be closed.
field-contradiction = Two rows disagree about the same two people.
field-undecodable = Contains an unreadable character. Save the file as “CSV UTF-8”, or give its encoding as charset in Content-Type.
field-no-contacts = The file contains no readable contacts.
field-incomplete = This contact is incomplete.
field-altered = Does not match the content: the content was altered.
field-by-invitation = This role requires an invitation that names the client.
field-already-assigned = This coach is already assigned to this client.
field-not-a-coach = Must be a member with the role coach.
field-id-taken = Is taken. Choose a new UUIDv7.
field-before-start = Must not be before the start.
field-in-the-future = Must not be in the future.
field-in-the-past = Must be in the future.
field-too-late = Is too far in the future.
field-guessable = Too easy to guess. Use a sentence of your own, without your name, your email address, your organisation, a date or a single common word.
field-wrong-code = The code is wrong.
field-wrong-password = The password is wrong.
field-wrong-passkey = The passkey does not fit, or it took too long. Try again.

# What changed from one card to another.
somebody = somebody
unanswered = not answered
change-supporter-added = { $name } has joined.
change-supporter-gone = { $name } is no longer there.
change-moved-inward = { $name } has moved closer: from the { $from } to the { $to }.
change-moved-outward = { $name } has moved further away: from the { $from } to the { $to }.
change-placed = { $name } now has a place in the { $to }.
change-unplaced = { $name } no longer has a place; it was the { $from }.
change-support-gained = { $name } is now also there for { $type }.
change-support-lost = { $name } is no longer there for { $type }.
change-availability = Availability of { $name } for { $type }: first “{ $from }”, now “{ $to }”.
change-direction = Direction of { $type } with { $name }: first “{ $from }”, now “{ $to }”.
change-contact = Contact with { $name }: first “{ $from }”, now “{ $to }”.
change-tension = { $trend ->
    [up] The tension with { $name } has grown.
    [down] The tension with { $name } has lessened.
    [gone] The tension with { $name } is no longer answered.
   *[new] The tension with { $name } is now answered.
}
change-burden = { $trend ->
    [up] The burden on { $name } has grown.
    [down] The burden on { $name } has lessened.
    [gone] The burden on { $name } is no longer answered.
   *[new] The burden on { $name } is now answered.
}
change-tie-gained = { $name } and { $other } now know each other.
change-tie-lost = That { $name } and { $other } know each other is no longer there.
change-need = { $trend ->
    [up] The need has grown: { $type }.
    [down] The need has lessened: { $type }.
    [gone] The need is no longer answered: { $type }.
   *[new] The need is now answered: { $type }.
}
change-type-uncovered = There is nobody left for { $type }.
change-type-covered = There is somebody now for { $type }.

# Sentences speak to the client; `.coach` is the same to a coach, about the client.
# Insight: each observation is a question. $names are the people it is about, $count how many.
names-and = { $first } and { $last }
observation-nobody-for-type = For “{ $type }” there is nobody you would ask. { $unanswered ->
    [0] Who could become that person?
    [one] For { $unknown } it has not been answered yet. Could it be them?
   *[other] For { $unanswered } people it has not been answered yet. Could it be one of them?
    }
    .coach = For “{ $type }” there is nobody the client would ask. { $unanswered ->
        [0] Who could become that person?
        [one] For { $unknown } it has not been answered yet. Could it be them?
       *[other] For { $unanswered } people it has not been answered yet. Could it be one of them?
        }
observation-rests-on-one-person = “{ $type }” rests on one person: { $names }. Who else could you turn to?
    .coach = “{ $type }” rests on one person: { $names }. Who else could the client turn to?
observation-one-person-carries-most = Much of the support comes from { $names }. How is that for both of you, and who could take over some of it?
    .coach = Much of the support comes from { $names }. How is that for the client and for { $names }, and who could take over some of it?
observation-high-burden = { $names } carries a lot. Who is there for { $names }?
observation-tension-in-inner-ring = { $names } is very close to you, and there is tension. What would help to talk about it?
    .coach = { $names } is very close to the client, and there is tension. What would help to talk about it?
observation-inner-ring-never-asked = { $names } is very close to you, yet there is nothing you would ask { $names } for. Why is that?
    .coach = { $names } is very close to the client, yet there is nothing the client would ask { $names } for. Why is that?
observation-only-professionals = Everybody you would ask for something is a professional or an organisation: { $names }. Whom of the people around you could you ask as well?
    .coach = Everybody the client would ask for something is a professional or an organisation: { $names }. Whom of the people around them could the client ask as well?
observation-nobody-gives-and-receives = With nobody does support go both ways. What could you mean to somebody, and who to you?
    .coach = With nobody does support go both ways. What could the client mean to somebody, and who to the client?
observation-separate-groups = As far as has been answered, these groups do not know each other: { $groups }. Would it help if they met?
observation-support-unanswered = What you could turn to { $names } for has not been answered yet. What { $count ->
    [one] does this person
   *[other] do these people
    } mean to you?
    .coach = What the client could turn to { $names } for has not been answered yet. What { $count ->
        [one] does this person
       *[other] do these people
        } mean to the client?

# If somebody falls away.
absence-gap = Without { $name } there is nobody left for “{ $type }”.
absence-fragile = Without { $name }, “{ $type }” rests on one person: { $left }.
absence-last = Without { $name } there is nobody left for “{ $type }”. Whether you need it has not been answered.
    .coach = Without { $name } there is nobody left for “{ $type }”. Whether the client needs it has not been answered.
absence-groups = Without { $name } these people no longer know each other through somebody else: { $groups }.
absence-agreements = { $count ->
    [one] One agreement with { $name } is open.
   *[other] { $count } agreements with { $name } are open.
    }
absence-nothing = Without { $name } no new gap opens on this map.

# Who could help, and why.
reason-received-now = { $name } already does this for you.
    .coach = { $name } already does this for the client.
reason-could-ask = You could ask { $name }.
    .coach = The client could ask { $name }.
reason-availability-unanswered = You named { $name } for this; whether you could ask has not been answered yet.
    .coach = The client named { $name } for this; whether the client could ask has not been answered yet.
reason-would-not-ask = You said you would not ask { $name }.
    .coach = The client would not ask { $name }.
reason-support-unanswered = What you could turn to { $name } for has not been answered yet.
    .coach = What the client could turn to { $name } for has not been answered yet.
reason-not-named-for-this = You did not name { $name } for this, but you did as somebody very close.
    .coach = The client did not name { $name } for this, but did as somebody very close.
reason-accepted = { $name } said yes{ $date ->
    [none] .
   *[other] , for { $date }.
    }
reason-asked = You have asked { $name }; there is no answer yet.
    .coach = The client has asked { $name }; there is no answer yet.
reason-planned = You meant to ask { $name } something{ $date ->
    [none] .
   *[other] , by { $date }.
    }
    .coach = The client meant to ask { $name } something{ $date ->
        [none] .
       *[other] , by { $date }.
        }
reason-declined-recently = { $name } said no on { $date }.
reason-closeness = { $closeness ->
    [inner] { $name } is very close to you.
    [middle] { $name } is close to you.
   *[outer] { $name } is somewhat further away.
    }
    .coach = { $closeness ->
        [inner] { $name } is very close to the client.
        [middle] { $name } is close to the client.
       *[outer] { $name } is somewhat further away from the client.
        }
reason-contact-frequency = { $contact ->
    [daily] You are in touch every day.
    [weekly] You are in touch every week.
    [monthly] You are in touch every month.
    [yearly] You are in touch a few times a year.
    [rarely] You are rarely in touch.
   *[never] You are not in touch now.
    }
    .coach = { $contact ->
        [daily] They are in touch every day.
        [weekly] They are in touch every week.
        [monthly] They are in touch every month.
        [yearly] They are in touch a few times a year.
        [rarely] They are rarely in touch.
       *[never] They are not in touch now.
        }
reason-mutual = You do this for { $name } too.
    .coach = The client does this for { $name } too.
reason-given = So far you do this for { $name }.
    .coach = So far the client does this for { $name }.
reason-low-burden = { $name } carries little.
reason-high-burden = { $name } already carries a lot.
reason-tension = There is tension between you and { $name }.
    .coach = There is tension between the client and { $name }.

problems = Problems
problem-codes = Codes of errors in one place of a request

# Mails: `mail-…-subject` and the text, with the link to follow on a line of its own.
mail-invitation-subject = Invitation from { $organisation }
mail-invitation =
    Hello,

    { $by } invites you to take part in { $organisation } in Omringd.

    Follow this link to accept. It works once, for 7 days:

    { $link }

    Do you not know { $organisation }? Then ignore this mail.
mail-password-reset-subject = Choose a new password
mail-password-reset =
    Hello { $name },

    Someone asked for a new password for your account in Omringd.

    Follow this link to choose one. It works once, for 30 minutes:

    { $link }

    Was it not you? Then ignore this mail. Your password stays as it is.
mail-email-change-subject = Confirm your new email address
mail-email-change =
    Hello { $name },

    You want to log in to Omringd with this email address.

    Follow this link to confirm it. It works once, for 24 hours:

    { $link }

    Was it not you? Then ignore this mail.
mail-email-change-notice-subject = A new email address was requested
mail-email-change-notice =
    Hello { $name },

    Someone who knows your password asked for another email address for your account in Omringd.

    Was it you? Then follow the link in the mail to your new address.

    Was it not you? Then change your password now. The request is then withdrawn.
mail-password-changed-subject = Your password was changed
mail-password-changed =
    Hello { $name },

    The password of your account in Omringd was changed. All other sessions have ended.

    Was it not you? Then choose a new password at once, with "forgot password", and tell your organisation.
mail-second-factors-changed-subject = Your second factors were changed
mail-second-factors-changed =
    Hello { $name },

    A second factor of your account in Omringd was added or removed, or you have new recovery codes.

    Was it not you? Then change your password, look at your second factors, and tell your organisation.
mail-recovery-code-used-subject = A recovery code was used
mail-recovery-code-used =
    Hello { $name },

    Someone used a recovery code for your account in Omringd.

    Was it not you? Then change your password, replace your recovery codes, and tell your organisation.
mail-new-network-subject = A log-in from a new place
mail-new-network =
    Hello { $name },

    Someone logged in to your account in Omringd from a network that was not used for it before.

    Device: { $device }
    Network: { $network }
    Time: { $at }

    Was it you? Then you need not do anything.

    Was it not you? Then change your password and end that session.
mail-domains-missing-subject = The proof of a domain is missing
mail-domains-missing =
    Hello { $name },

    Omringd does not find the DNS record with which { $organisation } proved these domains:

    { $domains }

    Publish the record again. After 7 days without it, the domain is not proven any more.
mail-domains-lost-subject = A domain is not proven any more
mail-domains-lost =
    Hello { $name },

    For 7 days Omringd did not find the DNS record with which { $organisation } proved these domains:

    { $domains }

    Colleagues with an address in them are no longer linked at their first log-in with your own provider, and the log-in page does not offer it to them. Who is linked stays linked.

    Is the domain still yours? Then publish the record again and have it checked in Omringd.
mail-identity-linked-subject = A way to log in was added
mail-identity-linked =
    Hello { $name },

    From now on you can log in to your account in Omringd with the log-in of { $organisation }.

    Was it not you? Then remove it from your account, change your password, and tell your organisation.
mail-identity-removed-subject = A way to log in was removed
mail-identity-removed =
    Hello { $name },

    You can no longer log in to your account in Omringd with the log-in of { $organisation }. Sessions that began with it have ended.

    Did you not expect this? Then ask your organisation.
mail-new-device-subject = A device stays logged in
mail-new-device =
    Hello { $name },

    A device is logged in to your account in Omringd. It stays logged in until it is not used for 90 days.

    Device: { $device }
    Network: { $network }
    Time: { $at }

    Was it you? Then you need not do anything.

    Was it not you? Then change your password and end that session.
mail-unknown-device = unknown
mail-log-in-code-subject = Your code to log in
mail-log-in-code =
    Hello { $name },

    With this code you can log in to Omringd. It is valid for 10 minutes:

    { $code }

    Did you not ask for it? Then ignore this mail, and give the code to nobody.
mail-record-restricted-subject = Your record is restricted
mail-record-restricted =
    Hello { $name },

    { $organisation } recorded that you asked to restrict your record. Only you see what is in it now.

    Did you not ask for it? Then log in, lift the restriction, and tell { $organisation }.
mail-restriction-lifted-subject = The restriction of your record is lifted
mail-restriction-lifted =
    Hello { $name },

    { $organisation } recorded that you asked to lift the restriction of your record. Your coaches see it again.

    Did you not ask for it? Then log in, restrict your record again, and tell { $organisation }.
mail-erasure-recorded-subject = Your record will be erased
mail-erasure-recorded =
    Hello { $name },

    { $organisation } recorded that your record will be erased. Log in to see why and when.

    Do you want to keep your record? Then log in and withdraw it before that day, and tell { $organisation }.
mail-erasure-refused-subject = Your record will not be erased
mail-erasure-refused =
    Hello { $name },

    { $organisation } refused to erase your record. Log in to read why.

    Do you not agree? Then ask { $organisation }. You can also complain to the Autoriteit Persoonsgegevens.
mail-administrator-invited-subject = A new administrator of { $organisation }
mail-administrator-invited =
    Hello { $name },

    The operator of Omringd invited a new administrator to { $organisation }. The invitation is sent in 72 hours.

    Is that right? Then you need not do anything.

    Is it not? Then withdraw the invitation in Omringd, and ask the operator what happened.

## The access log

access-log-who-you = You
access-log-who-with-role = { $name } ({ $role })
access-log-who-former = A former member of staff
access-log-who-system = An external system
access-log-who-service = Omringd
access-log-done = { $who } viewed or changed something in your record.
access-log-refused = { $who } tried to view or change something in your record. It was not allowed.
access-log-failed = { $who } tried to view or change something in your record. It did not work.
access-log-done-list = { $who } viewed the list of { $what }.
access-log-done-read = { $who } viewed { $what }.
access-log-done-create = { $who } added { $what }.
access-log-done-update = { $who } changed { $what }.
access-log-done-delete = { $who } deleted { $what }.
access-log-refused-list = { $who } tried to view the list of { $what }. It was not allowed.
access-log-refused-read = { $who } tried to view { $what }. It was not allowed.
access-log-refused-create = { $who } tried to add { $what }. It was not allowed.
access-log-refused-update = { $who } tried to change { $what }. It was not allowed.
access-log-refused-delete = { $who } tried to delete { $what }. It was not allowed.
access-log-failed-list = { $who } tried to view the list of { $what }. It did not work.
access-log-failed-read = { $who } tried to view { $what }. It did not work.
access-log-failed-create = { $who } tried to add { $what }. It did not work.
access-log-failed-update = { $who } tried to change { $what }. It did not work.
access-log-failed-delete = { $who } tried to delete { $what }. It did not work.
access-log-what-client = your details
access-log-what-assignment = your coaches
access-log-what-access-log = who viewed your record
access-log-what-log-in = your log-ins
access-log-what-consent = your consents
access-log-what-restriction = the restriction of your record
access-log-what-erasure-request = the request to erase your record
access-log-what-access-request = your request for access
access-log-what-legal-hold = the legal hold on your record
access-log-what-erasure = the receipt of the erasure of your record
access-log-what-person = a person in your life
access-log-what-coach-note = the coach’s own notes
access-log-what-map = your map
access-log-what-supporter = a person on your map
access-log-what-tie = who knows whom
access-log-what-needs = what you need
access-log-what-agreement = an agreement
access-log-what-card = your card
access-log-what-reflection = your own words
access-log-list-client = { $who } viewed a list of clients with you on it.
access-log-list-assignment = { $who } viewed who your coaches are.
access-log-list-access-log = { $who } viewed who viewed your record.
access-log-list-log-in = { $who } viewed who logged in to your record.
access-log-list-consent = { $who } viewed your consents.
access-log-list-restriction = { $who } viewed whether your record is restricted.
access-log-create-restriction = { $who } restricted your record. Only you see what is in it now.
access-log-update-restriction = { $who } lifted the restriction of your record.
access-log-list-erasure-request = { $who } viewed whether you asked to erase your record.
access-log-create-erasure-request = { $who } recorded that your record will be erased.
access-log-update-erasure-request = { $who } recorded that your record will not be erased.
access-log-refuse-erasure = { $who } refused to erase your record. The reason is with your request.
access-log-list-access-request = { $who } viewed whether you asked for access.
access-log-create-access-request = { $who } recorded that you asked for access.
access-log-print-access-log = { $who } printed for you who viewed your record.
access-log-print-record = { $who } printed your record for you.
access-log-list-legal-hold = { $who } viewed whether your record must be kept.
access-log-create-legal-hold = { $who } recorded that your record must be kept.
access-log-update-legal-hold = { $who } recorded that your record need not be kept any more.
access-log-erase-client = { $who } erased your record.
access-log-list-erasure = { $who } viewed which records were erased.
access-log-list-person = { $who } viewed the people in your life.
access-log-list-coach-note = { $who } viewed their own notes about you.
access-log-list-map = { $who } viewed the list of your maps.
access-log-list-supporter = { $who } viewed who is on your map.
access-log-list-tie = { $who } viewed who knows whom on your map.
access-log-list-agreement = { $who } viewed your agreements.
access-log-list-card = { $who } viewed the list of your cards.
access-log-list-reflection = { $who } viewed your own words.
access-log-create-map = { $who } started a map.
access-log-create-card = { $who } made a card.
access-log-create-person = { $who } added a person in your life.
access-log-search-clients = { $who } searched for clients and found you.
access-log-preview-retention = { $who } viewed which records need not be kept any longer.
access-log-confirm-retention = { $who } recorded that your record will be erased, because it was kept long enough.
access-log-list-all-assignments = { $who } viewed who coaches whom.
access-log-assign-coach = { $who } gave you a coach.
access-log-read-caseload = { $who } viewed a list of clients with you on it.
access-log-update-client-identity = { $who } changed your name, date of birth or numbers.
access-log-list-consent-receivers = { $who } viewed to whom you can give consent.
access-log-list-client-cards = { $who } viewed the list of your cards.
access-log-confirm-log-in = { $who } confirmed who logs in to your record.
access-log-preview-contacts = { $who } previewed contacts to add.
access-log-read-overview = { $who } viewed your overview.
access-log-list-coaches = { $who } viewed who your coaches are.
access-log-find-helpers = { $who } looked up whom you can call.
access-log-export-client = { $who } exported all your data.
access-log-import-client = { $who } imported data of yours.
access-log-import-cards = { $who } imported cards of yours.
access-log-merge-persons = { $who } merged two persons.
access-log-set-map-privacy = { $who } changed whether a map is private.
access-log-replace-map-content = { $who } changed your map.
access-log-import-map-content = { $who } imported a map.
access-log-discard-client-words = { $who } deleted your own words on a map.
access-log-read-insights = { $who } viewed what stands out on your map.
access-log-follow-map = { $who } followed your map.
access-log-preview-card = { $who } previewed your card.

# The record and its access log on paper, for a client.
sheet-for = For
sheet-organisation = Organisation
sheet-asked = You asked for it on
sheet-recorded = Recorded on
sheet-printed = Printed on
sheet-yes = Yes
sheet-no = No
sheet-unanswered = Not answered yet
sheet-nothing = Nothing
sheet-complaint = Is something wrong, or do you have a question? Talk about it with your coach or with { $organisation }. You can also complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens): autoriteitpersoonsgegevens.nl, telephone 088 - 1805 250.
sheet-log-title = Who looked at your record?
sheet-log-intro = This is who viewed or changed your record, and when. What was not allowed or did not work is here too. The newest is at the top.
sheet-log-more = These are the newest { $lines } lines. There are older ones. Ask { $organisation } if you want to see them.
sheet-log-when = When
sheet-log-what = What happened
sheet-log-why = Based on
sheet-record-title = Your data
sheet-record-intro = You asked for access to your data. Privacy law gives you that right (GDPR, article 15). This is what { $organisation } keeps about you in Omringd, as far as the coach who prints it may read it.
sheet-left-out = This is left out:
sheet-left-out-private = Maps that you made private. Only you read those, with a log-in of your own.
sheet-left-out-notes = Coaches’ own notes.
sheet-left-out-cards = What is on your cards. Your coach can print the cards for you.
sheet-left-out-log = Who looked at your record. That is on another sheet. Ask for it if you want it.
sheet-details = Who you are
sheet-name = Name
sheet-preferred-name = Preferred name
sheet-born = Date of birth
sheet-number = Number
sheet-since = Kept since
sheet-changed = Changed on
sheet-coaches = Your coaches
sheet-no-coach = You have no coach now.
sheet-from = From
sheet-until = Until
sheet-persons = The people around you
sheet-no-persons = Nobody is in your record.
sheet-what-to-me = Who is this
sheet-reach = Phone and e-mail
sheet-note = Note
sheet-past = Belongs to the past
sheet-maps = Your maps
sheet-no-maps = There are no maps.
sheet-map = My life with { $theme }
sheet-everyone-named = Everyone named
sheet-every-tie-named = Every tie named
sheet-review = Look again on
sheet-nobody-on-map = Nobody is on this map yet.
sheet-on-map = Who is on it
sheet-closeness = How close
sheet-contact = Contact: { $often }
sheet-support = For what
sheet-ties = Who knows whom
sheet-strength = How well
sheet-needs = What you need
sheet-agreements = Agreements
sheet-what = What
sheet-who = Who
sheet-before = Due
sheet-status = Status
sheet-reflections = Your own words
sheet-cards = Your cards
sheet-no-cards = There are no cards.
sheet-card = Card
sheet-made-on = Made on
sheet-made-by = Made by
sheet-recipients = Who receives your data
sheet-recipients-coaches = Your coaches read your data, except what you made private.
sheet-recipients-administrators = Administrators of { $organisation } see your name, date of birth, numbers and who your coaches are. They see no maps, and no people around you.
sheet-recipients-systems = Other systems of { $organisation } may receive your name, date of birth and numbers. They receive your cards only if you consented.
sheet-recipients-host = The company that operates the computers of Omringd keeps your data on behalf of { $organisation }.
sheet-consents = Your consents
sheet-no-consents = You gave no consent to pass on cards.
sheet-receiver = To whom
sheet-purpose = For what
sheet-given = Given on
sheet-withdrawn = Withdrawn on
sheet-why = Why, and how long
sheet-why-purpose = { $organisation } uses your data to look with you at who is around you, whom you can ask, and what you agree.
sheet-why-source = The data comes from you, from your coach who wrote it down with you, or from the client-record system of { $organisation }.
sheet-why-decisions = No computer makes decisions about you with this data.
sheet-why-retention = { $organisation } keeps your record for { $years } years after its last change. After that it may be erased.
sheet-rights = Your rights
sheet-right-rectify = You may have mistakes corrected.
sheet-right-erase = You may ask to have your record erased.
sheet-right-restrict = You may have your record restricted. Then nobody else reads it, until you say that they may again.
sheet-right-move = You may take your data to another organisation.
sheet-right-withdraw = You may withdraw a consent at any time.
sheet-right-log = You may know who looked at your record.
