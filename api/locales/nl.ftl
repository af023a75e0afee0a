# Problemen: `slug` is de titel, `slug-detail` wat eraan te doen is.
invalid-request = Ongeldig verzoek
invalid-request-detail = Het verzoek is niet geldig. `errors` noemt elke fout.
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
cross-origin-refused = Verzoek vanaf een andere site geweigerd
cross-origin-refused-detail = De dienst staat deze site, methode of header niet toe; de fouten noemen welke. De beheerder stelt sites in met OMRINGD_CORS_ORIGINS.
method-not-allowed = Methode niet toegestaan
method-not-allowed-detail = Dit pad kent andere methoden; de Allow-header noemt ze.
not-acceptable = Niet in deze vorm
not-acceptable-detail = Dit is er niet in een vorm die de Accept-header toelaat. De documentatie noemt de vormen.
stale = Intussen gewijzigd
stale-detail = Iemand heeft het gewijzigd nadat u het las. Lees het opnieuw en doe uw wijziging nog eens.
if-none-match-required = If-None-Match ontbreekt
if-none-match-required-detail = Stuur If-None-Match: * mee. Zo zegt u dat dit nieuw is.
precondition-required = If-Match ontbreekt
precondition-required-detail = Stuur If-Match mee met de ETag van de versie die u las.
idempotency-key-reused = Idempotency key al gebruikt
idempotency-key-reused-detail = Deze Idempotency-Key hoort bij een ander verzoek. Gebruik een nieuwe.
in-flight = Wordt al uitgevoerd
in-flight-detail = Hetzelfde verzoek wordt nu uitgevoerd. Stuur het zo opnieuw.
too-many-requests = Te veel verzoeken
too-many-requests-detail = Wacht het aantal seconden in Retry-After.
unavailable = Tijdelijk niet beschikbaar
unavailable-detail = Probeer het opnieuw na het aantal seconden in Retry-After. Meestal is er niets gewijzigd. Was het verzoek een wijziging? Stuur het dan opnieuw met dezelfde Idempotency-Key.
internal = Interne fout
internal-detail = De fout ligt bij ons. Geef ons het requestId door.
payload-too-large = Verzoek te groot
payload-too-large-detail = De inhoud is groter dan deze dienst toestaat.
unsupported-content-encoding = Content-Encoding niet ondersteund
unsupported-content-encoding-detail = Stuur de inhoud zonder Content-Encoding.
unsupported-media-type = Mediatype niet ondersteund
unsupported-media-type-detail = Stuur de inhoud met een Content-Type dat de documentatie noemt.
uri-too-long = Adres te lang
uri-too-long-detail = Pad en query zijn langer dan deze dienst toestaat.
request-timeout = Verzoek duurde te lang
request-timeout-detail = Het verzoek is niet op tijd ontvangen.
external-identifier-taken = Extern nummer bezet
external-identifier-taken-detail = Een andere cliënt van de organisatie heeft dit externe nummer.
email-taken = E-mailadres bezet
email-taken-detail = Een andere gebruiker heeft dit e-mailadres.
already-member = Al medewerker
already-member-detail = Deze gebruiker is al medewerker van de organisatie.
invitation-over = Uitnodiging niet meer geldig
invitation-over-detail = De uitnodiging is gebruikt, ingetrokken of verlopen. Vraag een nieuwe aan.
invitation-sent-often = Uitnodiging te vaak verstuurd
invitation-sent-often-detail = Een uitnodiging kan 5 keer worden verstuurd. Trek hem in en nodig opnieuw uit.
too-many-invitations = Te veel uitnodigingen
too-many-invitations-detail = De beheerders van uw organisatie mailden in 24 uur zoveel uitnodigingen als hier mag. Probeer het later opnieuw.
link-over = Link niet meer geldig
link-over-detail = De link is gebruikt of verlopen, of een latere mail heeft hem vervangen. Vraag een nieuwe aan.
no-mail = Geen mail
no-mail-detail = Deze dienst verstuurt geen mail. Vraag de beheerder om hulp.
account-in-use = Account in gebruik
account-in-use-detail = U bent lid van een organisatie, of u beheert het platform. Beëindig dat eerst.
last-admin = Laatste beheerder
last-admin-detail = Een organisatie moet minstens één beheerder hebben.
client-not-empty = De cliënt is niet leeg
client-not-empty-detail = U kunt alleen importeren in een cliënt zonder personen en zonder kaarten.
client-differs = Andere cliënt
client-differs-detail = Een cliënt met dit nummer heeft een andere naam of geboortedatum. Er is niets aangemaakt.
client-has-log-in = Cliënt heeft een inlog
client-has-log-in-detail = Deze cliënt heeft al een inlog.
restricted = Dossier afgeschermd
restricted-detail = De cliënt heeft gevraagd het dossier af te schermen. Alleen de cliënt ziet wat erin staat, totdat de afscherming is opgeheven.
already-restricted = Al afgeschermd
already-restricted-detail = Het dossier van deze cliënt is al afgeschermd.
erasure-waiting = Vernietiging al gevraagd
erasure-waiting-detail = Er is al gevraagd dit dossier te vernietigen. Trek dat verzoek eerst in om een nieuw vast te leggen.
erasure-request-over = Verzoek niet meer open
erasure-request-over-detail = Dit verzoek om vernietiging is ingetrokken, geweigerd of al uitgevoerd.
access-request-over = Inzageverzoek verlopen
access-request-over-detail = Afdrukken kan tot 30 dagen nadat het verzoek is vastgelegd. Leg een nieuw verzoek vast als de cliënt er weer om vraagt.
client-has-own-access = Cliënt heeft zelf toegang
client-has-own-access-detail = Deze cliënt heeft een bevestigde inlog, en leest en exporteert het dossier en het inzagelogboek zelf.
held = Bewaarplicht
held-detail = Dit dossier mag nu niet worden vernietigd. De reden en de einddatum staan bij de bewaarplichten van de cliënt.
client-has-record = Cliënt heeft een dossier
client-has-record-detail = Deze cliënt heeft personen, kaarten of notities. Leg een verzoek om vernietiging vast om het dossier te vernietigen.
consent-in-force = Toestemming geldt al
consent-in-force-detail = De toestemming van de cliënt voor deze ontvanger en dit doel geldt nog. Trek die eerst in om een nieuwe vast te leggen.
already-assigned = Al toegewezen
already-assigned-detail = Deze coach is al aan deze cliënt toegewezen.
not-a-coach = Geen coach
not-a-coach-detail = Alleen een medewerker met de rol coach kan worden toegewezen.
assignment-ended = Toewijzing beëindigd
assignment-ended-detail = Deze toewijzing is beëindigd. Maak een nieuwe.
already-on-map = Staat al op de kaart
already-on-map-detail = Deze persoon staat al op deze kaart.
person-on-map = Persoon staat op een kaart
person-on-map-detail = Haal de persoon eerst van elke kaart af.
map-has-cards = Bij deze kaart horen MLM-kaarten
map-has-cards-detail = Met deze kaart verdwijnen ook de MLM-kaarten die ervan zijn gemaakt. Alleen de cliënt kan dat doen.
own-roles = Eigen rollen
own-roles-detail = U kunt uzelf geen rol geven. Vraag het een andere beheerder, of de platformbeheerder.
client-has-no-log-in = Cliënt heeft geen inlog
client-has-no-log-in-detail = Deze cliënt heeft geen inlog die u kunt bevestigen.
confirmed-by-inviter = Een andere beheerder is nodig
confirmed-by-inviter-detail = U hebt deze inlog uitgenodigd. Een andere beheerder moet hem bevestigen, of de cliënt met de code.
code-closed = Te veel foute codes
code-closed-detail = Voor deze inlog zijn 10 foute codes geprobeerd. Een beheerder kan hem bevestigen.
map-has-reflections = Op deze kaart staan eigen woorden
map-has-reflections-detail = Met deze kaart verdwijnen ook de eigen woorden van de cliënt. Alleen de cliënt kan dat doen.
log-in-unconfirmed = Inlog niet bevestigd
log-in-unconfirmed-detail = Deze cliënt had eerder een inlog. Bevestig de nieuwe met de code van de cliënt, of vraag het een beheerder.
second-factor-required = Tweede factor nodig
second-factor-required-detail = Bevestig deze sessie met een code uit uw app, of met een herstelcode. Hebt u nog geen tweede factor? Stel er dan eerst een in: uw rol heeft die nodig.
confirmation-required = Bevestig dat u het bent
confirmation-required-detail = Bevestig deze sessie met uw wachtwoord, of met een code als u een tweede factor hebt. Stuur daarna dit verzoek opnieuw.
no-second-factor = Geen tweede factor
no-second-factor-detail = Herstelcodes vervangen een tweede factor. Stel die eerst in.
too-many-second-factors = Te veel tweede factoren
too-many-second-factors-detail = Een account heeft hoogstens 10 tweede factoren. Verwijder er eerst een.
no-passkey = Geen passkey
no-passkey-detail = Uw account heeft geen passkey. Bevestig met een code, of met uw wachtwoord.
passkeys-off = Geen passkeys
passkeys-off-detail = Deze dienst heeft geen domein voor passkeys. Log in met uw wachtwoord.
too-many-identity-providers = Te veel inlogdiensten
too-many-identity-providers-detail = Een organisatie heeft hoogstens 5 inlogdiensten. Verwijder er eerst een.
too-many-log-in-domains = Te veel domeinen
too-many-log-in-domains-detail = Een organisatie heeft hoogstens 20 domeinen. Verwijder er eerst een.
domain-taken = Domein staat er al
domain-taken-detail = De organisatie heeft dit domein al.
domain-not-proven = Domein niet bewezen
domain-not-proven-detail = Het DNS-record is niet gevonden. Na een wijziging in DNS kan het even duren. Probeer het later opnieuw.
no-front-end = Geen adres van de app
no-front-end-detail = Deze dienst weet niet waar de app staat. Vraag de beheerder om OMRINGD_FRONT_END_URL in te stellen.
identity-linked = Al gekoppeld
identity-linked-detail = Dit account bij de inlogdienst is al gekoppeld aan een gebruiker, of u hebt er al een bij deze inlogdienst.
too-many-tokens = Te veel tokens
too-many-tokens-detail = Een koppeling heeft hoogstens twee tokens. Verwijder er eerst een.
user-name-taken = Gebruikersnaam bezet
user-name-taken-detail = Een andere medewerker van de organisatie heeft deze gebruikersnaam of dit e-mailadres al.
too-many-provisioned = Te veel medewerkers
too-many-provisioned-detail = Een organisatie heeft hoogstens 10.000 medewerkers uit een identiteitssysteem.
not-implemented = Niet mogelijk
not-implemented-detail = De dienst ondersteunt deze handeling niet.
map-full = De kaart is vol
map-full-detail = Op één kaart passen hoogstens 200 supporters, 2.000 soorten steun, 2.000 banden, 200 afspraken en 1.000 reflecties.
full = De cliënt is vol
full-detail = Bij één cliënt passen hoogstens 2.000 personen, 200 kaarten-in-wording, 1.000 MLM-kaarten, en samen 32 MiB aan teksten en MLM-kaarten. Verwijder wat u niet meer nodig hebt.
already-tied = Band bestaat al
already-tied-detail = Deze twee supporters zijn al verbonden.
unknown-reference = Onbekende verwijzing
unknown-reference-detail = Het verzoek verwijst naar iets dat hier niet bestaat.
support-type-in-use = Steunsoort in gebruik
support-type-in-use-detail = De steunsoort staat op een kaart. U kunt hem niet verwijderen.
id-taken = Id bezet
id-taken-detail = Een id in het verzoek is bezet. Kies een nieuwe UUIDv7.
purge-not-due = Te vroeg om te verwijderen
purge-not-due-detail = Vraag eerst aan dat de organisatie wordt verwijderd. Dat kan 30 dagen later, zolang zij geschorst is.
organisation-held = Bewaarplicht in de organisatie
organisation-held-detail = Voor een dossier van deze organisatie geldt een bewaarplicht. Een beheerder heft die op, of zij eindigt vanzelf.
retention-changed = Andere dossiers dan u zag
retention-changed-detail = De lijst van dossiers die niet meer bewaard hoeven te worden, is niet de lijst die u zag. Bekijk haar opnieuw voordat u haar bevestigt.
agreement-step = Niet de volgende stap
agreement-step-detail = De status gaat van gepland naar gevraagd, dan naar toegezegd of afgeslagen, en van toegezegd naar gedaan en bedankt.

