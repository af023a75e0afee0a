//! Permits for heavy work, shared fairly among users.

use crate::problem::Problem;
use crate::retry_after;
use domain::{Error, UserId};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// The limits of a [`FairQueue`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Maximum permits at once.
    pub(crate) permits: usize,
    /// Maximum permits at once per user.
    pub(crate) permits_per_user: usize,
    /// Maximum waiting requests per user.
    pub(crate) waiting_per_user: usize,
    /// Maximum waiting requests.
    pub(crate) waiting: usize,
    /// Maximum time that a request waits.
    pub(crate) timeout: Duration,
}

/// Grants permits round-robin by user.
///
/// However many requests one user has, few of them delay another user's.
#[derive(Clone, Debug)]
pub(crate) struct FairQueue {
    state: Arc<Mutex<State>>,
    bounds: Bounds,
    /// Its name in metrics.
    name: &'static str,
}

#[derive(Debug, Default)]
struct State {
    granted: usize,
    granted_to: HashMap<UserId, Granted>,
    waiting: usize,
    users: Vec<Queue>,
    /// Number of grants so far, which orders users by their last grant.
    grants: u64,
}

/// The permits of one user, and the user's last grant.
#[derive(Debug, Default)]
struct Granted {
    permits: usize,
    last: u64,
}

/// The waiting requests of one user, the oldest first.
#[derive(Debug)]
struct Queue {
    user: UserId,
    last_granted: u64,
    requests: VecDeque<oneshot::Sender<()>>,
}

impl FairQueue {
    pub(crate) fn new(name: &'static str, bounds: Bounds) -> Self {
        Self { state: Arc::default(), bounds, name }
    }

    /// Waits for a permit.
    ///
    /// # Errors
    /// 429 if too many requests of this user wait; 503 if too many requests wait, or at the timeout.
    pub(crate) async fn acquire(&self, user: UserId) -> Result<Permit, Problem> {
        let began = Instant::now();
        let permit = self.wait(user).await;
        match &permit {
            Ok(_) => metrics::histogram!("work_wait_seconds", "queue" => self.name).record(began.elapsed()),
            Err(_) => metrics::counter!("work_refused_total", "queue" => self.name).increment(1),
        }
        permit
    }

    async fn wait(&self, user: UserId) -> Result<Permit, Problem> {
        let Bounds { waiting_per_user, waiting, timeout, .. } = self.bounds;
        let entry = {
            let state = self.state();
            let of_user = state.users.iter().find(|queue| queue.user == user).map_or(0, |queue| queue.requests.len());
            if !self.is_free(&state, user) && of_user >= waiting_per_user {
                return Err(Error::Busy(retry_after::PERMIT).into());
            }
            if !self.is_free(&state, user) && state.waiting >= waiting {
                return Err(busy());
            }
            self.enter(state, user)
        };
        tokio::time::timeout(timeout, entry.granted()).await.map_err(|_| busy())?.ok_or_else(busy)
    }

    fn enter(&self, mut state: MutexGuard<'_, State>, user: UserId) -> Waiting {
        let (sender, receiver) = oneshot::channel();
        let last_granted = state.granted_to.get(&user).map_or(0, |granted| granted.last);
        match state.users.iter_mut().find(|queue| queue.user == user) {
            Some(queue) => queue.requests.push_back(sender),
            None => state.users.push(Queue { user, last_granted, requests: VecDeque::from([sender]) }),
        }
        state.waiting += 1;
        self.grant(&mut state);
        Waiting { queue: self.clone(), user, receiver }
    }

    fn is_free(&self, state: &State, user: UserId) -> bool {
        state.granted < self.bounds.permits
            && state.granted_to.get(&user).is_none_or(|granted| granted.permits < self.bounds.permits_per_user)
    }

    /// Grants the free permits, and shows how many requests still wait.
    fn grant(&self, state: &mut State) {
        self.grant_free(state);
        self.show(state);
    }

    #[expect(clippy::cast_precision_loss, reason = "a gauge is a float; this number is far below 2^52")]
    fn show(&self, state: &State) {
        metrics::gauge!("work_waiting", "queue" => self.name).set(state.waiting as f64);
    }

    /// Grants every free permit, each to the user whose last grant is the oldest.
    fn grant_free(&self, state: &mut State) {
        loop {
            let eligible = state.users.iter().enumerate().filter(|(_, queue)| self.is_free(state, queue.user));
            let Some((next, _)) = eligible.min_by_key(|(_, queue)| queue.last_granted) else { return };
            state.grants += 1;
            let grants = state.grants;
            let Queue { user, last_granted, requests } = &mut state.users[next];
            let (user, sender) = (*user, requests.pop_front());
            *last_granted = grants;
            if requests.is_empty() {
                state.users.remove(next);
            }
            state.waiting = state.waiting.saturating_sub(1);
            if sender.is_some_and(|sender| sender.send(()).is_ok()) {
                state.granted += 1;
                let granted = state.granted_to.entry(user).or_default();
                *granted = Granted { permits: granted.permits + 1, last: grants };
            }
        }
    }

    fn release(&self, user: UserId) {
        let mut state = self.state();
        state.granted = state.granted.saturating_sub(1);
        if let Some(granted) = state.granted_to.get_mut(&user) {
            granted.permits = granted.permits.saturating_sub(1);
            if granted.permits == 0 {
                state.granted_to.remove(&user);
            }
        }
        self.grant(&mut state);
    }

