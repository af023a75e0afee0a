//! The record of a client on paper, with what the law asks to tell (GDPR, article 15).

use super::map_sheet::MapSheet;
use super::sheet_texts::Texts;
use domain::access_requests::{PrintedRecord, Sheet};
use domain::assignments::Assignment;
use domain::cards::CardHead;
use domain::clients::ExternalIdentifier;
use domain::consents::Consent;
use domain::exports::Export;
use domain::persons::Person;
use domain::vocabulary::Language;
use domain::{MAX_PAGE, MapId, PageRequest, Result};
use picture::{Column, Document};
use std::collections::HashMap;

/// Reads the record to its end, and writes it to a document.
///
/// # Errors
/// [`domain::Error::Unavailable`].
pub(super) async fn document(record: PrintedRecord, language: Language) -> Result<Document> {
    let PrintedRecord { sheet, coaches, consents, mut export } = record;
    let texts = Texts::new(&sheet, language);
    let mut document = texts.begin(texts.say("record-title"), &sheet);
    document.paragraph(texts.say("record-intro"));
    document.paragraph(texts.say("left-out"));
    document.list([
        texts.say("left-out-private"),
        texts.say("left-out-notes"),
        texts.say("left-out-cards"),
        texts.say("left-out-log"),
    ]);
    details(&mut document, &texts, &sheet);
    add_coaches(&mut document, &texts, &coaches);
    add_persons(&mut document, &texts, &mut export).await?;
    let themes = add_maps(&mut document, &texts, &mut export).await?;
    add_cards(&mut document, &texts, &mut export, &themes).await?;
    export.end().await?;
    add_recipients(&mut document, &texts, &consents);
    add_rights(&mut document, &texts);
    Ok(document)
}

fn details(document: &mut Document, texts: &Texts, Sheet { client, .. }: &Sheet) {
    document.heading(texts.say("details"));
    let mut rows = vec![(texts.say("name"), client.name.as_str().to_owned())];
    rows.extend(client.preferred_name.as_ref().map(|name| (texts.say("preferred-name"), name.as_str().to_owned())));
    rows.extend(client.date_of_birth.map(|on| (texts.say("born"), texts.date(on))));
    let number = |of: &ExternalIdentifier| format!("{} ({})", of.value.as_str(), of.system.as_str());
    rows.extend(client.external_identifiers.iter().map(|of| (texts.say("number"), number(of))));
    rows.push((texts.say("since"), texts.day(client.created_at)));
    document.rows(rows);
}

fn add_coaches(document: &mut Document, texts: &Texts, coaches: &[Assignment]) {
    document.heading(texts.say("coaches"));
    if coaches.is_empty() {
        return document.paragraph(texts.say("no-coach"));
    }
    let columns =
        vec![Column::new(texts.say("name"), 3), Column::new(texts.say("from"), 2), Column::new(texts.say("until"), 2)];
    let row = |of: &Assignment| {
        let name = of.coach.name.as_ref().map(|name| name.as_str().to_owned());
        vec![name.unwrap_or_default(), texts.day(of.starts_at), of.ends_at.map(|at| texts.day(at)).unwrap_or_default()]
    };
    document.table(columns, coaches.iter().map(row));
}

async fn add_persons(document: &mut Document, texts: &Texts, export: &mut Export) -> Result<()> {
    document.heading(texts.say("persons"));
    let (mut rows, mut last) = (Vec::new(), None);
    loop {
        let persons = export.persons(last).await?;
        last = persons.last().map(|person| person.id);
        if last.is_none() {
            break;
        }
        rows.extend(persons.iter().map(|person| person_row(texts, person)));
    }
    if rows.is_empty() {
        document.paragraph(texts.say("no-persons"));
    }
    let columns = vec![
        Column::new(texts.say("name"), 4),
        Column::new(texts.say("what-to-me"), 4),
        Column::new(texts.say("reach"), 5),
        Column::new(texts.say("note"), 6),
    ];
    document.table(columns, rows);
    Ok(())
}