# Fouten in een onderdeel van het verzoek.
field-forbidden = U mag dit niet wijzigen.
field-required = Dit is verplicht.
field-unknown-member = Dit onderdeel is niet bekend.
field-duplicate = Dit moet uniek zijn.
field-type = Dit heeft het verkeerde type.
field-type-string = Dit moet een tekst zijn, tussen aanhalingstekens.
field-type-integer = Dit moet een heel getal zijn.
field-type-number = Dit moet een getal zijn.
field-type-boolean = Dit moet true of false zijn.
field-type-array = Dit moet een lijst zijn.
field-type-object = Dit moet een object zijn.
field-enum = Dit moet een van de toegestane waarden zijn.
field-enum-words = Dit moet een van deze zijn: { $words }.
field-enum-time-zone = Dit moet een tijdzone uit de IANA-lijst zijn, zoals Europe/Amsterdam.
field-format = Dit heeft niet de juiste vorm.
field-format-date = Dit moet een bestaande datum zijn, zoals 2026-03-01.
field-format-date-time = Dit moet een datum en tijd met tijdzone zijn, zoals 2026-03-01T09:30:00Z.
field-format-uuid = Dit moet een UUID zijn, zoals 01890a5d-ac96-774b-bcce-b302099a8057.
field-format-uuid-v7 = Dit moet een UUID van versie 7 zijn.
field-format-email-address = Dit moet een e-mailadres zijn, zoals saskia@voorbeeld.nl.
field-format-single-line = Dit moet één regel zijn, zonder besturingstekens.
field-format-multi-line = Hierin mogen geen besturingstekens staan, behalve tabs en regeleinden.
field-format-pattern = Dit moet passen bij { $pattern }.
field-blank = Dit moet minstens één zichtbaar teken hebben.
field-invisible-character = Hier staat een onzichtbaar teken in. Typ het opnieuw.
field-too-short = Minstens { $figure } tekens.
field-too-long = Hoogstens { $figure } tekens.
field-too-small = Minstens { $figure }.
field-too-large = Hoogstens { $figure }.
field-too-few = Minstens { $figure } hiervan.
field-too-many = Hoogstens { $figure } hiervan.
field-too-many-persons = Hoogstens { $figure } personen bij één cliënt.
field-too-many-maps = Hoogstens { $figure } kaarten-in-wording bij één cliënt.
field-too-many-cards = Hoogstens { $figure } MLM-kaarten bij één cliënt.
field-too-many-bytes = Hoogstens { $figure } bytes aan teksten en MLM-kaarten bij één cliënt.
field-too-complex = Dit heeft te veel waarden.
field-invalid = Dit is niet geldig.
field-exclusive = Geef een van de twee, niet allebei.
field-immutable = Dit mag niet veranderen.
field-malformed = Dit moet geldige JSON zijn.
field-past = Deze persoon hoort bij vroeger. Verander dat eerst.
field-unknown-reference = Dit bestaat hier niet.
field-unclosed-quote = Hier begint een aanhalingsteken dat niet wordt gesloten.
field-stray-quote = Een aanhalingsteken mag alleen om de hele cel staan. Schrijf een aanhalingsteken in de cel twee keer.
field-line-break = In deze cel staat een nieuwe regel. Misschien is een aanhalingsteken niet gesloten.
field-contradiction = Twee rijen spreken elkaar tegen over dezelfde twee mensen.
field-undecodable = Hier staat een teken dat niet te lezen is. Sla het bestand op als “CSV UTF-8”, of noem de codering als charset in Content-Type.
field-no-contacts = In dit bestand staan geen contacten die te lezen zijn.
field-incomplete = Dit contact is niet compleet.
field-altered = Dit klopt niet met de inhoud: die is veranderd.
field-by-invitation = Voor deze rol is een uitnodiging nodig die de cliënt noemt.
field-already-assigned = Deze coach is al aan deze cliënt toegewezen.
field-not-a-coach = Dit moet een medewerker met de rol coach zijn.
field-id-taken = Dit id is bezet. Kies een nieuwe UUIDv7.
field-before-start = Dit mag niet vóór het begin zijn.
field-in-the-future = Dit mag niet in de toekomst zijn.
field-in-the-past = Dit moet in de toekomst zijn.
field-too-late = Dit ligt te ver in de toekomst.
field-guessable = Dit is te makkelijk te raden. Gebruik een eigen zin, zonder uw naam, uw e-mailadres, uw organisatie, een datum of alleen een bekend woord.
field-wrong-code = De code klopt niet.
field-wrong-password = Het wachtwoord klopt niet.
field-wrong-passkey = De passkey klopt niet, of het duurde te lang. Probeer het opnieuw.

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