    /// Removes the requests of this user that no longer wait.
    fn forget(&self, user: UserId) {
        let mut state = self.state();
        let Some(queue) = state.users.iter_mut().find(|queue| queue.user == user) else { return };
        let before = queue.requests.len();
        queue.requests.retain(|sender| !sender.is_closed());
        let gone = before - queue.requests.len();
        state.waiting = state.waiting.saturating_sub(gone);
        state.users.retain(|queue| !queue.requests.is_empty());
        self.show(&state);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns 503 with `Retry-After`.
fn busy() -> Problem {
    Problem::unavailable(retry_after::PERMIT)
}

/// A request in the queue; removed from the queue when dropped.
struct Waiting {
    queue: FairQueue,
    user: UserId,
    receiver: oneshot::Receiver<()>,
}

impl Waiting {
    async fn granted(mut self) -> Option<Permit> {
        (&mut self.receiver).await.ok()?;
        Some(Permit { queue: self.queue.clone(), user: self.user })
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.receiver.close();
        if self.receiver.try_recv().is_ok() {
            // The permit was granted at the moment the request stopped waiting.
            self.queue.release(self.user);
        } else {
            self.queue.forget(self.user);
        }
    }
}

/// A permit for one piece of heavy work; released when dropped.
#[derive(Debug)]
pub(crate) struct Permit {
    queue: FairQueue,
    user: UserId,
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.queue.release(self.user);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::{StatusCode, header};
    use std::future::Future;
    use std::pin::{Pin, pin};
    use std::task::{Context, Poll, Waker};
    use uuid::Uuid;

    const BOUNDS: Bounds = Bounds {
        permits: 1,
        permits_per_user: 1,
        waiting_per_user: 20,
        waiting: 100,
        timeout: Duration::from_secs(60),
    };

    fn user(number: u128) -> UserId {
        UserId(Uuid::from_u128(number))
    }

    type Acquiring<'a> = Pin<Box<dyn Future<Output = Result<Permit, Problem>> + 'a>>;

    fn acquiring(queue: &FairQueue, number: u128) -> Acquiring<'_> {
        Box::pin(queue.acquire(user(number)))
    }

    fn poll(acquiring: &mut Acquiring<'_>) -> Option<Result<Permit, Problem>> {
        match acquiring.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => Some(result),
            Poll::Pending => None,
        }
    }

    #[tokio::test]
    async fn a_user_with_one_request_does_not_wait_for_all_of_anothers() {
        let queue = FairQueue::new("export", BOUNDS);
        let first = queue.acquire(user(1)).await.unwrap();
        let mut others: Vec<Acquiring<'_>> = (0..20).map(|_| acquiring(&queue, 1)).collect();
        assert!(others.iter_mut().all(|other| poll(other).is_none()));
        let mut one = acquiring(&queue, 2);
        assert!(poll(&mut one).is_none());
        drop(first);
        assert!(poll(&mut others[0]).is_none());
        drop(poll(&mut one).unwrap().unwrap());
        // The first user is next, so users alternate.
        let second = poll(&mut others[0]).unwrap().unwrap();
        let mut one = acquiring(&queue, 2);
        assert!(poll(&mut one).is_none());
        drop(second);
        assert!(poll(&mut others[1]).is_none());
        assert!(poll(&mut one).unwrap().is_ok());
    }

    #[tokio::test]
    async fn a_user_leaves_a_permit_for_others() {
        let queue = FairQueue::new("export", Bounds { permits: 3, permits_per_user: 2, ..BOUNDS });
        let _held = (queue.acquire(user(1)).await.unwrap(), queue.acquire(user(1)).await.unwrap());
        let mut third = acquiring(&queue, 1);
        assert!(poll(&mut third).is_none());
        let other = queue.acquire(user(2)).await.unwrap();
        assert!(poll(&mut acquiring(&queue, 3)).is_none());
        drop(other);
        assert!(poll(&mut third).is_none());
    }

    #[tokio::test]
    async fn what_waits_is_bounded_for_a_user_and_for_all() {
        let queue = FairQueue::new("export", Bounds { waiting_per_user: 2, waiting: 3, ..BOUNDS });
        let _held = queue.acquire(user(1)).await.unwrap();
        let mut waiting: Vec<Acquiring<'_>> = [1, 1, 2].map(|n| acquiring(&queue, n)).into();
        assert!(waiting.iter_mut().all(|one| poll(one).is_none()));
        assert_eq!(queue.acquire(user(1)).await.unwrap_err().status, StatusCode::TOO_MANY_REQUESTS);
        let refused = queue.acquire(user(3)).await.unwrap_err();
        assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(refused.headers, [(header::RETRY_AFTER, "2".to_owned())]);
        // A waiter that stops waiting frees its place in the queue.
        waiting.pop();
        assert!(poll(&mut acquiring(&queue, 3)).is_none());
    }

    #[tokio::test]
    async fn nobody_waits_for_ever_and_no_permit_is_lost() {
        let queue = FairQueue::new("export", Bounds { timeout: Duration::from_millis(10), ..BOUNDS });
        let held = queue.acquire(user(1)).await.unwrap();
        assert_eq!(queue.acquire(user(2)).await.unwrap_err().status, StatusCode::SERVICE_UNAVAILABLE);
        {
            let mut gives_up = pin!(queue.acquire(user(3)));
            assert!(gives_up.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
            // Granted, but not received.
            drop(held);
        }
        drop(queue.acquire(user(4)).await.unwrap());
        let state = queue.state();
        assert_eq!((state.granted, state.waiting, state.users.len(), state.granted_to.len()), (0, 0, 0, 0));
    }
}
