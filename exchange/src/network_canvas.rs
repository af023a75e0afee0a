//! Writes the CSV files of Network Canvas, as read by R's egor and ideanet.
//!
//! See "Exported data" in its documentation. Every network is a session with its own ego: the same client at
//! different times. A categorical variable has a column per option, `variable_option`, with true or false, and blank
//! when unanswered. Integer ids, unique in their file, accompany the UUIDs, since egor sorts ids as numbers. A person
//! has the same UUID in every network.

use crate::session::{Session, instant};
use crate::spreadsheet::{CsvCell, write_row};
use crate::variables::{Kind, Variable, values};
use domain::vocabulary::SupportType;
use domain::{PersonId, SupporterId};
use std::collections::HashMap;
use std::io::{self, Write};

/// The value of `networkCanvasProtocolName`.
pub(crate) const PROTOCOL: &str = "Omringd";

/// The three files, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum File {
    Ego,
    Person,
    Tie,
}

impl File {
    pub(crate) const ALL: [Self; 3] = [Self::Ego, Self::Person, Self::Tie];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ego => "omringd_ego.csv",
            Self::Person => "omringd_attributeList_Person.csv",
            Self::Tie => "omringd_edgeList_Tie.csv",
        }
    }
}

/// The last columns of every row: the card, if any, and when the network was recorded.
const RECORD: [&str; 3] = ["cardID", "cardVersion", "recordedAt"];

/// Appends the rows of one network at a time, each file to its own writer.
#[derive(Debug)]
pub(crate) struct Sheets<S> {
    rows: Rows,
    files: [S; 3],
}

impl<S: Write> Sheets<S> {
    /// Writes the headers, in the order of [`File::ALL`].
    pub(crate) fn new(types: Vec<SupportType>, variables: Vec<Variable>, mut files: [S; 3]) -> io::Result<Self> {
        let rows = Rows { types, variables, nodes: 0, ties: 0 };
        for (file, to) in File::ALL.into_iter().zip(&mut files) {
            rows.header(file, to)?;
        }
        Ok(Self { rows, files })
    }

    pub(crate) fn add(&mut self, session: &Session<'_>) -> io::Result<()> {
        for (file, to) in File::ALL.into_iter().zip(&mut self.files) {
            self.rows.of(file, session, to)?;
        }
        self.rows.nodes += session.whole.supporters.len();
        self.rows.ties += session.whole.ties.len();
        Ok(())
    }

    pub(crate) fn into_files(self) -> [S; 3] {
        self.files
    }
}

/// Builds the rows of a network.
#[derive(Debug)]
struct Rows {
    types: Vec<SupportType>,
    variables: Vec<Variable>,
    /// The number of persons and ties so far; ids are unique across networks.
    nodes: usize,
    ties: usize,
}

impl Rows {
    fn header(&self, file: File, to: &mut impl Write) -> io::Result<()> {
        let mut names: Vec<String> = match file {
            File::Ego => vec![
                "networkCanvasEgoUUID".into(),
                "networkCanvasCaseID".into(),
                "networkCanvasSessionID".into(),
                "networkCanvasProtocolName".into(),
                "sessionStart".into(),
                "sessionFinish".into(),
                "sessionExported".into(),
                "egoID".into(),
                "theme".into(),
                "everyoneNamed".into(),
                "everyTieNamed".into(),
                "reviewOn".into(),
            ],
            File::Person => ["nodeID", "egoID", "networkCanvasEgoUUID", "networkCanvasUUID"].map(Into::into).into(),
            File::Tie => [
                "edgeID",
                "from",
                "to",
                "egoID",
                "networkCanvasEgoUUID",
                "networkCanvasUUID",
                "networkCanvasSourceUUID",
                "networkCanvasTargetUUID",
                "strength",
            ]
            .map(Into::into)
            .into(),
        };
        match file {
            File::Ego => names.extend(self.types.iter().map(|code| format!("need_{code}"))),
            File::Person => names.extend(self.variables.iter().flat_map(columns)),
            File::Tie => {}
        }
        names.extend(RECORD.map(Into::into));
        write_row(names.into_iter().map(CsvCell::Plain), to)
    }

