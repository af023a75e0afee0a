use super::people::{People, short};
use crate::server::StartError;
use chrono::{Days, NaiveDate};
use domain::agreements::{self, NewAgreement};
use domain::cards::{self, NewCard};
use domain::maps::{self, MapChanges, NewMap};
use domain::needs::{self, Need};
use domain::persons::Profile;
use domain::supporters::{self, Answers, Support, Whom};
use domain::ties::{self, NewTie};
use domain::vocabulary::{AgreementStatus, SupportType};
use domain::{Caller, ClientId, ExpectedPart, LongText, MapId, Ports, SupporterId, TimeZone};
use domain::{coach_notes, reflections};
use std::str::FromStr;

/// A supporter in one line; an empty word is an unanswered question. Supports are `type:direction:availability`,
/// a hyphen means "none".
struct Line {
    who: [&'static str; 4],
    how: [&'static str; 4],
    supports: &'static str,
}

const fn line(who: [&'static str; 4], how: [&'static str; 4], supports: &'static str) -> Line {
    Line { who, how, supports }
}

/// Alias, relationship, life domain, phone; closeness, contact frequency, tension, burden; supports.
const SASKIA: &[Line] = &[
    line(
        ["Mark", "partner", "household", "06 00 11 34 01"],
        ["inner", "daily", "1", "3"],
        "emotional:mutual:received-now practical:mutual:received-now companionship:mutual:received-now appraisal:received:received-now",
    ),
    line(
        ["Lotte", "child", "household", "06 00 11 34 02"],
        ["inner", "daily", "1", "1"],
        "emotional:given:would-not-ask companionship:mutual:received-now",
    ),
    line(
        ["Mam", "parent", "family", "06 00 11 34 03"],
        ["inner", "weekly", "2", "2"],
        "emotional:received:could-ask practical:received:received-now",
    ),
    line(
        ["Anna", "friend", "friends", "06 00 11 34 04"],
        ["inner", "weekly", "0", "1"],
        "emotional:mutual:received-now companionship:mutual:could-ask appraisal:mutual:received-now",
    ),
    line(
        ["Bram", "sibling", "family", "06 00 11 34 05"],
        ["middle", "monthly", "3", "0"],
        "practical:received:could-ask",
    ),
    line(
        ["Rachid van hiernaast", "neighbour", "neighbourhood", "06 00 11 34 06"],
        ["middle", "weekly", "0", "0"],
        "practical:received:received-now companionship:received:could-ask",
    ),
    line(
        ["Els", "colleague", "work", ""],
        ["middle", "monthly", "0", "0"],
        "appraisal:received:received-now informational:received:could-ask",
    ),
    line(["Koor", "organisation", "leisure", ""], ["middle", "weekly", "0", ""], "companionship:mutual:received-now"),
    line(
        ["Dr. Hendriks", "professional", "care", "030 000 12 07"],
        ["outer", "monthly", "0", ""],
        "informational:received:received-now",
    ),
    line(
        ["Wijkverpleging", "professional", "care", "030 000 12 08"],
        ["outer", "weekly", "0", ""],
        "practical:received:received-now informational:received:received-now",
    ),
    line(
        ["Petra", "peer", "online", ""],
        ["outer", "weekly", "0", "1"],
        "emotional:mutual:received-now informational:mutual:could-ask",
    ),
    line(["Oom Gerard", "other-family", "family", ""], ["outer", "yearly", "1", "0"], "-"),
    line(["Yvonne", "acquaintance", "neighbourhood", ""], ["", "rarely", "", ""], ""),
];
const SASKIA_TIES: &[(&str, &str)] = &[
    ("Mark", "Lotte"),
    ("Mark", "Mam"),
    ("Lotte", "Mam"),
    ("Mam", "Bram"),
    ("Mark", "Bram"),
    ("Mark", "Anna"),
    ("Anna", "Els"),
    ("Mark", "Rachid van hiernaast"),
    ("Rachid van hiernaast", "Yvonne"),
    ("Dr. Hendriks", "Wijkverpleging"),
    ("Mam", "Oom Gerard"),
];
/// Half finished: people named and partly placed, the third step just started.
const JOOST: &[Line] = &[
    line(
        ["Willy", "partner", "household", "06 00 12 34 01"],
        ["inner", "daily", "", ""],
        "practical:received:received-now",
    ),
    line(["Peter", "child", "family", "06 00 12 34 02"], ["middle", "", "", ""], ""),
    line(["Biljartclub", "organisation", "leisure", ""], ["", "", "", ""], ""),
    line(["Casemanager", "professional", "care", ""], ["", "", "", ""], ""),
];
const FATIMA: &[Line] = &[
    line(
        ["Samira", "sibling", "family", "06 00 13 34 01"],
        ["inner", "daily", "0", "2"],
        "emotional:mutual:received-now practical:received:received-now",
    ),
    line(
        ["Consultatiebureau", "professional", "care", ""],
        ["outer", "monthly", "0", ""],
        "informational:received:received-now",
    ),
    line(["Noor", "friend", "friends", ""], ["middle", "weekly", "0", "0"], "companionship:mutual:could-ask"),
];

/// Creates the maps of all clients, each showing a different situation; returns the best one to read first.
pub(super) async fn create(ports: &Ports, people: &People) -> Result<MapId, StartError> {
    let map = saskia(ports, people).await?;
    joost(ports, people).await?;
    fatima(ports, people).await?;
    let henk = new(ports, &people.coach, people.henk_id, "verlies").await?;
    // Explicitly answered "nobody", which differs from not started.
    let nobody = MapChanges { everyone_named: Some(Some(true)), ..MapChanges::default() };
    answer(ports, &people.coach, henk, nobody).await?;
    freeze(ports, &people.coach, henk, false).await?;
    Ok(map)
}

/// Nobody to talk to, one person for all practical support, and an unanswered question.
async fn joost(ports: &Ports, people: &People) -> Result<(), StartError> {
    let coach = &people.coach;
    let map = new(ports, coach, people.joost_id, "dementie").await?;
    let placed = place(ports, coach, map, JOOST).await?;
    need(ports, coach, map, &[("emotional", 3), ("practical", 3)]).await?;
    let (text, peter) = ("Peter vragen of hij een avond per week komt", find(&placed, "Peter")?);
    let ago = Some(today(ports) - Days::new(5));
    agree(ports, coach, map, text, peter, "companionship", ago, AgreementStatus::Asked).await?;
    freeze(ports, coach, map, false).await
}

/// The review date was two weeks ago.
async fn fatima(ports: &Ports, people: &People) -> Result<(), StartError> {
    let coach = &people.coach;
    let map = new(ports, coach, people.fatima_id, "een baby").await?;
    place(ports, coach, map, FATIMA).await?;
    need(ports, coach, map, &[("emotional", 2), ("informational", 1)]).await?;
    let review = MapChanges { review_on: Some(Some(today(ports) - Days::new(14))), ..MapChanges::default() };
    answer(ports, coach, map, review).await?;
    freeze(ports, coach, map, false).await
}

fn today(ports: &Ports) -> NaiveDate {
    TimeZone::default().day(ports.clock.now())
}

async fn need(ports: &Ports, coach: &Caller, map: MapId, levels: &[(&str, i16)]) -> Result<(), StartError> {
    let need = |(code, level): &(&str, i16)| -> Result<Need, StartError> {
        Ok(Need { support_type: SupportType::new(*code)?, level: i16::try_into(*level)? })
    };
    let needs = levels.iter().map(need).collect::<Result<_, _>>()?;
    needs::replace(ports, coach, map, &ExpectedPart::ANY, needs).await?;
    Ok(())
}

/// A generated map of a further client: some of the other clients' people, and for every third client an overdue review date.
pub(super) async fn one_more(ports: &Ports, coach: &Caller, client: ClientId, number: usize) -> Result<(), StartError> {
    const THEMES: [&str; 5] = ["dementie", "kanker", "een baby", "burn-out", "brandwonden"];
    let theme = THEMES.iter().cycle().nth(number).copied().unwrap_or_default();
    let map = new(ports, coach, client, theme).await?;
    let all: Vec<_> = SASKIA.iter().chain(FATIMA).collect();
    let some = all.iter().cycle().skip(number % all.len()).take(3 + number % 4);
    for line in some {
        place(ports, coach, map, std::slice::from_ref(*line)).await?;
    }
    need(ports, coach, map, &[("emotional", 2), ("practical", 1)]).await?;
    let days = if number.is_multiple_of(3) { today(ports) - Days::new(7) } else { today(ports) + Days::new(60) };
    answer(ports, coach, map, MapChanges { review_on: Some(Some(days)), ..MapChanges::default() }).await?;
    if number.is_multiple_of(2) { freeze(ports, coach, map, false).await } else { Ok(()) }
}

async fn saskia(ports: &Ports, people: &People) -> Result<MapId, StartError> {
    let coach = &people.coach;
    let map = new(ports, coach, people.saskia_id, "kanker").await?;
    // Some clients get an earlier card, so that the second one shows differences.
    let (first, later) = SASKIA.split_at(10);
    let mut placed = place(ports, coach, map, first).await?;
    freeze(ports, coach, map, false).await?;
    placed.extend(place(ports, coach, map, later).await?);
    for (one, other) in SASKIA_TIES {
        let supporters = [find(&placed, one)?, find(&placed, other)?];
        ties::create(ports, coach, map, NewTie { supporters, strength: None }).await?;
    }
    let levels = [("emotional", 3), ("practical", 2), ("informational", 2), ("companionship", 1), ("appraisal", 1)];
    need(ports, coach, map, &levels).await?;
    let today = today(ports);
    let changes = MapChanges {
        everyone_named: Some(Some(true)),
        every_tie_named: Some(Some(true)),
        review_on: Some(today.checked_add_days(Days::new(90))),
        ..MapChanges::default()
    };
    answer(ports, coach, map, changes).await?;
    let due = today.checked_add_days(Days::new(7));
    agree(
        ports,
        coach,
        map,
        "Anna vragen om mee te gaan naar de uitslag",
        find(&placed, "Anna")?,
        "emotional",
        due,
        AgreementStatus::Asked,
    )
    .await?;
    agree(
        ports,
        coach,
        map,
        "Rachid brengt de kinderen op dinsdag naar school",
        find(&placed, "Rachid van hiernaast")?,
        "practical",
        due,
        AgreementStatus::Accepted,
    )
    .await?;
    let words = LongText::new("Ik voel me omringd. Dat had ik een jaar geleden niet zo gezegd.")?;
    reflections::create(ports, &people.saskia, map, reflections::NewReflection { text: words }).await?;
    freeze(ports, &people.saskia, map, true).await?;
    let note = LongText::new("Mark draagt veel. Volgende keer vragen wie er voor hem is.")?;
    coach_notes::create(ports, coach, people.saskia_id, coach_notes::NewCoachNote { text: note }).await?;
    Ok(map)
}

async fn new(ports: &Ports, coach: &Caller, client: ClientId, theme: &str) -> Result<MapId, StartError> {
    Ok(maps::create(ports, coach, client, NewMap { theme: short(theme)?, private: false }).await?.id)
}

async fn freeze(ports: &Ports, by: &Caller, map: MapId, include_reflections: bool) -> Result<(), StartError> {
    cards::create(ports, by, map, NewCard { include_reflections }).await?;
    Ok(())
}

async fn answer(ports: &Ports, coach: &Caller, map: MapId, changes: MapChanges) -> Result<(), StartError> {
    maps::update(ports, coach, map, &ExpectedPart::ANY, changes).await?;
    Ok(())
}

type Placed = Vec<(&'static str, SupporterId)>;

async fn place(ports: &Ports, coach: &Caller, map: MapId, lines: &[Line]) -> Result<Placed, StartError> {
    let mut placed = Placed::new();
    for line in lines {
        let [alias, relationship, life_domain, phone] = line.who;
        let profile = Profile {
            alias: short(alias)?,
            relationship: word(relationship)?,
            life_domain: word(life_domain)?,
            phone: if phone.is_empty() { None } else { Some(short(phone)?) },
            email: None,
            note: None,
        };
        let supporter =
            supporters::create(ports, coach, map, None, Whom::New(Box::new(profile)), answers(line)?).await?;
        placed.push((alias, supporter.changed.supporter.id));
    }
    Ok(placed)
}

fn answers(line: &Line) -> Result<Answers, StartError> {
    let [closeness, contact_frequency, tension, burden] = line.how;
    let grade = |text: &str| -> Result<Option<supporters::Intensity>, StartError> {
        if text.is_empty() { Ok(None) } else { Ok(Some(text.parse::<i16>()?.try_into()?)) }
    };
    let supports = match line.supports {
        "" => None,
        "-" => Some(Vec::new()),
        all => Some(all.split(' ').map(support).collect::<Result<_, StartError>>()?),
    };
    Ok(Answers {
        closeness: word(closeness)?,
        contact_frequency: word(contact_frequency)?,
        tension: grade(tension)?,
        burden: grade(burden)?,
        supports,
        angle: None,
    })
}

fn support(text: &str) -> Result<Support, StartError> {
    let mut words = text.split(':');
    let mut next = || words.next().ok_or("a support of the demo lacks a word");
    let support_type = SupportType::new(next()?)?;
    Ok(Support { support_type, direction: word(next()?)?, availability: word(next()?)? })
}

fn word<T: FromStr>(code: &str) -> Result<Option<T>, StartError>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    if code.is_empty() { Ok(None) } else { Ok(Some(code.parse()?)) }
}

fn find(placed: &Placed, alias: &str) -> Result<SupporterId, StartError> {
    placed.iter().find(|(name, _)| *name == alias).map(|(_, id)| *id).ok_or_else(|| "no person has this name".into())
}

#[expect(clippy::too_many_arguments, reason = "one agreement of the demo, in one line")]
async fn agree(
    ports: &Ports,
    coach: &Caller,
    map: MapId,
    text: &str,
    supporter: SupporterId,
    code: &str,
    due_on: Option<NaiveDate>,
    status: AgreementStatus,
) -> Result<(), StartError> {
    let new = NewAgreement {
        text: LongText::new(text)?,
        supporter_id: Some(supporter),
        support_type: Some(SupportType::new(code)?),
        due_on,
        status,
    };
    agreements::create(ports, coach, map, new).await?;
    Ok(())
}