# Zinnen spreken tot de cliënt; `.coach` is hetzelfde tot een coach, over de cliënt.
# Inzicht: elke observatie is een vraag. $names zijn de mensen om wie het gaat, $count hoeveel.
names-and = { $first } en { $last }
observation-nobody-for-type = Voor “{ $type }” is er niemand aan wie u het zou vragen. { $unanswered ->
    [0] Wie zou dat kunnen worden?
    [one] Van { $unknown } is het nog niet ingevuld. Zou die het kunnen zijn?
   *[other] Van { $unanswered } mensen is het nog niet ingevuld. Zou een van hen het kunnen zijn?
    }
    .coach = Voor “{ $type }” is er niemand aan wie de cliënt het zou vragen. { $unanswered ->
        [0] Wie zou dat kunnen worden?
        [one] Van { $unknown } is het nog niet ingevuld. Zou die het kunnen zijn?
       *[other] Van { $unanswered } mensen is het nog niet ingevuld. Zou een van hen het kunnen zijn?
        }
observation-rests-on-one-person = “{ $type }” rust op één persoon: { $names }. Bij wie zou u nog meer terecht kunnen?
    .coach = “{ $type }” rust op één persoon: { $names }. Bij wie zou de cliënt nog meer terecht kunnen?
observation-one-person-carries-most = Veel van de steun komt van { $names }. Hoe is dat voor u allebei, en wie zou er iets van kunnen overnemen?
    .coach = Veel van de steun komt van { $names }. Hoe is dat voor de cliënt en voor { $names }, en wie zou er iets van kunnen overnemen?
