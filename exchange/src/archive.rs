use crate::graphml::{Graphs, write_end};
use crate::network_canvas::{File, Sheets};
use crate::session::{Network, Numbered, Subject};
use crate::variables::variables;
use domain::vocabulary::SupportType;
use std::fmt;
use std::io::{self, Read, Write};
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// Writes a zip with the three CSV files of Network Canvas and a GraphML file per network.
///
/// Networks are added one at a time. The CSV rows are buffered in separate files until the end, since a zip is
/// written one entry at a time.
pub struct Archive<W: Write, S> {
    subject: Subject,
    networks: usize,
    sheets: Sheets<S>,
    graphs: Graphs,
    zip: ZipWriter<StreamWriter<W>>,
}

impl<W: Write, S> fmt::Debug for Archive<W, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("networks", &self.networks).finish_non_exhaustive()
    }
}

impl<W: Write, S: Write> Archive<W, S> {
    /// Starts a zip in `to`; `types` must contain every support type used on the networks.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn new(subject: Subject, types: Vec<SupportType>, to: W, sheets: [S; 3]) -> io::Result<Self> {
        let variables = variables(&types);
        Ok(Self {
            subject,
            networks: 0,
            sheets: Sheets::new(types.clone(), variables.clone(), sheets)?,
            graphs: Graphs::new(types, variables),
            zip: ZipWriter::new_stream(to),
        })
    }

    /// Adds a network.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add(&mut self, network: Network<'_>) -> io::Result<()> {
        self.networks += 1;
        let session = Numbered { number: self.networks, subject: self.subject, network }.session();
        self.sheets.add(&session)?;
        let name = match session.card {
            Some(card) => format!("graphml/{}-card-{}.graphml", session.number, card.number),
            None => format!("graphml/{}-map.graphml", session.number),
        };
        self.zip.start_file(name, SimpleFileOptions::default())?;
        self.graphs.begin(&mut self.zip)?;
        self.graphs.graph(&session, &mut self.zip)?;
        write_end(&mut self.zip)
    }

    /// Finishes the zip with the CSV files, opened with `read`, and returns the writer.
    ///
    /// # Errors
    /// If a file cannot be read or written.
    pub fn finish<R: Read>(mut self, read: impl Fn(S) -> io::Result<R>) -> io::Result<W> {
        for (file, rows) in File::ALL.into_iter().zip(self.sheets.into_files()) {
            self.zip.start_file(file.name(), SimpleFileOptions::default())?;
            io::copy(&mut read(rows)?, &mut self.zip)?;
        }
        Ok(self.zip.finish()?.into_inner())
    }
}
