# Problemen: `slug` is de titel, `slug-detail` wat eraan te doen is.
invalid-request = Ongeldig verzoek
invalid-request-detail = Het verzoek kan zo niet worden aangenomen; `errors` noemt elke plek.
not-authenticated = Niet ingelogd
not-authenticated-detail = Stuur een geldig access token mee in de Authorization-header.
log-in-refused = Inloggen geweigerd
log-in-refused-detail = Het e-mailadres of het wachtwoord klopt niet.
grant-refused = Verzoek om token geweigerd
grant-refused-detail = Het refresh token is onbekend, gebruikt of verlopen. Log opnieuw in.
no-organisation = Geen organisatie gekozen
no-organisation-detail = Kies eerst een organisatie voor deze sessie: PUT /v1/sessions/current/organisation.
forbidden = Niet toegestaan
forbidden-detail = Uw rol laat dit niet toe.
not-found = Niet gevonden
not-found-detail = Het bestaat niet, of u mag het niet zien.
method-not-allowed = Methode niet toegestaan
method-not-allowed-detail = Dit pad kent andere methoden; de Allow-header noemt ze.
not-acceptable = Niet in deze vorm
not-acceptable-detail = Dit wordt niet aangeboden in een vorm die de header Accept toelaat. De documentatie noemt de vormen.
stale = Intussen gewijzigd
stale-detail = Iemand heeft het gewijzigd nadat u het las. Lees het opnieuw en herhaal uw wijziging.
precondition-required = If-Match ontbreekt
precondition-required-detail = Stuur If-Match mee met de ETag van de versie die u zag.
idempotency-key-reused = Idempotency key al gebruikt
idempotency-key-reused-detail = Deze Idempotency-Key hoort bij een ander verzoek. Gebruik een nieuwe.
in-flight = Wordt al uitgevoerd
in-flight-detail = Hetzelfde verzoek wordt op dit moment uitgevoerd. Herhaal het zo dadelijk.
too-many-requests = Te veel verzoeken
too-many-requests-detail = Wacht het aantal seconden in Retry-After.
unavailable = Tijdelijk niet beschikbaar
unavailable-detail = Probeer het opnieuw na het aantal seconden in Retry-After. Dit verzoek heeft niets gewijzigd, tenzij het een wijziging was waarvan het antwoord verloren ging: herhaal die met dezelfde Idempotency-Key.
internal = Interne fout
internal-detail = De fout ligt bij ons. Meld ons het requestId.
payload-too-large = Verzoek te groot
payload-too-large-detail = De inhoud is groter dan deze dienst aanneemt.
unsupported-media-type = Mediatype niet ondersteund
unsupported-media-type-detail = Stuur de inhoud als het mediatype uit de documentatie, met dat Content-Type.
uri-too-long = Adres te lang
uri-too-long-detail = Pad en query zijn langer dan deze dienst aanneemt.
request-timeout = Verzoek duurde te lang
request-timeout-detail = Het verzoek is niet op tijd ontvangen.
external-identifier-taken = Extern nummer bezet
external-identifier-taken-detail = Een andere cliënt van de organisatie heeft dit externe nummer.
email-taken = E-mailadres bezet
email-taken-detail = Een andere gebruiker heeft dit e-mailadres.
already-member = Al medewerker
already-member-detail = Deze gebruiker hoort al bij de organisatie.
invitation-over = Uitnodiging niet meer geldig
invitation-over-detail = De uitnodiging is gebruikt, ingetrokken of verlopen. Vraag een nieuwe.
last-admin = Laatste beheerder
last-admin-detail = Een organisatie houdt minstens één beheerder.
client-not-empty = De cliënt is niet leeg
client-not-empty-detail = Een hele cliënt kan alleen worden ingelezen waar nog geen personen en geen kaarten zijn.
client-has-log-in = Cliënt heeft een inlog
client-has-log-in-detail = Deze cliënt heeft al een inlog.
already-assigned = Al toegewezen
already-assigned-detail = Deze coach heeft deze cliënt al.
not-a-coach = Geen coach
not-a-coach-detail = Alleen een medewerker met de rol coach kan worden toegewezen.
assignment-ended = Toewijzing beëindigd
assignment-ended-detail = Deze toewijzing is beëindigd; maak een nieuwe.
already-on-map = Staat al op de kaart
already-on-map-detail = Deze persoon staat al op deze kaart.
person-on-map = Persoon staat op een kaart
person-on-map-detail = Haal de persoon eerst van elke kaart af.
map-has-cards = Bij deze kaart horen MLM-kaarten
map-has-cards-detail = Van deze kaart zijn MLM-kaarten gemaakt, die mee zouden verdwijnen. Alleen de cliënt kan hem verwijderen.
already-tied = Band bestaat al
already-tied-detail = Deze twee supporters zijn al verbonden.
unknown-reference = Onbekende verwijzing
unknown-reference-detail = Het verzoek noemt iets dat hier niet bestaat.
support-type-in-use = Steunsoort in gebruik
support-type-in-use-detail = De steunsoort wordt op een kaart gebruikt en kan niet weg.
id-taken = Id bezet
id-taken-detail = Een id dat u koos is bezet. Kies een nieuwe UUIDv7.
organisation-not-suspended = Organisatie niet geschorst
organisation-not-suspended-detail = Schors de organisatie voordat u haar verwijdert.
agreement-step = Niet de volgende stap
agreement-step-detail = Een afspraak gaat van gepland naar gevraagd, naar toegezegd of afgeslagen, en van toegezegd naar gedaan en bedankt.