observation-high-burden = { $names } draagt veel. Wie is er voor { $names }?
observation-tension-in-inner-ring = { $names } staat heel dichtbij, en er is spanning. Wat zou helpen om daarover te praten?
    .coach = { $names } staat heel dicht bij de cliënt, en er is spanning. Wat zou helpen om daarover te praten?
observation-inner-ring-never-asked = { $names } staat heel dichtbij, maar u zou { $names } nergens om vragen. Hoe komt dat?
    .coach = { $names } staat heel dicht bij de cliënt, maar de cliënt zou { $names } nergens om vragen. Hoe komt dat?
observation-only-professionals = Iedereen aan wie u iets zou vragen is professional of organisatie: { $names }. Wie uit uw eigen omgeving zou u ook iets kunnen vragen?
    .coach = Iedereen aan wie de cliënt iets zou vragen is professional of organisatie: { $names }. Wie uit de eigen omgeving zou de cliënt ook iets kunnen vragen?
observation-nobody-gives-and-receives = Met niemand gaat de steun twee kanten op. Wat zou u zelf voor iemand kunnen betekenen, en wie voor u?
    .coach = Met niemand gaat de steun twee kanten op. Wat zou de cliënt zelf voor iemand kunnen betekenen, en wie voor de cliënt?
observation-separate-groups = Voor zover ingevuld kennen deze groepen elkaar niet: { $groups }. Zou het iets opleveren als ze elkaar leren kennen?
observation-support-unanswered = Van { $names } is nog niet ingevuld waarvoor u daar terecht kunt. Wat { $count ->
    [one] betekent die persoon
   *[other] betekenen deze mensen
    } voor u?
    .coach = Van { $names } is nog niet ingevuld waarvoor de cliënt daar terecht kan. Wat { $count ->
        [one] betekent die persoon
       *[other] betekenen deze mensen
        } voor de cliënt?

# Als iemand wegvalt.
absence-gap = Zonder { $name } is er niemand meer voor “{ $type }”.
absence-fragile = Zonder { $name } rust “{ $type }” op één persoon: { $left }.
absence-last = Zonder { $name } is er niemand meer voor “{ $type }”. Of u dat nodig heeft, is niet ingevuld.
    .coach = Zonder { $name } is er niemand meer voor “{ $type }”. Of de cliënt dat nodig heeft, is niet ingevuld.
absence-groups = Zonder { $name } kennen deze mensen elkaar niet meer via een ander: { $groups }.
absence-agreements = { $count ->
    [one] Met { $name } staat één afspraak open.
   *[other] Met { $name } staan { $count } afspraken open.
    }
absence-nothing = Zonder { $name } ontstaat er op deze kaart geen nieuw gat.

# Wie kan helpen, en waarom.
reason-received-now = { $name } doet dit nu al voor u.
    .coach = { $name } doet dit nu al voor de cliënt.
reason-could-ask = U zou het { $name } kunnen vragen.
    .coach = De cliënt zou het { $name } kunnen vragen.
reason-availability-unanswered = U noemde { $name } hiervoor; of u het zou kunnen vragen, is nog niet ingevuld.
    .coach = De cliënt noemde { $name } hiervoor; of de cliënt het zou kunnen vragen, is nog niet ingevuld.
reason-would-not-ask = U gaf aan dat u het { $name } niet zou vragen.
    .coach = De cliënt gaf aan het { $name } niet te vragen.
reason-support-unanswered = Waarvoor u bij { $name } terecht kunt, is nog niet ingevuld.
    .coach = Waarvoor de cliënt bij { $name } terecht kan, is nog niet ingevuld.
reason-not-named-for-this = U noemde { $name } niet hiervoor, wel als iemand die heel dichtbij staat.
    .coach = De cliënt noemde { $name } niet hiervoor, wel als iemand die heel dichtbij staat.
