use super::*;
use crate::caseload::{LatestMap, OpenAgreements};
use crate::maps::StepFacts;
use crate::{ClientId, MapId, ShortText};
use chrono::{DateTime, NaiveDate};

/// A client with a card who needs no attention; ids are ordered by number.
fn client(number: u128, name: &str) -> CaseloadEntry {
    let card = crate::caseload::LastCard {
        id: Uuid::from_u128(1).into(),
        map_id: Uuid::from_u128(1).into(),
        number: 1,
        created_at: DateTime::UNIX_EPOCH,
    };
    CaseloadEntry {
        client_id: ClientId(Uuid::from_u128(number)),
        name: ShortText::new(name).unwrap(),
        preferred_name: None,
        date_of_birth: None,
        external_identifiers: Vec::new(),
        last_card: Some(card),
        next_review_on: None,
        overdue_review_on: None,
        agreements: OpenAgreements::default(),
        latest_map: None,
    }
}

fn map(seconds: i64) -> Option<LatestMap> {
    Some(LatestMap {
        id: MapId(Uuid::from_u128(1)),
        theme: ShortText::new("dementie").unwrap(),
        updated_at: DateTime::from_timestamp(seconds, 0).unwrap(),
        updated_by: None,
        facts: StepFacts::default(),
        fragile: Vec::new(),
        uncovered: Vec::new(),
    })
}

fn query(sort: &str, attention: &[Attention]) -> CaseloadQuery {
    let sort = (!sort.is_empty()).then(|| sort.parse().unwrap());
    CaseloadQuery { sort, attention: attention.to_vec() }
}

/// The numbers of the clients, page by page.
fn pages(query: &CaseloadQuery, entries: &[CaseloadEntry], limit: u16) -> Vec<Vec<u128>> {
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = query.arrange(entries.to_vec(), PageRequest::new(limit, after)).page;
        pages.push(page.items.iter().map(|entry| entry.client_id.0.as_u128()).collect());
        match page.next {
            Some(next) => after = Some(next),
            None => return pages,
        }
    }
}

fn in_order(sort: &str, entries: &[CaseloadEntry]) -> Vec<u128> {
    pages(&query(sort, &[]), entries, 200).concat()
}

fn day(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 5, day)
}

#[test]
fn names_are_sorted_as_on_printed_lists() {
    let entries = [client(1, "Zwart"), client(2, "Éva"), client(3, "eva"), client(4, "Łukasz"), client(5, "Mies")];
    assert_eq!(in_order("", &entries), [1, 2, 3, 4, 5]);
    assert_eq!(in_order("name", &entries), [3, 2, 4, 5, 1]);
    assert_eq!(in_order("-name", &entries), [1, 5, 4, 2, 3]);
}

#[test]
fn one_urgent_reason_outweighs_all_that_come_after_it() {
    let never_a_card = |number| CaseloadEntry { last_card: None, ..client(number, "B") };
    let overdue = |number| CaseloadEntry { overdue_review_on: day(1), ..client(number, "C") };
    let both = CaseloadEntry { last_card: None, ..overdue(4) };
    let entries = [client(1, "A"), never_a_card(2), overdue(3), both, client(5, "0")];
    assert_eq!(in_order("attention", &entries), [4, 3, 2, 5, 1]);
    assert_eq!(in_order("-attention", &entries), [5, 1, 2, 3, 4]);
}

#[test]
fn entries_without_a_date_come_last_in_either_direction() {
    let overdue = CaseloadEntry { overdue_review_on: day(2), next_review_on: day(9), ..client(2, "A") };
    let next = CaseloadEntry { next_review_on: day(5), ..client(3, "A") };
    let entries = [client(1, "B"), overdue, next, client(4, "A")];
    assert_eq!(in_order("reviewOn", &entries), [2, 3, 4, 1]);
    assert_eq!(in_order("-reviewOn", &entries), [3, 2, 4, 1]);
    let of_map = |number, seconds| CaseloadEntry { latest_map: map(seconds), ..client(number, "A") };
    let entries = [client(1, "A"), of_map(2, 20), of_map(3, 10)];
    assert_eq!(in_order("updatedAt", &entries), [3, 2, 1]);
    assert_eq!(in_order("-updatedAt", &entries), [2, 3, 1]);
}

#[test]
fn every_page_continues_after_the_previous_one() {
    let entries: Vec<_> = (1..=5).map(|number| client(number, &format!("{}", 9 - number))).collect();
    assert_eq!(pages(&query("name", &[]), &entries, 2), [vec![5, 4], vec![3, 2], vec![1]]);
    assert_eq!(pages(&query("", &[]), &entries, 5), [vec![1, 2, 3, 4, 5]]);
    let gone = |sort| query(sort, &[]).arrange(entries[2..].to_vec(), PageRequest::new(1, Some(Uuid::from_u128(2))));
    assert_eq!(gone("").page.items[0].client_id.0.as_u128(), 3);
    assert_eq!(gone("name").page.items[0].client_id.0.as_u128(), 5);
}

#[test]
fn a_filter_does_not_change_the_counts() {
    let mut entries: Vec<_> = (1..=4).map(|number| client(number, "A")).collect();
    entries[1].last_card = None;
    entries[3].overdue_review_on = day(1);
    let wanted = query("attention", &[Attention::NeverACard, Attention::ReviewOverdue]);
    assert_eq!(pages(&wanted, &entries, 1), [vec![4], vec![2]]);
    let facets = wanted.arrange(entries, PageRequest::new(1, None)).facets;
    assert_eq!(facets.clients, 4);
    let counts: Vec<_> = facets.attention.iter().map(|(reason, clients)| (reason.code(), *clients)).collect();
    let expected = [
        ("review-overdue", 1),
        ("agreement-overdue", 0),
        ("never-a-card", 1),
        ("uncovered-type", 0),
        ("fragile-type", 0),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn every_order_has_its_name() {
    let orders: Vec<Sort> = Sort::CODES.iter().map(|code| code.parse().unwrap()).collect();
    assert!(orders.iter().enumerate().all(|(at, one)| !orders[..at].contains(one)));
    assert_eq!("-".parse::<Sort>(), Err(crate::vocabulary::UnknownWord));
}
