//! Runs work that keeps a processor busy for long, at a lower priority than requests.

use domain::{Error, Result};
use std::num::NonZeroUsize;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// Time an idle thread waits for more work before it ends and frees its memory.
const LINGER: Duration = Duration::from_secs(1);

/// The scheduling priority of work on Linux; elsewhere it has the normal priority.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Priority {
    /// Normal priority: for tests, which wait for the work on a machine that may have no idle processor.
    No,
    /// Lower priority (nice 10, a tenth of the weight), with a guaranteed share.
    ///
    /// For work that a client waits for.
    Niced,
    /// Only on an idle processor (`SCHED_IDLE`).
    ///
    /// The work may never run: under a constant load, 20 ms of work took 12 s.
    Idle,
}

/// Dedicated threads with a lower priority.
///
/// They are dedicated because a thread cannot raise its priority again. They start with the work, and end when there is
/// none.
#[derive(Debug)]
pub(crate) struct LowPriorityThreads(Option<Runtime>);

impl LowPriorityThreads {
    /// Creates a pool of at most `threads` threads with this name.
    ///
    /// # Errors
    /// Only [`Error::Internal`].
    pub(crate) fn new(name: &str, threads: NonZeroUsize, yielding: Priority) -> Result<Self> {
        // Only the blocking threads of this runtime are used; it starts no others.
        let runtime = Builder::new_current_thread()
            .thread_name(name)
            .max_blocking_threads(threads.get())
            .thread_keep_alive(LINGER)
            .on_thread_start(move || give_way(yielding))
            .build();
        Ok(Self(Some(runtime.map_err(Error::internal)?)))
    }

    /// Runs the work and returns its result. The work completes even if no caller waits for it any more.
    ///
    /// # Errors
    /// Only [`Error::Internal`]: the work panicked.
    pub(crate) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let Self(Some(runtime)) = self else { return Err(Error::internal("its threads are gone")) };
        runtime.spawn_blocking(work).await.map_err(Error::internal)
    }
}

impl Drop for LowPriorityThreads {
    fn drop(&mut self) {
        // A plain drop would wait for the threads, which panics on a thread that serves requests.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

#[cfg_attr(not(target_os = "linux"), expect(unused_variables, reason = "there is one priority only"))]
fn give_way(yielding: Priority) {
    #[cfg(target_os = "linux")]
    {
        use thread_priority::NormalThreadSchedulePolicy::{Idle, Other};
        use thread_priority::{ThreadPriority, ThreadSchedulePolicy, set_thread_priority_and_policy, thread_native_id};
        let (policy, priority) = match yielding {
            Priority::No => return,
            Priority::Niced => (Other, niced()),
            Priority::Idle => (Idle, ThreadPriority::Min),
        };
        let policy = ThreadSchedulePolicy::Normal(policy);
        if let Err(error) = set_thread_priority_and_policy(thread_native_id(), priority, policy) {
            tracing::debug!(?error, ?yielding, "background work has the priority of everything else");
        }
    }
}

/// Returns nice 10 on the crate's scale, from nice 19 (0) to nice -20 (99).
#[cfg(target_os = "linux")]
fn niced() -> thread_priority::ThreadPriority {
    use thread_priority::{ThreadPriority, ThreadPriorityValue};
    ThreadPriorityValue::try_from(22).map_or(ThreadPriority::Min, ThreadPriority::Crossplatform)
}

#[cfg(target_os = "linux")]
#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Returns the niceness and the scheduling policy of this thread, numbered as in proc_pid_stat(5).
    pub(crate) fn manner() -> (i32, u32) {
        let stat = std::fs::read_to_string("/proc/thread-self/stat").unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        (fields[16].parse().unwrap(), fields[38].parse().unwrap())
    }

    #[tokio::test]
    async fn work_gives_way_and_who_asked_for_it_does_not() {
        let ((own, _), normal, idle) = (manner(), 0, 5);
        for (yielding, expected) in
            [(Priority::No, (own, normal)), (Priority::Niced, (10, normal)), (Priority::Idle, (0, idle))]
        {
            let background = LowPriorityThreads::new("test", NonZeroUsize::MIN, yielding).unwrap();
            assert_eq!(background.run(manner).await.unwrap(), expected);
            assert_eq!(manner(), (own, normal));
        }
    }

    #[tokio::test]
    async fn no_more_is_done_at_once_than_there_are_threads() {
        let background = LowPriorityThreads::new("test", NonZeroUsize::MIN, Priority::Niced).unwrap();
        let thread = || std::thread::current().id();
        let (one, other) = tokio::join!(background.run(thread), background.run(thread));
        assert_eq!(one.unwrap(), other.unwrap());
    }

    #[tokio::test]
    async fn what_panics_is_an_error_and_the_next_is_done() {
        let background = LowPriorityThreads::new("test", NonZeroUsize::MIN, Priority::Niced).unwrap();
        let panicked = background.run(|| assert_eq!(manner(), (1, 1))).await;
        assert!(matches!(panicked, Err(Error::Internal(_))));
        assert_eq!(background.run(|| 1).await.unwrap(), 1);
    }
}