reason-accepted = { $name } heeft het toegezegd{ $date ->
    [none] .
   *[other] , voor { $date }.
    }
reason-asked = U heeft { $name } al gevraagd; er is nog geen antwoord.
    .coach = De cliënt heeft { $name } al gevraagd; er is nog geen antwoord.
reason-planned = U was van plan om { $name } iets te vragen{ $date ->
    [none] .
   *[other] , uiterlijk { $date }.
    }
    .coach = De cliënt was van plan om { $name } iets te vragen{ $date ->
        [none] .
       *[other] , uiterlijk { $date }.
        }
reason-declined-recently = { $name } zei nee op { $date }.
reason-closeness = { $closeness ->
    [inner] { $name } staat heel dichtbij.
    [middle] { $name } staat dichtbij.
   *[outer] { $name } staat wat verder weg.
    }
    .coach = { $closeness ->
        [inner] { $name } staat heel dicht bij de cliënt.
        [middle] { $name } staat dicht bij de cliënt.
       *[outer] { $name } staat wat verder van de cliënt af.
        }
reason-contact-frequency = { $contact ->
    [daily] U heeft elke dag contact.
    [weekly] U heeft elke week contact.
    [monthly] U heeft elke maand contact.
    [yearly] U heeft een paar keer per jaar contact.
    [rarely] U heeft zelden contact.
   *[never] U heeft nu geen contact.
    }
    .coach = { $contact ->
        [daily] De cliënt heeft elke dag contact.
        [weekly] De cliënt heeft elke week contact.
        [monthly] De cliënt heeft elke maand contact.
        [yearly] De cliënt heeft een paar keer per jaar contact.
        [rarely] De cliënt heeft zelden contact.
       *[never] De cliënt heeft nu geen contact.
        }
reason-mutual = U doet dit ook voor { $name }.
    .coach = De cliënt doet dit ook voor { $name }.
reason-given = Tot nu toe doet u dit voor { $name }.
    .coach = Tot nu toe doet de cliënt dit voor { $name }.
reason-low-burden = { $name } is weinig belast.
reason-high-burden = { $name } draagt al veel.
reason-tension = Er is spanning tussen u en { $name }.
    .coach = Er is spanning tussen de cliënt en { $name }.

problems = Problemen
problem-codes = Codes van fouten op één plek van een verzoek

# Mails: `mail-…-subject` en de tekst, met de link op een eigen regel.
mail-invitation-subject = Uitnodiging van { $organisation }
mail-invitation =
    Hallo,

    { $by } nodigt u uit om mee te doen met { $organisation } in Omringd.

    Open deze link om de uitnodiging aan te nemen. De link werkt één keer en is 7 dagen geldig:

    { $link }

    Kent u { $organisation } niet? Dan kunt u deze mail weggooien.
mail-password-reset-subject = Kies een nieuw wachtwoord
mail-password-reset =
    Hallo { $name },

    Iemand vroeg om een nieuw wachtwoord voor uw account in Omringd.

    Open deze link om een wachtwoord te kiezen. De link werkt één keer en is 30 minuten geldig:

    { $link }

    Was u dit niet? Dan kunt u deze mail weggooien. Uw wachtwoord blijft hetzelfde.
mail-email-change-subject = Bevestig uw nieuwe e-mailadres
mail-email-change =
    Hallo { $name },

    U wilt met dit e-mailadres inloggen in Omringd.

    Open deze link om het adres te bevestigen. De link werkt één keer en is 24 uur geldig:

    { $link }

    Was u dit niet? Dan kunt u deze mail weggooien.
mail-email-change-notice-subject = Er is een nieuw e-mailadres aangevraagd
mail-email-change-notice =
    Hallo { $name },

    Iemand die uw wachtwoord weet, vroeg om een ander e-mailadres voor uw account in Omringd.

    Was u dit? Open dan de link in de mail aan uw nieuwe adres.

    Was u dit niet? Kies dan nu een ander wachtwoord. Dan vervalt de aanvraag.
mail-password-changed-subject = Uw wachtwoord is gewijzigd
mail-password-changed =
    Hallo { $name },

    Het wachtwoord van uw account in Omringd is gewijzigd. U bent overal anders uitgelogd.

    Was u dit niet? Kies dan meteen een nieuw wachtwoord via "wachtwoord vergeten" en meld het uw organisatie.
mail-second-factors-changed-subject = Uw tweede factor is gewijzigd
mail-second-factors-changed =
    Hallo { $name },

    Er is een tweede factor van uw account in Omringd toegevoegd of verwijderd, of u hebt nieuwe herstelcodes.

    Was u dit niet? Wijzig dan uw wachtwoord, kijk uw tweede factoren na en meld het uw organisatie.
mail-recovery-code-used-subject = Er is een herstelcode gebruikt
mail-recovery-code-used =
    Hallo { $name },

    Iemand gebruikte een herstelcode voor uw account in Omringd.

    Was u dit niet? Wijzig dan uw wachtwoord, vervang uw herstelcodes en meld het uw organisatie.
mail-new-network-subject = Ingelogd vanaf een nieuwe plek
mail-new-network =
    Hallo { $name },

    Iemand logde in op uw account in Omringd vanaf een netwerk dat daarvoor niet eerder is gebruikt.

    Apparaat: { $device }
    Netwerk: { $network }
    Tijd: { $at }

    Was u dit? Dan hoeft u niets te doen.

    Was u dit niet? Wijzig dan uw wachtwoord en beëindig die sessie.
mail-domains-missing-subject = Het bewijs van een domein ontbreekt
mail-domains-missing =
    Hallo { $name },

    Omringd vindt het DNS-record niet waarmee { $organisation } deze domeinen bewees:

    { $domains }

    Zet het record terug. Na 7 dagen zonder record geldt het domein niet meer als bewezen.