    fn of(&self, file: File, session: &Session<'_>, to: &mut impl Write) -> io::Result<()> {
        let record = record(session);
        let mut write = |row: Vec<CsvCell>| write_row(row.into_iter().chain(record.clone()), to);
        match file {
            File::Ego => write(self.ego(session)),
            File::Person => self.persons(session).try_for_each(write),
            File::Tie => self.ties(session).try_for_each(write),
        }
    }

    fn ego(&self, session: &Session<'_>) -> Vec<CsvCell> {
        let map = &session.whole.map;
        let mut row = vec![
            CsvCell::plain(session.id),
            CsvCell::plain(session.client),
            CsvCell::plain(session.id),
            CsvCell::plain(PROTOCOL),
            CsvCell::Plain(instant(map.created_at)),
            CsvCell::Plain(instant(session.recorded_at())),
            CsvCell::Plain(instant(session.exported_at)),
            CsvCell::plain(session.number),
            CsvCell::Text(map.theme.as_str().to_owned()),
            optional(map.everyone_named),
            optional(map.every_tie_named),
            optional(map.review_on),
        ];
        let level = |code: &SupportType| session.whole.needs.iter().find(|need| need.support_type == *code);
        row.extend(self.types.iter().map(|code| optional(level(code).map(|need| i16::from(need.level)))));
        row
    }

    fn persons(&self, session: &Session<'_>) -> impl Iterator<Item = Vec<CsvCell>> {
        let before = self.nodes;
        session.supporters().zip(before + 1..).map(move |((supporter, profile), node)| {
            let mut row = vec![
                CsvCell::plain(node),
                CsvCell::plain(session.number),
                CsvCell::plain(session.id),
                CsvCell::plain(supporter.person_id),
            ];
            for (variable, value) in self.variables.iter().zip(values(profile, &supporter.answers, &self.types)) {
                cells(variable, value, &mut row);
            }
            row
        })
    }

    fn ties(&self, session: &Session<'_>) -> impl Iterator<Item = Vec<CsvCell>> {
        let before = self.nodes;
        let nodes: HashMap<SupporterId, (usize, PersonId)> =
            session.supporters().zip(before + 1..).map(|((one, _), node)| (one.id, (node, one.person_id))).collect();
        let first = self.ties + 1;
        session.whole.ties.iter().zip(first..).filter_map(move |(tie, edge)| {
            let ((from, source), (to, target)) = (nodes.get(&tie.between.first())?, nodes.get(&tie.between.second())?);
            Some(vec![
                CsvCell::plain(edge),
                CsvCell::plain(from),
                CsvCell::plain(to),
                CsvCell::plain(session.number),
                CsvCell::plain(session.id),
                CsvCell::plain(tie.id),
                CsvCell::plain(source),
                CsvCell::plain(target),
                optional(tie.strength.map(i16::from)),
            ])
        })
    }
}

/// The columns of a variable.
fn columns(variable: &Variable) -> Vec<String> {
    match variable.kind {
        Kind::Text | Kind::Number | Kind::Boolean => vec![variable.name.clone()],
        Kind::Category(options) => options.iter().map(|option| format!("{}_{option}", variable.name)).collect(),
    }
}

/// Appends the cells of a variable.
fn cells(variable: &Variable, value: Option<String>, row: &mut Vec<CsvCell>) {
    match variable.kind {
        Kind::Text => row.push(value.map_or_else(|| CsvCell::Plain(String::new()), CsvCell::Text)),
        Kind::Number | Kind::Boolean => row.push(optional(value)),
        Kind::Category(options) => {
            row.extend(options.iter().map(|option| optional(value.as_ref().map(|chosen| chosen == option))));
        }
    }
}

/// The value, or a blank if unanswered.
fn optional(value: Option<impl ToString>) -> CsvCell {
    CsvCell::Plain(value.map(|value| value.to_string()).unwrap_or_default())
}

/// The cells of the columns of [`RECORD`].
fn record(session: &Session<'_>) -> [CsvCell; 3] {
    let (id, version) = (session.card.map(|card| card.id), session.card.map(|card| card.number));
    [optional(id), optional(version), CsvCell::Plain(instant(session.recorded_at()))]
}
