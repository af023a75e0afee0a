use super::people::{People, short};
use crate::server::Failure;
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

/// Somebody on a map, in one line; an empty word is an unanswered question. Supports are `type:direction:availability`,
/// a hyphen says "none".
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
        ["Mark", "partner", "household", "06 10000001"],
        ["inner", "daily", "1", "3"],
        "emotional:mutual:received-now practical:mutual:received-now companionship:mutual:received-now appraisal:received:received-now",
    ),
    line(
        ["Lotte", "child", "household", "06 10000002"],
        ["inner", "daily", "1", "1"],
        "emotional:given:would-not-ask companionship:mutual:received-now",
    ),
    line(
        ["Mam", "parent", "family", "06 10000003"],
        ["inner", "weekly", "2", "2"],
        "emotional:received:could-ask practical:received:received-now",
    ),
    line(
        ["Anna", "friend", "friends", "06 10000004"],
        ["inner", "weekly", "0", "1"],
        "emotional:mutual:received-now companionship:mutual:could-ask appraisal:mutual:received-now",
    ),
    line(["Bram", "sibling", "family", "06 10000005"], ["middle", "monthly", "3", "0"], "practical:received:could-ask"),
    line(
        ["Rachid van hiernaast", "neighbour", "neighbourhood", "06 10000006"],
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
        ["Dr. Hendriks", "professional", "care", "030 1000007"],
        ["outer", "monthly", "0", ""],
        "informational:received:received-now",
    ),
    line(
        ["Wijkverpleging", "professional", "care", "030 1000008"],
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
/// Half way: named and placed for a part, the third step just begun.
const JOOST: &[Line] = &[
    line(
        ["Willy", "partner", "household", "06 20000001"],
        ["inner", "daily", "", ""],
        "practical:received:received-now",
    ),
    line(["Peter", "child", "family", "06 20000002"], ["middle", "", "", ""], ""),
    line(["Biljartclub", "organisation", "leisure", ""], ["", "", "", ""], ""),
    line(["Casemanager", "professional", "care", ""], ["", "", "", ""], ""),
];
const FATIMA: &[Line] = &[
    line(
        ["Samira", "sibling", "family", "06 30000001"],
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

/// Makes everybody's maps; gives back the one worth reading first.
pub(super) async fn create(ports: &Ports, people: &People) -> Result<MapId, Failure> {
    let map = saskia(ports, people).await?;
    let coach = &people.coach;
    let joost = new(ports, coach, people.joost_id, "Mijn leven met dementie").await?;
    place(ports, coach, joost, JOOST).await?;
    freeze(ports, coach, joost, false).await?;
    let fatima = new(ports, coach, people.fatima_id, "Mijn leven met een baby").await?;
    place(ports, coach, fatima, FATIMA).await?;
    freeze(ports, coach, fatima, false).await?;
    let henk = new(ports, coach, people.henk_id, "Mijn leven alleen").await?;
    // Nobody, and said so: another thing than not begun.
    answer(ports, coach, henk, MapChanges { everyone_named: Some(Some(true)), ..MapChanges::default() }).await?;
    freeze(ports, coach, henk, false).await?;
    Ok(map)
}

async fn saskia(ports: &Ports, people: &People) -> Result<MapId, Failure> {
    let coach = &people.coach;
    let map = new(ports, coach, people.saskia_id, "Mijn leven met kanker").await?;
    // A first card of some of them, so that the second has something to tell.
    let (first, later) = SASKIA.split_at(10);
    let mut placed = place(ports, coach, map, first).await?;
    freeze(ports, coach, map, false).await?;
    placed.extend(place(ports, coach, map, later).await?);
    for (one, other) in SASKIA_TIES {
        let supporters = [find(&placed, one)?, find(&placed, other)?];
        ties::create(ports, coach, map, NewTie { supporters, strength: None }).await?;
    }
    let levels = [("emotional", 3), ("practical", 2), ("informational", 2), ("companionship", 1), ("appraisal", 1)];
    let all = levels
        .iter()
        .map(|(code, level)| Ok(Need { support_type: SupportType::new(*code)?, level: i16::try_into(*level)? }));
    needs::replace(ports, coach, map, &ExpectedPart::ANY, all.collect::<Result<_, Failure>>()?).await?;
    let today = TimeZone::default().day(ports.clock.now());
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

async fn new(ports: &Ports, coach: &Caller, client: ClientId, theme: &str) -> Result<MapId, Failure> {
    Ok(maps::create(ports, coach, client, NewMap { theme: short(theme)?, private: false }).await?.id)
}

async fn freeze(ports: &Ports, by: &Caller, map: MapId, include_reflections: bool) -> Result<(), Failure> {
    cards::create(ports, by, map, NewCard { include_reflections }).await?;
    Ok(())
}

async fn answer(ports: &Ports, coach: &Caller, map: MapId, changes: MapChanges) -> Result<(), Failure> {
    maps::update(ports, coach, map, &ExpectedPart::ANY, changes).await?;
    Ok(())
}

type Placed = Vec<(&'static str, SupporterId)>;

async fn place(ports: &Ports, coach: &Caller, map: MapId, lines: &[Line]) -> Result<Placed, Failure> {
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

fn answers(line: &Line) -> Result<Answers, Failure> {
    let [closeness, contact_frequency, tension, burden] = line.how;
    let grade = |text: &str| -> Result<Option<supporters::Intensity>, Failure> {
        if text.is_empty() { Ok(None) } else { Ok(Some(text.parse::<i16>()?.try_into()?)) }
    };
    let supports = match line.supports {
        "" => None,
        "-" => Some(Vec::new()),
        all => Some(all.split(' ').map(support).collect::<Result<_, Failure>>()?),
    };
    Ok(Answers {
        closeness: word(closeness)?,
        contact_frequency: word(contact_frequency)?,
        tension: grade(tension)?,
        burden: grade(burden)?,
        supports,
    })
}

fn support(text: &str) -> Result<Support, Failure> {
    let mut words = text.split(':');
    let mut next = || words.next().ok_or("a support of the demo lacks a word");
    let support_type = SupportType::new(next()?)?;
    Ok(Support { support_type, direction: word(next()?)?, availability: word(next()?)? })
}

fn word<T: FromStr>(code: &str) -> Result<Option<T>, Failure>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    if code.is_empty() { Ok(None) } else { Ok(Some(code.parse()?)) }
}

fn find(placed: &Placed, alias: &str) -> Result<SupporterId, Failure> {
    placed.iter().find(|(name, _)| *name == alias).map(|(_, id)| *id).ok_or_else(|| "nobody of that name".into())
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
) -> Result<(), Failure> {
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
