//! The contents that a sheet shows or omits.

mod support;

use domain::maps::WholeMap;
use domain::vocabulary::{Availability, BuiltInSupport, Closeness};
use picture::{Include, Scene, Sheet, pdf, svg};
use support::{add, answers, empty, example, scene, support_types};

const SHEETS: [Sheet; 4] = [Sheet::Screen, Sheet::A4, Sheet::Wallet, Sheet::Phone];

fn drawn(whole: &WholeMap, sheet: Sheet) -> String {
    svg(&scene(whole, &support_types()), sheet)
}

#[test]
fn paper_has_everyone_to_ask_and_every_agreement() {
    let whole = example(60, 30);
    let svg = drawn(&whole, Sheet::A4);
    let count = |text: &str| svg.matches(text).count();
    let pages = 1 + count("<g transform=\"translate(0 ");
    assert!((1..=pages).all(|page| count(&format!(">{page} / {pages}<")) == 1));
    assert_eq!(count("Elke dinsdagavond bellen, ook als er niets aan de hand is; "), 8);
    let persons = whole.persons.iter().map(|person| (person.id, &person.profile));
    let persons: std::collections::HashMap<_, _> = persons.collect();
    for supporter in &whole.supporters {
        let supports = supporter.answers.supports.iter().flatten();
        let available = supports
            .filter(|support| matches!(support.availability, Some(Availability::ReceivedNow | Availability::CouldAsk)));
        if let Some(phone) = &persons[&supporter.person_id].phone {
            assert_eq!(count(&format!(">{}<", phone.as_str())), available.count());
        }
    }
}

#[test]
fn a_wallet_has_eight_numbers_closest_first_and_counts_the_others() {
    let svg = drawn(&example(60, 0), Sheet::Wallet);
    assert_eq!(svg.matches(">06-").count(), 8);
    assert!(svg.contains("anderen op de kaart"));
    let mut whole = empty("dementie");
    for (number, closeness) in [Closeness::Outer, Closeness::Inner].into_iter().enumerate() {
        let mut answers = answers(1, &[]);
        answers.closeness = Some(closeness);
        answers.supports = Some(vec![domain::supporters::Support {
            support_type: BuiltInSupport::Practical.into(),
            direction: None,
            availability: Some(Availability::CouldAsk),
        }]);
        add(&mut whole, number as u64, if number == 0 { "Ver" } else { "Dichtbij" }, answers);
    }
    let svg = drawn(&whole, Sheet::Wallet);
    assert!(svg.find(">Dichtbij<").unwrap() < svg.find(">Ver<").unwrap());
    whole.supporters[1].answers.supports.as_mut().unwrap()[0].availability = Some(Availability::WouldNotAsk);
    assert!(!drawn(&whole, Sheet::Wallet).contains("Dichtbij"));
}

#[test]
fn a_past_person_keeps_their_position_and_is_not_listed_for_calls() {
    let mut whole = example(8, 0);
    let phone = |whole: &WholeMap| whole.persons[0].profile.phone.as_ref().unwrap().as_str().to_owned();
    let phone = phone(&whole);
    let alias = whole.persons[0].profile.alias.as_str().to_owned();
    let paper = [Sheet::A4, Sheet::Wallet];
    assert!(paper.iter().all(|sheet| drawn(&whole, *sheet).contains(&phone)));
    whole.persons[0].past = true;
    assert!(paper.iter().all(|sheet| !drawn(&whole, *sheet).contains(&phone)));
    assert!(drawn(&whole, Sheet::Screen).contains(&alias));
}

#[test]
fn paper_shows_neither_tension_nor_burden_nor_refusals_unless_asked_for() {
    let whole = example(25, 8);
    let mut without = whole.clone();
    for supporter in &mut without.supporters {
        (supporter.answers.tension, supporter.answers.burden) = (None, None);
        let refused = Some(Availability::WouldNotAsk);
        supporter.answers.supports.iter_mut().for_each(|all| all.retain(|one| one.availability != refused));
    }
    let types = support_types();
    let all = Include { tension: true, burden: true, refusals: true };
    for sheet in SHEETS {
        let paper = matches!(sheet, Sheet::A4 | Sheet::Wallet);
        assert_eq!(drawn(&whole, sheet) == drawn(&without, sheet), paper, "{sheet:?}");
        let asked = Scene { include: all, ..scene(&whole, &types) };
        assert_eq!(svg(&asked, sheet) == drawn(&whole, sheet), !paper || sheet == Sheet::Wallet, "{sheet:?}");
    }
    let mut one = example(1, 0);
    one.supporters[0].answers.burden = Some(4.try_into().unwrap());
    assert!(!drawn(&one, Sheet::A4).contains("Belasting"));
    let asked = Scene { include: Include { burden: true, ..Include::default() }, ..scene(&one, &types) };
    assert!(svg(&asked, Sheet::A4).contains("Belasting: 4/4"));
}

