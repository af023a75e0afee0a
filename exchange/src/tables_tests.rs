use super::*;
use domain::vocabulary::{Availability, Closeness, Direction};

fn tables(persons: &str, supports: &str, ties: &str) -> Tables {
    Tables { persons: persons.to_owned(), supports: supports.to_owned(), ties: ties.to_owned() }
}

fn errors(tables: &Tables) -> Vec<String> {
    let Err(Error::Invalid(errors)) = read(tables) else { panic!("was read") };
    let place = |cell: Cell| format!("{} {}", cell.row, cell.column.unwrap_or_default());
    errors
        .into_iter()
        .map(|error| format!("{} {} {}", error.pointer, error.cell.map(place).unwrap_or_default(), error.code))
        .collect()
}

#[test]
fn a_dutch_spreadsheet_is_read() {
    let new = read(&tables(
        "\u{FEFF}Alias;key;closeness;tension;phone;note\r\nAnna;1;inner;2;'+31 6;\"twee\nregels; en 'meer\"\r\n\r\n;;;;;\r\nBram;2;;;;\r\n",
        "person;supportType;availability;direction\r\n1;emotional;could-ask;\r\n1;practical;;mutual\r\n",
        "first;second;strength\r\n2;1;3\r\n",
    ))
    .unwrap();
    assert_eq!(new.supporters.len(), 2);
    let anna = &new.supporters[0];
    assert_eq!(anna.profile.phone.as_ref().unwrap().as_str(), "+31 6");
    assert_eq!(anna.profile.note.as_ref().unwrap().as_str(), "twee\nregels; en 'meer");
    assert_eq!(anna.answers.closeness, Some(Closeness::Inner));
    let supports = anna.answers.supports.as_ref().unwrap();
    assert_eq!((supports[0].availability, supports[0].direction), (Some(Availability::CouldAsk), None));
    assert_eq!(supports[1].direction, Some(Direction::Mutual));
    assert_eq!(new.supporters[1].answers, Answers::default());
    assert_eq!(new.ties[0].supporters, [1, 0]);
}

#[test]
fn of_a_header_of_nonsense_twenty_names_are_told_and_what_it_lacks() {
    let nonsense: Vec<_> = (0..1000).map(|n| format!("n{n}")).collect();
    let found = errors(&tables(&format!("{},alias\n1\n", nonsense.join(",")), "", ""));
    assert_eq!(found.iter().filter(|error| error.ends_with("unknown-member")).count(), 20);
    assert!(found.contains(&"/persons 1 key required".to_owned()));
    assert!(!found.contains(&"/persons 1 alias required".to_owned()));
    let found = errors(&tables(&format!("key,alias{}\n", ",alias".repeat(1000)), "", ""));
    assert_eq!(found, vec!["/persons 1 alias duplicate"; 20]);
}

#[test]
fn every_error_is_told_by_the_row_and_column_a_spreadsheet_shows() {
    let found = errors(&tables(
        "key,alias,closeness,colour\n1,Anna,near,red\n\n1,,inner,\n\"3\",\"two\nlines\",,\n,Dirk,,,x\n",
        "person,supportType,direction\n1,emotional,up\n9,Emotional,\n1,emotional,\n1,,\n",
        "first,second,strength\n1,1,0\n1,3,5\n3,1,-1\n3,,zwak\n",
    ));
    let expected = [
        "/persons 1 colour unknown-member",
        "/persons 6  too-many",
        "/persons 2 closeness enum",
        "/persons 4 alias required",
        "/persons 4 key duplicate",
        "/persons 6 key required",
        "/supports 2 direction enum",
        "/supports 3 person unknown-reference",
        "/supports 4 supportType duplicate",
        "/supports 5 supportType required",
        "/ties 2 second duplicate",
        "/ties 3 strength too-large",
        "/ties 4 strength too-small",
        "/ties 4 second duplicate",
        "/ties 5 second required",
        "/ties 5 strength type",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_header_must_have_its_columns_and_too_many_rows_are_refused() {
    assert_eq!(errors(&tables("alias\nAnna\n", "", ""))[0], "/persons 1 key required");
    assert_eq!(errors(&tables("key,alias,Key\n1,Anna,2\n", "", ""))[0], "/persons 1 key duplicate");
    let many: String = (0..201).map(|row| format!("{row},Anna\n")).collect();
    assert_eq!(errors(&tables(&format!("key,alias\n{many}"), "", "")), ["/persons 202  too-many"]);
    assert!(read(&Tables::default()).unwrap().supporters.is_empty());
}
