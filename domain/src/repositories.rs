//! What the list of repositories in `lib.rs` declares.

/// Declares the repositories of an organisation: the trait that a store implements, and the unit of work's methods that reach them.
macro_rules! repositories {
    ($($name:ident: $($repository:ident)::+),+ $(,)?) => {
        /// Every repository of one organisation, in one transaction. Dropped without [`Repositories::commit`], nothing has happened.
        #[async_trait::async_trait]
        pub trait Repositories: $crate::access::Access $(+ $($repository)::+)+ + Send {
            /// Makes it last, with the events of what was done, and the answer to store if the caller gave an idempotency key. Tells the
            /// maps of which something changed, and their new versions.
            ///
            /// # Errors
            /// [`crate::Error::InFlight`] if the same idempotent request was answered meanwhile.
            async fn commit(
                self: Box<Self>,
                events: Vec<$crate::events::Event>,
                outcome: Option<$crate::ports::StoredResponse>,
            ) -> $crate::Result<Vec<($crate::MapId, $crate::Version)>>;

            /// Ends a transaction that only read; there is nothing to wait for.
            fn end(self: Box<Self>);
        }

        impl $crate::UnitOfWork {
            $(
                #[doc = concat!("[`", stringify!($($repository)::+), "`].")]
                pub fn $name(&mut self) -> &mut dyn $($repository)::+ {
                    self.repositories()
                }
            )+
        }
    };
}
pub(crate) use repositories;