# Fouten in een onderdeel van het verzoek.
field-required = Dit is verplicht.
field-unknown-member = Dit is hier niet bekend.
field-duplicate = Dit staat er twee keer.
field-type = Dit heeft het verkeerde type.
field-enum = Dit is geen van de toegestane waarden.
field-format = Dit heeft niet de vereiste vorm.
field-too-short = Dit is te kort.
field-too-long = Dit is te lang.
field-too-small = Dit is te klein.
field-too-large = Dit is te groot.
field-too-few = Dit zijn er te weinig.
field-too-many = Dit zijn er te veel.
field-invalid = Dit is niet geldig.
field-exclusive = Geef een van de twee, niet allebei.
field-immutable = Dit verandert nooit nadat het is gemaakt.
field-malformed = Dit is geen geldige JSON.
field-unknown-reference = Dit bestaat hier niet.
field-altered = Dit is niet de hash van wat hier staat: de inhoud is veranderd.
field-by-invitation = Deze rol komt alleen met een uitnodiging die de cliënt noemt.
field-before-start = Dit is vóór het begin.
field-guessable = Dit is te makkelijk te raden: uw e-mailadres staat erin.
field-wrong-password = Dit is niet uw wachtwoord.

# What changed from one card to another.
somebody = iemand
unanswered = niet ingevuld
change-supporter-added = { $name } is erbij gekomen.
change-supporter-gone = { $name } staat er niet meer bij.
change-moved-inward = { $name } is dichterbij komen staan: van de { $from } naar de { $to }.
change-moved-outward = { $name } is verder weg komen staan: van de { $from } naar de { $to }.
change-placed = { $name } heeft een plek gekregen in de { $to }.
change-unplaced = { $name } heeft geen plek meer; dat was de { $from }.
change-support-gained = { $name } is er nu ook voor { $type }.
change-support-lost = { $name } is er niet meer voor { $type }.
change-availability = Beschikbaarheid van { $name } voor { $type }: eerst “{ $from }”, nu “{ $to }”.
change-direction = Richting van { $type } met { $name }: eerst “{ $from }”, nu “{ $to }”.
change-contact = Contact met { $name }: eerst “{ $from }”, nu “{ $to }”.
change-tension = { $trend ->
    [up] De spanning met { $name } is toegenomen.
    [down] De spanning met { $name } is afgenomen.
    [gone] De spanning met { $name } is niet meer ingevuld.
   *[new] De spanning met { $name } is nu ingevuld.
}
change-burden = { $trend ->
    [up] De belasting van { $name } is toegenomen.
    [down] De belasting van { $name } is afgenomen.
    [gone] De belasting van { $name } is niet meer ingevuld.
   *[new] De belasting van { $name } is nu ingevuld.
}
change-tie-gained = { $name } en { $other } kennen elkaar nu.
change-tie-lost = Dat { $name } en { $other } elkaar kennen, staat er niet meer.
change-need = { $trend ->
    [up] De behoefte is toegenomen: { $type }.
    [down] De behoefte is afgenomen: { $type }.
    [gone] De behoefte is niet meer ingevuld: { $type }.
   *[new] De behoefte is nu ingevuld: { $type }.
}
change-type-uncovered = Er is niemand meer voor { $type }.
change-type-covered = Er is nu iemand voor { $type }.
