//! Writes GraphML with the attributes that Network Canvas adds to `<graph>`.
//!
//! See Brandes et al., "GraphML Primer".

use crate::network_canvas::PROTOCOL;
use crate::session::{Network, Numbered, Session, Subject, instant};
use crate::variables::{Kind, Variable, values, variables};
use domain::vocabulary::SupportType;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::collections::HashMap;
use std::io::{self, Write};

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";
const NETWORK_CANVAS: &str = "http://schema.networkcanvas.com/xmlns";

/// The scope, name and type of each key.
///
/// The scope is the prefix of its id, so that ids are unique across scopes.
const KEYS: [(&str, &str, &str); 13] = [
    ("graph", "networkCanvasUUID", "string"),
    ("graph", "theme", "string"),
    ("graph", "cardID", "string"),
    ("graph", "cardVersion", "int"),
    ("graph", "recordedAt", "string"),
    ("node", "networkCanvasUUID", "string"),
    ("node", "networkCanvasType", "string"),
    ("node", "label", "string"),
    ("edge", "networkCanvasUUID", "string"),
    ("edge", "networkCanvasType", "string"),
    ("edge", "networkCanvasSourceUUID", "string"),
    ("edge", "networkCanvasTargetUUID", "string"),
    ("edge", "strength", "int"),
];

/// Writes networks with the same variables.
#[derive(Debug)]
pub(crate) struct Graphs {
    types: Vec<SupportType>,
    variables: Vec<Variable>,
}

impl Graphs {
    pub(crate) fn new(types: Vec<SupportType>, variables: Vec<Variable>) -> Self {
        Self { types, variables }
    }

    /// Writes the document up to the first network.
    pub(crate) fn begin(&self, to: &mut impl Write) -> io::Result<()> {
        let mut xml = Writer::new(to);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = [("xmlns", NAMESPACE), ("xmlns:nc", NETWORK_CANVAS)];
        xml.write_event(Event::Start(BytesStart::new("graphml").with_attributes(root)))?;
        let own = self.variables.iter().map(|variable| ("node", variable.name.as_str(), type_of(variable.kind)));
        for (of, name, kind) in KEYS.into_iter().chain(own) {
            let id = format!("{of}.{name}");
            let attributes = [("id", id.as_str()), ("for", of), ("attr.name", name), ("attr.type", kind)];
            xml.write_event(Event::Empty(BytesStart::new("key").with_attributes(attributes)))?;
        }
        Ok(())
    }

    /// Writes one network.
    pub(crate) fn graph(&self, session: &Session<'_>, to: &mut impl Write) -> io::Result<()> {
        let mut xml = Writer::new(to);
        let (id, client) = (session.id.to_string(), session.client.to_string());
        let recorded_at = instant(session.recorded_at());
        let (started, exported) = (instant(session.whole.map.created_at), instant(session.exported_at));
        let graph = BytesStart::new("graph").with_attributes([
            ("id", id.as_str()),
            ("edgedefault", "undirected"),
            ("nc:caseId", client.as_str()),
            ("nc:sessionUUID", id.as_str()),
            ("nc:protocolName", PROTOCOL),
            ("nc:sessionStartTime", started.as_str()),
            ("nc:sessionFinishTime", recorded_at.as_str()),
            ("nc:sessionExportTime", exported.as_str()),
        ]);
        xml.write_event(Event::Start(graph))?;
        data(&mut xml, "graph.networkCanvasUUID", &id)?;
        data(&mut xml, "graph.theme", session.whole.map.theme.as_str())?;
        if let Some(card) = session.card {
            data(&mut xml, "graph.cardID", &card.id.to_string())?;
            data(&mut xml, "graph.cardVersion", &card.number.to_string())?;
        }
        data(&mut xml, "graph.recordedAt", &recorded_at)?;
        let mut nodes = HashMap::new();
        for ((supporter, profile), number) in session.supporters().zip(1_usize..) {
            let (node, uuid) = (number.to_string(), supporter.person_id.to_string());
            xml.write_event(Event::Start(BytesStart::new("node").with_attributes([("id", node.as_str())])))?;
            data(&mut xml, "node.networkCanvasUUID", &uuid)?;
            data(&mut xml, "node.networkCanvasType", "Person")?;
            data(&mut xml, "node.label", profile.alias.as_str())?;
            for (variable, value) in self.variables.iter().zip(values(profile, &supporter.answers, &self.types)) {
                if let Some(value) = value {
                    data(&mut xml, &format!("node.{}", variable.name), &value)?;
                }
            }
            xml.write_event(Event::End(BytesEnd::new("node")))?;
            nodes.insert(supporter.id, (node, uuid));
        }
        for (tie, number) in session.whole.ties.iter().zip(1_usize..) {
            let ends = (nodes.get(&tie.between.first()), nodes.get(&tie.between.second()));
            let (Some((source, from)), Some((target, to))) = ends else { continue };
            let id = number.to_string();
            let edge = [("id", id.as_str()), ("source", source.as_str()), ("target", target.as_str())];
            xml.write_event(Event::Start(BytesStart::new("edge").with_attributes(edge)))?;
            data(&mut xml, "edge.networkCanvasUUID", &tie.id.to_string())?;
            data(&mut xml, "edge.networkCanvasType", "Tie")?;
            data(&mut xml, "edge.networkCanvasSourceUUID", from)?;
            data(&mut xml, "edge.networkCanvasTargetUUID", to)?;
            if let Some(strength) = tie.strength {
                data(&mut xml, "edge.strength", &i16::from(strength).to_string())?;
            }
            xml.write_event(Event::End(BytesEnd::new("edge")))?;
        }
        xml.write_event(Event::End(BytesEnd::new("graph")))
    }
}

/// Writes the document after the last network.
pub(crate) fn write_end(to: &mut impl Write) -> io::Result<()> {
    Writer::new(to).write_event(Event::End(BytesEnd::new("graphml")))
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Category(_) => "string",
        Kind::Number => "int",
        Kind::Boolean => "boolean",
    }
}

fn data<W: Write>(xml: &mut Writer<W>, key: &str, text: &str) -> io::Result<()> {
    xml.write_event(Event::Start(BytesStart::new("data").with_attributes([("key", key)])))?;
    xml.write_event(Event::Text(BytesText::new(&allowed(text))))?;
    xml.write_event(Event::End(BytesEnd::new("data")))
}

/// Removes the two characters that XML 1.0 cannot represent (production 2, Char).
///
/// Stored text contains no control characters.
fn allowed(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// Writes one document with a graph per network, added one at a time.
#[derive(Debug)]
pub struct GraphMl<W> {
    subject: Subject,
    networks: usize,
    graphs: Graphs,
    to: W,
}

impl<W: Write> GraphMl<W> {
    /// Starts a document in `to`; `types` must contain every support type used on the networks.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn new(subject: Subject, types: Vec<SupportType>, mut to: W) -> io::Result<Self> {
        let variables = variables(&types);
        let graphs = Graphs::new(types, variables);
        graphs.begin(&mut to)?;
        Ok(Self { subject, networks: 0, graphs, to })
    }

    /// Adds a network.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&mut self, network: Network<'_>) -> io::Result<()> {
        self.networks += 1;
        let session = Numbered { number: self.networks, subject: self.subject, network }.session();
        self.graphs.graph(&session, &mut self.to)
    }

    /// Finishes the document and returns the writer.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        write_end(&mut self.to)?;
        Ok(self.to)
    }
}
