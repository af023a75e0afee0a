//! The CSV files of Network Canvas (its documentation, "Exported data"), as R's egor and ideanet read them.
//!
//! Every network is a session with an ego of its own: the same client at another moment. A categorical variable is one
//! column for each option, `variable_option`, true or false, and blank when unanswered. Beside the UUIDs stand integers,
//! unique in their file: egor puts ids in order as numbers. A person is the same UUID in every network.

use crate::session::{Session, instant};
use crate::spreadsheet::harmless;
use crate::variables::{Kind, Variable, values};
use csv::{Terminator, Writer, WriterBuilder};
use domain::exports::WholeClient;
use domain::vocabulary::SupportType;
use domain::{PersonId, SupporterId};
use std::collections::HashMap;
use std::io::Write;

/// The name of the protocol.
pub(crate) const PROTOCOL: &str = "Omringd";

/// The three files, in the order they are written.
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

/// The columns at the end of every row: which card, if it is one, and when the network was so.
const RECORD: [&str; 3] = ["cardID", "cardVersion", "recordedAt"];

/// Writes the rows of one network after those of another.
#[derive(Debug)]
pub(crate) struct Sheets {
    types: Vec<SupportType>,
    variables: Vec<Variable>,
    /// How many persons and ties went before: ids count on over the networks.
    nodes: Vec<usize>,
    ties: Vec<usize>,
}

impl Sheets {
    pub(crate) fn new(client: &WholeClient, types: Vec<SupportType>, variables: Vec<Variable>) -> Self {
        let (mut nodes, mut ties) = (Vec::new(), Vec::new());
        let (mut node, mut tie) = (0, 0);
        for session in (0..Session::count(client)).filter_map(|index| Session::at(client, index)) {
            nodes.push(node);
            ties.push(tie);
            node += session.whole.supporters.len();
            tie += session.whole.ties.len();
        }
        Self { types, variables, nodes, ties }
    }

    pub(crate) fn header(&self, file: File, to: &mut impl Write) -> csv::Result<()> {
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
        writer(to).write_record(names)
    }

    pub(crate) fn rows(&self, file: File, session: &Session<'_>, to: &mut impl Write) -> csv::Result<()> {
        let mut to = writer(to);
        match file {
            File::Ego => to.write_record(harmless_row(&self.ego(session), session))?,
            File::Person => {
                for row in self.persons(session) {
                    to.write_record(harmless_row(&row, session))?;
                }
            }
            File::Tie => {
                for row in self.ties(session) {
                    to.write_record(harmless_row(&row, session))?;
                }
            }
        }
        to.flush().map_err(Into::into)
    }

    fn ego(&self, session: &Session<'_>) -> Vec<String> {
        let map = &session.whole.map;
        let answer = |answer: Option<bool>| answer.map(|yes| yes.to_string()).unwrap_or_default();
        let mut row = vec![
            session.id.to_string(),
            session.client.to_string(),
            session.id.to_string(),
            PROTOCOL.to_owned(),
            instant(map.created_at),
            instant(session.recorded_at()),
            instant(session.exported_at),
            session.number.to_string(),
            map.theme.as_str().to_owned(),
            answer(map.everyone_named),
            answer(map.every_tie_named),
            map.review_on.map(|date| date.to_string()).unwrap_or_default(),
        ];
        let level = |code: &SupportType| session.whole.needs.iter().find(|need| need.support_type == *code);
        row.extend(
            self.types.iter().map(|code| level(code).map(|need| i16::from(need.level).to_string()).unwrap_or_default()),
        );
        row
    }

    fn persons(&self, session: &Session<'_>) -> impl Iterator<Item = Vec<String>> {
        let before = self.nodes.get(session.number - 1).copied().unwrap_or_default();
        session.supporters().zip(before + 1..).map(move |((supporter, profile), node)| {
            let mut row = vec![
                node.to_string(),
                session.number.to_string(),
                session.id.to_string(),
                supporter.person_id.to_string(),
            ];
            for (variable, value) in self.variables.iter().zip(values(profile, &supporter.answers, &self.types)) {
                cells(variable, value, &mut row);
            }
            row
        })
    }

    fn ties(&self, session: &Session<'_>) -> impl Iterator<Item = Vec<String>> {
        let before = self.nodes.get(session.number - 1).copied().unwrap_or_default();
        let nodes: HashMap<SupporterId, (usize, PersonId)> =
            session.supporters().zip(before + 1..).map(|((one, _), node)| (one.id, (node, one.person_id))).collect();
        let first = self.ties.get(session.number - 1).copied().unwrap_or_default() + 1;
        session.whole.ties.iter().zip(first..).filter_map(move |(tie, edge)| {
            let ((from, source), (to, target)) = (nodes.get(&tie.between.first())?, nodes.get(&tie.between.second())?);
            Some(vec![
                edge.to_string(),
                from.to_string(),
                to.to_string(),
                session.number.to_string(),
                session.id.to_string(),
                tie.id.to_string(),
                source.to_string(),
                target.to_string(),
                tie.strength.map(|grade| i16::from(grade).to_string()).unwrap_or_default(),
            ])
        })
    }
}

fn writer<W: Write>(to: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to)
}

/// The columns of a variable.
fn columns(variable: &Variable) -> Vec<String> {
    match variable.kind {
        Kind::Text | Kind::Number | Kind::Boolean => vec![variable.name.clone()],
        Kind::Category(options) => options.iter().map(|option| format!("{}_{option}", variable.name)).collect(),
    }
}

/// Their cells.
fn cells(variable: &Variable, value: Option<String>, row: &mut Vec<String>) {
    match variable.kind {
        Kind::Text | Kind::Number | Kind::Boolean => row.push(value.unwrap_or_default()),
        Kind::Category(options) => row.extend(
            options
                .iter()
                .map(|option| value.as_ref().map(|chosen| (chosen == option).to_string()).unwrap_or_default()),
        ),
    }
}

/// The row with the columns of [`RECORD`], ready for a spreadsheet.
fn harmless_row(row: &[String], session: &Session<'_>) -> Vec<String> {
    let card = session.card.map(|card| (card.id.to_string(), card.number.to_string()));
    let (id, version) = card.unwrap_or_default();
    let record = [id, version, instant(session.recorded_at())];
    row.iter().chain(&record).map(|cell| harmless(cell).into_owned()).collect()
}
