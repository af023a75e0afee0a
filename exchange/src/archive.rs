use crate::graphml::Graphs;
use crate::network_canvas::{File, Sheets};
use crate::session::Session;
use crate::variables::{support_types, variables};
use domain::exports::WholeClient;
use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// A zip with the three CSV files of Network Canvas and a GraphML file for every network; in pieces, each made when it
/// is asked for.
pub struct Archive {
    client: WholeClient,
    sheets: Sheets,
    graphs: Graphs,
    steps: VecDeque<Step>,
    zip: Option<ZipWriter<StreamWriter<Written>>>,
    written: Written,
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("steps", &self.steps.len()).finish_non_exhaustive()
    }
}

/// One piece of work.
#[derive(Clone, Copy, Debug)]
enum Step {
    Begin(File),
    Rows(File, usize),
    Graph(usize),
}

/// What was written since it was last taken.
#[derive(Clone, Debug, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Archive {
    /// Of everything of this client.
    #[must_use]
    pub fn new(client: WholeClient) -> Self {
        let types = support_types(&client);
        let variables = variables(&types);
        let networks = Session::count(&client);
        let mut steps = VecDeque::new();
        for file in File::ALL {
            steps.push_back(Step::Begin(file));
            steps.extend((0..networks).map(|network| Step::Rows(file, network)));
        }
        steps.extend((0..networks).map(Step::Graph));
        let written = Written::default();
        Self {
            sheets: Sheets::new(&client, types.clone(), variables.clone()),
            graphs: Graphs::new(types, variables),
            client,
            steps,
            zip: Some(ZipWriter::new_stream(written.clone())),
            written,
        }
    }

    fn step(&mut self, step: Step) -> io::Result<()> {
        let Some(zip) = &mut self.zip else { return Ok(()) };
        match step {
            Step::Begin(file) => {
                zip.start_file(file.name(), SimpleFileOptions::default())?;
                self.sheets.header(file, zip)
            }
            Step::Rows(file, network) => match Session::at(&self.client, network) {
                Some(session) => self.sheets.rows(file, &session, zip),
                None => Ok(()),
            },
            Step::Graph(network) => {
                let Some(session) = Session::at(&self.client, network) else { return Ok(()) };
                let name = match session.card {
                    Some(card) => format!("graphml/{}-card-{}.graphml", session.number, card.number),
                    None => format!("graphml/{}-map.graphml", session.number),
                };
                zip.start_file(name, SimpleFileOptions::default())?;
                self.graphs.begin(zip)?;
                self.graphs.graph(&session, zip)?;
                Graphs::end(zip)
            }
        }
    }
}

impl Iterator for Archive {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let done = match self.steps.pop_front() {
            Some(step) => self.step(step),
            None => self.zip.take()?.finish().map(drop).map_err(Into::into),
        };
        if done.is_err() {
            self.zip = None;
            self.steps.clear();
        }
        Some(done.map(|()| self.written.take()))
    }
}
