use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

/// The state of one connection, shared by its stream and its requests; one thread serves them all.
#[derive(Clone, Default)]
pub(crate) struct Watch(Rc<Shared>);

#[derive(Default)]
struct Shared {
    requests: Cell<u32>,
    begun: Cell<u64>,
    /// Resources that responses keep until their last byte is written.
    held: RefCell<Vec<Box<dyn Any>>>,
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Watch({} requests)", self.0.requests.get())
    }
}

impl Watch {
    /// Records the start of a request.
    ///
    /// The request ends when the returned guard is dropped, together with the body of its response.
    pub(crate) fn request(&self) -> UnderWay {
        self.0.requests.set(self.0.requests.get() + 1);
        self.0.begun.set(self.0.begun.get() + 1);
        UnderWay(self.clone())
    }

    /// Keeps a resource until everything handed to the connection so far is written.
    pub(crate) fn hold(&self, thing: Box<dyn Any>) {
        self.0.held.borrow_mut().push(thing);
    }

    /// Records that everything handed to the connection is written.
    #[cfg(feature = "server")]
    pub(super) fn written(&self) {
        if !self.0.held.borrow().is_empty() {
            // Outside the borrow: a drop may run any code.
            drop(self.0.held.take());
        }
    }

    /// Returns the number of requests so far.
    #[cfg(feature = "server")]
    pub(super) fn begun(&self) -> u64 {
        self.0.begun.get()
    }

    #[cfg(feature = "server")]
    pub(super) fn is_idle(&self) -> bool {
        self.0.requests.get() == 0
    }
}

/// A request whose response is not yet complete.
pub(crate) struct UnderWay(Watch);

impl Drop for UnderWay {
    fn drop(&mut self) {
        let requests = &self.0.0.requests;
        requests.set(requests.get().saturating_sub(1));
    }
}