#[test]
fn the_heading_is_not_repeated_by_the_theme() {
    for (theme, drawn_theme) in [
        ("Mijn leven met kanker", ">kanker<"),
        ("mijn leven met … Parkinson", ">Parkinson<"),
        ("My life with: cancer", ">cancer<"),
        ("Mijn leven met", ">Mijn leven met<"),
        ("Mijn leven metaal", ">Mijn leven metaal<"),
    ] {
        let svg = drawn(&empty(theme), Sheet::Screen);
        assert!(svg.contains(drawn_theme), "{theme}");
    }
    let long = "het overlijden van mijn man na een lang ziekbed, en een nieuwe stad waar ik nog bijna niemand ken";
    for sheet in [Sheet::Screen, Sheet::A4] {
        assert!(!drawn(&empty(long), sheet).contains('…') || drawn(&empty(long), sheet).contains("niemand ken<"));
    }
}

#[test]
fn the_client_name_is_on_every_sheet_if_requested() {
    let whole = example(8, 3);
    let types = support_types();
    for sheet in SHEETS {
        let named = Scene { client: Some("Saskia <3"), ..scene(&whole, &types) };
        assert!(svg(&named, sheet).contains(">Saskia &lt;3<"), "{sheet:?}");
        assert!(!drawn(&whole, sheet).contains("Saskia"));
    }
}

#[test]
fn an_empty_map_says_so_once() {
    for sheet in [Sheet::Screen, Sheet::A4, Sheet::Phone] {
        let svg = drawn(&empty("dementie"), sheet);
        let drawn = svg.split("</desc>").nth(1).unwrap();
        assert_eq!((drawn.matches(">Hier is").count(), drawn.matches("Nog ").count()), (1, 0), "{sheet:?}");
        assert!(!drawn.contains("Wat betekent wat?"), "{sheet:?}");
    }
}

#[test]
fn a_name_is_not_truncated_if_there_is_space() {
    let mut whole = empty("dementie");
    for (number, name) in ["Consultatiebureau De Kleine Prins", "Begeleidingsdienst Noord"].into_iter().enumerate() {
        let mut answers = answers(1, &[]);
        answers.closeness = Some(Closeness::Outer);
        add(&mut whole, number as u64, name, answers);
    }
    for sheet in [Sheet::Screen, Sheet::A4, Sheet::Wallet] {
        let svg = drawn(&whole, sheet);
        let texts = svg.split("<text").skip(1).filter(|text| text.split("</text>").next().unwrap().contains('…'));
        let cut: Vec<_> = texts.collect();
        assert!(cut.len() <= 1, "{sheet:?}: {cut:?}");
    }
}

#[test]
fn every_supporter_is_found_by_id() {
    let whole = example(25, 3);
    for sheet in SHEETS {
        let svg = drawn(&whole, sheet);
        let named = |id: domain::SupporterId| svg.contains(&format!("data-supporter-id=\"{}\"", id.0));
        let found = whole.supporters.iter().filter(|supporter| named(supporter.id)).count();
        assert_eq!(found, if sheet == Sheet::Wallet { 8 } else { 25 }, "{sheet:?}");
    }
}

#[test]
fn the_pdf_has_the_name_as_typed_where_no_font_has_it() {
    let mut whole = example(3, 0);
    whole.persons[0].profile.alias = support::short("ሰላም");
    whole.supporters[0].answers.supports = Some(vec![domain::supporters::Support {
        support_type: BuiltInSupport::Emotional.into(),
        direction: None,
        availability: Some(Availability::CouldAsk),
    }]);
    for sheet in [Sheet::Wallet, Sheet::Screen, Sheet::Phone] {
        let pdf = pdf(&scene(&whole, &support_types()), sheet).unwrap();
        assert_eq!(String::from_utf8_lossy(&pdf).matches("pdfuaid:part").count(), 2);
        assert!(says(&pdf, "ሰላም"), "{sheet:?}");
    }
}

/// Whether the PDF has this text as `ActualText`, which is UTF-16BE unless ASCII.
fn says(pdf: &[u8], text: &str) -> bool {
    let contents = support::streams(pdf).concat().to_uppercase();
    let hex: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    let mut spans = contents.split("/ACTUALTEXT").skip(1);
    spans.any(|span| span.contains(&hex) || span.trim_start().starts_with(&format!("({})", text.to_uppercase())))
}

#[test]
fn the_pdf_has_the_whole_name_where_a_ring_has_no_room_for_it() {
    let long = "Verpleegkundige van het wijkteam aan de overkant van het water";
    let mut whole = example(25, 0);
    whole.persons[0].profile.alias = support::short(long);
    let types = support_types();
    for sheet in [Sheet::Screen, Sheet::Phone] {
        let svg = drawn(&whole, sheet);
        let mark = svg.split("role=\"listitem\"").find(|mark| mark.contains(&format!("<title>{long}"))).unwrap();
        assert!(mark.contains('…'), "{sheet:?}: the name has room");
        assert!(says(&pdf(&scene(&whole, &types), sheet).unwrap(), long), "{sheet:?}");
    }
    // Text drawn as it is needs no `ActualText`.
    whole.persons[0].profile.alias = support::short("Anna");
    assert!(!says(&pdf(&scene(&whole, &types), Sheet::Screen).unwrap(), "Anna"));
}
