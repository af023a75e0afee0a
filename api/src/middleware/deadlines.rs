use std::time::Duration;

/// How long a request may take: together they cover the whole of it.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// To arrive: the head, and then the body.
    pub receive: Duration,
    /// To be answered, once it is here.
    pub answer: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self { receive: Duration::from_secs(15), answer: Duration::from_secs(30) }
    }
}
