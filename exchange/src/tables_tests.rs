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
        .map(|error| format!("{} {} {}", error.pointer, error.cell.map(place).unwrap_or_default(), error.code.code()))
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
fn at_most_twenty_unknown_columns_are_reported_beside_missing_ones() {
    let nonsense: Vec<_> = (0..1000).map(|n| format!("n{n}")).collect();
    let found = errors(&tables(&format!("{},alias\n1\n", nonsense.join(",")), "", ""));
    assert_eq!(found.iter().filter(|error| error.ends_with("unknown-member")).count(), 20);
    assert!(found.contains(&"/persons 1 key required".to_owned()));
    assert!(!found.contains(&"/persons 1 alias required".to_owned()));
    let found = errors(&tables(&format!("key,alias{}\n", ",alias".repeat(1000)), "", ""));
    assert_eq!(found, vec!["/persons 1 alias duplicate"; 20]);
}

#[test]
fn every_error_is_reported_by_the_row_and_column_a_spreadsheet_shows() {
    let found = errors(&tables(
        "key,alias,closeness,colour\n1,Anna,near,red\n\n1,,inner,\n\"3\",\"two\nlines\",,\n,Dirk,,,x\n",
        "person,supportType,direction\n1,emotional,up\n9,Emotional,\n1,emotional,\n1,,\n",
        "first,second,strength\n1,1,0\n1,3,5\n3,1,-1\n3,,zwak\n1,3,2\n3,1,2.0\n3,1,4\n",
    ));
    let expected = [
        "/persons 1 colour unknown-member",
        "/persons 6  too-many",
        "/persons 2 closeness enum",
        "/persons 4 alias required",
        "/persons 4 key duplicate",
        "/persons 5 alias line-break",
        "/persons 6 key required",
        "/supports 2 direction enum",
        "/supports 3 person unknown-reference",
        "/supports 4 supportType duplicate",
        "/supports 5 supportType required",
        "/ties 2 second duplicate",
        "/ties 3 strength too-large",
        "/ties 4 strength too-small",
        "/ties 5 second required",
        "/ties 5 strength type",
        "/ties 6 strength contradiction",
        "/ties 8 strength contradiction",
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

#[test]
fn an_unclosed_quote_is_the_only_error_reported() {
    let ties = "first;second\n1;3\n";
    for (persons, error) in [
        ("key;alias;closeness\n1;Anna;inner\n2;\"Jan;middle\n3;Piet;outer\n", "3 alias unclosed-quote"),
        ("key;alias;note\r\n1;Anna;\"lang\r\n2;Bram;kort\r\n3;Carla;zus\r\n", "2 note unclosed-quote"),
        ("key;alias\r1;\"Anna\r2;\"Bram\"\r", "2 alias stray-quote"),
        ("key;\"alias\n1;Anna\n", "1  unclosed-quote"),
        ("key;alias;note\n1;Anna;\"lang\n2;Bram;kort\"\n3;Carla;\n", "2 note unclosed-quote"),
    ] {
        let found = errors(&tables(persons, "", ties));
        assert_eq!(found, [format!("/persons {error}")], "{persons}");
    }
    let persons = "key;alias\n1;Anna\n";
    assert_eq!(
        errors(&tables(persons, "person;supportType\n1;\"emotional\n", "")),
        ["/supports 2 supportType unclosed-quote"]
    );
    assert_eq!(errors(&tables(persons, "", "first;second\n1;\"2\n")), ["/ties 2 second unclosed-quote"]);
}

#[test]
fn a_name_or_an_address_is_one_line() {
    let persons =
        "key;alias;phone;email;note\n1;\"Jan\nPiet\";\"06\n07\";\"a@b\nc@d\";\"een\ntwee\"\n\"2\n3\";Bram;;;\n";
    let expected = ["2 alias line-break", "2 phone line-break", "2 email line-break", "3 key line-break"];
    assert_eq!(errors(&tables(persons, "", "")), expected.map(|error| format!("/persons {error}")));
    let new = read(&tables("key;alias\n1;\"Anna\r\n\"\n", "", "")).unwrap();
    assert_eq!(new.supporters[0].profile.alias.as_str(), "Anna");
}

#[test]
fn the_delimiter_is_that_of_the_header_outside_quotes() {
    for persons in [
        "key,alias,note\n1,Anna,x; y\n2,Bram,\n",
        "key;alias;note\n1;Anna;x, y, z, q\n2;Bram;\n",
        "key\talias\tnote\n1\tAnna\tx; y, z\n2\tBram\t\n",
        "sep=;\r\nkey;alias;note\r\n1;Anna;x, y\r\n2;Bram;\r\n",
        ";;\r\n;\r\nkey;alias;note\r\n1;Anna;x, y\r\n;;\r\n2;Bram;\r\n",
        "\u{FEFF}\"sep=|\"\nkey|alias|note\n1|Anna|x; y\n2|Bram|\n",
        "\r\n\r\nkey;alias;note\r\n1;Anna;x\r\n2;Bram;\r\n",
        "key;alias;note\r1;Anna;\"x\ry\"\r2;Bram;\r",
        "key,\"alias\",\"note\"\n1,Anna,a;b;c;d\n2,Bram,\n",
    ] {
        let new = read(&tables(persons, "", "")).unwrap();
        let names: Vec<_> = new.supporters.iter().map(|one| one.profile.alias.as_str()).collect();
        assert_eq!(names, ["Anna", "Bram"], "{persons}");
        assert!(new.supporters[0].profile.note.is_some(), "{persons}");
    }
}

#[test]
fn rows_after_a_sep_line_are_numbered_as_in_excel() {
    let found = errors(&tables("sep=;\nkey;alias;closeness\n1;Anna;near\n", "", ""));
    assert_eq!(found, ["/persons 2 closeness enum"]);
}

#[test]
fn numbers_and_keys_are_normalised_across_programs() {
    let new = read(&tables(
        "key;alias;tension;burden\n1 ;Anna;3.0;0.0\nZoe\u{308};Zoë;;1,0\n3.0;Bram;;\n",
        "person;supportType\n 1; emotional \n",
        "first;second;strength\n1;Zoë;3.0\nZoë;1;\n3;1;\n",
    ))
    .unwrap();
    let grade = |place: usize| {
        let answers = &new.supporters[place].answers;
        [answers.tension, answers.burden].map(|grade| grade.map(i16::from))
    };
    assert_eq!((grade(0), grade(1)), ([Some(3), Some(0)], [None, Some(1)]));
    assert_eq!(new.supporters[0].answers.supports.as_ref().unwrap().len(), 1);
    let ties: Vec<_> = new.ties.iter().map(|tie| (tie.supporters, tie.strength.map(i16::from))).collect();
    assert_eq!(ties, [([0, 1], Some(3)), ([2, 0], None)]);
}

#[test]
fn a_replacement_character_is_reported() {
    assert_eq!(errors(&tables("key;alias\n1;Zo\u{FFFD}\n", "", "")), ["/persons 2 alias undecodable"]);
}
