# Problems: `slug` is the title, `slug-detail` what to do about it.
invalid-request = Invalid request
invalid-request-detail = The request cannot be accepted as it is; `errors` names every place.
not-authenticated = Not logged in
not-authenticated-detail = Send a valid access token in the Authorization header.
log-in-refused = Log-in refused
log-in-refused-detail = The email address or the password is not right.
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
method-not-allowed-detail = This path has other methods; the Allow header names them.
not-acceptable = Not in this form
not-acceptable-detail = This is not offered in a form that the Accept header allows. The documentation names the forms.
stale = Changed meanwhile
stale-detail = Somebody changed it after you read it. Read it again and repeat your change.
if-none-match-required = If-None-Match missing
if-none-match-required-detail = Send If-None-Match: * to say that this is new.
precondition-required = If-Match missing
precondition-required-detail = Send If-Match with the ETag of the version you saw.
idempotency-key-reused = Idempotency key used before
idempotency-key-reused-detail = This Idempotency-Key belongs to another request. Use a new one.
in-flight = Already being worked on
in-flight-detail = The same request is being worked on. Repeat it in a moment.
too-many-requests = Too many requests
too-many-requests-detail = Wait for the number of seconds in Retry-After.
unavailable = Temporarily unavailable
unavailable-detail = Try again after the number of seconds in Retry-After. Nothing was changed by this request, unless it was a change whose answer got lost: repeat it with the same Idempotency-Key.
internal = Internal error
internal-detail = The fault is ours. Tell us the request id.
payload-too-large = Request too large
payload-too-large-detail = The body is larger than this service accepts.
unsupported-content-encoding = Content encoding not supported
unsupported-content-encoding-detail = Send the body without a Content-Encoding.
unsupported-media-type = Unsupported media type
unsupported-media-type-detail = Send the body as the media type in the documentation, with that Content-Type.
uri-too-long = Address too long
uri-too-long-detail = The path and query are longer than this service accepts.
request-timeout = Request took too long
request-timeout-detail = The request was not received in time.
external-identifier-taken = External identifier taken
external-identifier-taken-detail = Another client of the organisation has this external identifier.
email-taken = Email address taken
email-taken-detail = Another user has this email address.
already-member = Already a member
already-member-detail = This user is a member of the organisation already.
invitation-over = Invitation no longer valid
invitation-over-detail = The invitation was used, withdrawn or has expired. Ask for a new one.
last-admin = Last administrator
last-admin-detail = An organisation keeps at least one administrator.
client-not-empty = The client is not empty
client-not-empty-detail = A whole client can only be brought in where there are no persons and no maps yet.
client-differs = Client differs
client-differs-detail = A client with this external identifier has another name or date of birth. Nothing was created.
client-has-log-in = Client has a log-in
client-has-log-in-detail = This client has a log-in already.
already-assigned = Already assigned
already-assigned-detail = This coach has this client already.
not-a-coach = Not a coach
not-a-coach-detail = Only a member with the role coach can be assigned.
assignment-ended = Assignment ended
assignment-ended-detail = This assignment has ended; make a new one.
already-on-map = Already on the map
already-on-map-detail = This person is on this map already.
person-on-map = Person is on a map
person-on-map-detail = Take the person off every map first.
map-has-cards = Map has cards
map-has-cards-detail = This map has cards, which would go with it. Only the client can remove it.
own-roles = Own roles
own-roles-detail = Nobody gives themself a role. Ask another administrator, or the platform operator.
client-has-no-log-in = Client has no log-in
client-has-no-log-in-detail = This client has no log-in that could be confirmed.
confirmed-by-inviter = Another administrator is needed
confirmed-by-inviter-detail = You invited this log-in. Another administrator confirms it, or the client with the code.
code-closed = Too many wrong codes
code-closed-detail = 10 wrong codes were tried for this log-in. An administrator can confirm it.
map-has-reflections = Map has reflections
map-has-reflections-detail = The client's own words are on this map and would go with it. Only the client can remove it.
log-in-unconfirmed = Log-in not confirmed
log-in-unconfirmed-detail = This client had a log-in before. Confirm the new one with the client's code, or ask an administrator.
map-full = The map is full
map-full-detail = No more of this fits on one map: at most 200 supporters, 2,000 supports, 2,000 ties, 200 agreements and 1,000 reflections.
full = The client is full
full-detail = No more of this fits for one client: at most 2,000 persons, 200 maps, 1,000 cards, and 32 MiB of texts and cards together. Remove what is no longer needed.
already-tied = Already tied
already-tied-detail = These two supporters are tied already.
unknown-reference = Unknown reference
unknown-reference-detail = The request names something that does not exist here.
support-type-in-use = Support type in use
support-type-in-use-detail = The support type is used on a map and cannot be removed.
id-taken = Id taken
id-taken-detail = An id you chose is taken. Choose a new UUIDv7.
organisation-not-suspended = Organisation not suspended
organisation-not-suspended-detail = Suspend the organisation before purging it.
agreement-step = Not the next step
agreement-step-detail = An agreement goes from planned to asked, to accepted or declined, and from accepted to done and thanked.