mail-domains-lost-subject = Een domein is niet meer bewezen
mail-domains-lost =
    Hallo { $name },

    Omringd vond 7 dagen lang het DNS-record niet waarmee { $organisation } deze domeinen bewees:

    { $domains }

    Collega's met een adres daarin worden niet meer gekoppeld als zij voor het eerst met uw eigen inlog inloggen. De inlogpagina biedt hun die inlog ook niet aan. Wie gekoppeld is, blijft gekoppeld.

    Is het domein nog van u? Zet het record dan terug en laat het in Omringd nakijken.
mail-identity-linked-subject = Er is een manier van inloggen toegevoegd
mail-identity-linked =
    Hallo { $name },

    U kunt voortaan bij uw account in Omringd inloggen met de inlog van { $organisation }.

    Was u dit niet? Haal de inlog dan weg bij uw account, wijzig uw wachtwoord en meld het uw organisatie.
mail-identity-removed-subject = Er is een manier van inloggen weggehaald
mail-identity-removed =
    Hallo { $name },

    U kunt niet meer bij uw account in Omringd inloggen met de inlog van { $organisation }. Wie zo was ingelogd, is uitgelogd.

    Wist u dit niet? Vraag het dan aan uw organisatie.
mail-new-device-subject = Een apparaat blijft ingelogd
mail-new-device =
    Hallo { $name },

    Een apparaat is ingelogd bij uw account in Omringd. Het blijft ingelogd tot het 90 dagen niet is gebruikt.

    Apparaat: { $device }
    Netwerk: { $network }
    Tijd: { $at }

    Was u dit? Dan hoeft u niets te doen.

    Was u dit niet? Wijzig dan uw wachtwoord en beëindig die sessie.
mail-unknown-device = onbekend
mail-log-in-code-subject = Uw code om in te loggen
mail-log-in-code =
    Hallo { $name },

    Met deze code kunt u inloggen bij Omringd. De code is 10 minuten geldig:

    { $code }

    Hebt u hier niet om gevraagd? Gooi deze mail dan weg en geef de code aan niemand.
mail-record-restricted-subject = Uw dossier is beperkt
mail-record-restricted =
    Hallo { $name },

    { $organisation } legde vast dat u vroeg om uw dossier te beperken. Alleen u ziet nu wat erin staat.

    Vroeg u dat niet? Log dan in, hef de beperking op, en laat het { $organisation } weten.
mail-restriction-lifted-subject = De beperking van uw dossier is opgeheven
mail-restriction-lifted =
    Hallo { $name },

    { $organisation } legde vast dat u vroeg om de beperking van uw dossier op te heffen. Uw coaches zien het weer.

    Vroeg u dat niet? Log dan in, beperk uw dossier opnieuw, en laat het { $organisation } weten.
mail-erasure-recorded-subject = Uw dossier wordt vernietigd
mail-erasure-recorded =
    Hallo { $name },

    { $organisation } legde vast dat uw dossier wordt vernietigd. Log in om te zien waarom en wanneer.

    Wilt u uw dossier houden? Log dan in en trek het in vóór die dag, en laat het { $organisation } weten.
mail-erasure-refused-subject = Uw dossier wordt niet vernietigd
mail-erasure-refused =
    Hallo { $name },

    { $organisation } weigerde uw dossier te vernietigen. Log in om te lezen waarom.

    Bent u het er niet mee eens? Vraag het dan aan { $organisation }. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.
mail-administrator-invited-subject = Een nieuwe beheerder van { $organisation }
mail-administrator-invited =
    Hallo { $name },

    De beheerder van Omringd nodigde een nieuwe beheerder uit voor { $organisation }. De uitnodiging wordt over 72 uur verstuurd.

    Klopt dat? Dan hoeft u niets te doen.

    Klopt het niet? Trek de uitnodiging dan in bij Omringd en vraag na wat er aan de hand is.

## The access log

