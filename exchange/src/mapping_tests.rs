use super::*;
use domain::vocabulary::{Availability, Closeness, Relationship};
use std::collections::HashMap;

const EXAMPLE: &str = include_str!("../../docs/import/transnat.toml");
const EGOS: &str = "egoID,sex\n7,0\n9,female\n";
const HEADER: &str =
    "egoID,alterID,advice,help,talk,money,hobby,conflict,rely,relationship,sex,age,distance,yearsKnown,intensity";
const TIES: &str = "egoID,Source,Target,quality\n";

fn read(alters: &str, ties: &str) -> Result<Vec<MappedClient>, Vec<String>> {
    read_with(EXAMPLE, alters, ties)
}

fn read_with(mapping: &str, alters: &str, ties: &str) -> Result<Vec<MappedClient>, Vec<String>> {
    let files = [
        ("egos.csv", EGOS.to_owned()),
        ("alters.csv", format!("{HEADER}\n{alters}")),
        ("ties.csv", format!("{TIES}{ties}")),
    ];
    let texts: HashMap<_, _> = files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    let read = Mapping::parse(mapping).unwrap().read(&texts);
    read.map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[test]
fn columns_become_answers_and_a_blank_stays_one() {
    let clients = read(
        "7,1,no,yes,,yes,no,yes,yes,kin|friend,male,70,near,30,less close\n7,2,,,,,,,,,,,,,\n9,1,no,no,no,no,no,no,no,friend,,,,,very close\n",
        "7,1,2,good\n",
    )
    .unwrap();
    assert_eq!(clients.len(), 2);
    let ego = &clients[0];
    assert_eq!((ego.row, ego.name.as_str(), ego.identifier.value.as_str()), (2, "Ego 7", "7"));
    let [one, blank] = ego.new.supporters.as_slice() else { panic!("two people") };
    assert_eq!(one.profile.relationship, Some(Relationship::OtherFamily));
    assert_eq!(
        one.profile.note.as_ref().unwrap().as_str(),
        "relationship=kin|friend; sex=male; age=70; distance=near; yearsKnown=30"
    );
    assert_eq!((one.answers.closeness, one.answers.tension.map(i16::from)), (Some(Closeness::Outer), Some(2)));
    let supports = one.answers.supports.as_ref().unwrap();
    let said: Vec<_> = supports.iter().map(|one| (one.support_type.code(), one.availability.unwrap())).collect();
    assert_eq!(said, [("practical", Availability::ReceivedNow), ("reliance", Availability::CouldAsk)]);
    assert_eq!((blank.answers.closeness, blank.answers.tension, &blank.answers.supports), (None, None, &None));
    assert_eq!(ego.new.ties[0].strength.map(i16::from), Some(3));
    let answers = &clients[1].new.supporters[0].answers;
    assert_eq!((answers.supports.as_deref(), answers.tension.map(i16::from)), (Some([].as_slice()), Some(0)));
}

#[test]
fn everything_unknown_is_reported_with_its_place() {
    let faults = read(
        "7,1,maybe,no,no,no,no,no,no,friend|kin,,,,,close\n\n7,1,no,no,no,no,no,no,no,uncle,,,,,close\n8,2,,,,,,,,,,,,,\n7,,,,,,,,,,,,,,\n",
        "7,1,1,good\n7,1,5,good\n7,1,,great\n",
    )
    .unwrap_err();
    assert_eq!(
        faults,
        [
            "alters.csv, row 2, column advice: \"maybe\" is not a value of the mapping",
            "alters.csv, row 4, column relationship: \"uncle\" is not a value of the mapping",
            "alters.csv, row 4, column alterID: duplicate person of this client",
            "alters.csv, row 5, column egoID: \"8\" is not in the table of clients",
            "alters.csv, row 6, column alterID: must not be blank",
            "alters.csv, row 6, column alterID: must not be blank",
            "ties.csv, row 2, column Target: a tie needs two different persons",
            "ties.csv, row 3, column Target: \"5\" is not a person of this client",
            "ties.csv, row 4, column Target: must not be blank",
            "ties.csv, row 4, column quality: \"great\" is not a value of the mapping",
        ]
    );
}

#[test]
fn a_denied_tie_and_an_unanswered_tie_are_not_ties() {
    let people = "7,1,,,,,,,,,,,,,\n7,2,,,,,,,,,,,,,\n7,3,,,,,,,,,,,,,\n";
    let rows = "7,1,2,not at all\n7,2,3,\n";
    assert!(read(people, rows).unwrap()[0].new.ties.is_empty());
    // If no value means "no tie", the row itself implies a tie.
    let mapping = EXAMPLE.replace(", \"not at all\" = false", "").replace("{ \"good\" = 3", "{ \"good\" = true");
    let ties = read_with(&mapping, people, "7,1,2,good\n7,2,3,\n").unwrap().remove(0).new.ties;
    assert_eq!(ties.iter().map(|tie| tie.strength).collect::<Vec<_>>(), [None, None]);
}

#[test]
fn values_equivalent_to_a_blank_are_unanswered() {
    let mapping = EXAMPLE.replace("[persons.tension]", "[persons.tension]\nunanswered = [\"99\"]");
    let clients = read_with(&mapping, "7,1,no,,,,,99,,,,,,,\n", "").unwrap();
    assert_eq!(clients[0].new.supporters[0].answers.tension, None);
}

#[test]
fn a_missing_column_is_one_fault_and_an_empty_file_too() {
    let mapping = Mapping::parse(EXAMPLE).unwrap();
    let texts = [("egos.csv", EGOS), ("alters.csv", "egoID,alterID\n7,1\n"), ("ties.csv", "")];
    let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    let faults: Vec<_> = mapping.read(&texts).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(faults.iter().filter(|fault| fault.contains("the column is missing")).count(), 13);
    assert!(faults.contains(&"alters.csv, row 1, column intensity: the column is missing".to_owned()), "{faults:?}");
    assert!(faults.contains(&"ties.csv, row 1: the file is empty".to_owned()), "{faults:?}");
}

#[test]
fn a_mapping_that_is_wrong_is_reported_with_its_line() {
    for (from, to, named) in [
        ("\"inner\"", "\"innermost\"", "innermost"),
        ("yes = 2", "yes = 7", "out of range"),
        ("\"good\" = 3", "\"good\" = 9", "a strength from 0 to 4"),
        ("key = \"egoID\"", "kee = \"egoID\"", "kee"),
        ("\"Ego {egoID}\"", "\"Ego {egoID\"", "brace"),
        ("theme = \"emigratie\"", "theme = \"\"", "blank"),
    ] {
        assert!(EXAMPLE.contains(from), "{from}");
        let faults = Mapping::parse(&EXAMPLE.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(faults.contains(named) && faults.contains("line "), "{faults}");
    }
}

/// A mapping of three small files.
const SMALL: &str = r#"
theme = "dementie"
blank = ["NA", "n.v.t."]
[clients]
file = "c.csv"
key = "nr"
system = "dossier"
name = "Cliënt {nr}"
basis = "Onderzoek"
dateOfBirth = { column = "geboren", format = "%d-%m-%Y" }
[persons]
file = ["p1.csv", "p2.csv"]
client = "nr"
key = "id"
alias = "{voor} {tussen} {achter}"
note = "{opm}"
tension = { column = "spanning", values = { "1" = 1, "2.0" = 2 }, unanswered = ["99"] }
[[ties]]
file = "vrienden.csv"
client = "nr"
first = "a"
second = "b"
[[ties]]
file = ["familie.csv"]
client = "nr"
first = "a"
second = "b"
strength = { column = "s", values = { "1" = 1, "2" = 2, nee = false } }
"#;

fn read_small(files: &[(&str, &str)]) -> Result<Vec<MappedClient>, Vec<String>> {
    let mut texts: HashMap<String, String> = [
        ("c.csv", "nr,geboren\n1,31-12-1950\n2,NA\n"),
        ("p1.csv", "nr,id,voor,tussen,achter,spanning,opm\n1,1.0,Anna,van der,Berg,1.0,\n1,2,Bram,,Smit,2,NA\n"),
        ("p2.csv", "nr;id;voor;tussen;achter;spanning;opm\n1.0;3;NA;;Carla;99.0;\"een\r\ntwee\"\n"),
        ("vrienden.csv", "nr,a,b\n1,1,2\n1,2,1\n"),
        ("familie.csv", "nr,a,b,s\n1,2.0,1,2.0\n1,1,3,nee\n1,3,2,\n"),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into();
    texts.extend(files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let read = Mapping::parse(SMALL).unwrap().read(&texts);
    read.map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

#[test]
fn tables_in_several_files_with_blanks_points_and_ties_both_ways_are_read() {
    let clients = read_small(&[]).unwrap();
    assert_eq!(clients[0].date_of_birth.map(|date| date.to_string()).as_deref(), Some("1950-12-31"));
    assert_eq!((clients[1].date_of_birth, clients[1].row, clients[1].file.as_str()), (None, 3, "c.csv"));
    let new = &clients[0].new;
    let names: Vec<_> = new.supporters.iter().map(|one| one.profile.alias.as_str()).collect();
    assert_eq!(names, ["Anna van der Berg", "Bram Smit", "Carla"]);
    let tensions: Vec<_> = new.supporters.iter().map(|one| one.answers.tension.map(i16::from)).collect();
    assert_eq!(tensions, [Some(1), Some(2), None]);
    let notes: Vec<_> = new.supporters.iter().map(|one| one.profile.note.as_ref().map(|note| note.as_str())).collect();
    assert_eq!(notes, [None, None, Some("een\ntwee")]);
    let ties: Vec<_> = new.ties.iter().map(|tie| (tie.supporters, tie.strength.map(i16::from))).collect();
    assert_eq!(ties, [([0, 1], Some(2))]);
}

#[test]
fn rows_that_contradict_each_other_are_both_named() {
    let faults = read_small(&[("familie.csv", "nr,a,b,s\n1,1,2,2\n1,2,1,1\n1,1,3,nee\n1,3,1,1\n")]).unwrap_err();
    let expected = [
        "familie.csv, row 3, column s: contradicts familie.csv, row 2, for the same two persons",
        "familie.csv, row 5, column s: contradicts familie.csv, row 4, for the same two persons",
    ];
    assert_eq!(faults, expected);
}

#[test]
fn an_unclosed_quote_is_reported_with_its_place_in_any_file() {
    let header = "nr,id,voor,tussen,achter,spanning,opm";
    let faults = read_small(&[
        ("p1.csv", &format!("{header}\n1,1,\"Anna,,Berg,,\n1,2,Bram,,Smit,,\n")),
        ("familie.csv", "nr,a,b,s\n1,\"1\"x,2,\n"),
    ]);
    let expected = [
        "p1.csv, row 2, column voor: a quote is opened and not closed",
        "familie.csv, row 2, column a: a quote must enclose the whole cell; inside a cell, write it twice",
    ];
    assert_eq!(faults.unwrap_err(), expected);
    let faults = read_small(&[("p1.csv", &format!("{header}\n1,1,\"Anna\nBram\",,Berg,\"1\n2\",\n"))]).unwrap_err();
    let expected = [
        "p1.csv, row 2, column voor: contains a line break; is a quote unclosed?",
        "p1.csv, row 2, column spanning: contains a line break; is a quote unclosed?",
    ];
    assert_eq!(faults[..2], expected);
}

#[test]
fn the_delimiter_is_looked_for_outside_quotes() {
    let mapping = SMALL.replace("\"p1.csv\", \"p2.csv\"", "\"p.csv\"");
    let persons = "nr,id,voor,tussen,achter,spanning,opm,\"Vrienden; familie; buren; werk; sport; zorg; x; y\"\n1,1,Anna,,,,,ja\n";
    let texts = [
        ("c.csv", "nr,geboren\n1,\n"),
        ("p.csv", persons),
        ("vrienden.csv", "nr,a,b\n"),
        ("familie.csv", "nr,a,b,s\n"),
    ];
    let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    assert_eq!(Mapping::parse(&mapping).unwrap().read(&texts).unwrap()[0].new.supporters.len(), 1);
}

#[test]
fn an_unknown_encoding_or_date_is_reported() {
    let faults = Mapping::parse(&format!("encoding = \"cp9\"\n{SMALL}")).unwrap_err().to_string();
    assert!(faults.contains("\"cp9\" is not a known encoding") && faults.contains("line 1"), "{faults}");
    let faults = read_small(&[("c.csv", "nr,geboren\n1,1950-12-31\n")]).unwrap_err();
    assert_eq!(faults, ["c.csv, row 2, column geboren: \"1950-12-31\" is not a date in the format %d-%m-%Y"]);
}