# Errors of a member of the request.
field-forbidden = You may not change this.
field-required = This is required.
field-unknown-member = This is not known here.
field-duplicate = This stands here twice.
field-type = This has the wrong type.
field-type-string = Must be a text, between quotes.
field-type-integer = Must be a whole number.
field-type-number = Must be a number.
field-type-boolean = Must be true or false.
field-type-array = Must be a list.
field-type-object = Must be an object.
field-enum = This is not one of the allowed values.
field-enum-words = Must be one of: { $words }.
field-enum-time-zone = Must be a time zone of the IANA database, such as Europe/Amsterdam.
field-format = This does not have the required form.
field-format-date = Must be a day that exists, such as 2026-03-01.
field-format-date-time = Must be an instant with its offset, such as 2026-03-01T09:30:00Z.
field-format-uuid = Must be an id: a UUID, such as 01890a5d-ac96-774b-bcce-b302099a8057.
field-format-uuid-v7 = Must be an id that was made for this: a UUID of version 7.
field-format-email-address = Must be an email address, such as saskia@example.nl.
field-format-single-line = Must be one line, without control characters.
field-format-multi-line = Must not have control characters other than tabs and line breaks.
field-format-pattern = Must match { $pattern }.
field-blank = This shows nothing: write at least one visible character.
field-invisible-character = This holds a character that cannot be seen: type it again.
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
field-too-complex = This holds too many values for its size.
field-invalid = This is not valid.
field-exclusive = Give one of the two, not both.
field-immutable = This never changes once it is made.
field-malformed = This is not valid JSON.
field-past = This person belongs to the past. Change that first.
field-unknown-reference = This does not exist here.
field-unclosed-quote = A quote is opened here and not closed.
field-stray-quote = A quote may only stand around the whole cell. Write a quote within it twice.
field-line-break = There is a line break in this cell. Perhaps a quote is not closed.
field-contradiction = Two rows say different things about the same two people.
field-undecodable = A character cannot be read here. Save the file as “CSV UTF-8”, or name its encoding as charset in Content-Type.
field-no-contacts = There are no contacts in this file that can be read.
field-incomplete = This contact is cut off.
field-altered = This is not the hash of what stands here: the content was altered.
field-by-invitation = This role comes only by an invitation that names the client.
field-already-assigned = This coach has this client already.
field-not-a-coach = This is not a member with the role coach.
field-id-taken = This id is taken. Choose a new UUIDv7.
field-before-start = This is before the start.
field-in-the-future = This is still to come.
field-guessable = This is too easy to guess. Use a sentence of your own, without your name, your email address, your organisation, a date or a well-known word on its own.
field-wrong-code = This is not the client's code.
field-wrong-password = This is not your password.

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