access-log-who-you = U
access-log-who-with-role = { $name } ({ $role })
access-log-who-former = Een vroegere medewerker
access-log-who-system = Een extern systeem
access-log-who-service = Omringd
access-log-done = { $who } bekeek of veranderde iets in uw gegevens.
access-log-refused = { $who } wilde iets bekijken of veranderen in uw gegevens. Dat mocht niet.
access-log-failed = { $who } wilde iets bekijken of veranderen in uw gegevens. Dat lukte niet.
access-log-done-list = { $who } bekeek de lijst van { $what }.
access-log-done-read = { $who } bekeek { $what }.
access-log-done-create = { $who } voegde iets toe: { $what }.
access-log-done-update = { $who } veranderde { $what }.
access-log-done-delete = { $who } verwijderde { $what }.
access-log-refused-list = { $who } wilde de lijst van { $what } bekijken. Dat mocht niet.
access-log-refused-read = { $who } wilde { $what } bekijken. Dat mocht niet.
access-log-refused-create = { $who } wilde iets toevoegen: { $what }. Dat mocht niet.
access-log-refused-update = { $who } wilde { $what } veranderen. Dat mocht niet.
access-log-refused-delete = { $who } wilde { $what } verwijderen. Dat mocht niet.
access-log-failed-list = { $who } wilde de lijst van { $what } bekijken. Dat lukte niet.
access-log-failed-read = { $who } wilde { $what } bekijken. Dat lukte niet.
access-log-failed-create = { $who } wilde iets toevoegen: { $what }. Dat lukte niet.
access-log-failed-update = { $who } wilde { $what } veranderen. Dat lukte niet.
access-log-failed-delete = { $who } wilde { $what } verwijderen. Dat lukte niet.
access-log-what-client = uw gegevens
access-log-what-assignment = uw coaches
access-log-what-access-log = wie in uw gegevens keek
access-log-what-log-in = uw inloggegevens
access-log-what-consent = uw toestemmingen
access-log-what-restriction = de afscherming van uw dossier
access-log-what-erasure-request = het verzoek om uw dossier te vernietigen
access-log-what-access-request = uw verzoek om inzage
access-log-what-legal-hold = de bewaarplicht van uw dossier
access-log-what-erasure = het bewijs dat uw dossier is vernietigd
access-log-what-person = een persoon in uw leven
access-log-what-coach-note = eigen notities van de coach
access-log-what-map = uw kaart-in-wording
access-log-what-supporter = een persoon op uw kaart-in-wording
access-log-what-tie = een onderlinge band
access-log-what-needs = wat u nodig hebt
access-log-what-agreement = een afspraak
access-log-what-card = uw MLM-kaart
access-log-what-reflection = uw eigen woorden
access-log-list-client = { $who } bekeek een lijst van cliënten waar u op staat.
access-log-list-assignment = { $who } bekeek wie uw coaches zijn.
access-log-list-access-log = { $who } bekeek wie er in uw gegevens keek.
access-log-list-log-in = { $who } bekeek wie met uw gegevens inlogde.
access-log-list-consent = { $who } bekeek uw toestemmingen.
access-log-list-restriction = { $who } bekeek of uw dossier is afgeschermd.
access-log-create-restriction = { $who } schermde uw dossier af. Alleen u ziet nu wat erin staat.
access-log-update-restriction = { $who } hief de afscherming van uw dossier op.
access-log-list-erasure-request = { $who } bekeek of u vroeg uw dossier te vernietigen.
access-log-create-erasure-request = { $who } legde vast dat uw dossier wordt vernietigd.
access-log-update-erasure-request = { $who } legde vast dat uw dossier niet wordt vernietigd.
access-log-refuse-erasure = { $who } weigerde uw dossier te vernietigen. De reden staat bij uw verzoek.
access-log-list-access-request = { $who } bekeek of u om inzage vroeg.
access-log-create-access-request = { $who } legde vast dat u om inzage vroeg.
access-log-print-access-log = { $who } drukte voor u af wie in uw gegevens keek.
access-log-print-record = { $who } drukte uw gegevens voor u af.
access-log-list-legal-hold = { $who } bekeek of uw dossier bewaard moet blijven.
access-log-create-legal-hold = { $who } legde vast dat uw dossier bewaard moet blijven.
access-log-update-legal-hold = { $who } legde vast dat uw dossier niet langer bewaard hoeft te blijven.
access-log-erase-client = { $who } vernietigde uw dossier.
access-log-list-erasure = { $who } bekeek welke dossiers zijn vernietigd.
access-log-list-person = { $who } bekeek de personen in uw leven.
access-log-list-coach-note = { $who } bekeek eigen notities over u.
access-log-list-map = { $who } bekeek de lijst van uw kaarten-in-wording.
access-log-list-supporter = { $who } bekeek wie er op uw kaart-in-wording staan.
access-log-list-tie = { $who } bekeek wie elkaar kennen op uw kaart-in-wording.
access-log-list-agreement = { $who } bekeek uw afspraken.
access-log-list-card = { $who } bekeek de lijst van uw MLM-kaarten.
access-log-list-reflection = { $who } bekeek uw eigen woorden.
access-log-create-map = { $who } begon een kaart-in-wording.
access-log-create-card = { $who } maakte een MLM-kaart.
access-log-create-person = { $who } voegde een persoon in uw leven toe.
access-log-search-clients = { $who } zocht naar cliënten en vond u.
access-log-preview-retention = { $who } bekeek welke dossiers niet langer bewaard hoeven te worden.
access-log-confirm-retention = { $who } legde vast dat uw dossier wordt vernietigd, omdat het lang genoeg bewaard is.
access-log-list-all-assignments = { $who } bekeek wie de coach van wie is.
access-log-assign-coach = { $who } gaf u een coach.
access-log-read-caseload = { $who } bekeek een lijst van cliënten waar u op staat.
access-log-update-client-identity = { $who } veranderde uw naam, geboortedatum of nummers.
access-log-list-consent-receivers = { $who } bekeek aan wie u toestemming kunt geven.
access-log-list-client-cards = { $who } bekeek de lijst van uw MLM-kaarten.
access-log-confirm-log-in = { $who } bevestigde wie met uw gegevens inlogt.
access-log-preview-contacts = { $who } bekeek contacten om toe te voegen.
access-log-read-overview = { $who } bekeek uw overzicht.
access-log-list-coaches = { $who } bekeek wie uw coaches zijn.
access-log-find-helpers = { $who } zocht op wie u kunt bellen.
access-log-export-client = { $who } haalde al uw gegevens op.
access-log-import-client = { $who } las gegevens van u in.
access-log-import-cards = { $who } las MLM-kaarten van u in.
access-log-merge-persons = { $who } voegde twee personen samen.
access-log-set-map-privacy = { $who } veranderde of een kaart-in-wording privé is.
access-log-replace-map-content = { $who } veranderde uw kaart-in-wording.
access-log-import-map-content = { $who } las een kaart-in-wording in.
access-log-discard-client-words = { $who } verwijderde uw eigen woorden op een kaart-in-wording.
access-log-read-insights = { $who } bekeek wat opvalt aan uw kaart-in-wording.
access-log-follow-map = { $who } keek mee met uw kaart-in-wording.
access-log-preview-card = { $who } bekeek een voorbeeld van uw MLM-kaart.