fn person_row(texts: &Texts, person: &Person) -> Vec<String> {
    let profile = &person.profile;
    let lines = |lines: [Option<String>; 3]| lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let own = |text: &domain::ShortText| text.as_str().to_owned();
    vec![
        profile.alias.as_str().to_owned(),
        lines([
            profile.relationship.map(|of| texts.label(&of.label())),
            profile.life_domain.map(|of| texts.label(&of.label())),
            person.past.then(|| texts.say("past")),
        ]),
        lines([profile.phone.as_ref().map(own), profile.email.as_ref().map(own), None]),
        profile.note.as_ref().map(|note| note.as_str().to_owned()).unwrap_or_default(),
    ]
}

/// Adds the maps, and returns their themes.
async fn add_maps(document: &mut Document, texts: &Texts, export: &mut Export) -> Result<HashMap<MapId, String>> {
    let support_types = export.head().support_types.clone();
    let sheet = MapSheet { texts, support_types: &support_types };
    let (mut themes, mut from) = (HashMap::new(), 0);
    loop {
        let maps = export.maps(from).await?;
        if maps.is_empty() {
            break;
        }
        from += maps.len();
        for map in &maps {
            sheet.add(document, map);
            themes.insert(map.whole.map.id, map.whole.map.theme.as_str().to_owned());
        }
    }
    if themes.is_empty() {
        document.heading(texts.say("maps"));
        document.paragraph(texts.say("no-maps"));
    }
    Ok(themes)
}

async fn add_cards(
    document: &mut Document,
    texts: &Texts,
    export: &mut Export,
    themes: &HashMap<MapId, String>,
) -> Result<()> {
    document.heading(texts.say("cards"));
    let (mut rows, mut next) = (Vec::new(), None);
    loop {
        let page = export.card_heads(PageRequest::new(MAX_PAGE, next)).await?;
        let row = |card: &CardHead| {
            let by = card.made_by.as_ref().and_then(|by| by.name.as_ref());
            let theme = themes.get(&card.map_id).map(String::as_str).unwrap_or_default();
            vec![
                format!("{} {}", theme, card.number),
                texts.day(card.created_at),
                by.map(|name| name.as_str().to_owned()).unwrap_or_default(),
            ]
        };
        rows.extend(page.items.iter().map(row));
        next = page.next;
        if next.is_none() {
            break;
        }
    }
    if rows.is_empty() {
        document.paragraph(texts.say("no-cards"));
    }
    let columns = vec![
        Column::new(texts.say("card"), 3),
        Column::new(texts.say("made-on"), 2),
        Column::new(texts.say("made-by"), 2),
    ];
    document.table(columns, rows);
    Ok(())
}

fn add_recipients(document: &mut Document, texts: &Texts, consents: &[Consent]) {
    document.heading(texts.say("recipients"));
    document.list([
        texts.say("recipients-coaches"),
        texts.say("recipients-administrators"),
        texts.say("recipients-systems"),
        texts.say("recipients-host"),
    ]);
    if consents.is_empty() {
        return document.paragraph(texts.say("no-consents"));
    }
    document.subheading(texts.say("consents"));
    let columns = vec![
        Column::new(texts.say("receiver"), 3),
        Column::new(texts.say("purpose"), 3),
        Column::new(texts.say("given"), 3),
        Column::new(texts.say("withdrawn"), 3),
    ];
    let row = |of: &Consent| {
        vec![
            of.receiver.name.as_str().to_owned(),
            texts.label(&of.purpose.label()),
            texts.day(of.given_at),
            of.withdrawn_at.map(|at| texts.day(at)).unwrap_or_default(),
        ]
    };
    document.table(columns, consents.iter().map(row));
}

fn add_rights(document: &mut Document, texts: &Texts) {
    document.heading(texts.say("why"));
    document.paragraph(texts.say("why-purpose"));
    document.paragraph(texts.say("why-source"));
    document.paragraph(texts.say("why-decisions"));
    document.paragraph(texts.say("why-retention"));
    document.heading(texts.say("rights"));
    document.list([
        texts.say("right-rectify"),
        texts.say("right-erase"),
        texts.say("right-restrict"),
        texts.say("right-move"),
        texts.say("right-withdraw"),
        texts.say("right-log"),
    ]);
    document.paragraph(texts.say("complaint"));
}
