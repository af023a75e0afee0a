use std::time::Duration;

/// Time limits of a request; together they cover all of it.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// Time to receive the head, and then the body.
    pub receive: Duration,
    /// Time to handle a received request.
    pub answer: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self { receive: Duration::from_secs(15), answer: Duration::from_secs(30) }
    }
}