# The record and its access log on paper, for a client.
sheet-for = Voor
sheet-organisation = Organisatie
sheet-asked = U vroeg erom op
sheet-recorded = Vastgelegd op
sheet-printed = Afgedrukt op
sheet-yes = Ja
sheet-no = Nee
sheet-unanswered = Nog niet beantwoord
sheet-nothing = Niets
sheet-complaint = Klopt er iets niet, of hebt u een vraag? Praat erover met uw coach of met { $organisation }. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens: autoriteitpersoonsgegevens.nl, telefoon 088 - 1805 250.
sheet-log-title = Wie keek er in uw gegevens?
sheet-log-intro = Hier staat wie uw gegevens bekeek of veranderde, en wanneer. Ook wat niet mocht of niet lukte staat erbij. Het nieuwste staat bovenaan.
sheet-log-more = Dit zijn de nieuwste { $lines } regels. Er zijn ook oudere. Vraag { $organisation } erom als u die wilt zien.
sheet-log-when = Wanneer
sheet-log-what = Wat gebeurde er
sheet-log-why = Op grond van
sheet-record-title = Uw gegevens
sheet-record-intro = U vroeg om inzage in uw gegevens. Dat recht staat in de privacywet (AVG, artikel 15). Hier staat wat { $organisation } over u bewaart in Omringd, voor zover de coach die dit afdrukt het mag lezen.
sheet-left-out = Dit staat er niet op:
sheet-left-out-private = Kaarten-in-wording die u privé maakte. Die leest u alleen zelf, met een eigen inlog.
sheet-left-out-notes = Eigen notities van coaches.
sheet-left-out-cards = Wat er op uw MLM-kaarten staat. Uw coach kan de kaarten voor u afdrukken.
sheet-left-out-log = Wie in uw gegevens keek. Dat staat op een ander overzicht. Vraag erom als u het wilt hebben.
sheet-details = Wie u bent
sheet-name = Naam
sheet-preferred-name = Roepnaam
sheet-born = Geboren op
sheet-number = Nummer
sheet-since = Bewaard sinds
sheet-changed = Veranderd op
sheet-coaches = Uw coaches
sheet-no-coach = U hebt nu geen coach.
sheet-from = Vanaf
sheet-until = Tot
sheet-persons = De mensen om u heen
sheet-no-persons = Er staat niemand in uw gegevens.
sheet-what-to-me = Wie is dit
sheet-reach = Telefoon en e-mail
sheet-note = Notitie
sheet-past = Hoort bij vroeger
sheet-maps = Uw kaarten-in-wording
sheet-no-maps = Er zijn geen kaarten-in-wording.
sheet-map = Mijn leven met { $theme }
sheet-everyone-named = Iedereen genoemd
sheet-every-tie-named = Alle onderlinge banden genoemd
sheet-review = Opnieuw bekijken op
sheet-nobody-on-map = Er staat nog niemand op deze kaart-in-wording.
sheet-on-map = Wie erop staan
sheet-closeness = Hoe dichtbij
sheet-contact = Contact: { $often }
sheet-support = Waarvoor
sheet-ties = Wie elkaar kennen
sheet-strength = Hoe goed
sheet-needs = Wat u nodig hebt
sheet-agreements = Afspraken
sheet-what = Wat
sheet-who = Wie
sheet-before = Voor
sheet-status = Stand
sheet-reflections = Uw eigen woorden
sheet-cards = Uw MLM-kaarten
sheet-no-cards = Er zijn geen MLM-kaarten.
sheet-card = Kaart
sheet-made-on = Gemaakt op
sheet-made-by = Gemaakt door
sheet-recipients = Wie uw gegevens krijgt
sheet-recipients-coaches = Uw coaches lezen uw gegevens, behalve wat u privé maakte.
sheet-recipients-administrators = Beheerders van { $organisation } zien uw naam, geboortedatum, nummers en wie uw coaches zijn. Zij zien geen kaarten en geen mensen om u heen.
sheet-recipients-systems = Andere systemen van { $organisation } kunnen uw naam, geboortedatum en nummers krijgen. Uw MLM-kaarten krijgen ze alleen als u daarvoor toestemming gaf.
sheet-recipients-host = Het bedrijf dat de computers van Omringd beheert, bewaart uw gegevens in opdracht van { $organisation }.
sheet-consents = Uw toestemmingen
sheet-no-consents = U gaf geen toestemming om MLM-kaarten door te geven.
sheet-receiver = Aan wie
sheet-purpose = Waarvoor
sheet-given = Gegeven op
sheet-withdrawn = Ingetrokken op
sheet-why = Waarom en hoe lang
sheet-why-purpose = { $organisation } gebruikt uw gegevens om met u te bekijken wie er om u heen staan, wie u kunt vragen en wat u afspreekt.
sheet-why-source = De gegevens komen van uzelf, van uw coach die ze met u opschreef, of uit het cliëntsysteem van { $organisation }.
sheet-why-decisions = Er neemt geen computer besluiten over u met deze gegevens.
sheet-why-retention = { $organisation } bewaart uw dossier nog { $years } jaar nadat er voor het laatst iets in veranderde. Daarna mag het worden vernietigd.
sheet-rights = Uw rechten
sheet-right-rectify = U mag laten verbeteren wat niet klopt.
sheet-right-erase = U mag vragen uw dossier te vernietigen.
sheet-right-restrict = U mag uw dossier laten afschermen. Dan leest niemand anders het, totdat u zegt dat het weer mag.
sheet-right-move = U mag uw gegevens meenemen naar een andere organisatie.
sheet-right-withdraw = U mag een toestemming altijd intrekken.
sheet-right-log = U mag weten wie in uw gegevens keek.
