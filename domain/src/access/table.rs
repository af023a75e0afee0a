//! What the table in `policy.rs` is made of.

use super::Grant;

/// The capacity in which a request is made: a column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// Runs the platform.
    Operator,
    /// A member of the organisation, as administrator.
    Admin,
    /// A member, as coach.
    Coach,
    /// A member, as client.
    Client,
    /// Holds a share.
    Share,
    /// A system of the organisation's.
    Integration,
}

impl Capacity {
    /// All of them, in the order of the columns.
    pub const ALL: [Self; 6] = [Self::Operator, Self::Admin, Self::Coach, Self::Client, Self::Share, Self::Integration];
}

/// Some of the common verbs, and how far they are allowed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Right {
    verbs: &'static str,
    grant: Grant,
}

impl Right {
    /// Fails to compile for letters that are no verbs.
    pub(super) const fn new(verbs: &'static str, grant: Grant) -> Self {
        let (letters, mut at) = (verbs.as_bytes(), 0);
        while at < letters.len() {
            assert!(matches!(letters[at], b'l' | b'r' | b'c' | b'u' | b'd'), "no such verb");
            at += 1;
        }
        Self { verbs, grant }
    }
}

/// What the cell of one capacity says of a verb.
pub(super) fn in_cell(cell: &[Right], verb: char) -> Grant {
    cell.iter().find(|right| right.verbs.contains(verb)).map_or(Grant::Never, |right| right.grant)
}

/// Whether a cell has a right that depends on the author.
pub(super) fn depends_on_author(cell: &[Right]) -> bool {
    cell.iter().any(|right| right.grant == Grant::Author)
}

/// Marks the id of what stands on a map.
macro_rules! on_map {
    ([$id:ident] [Map]) => {
        impl $crate::access::OnMap for $id {}
    };
    ($($anything_else:tt)*) => {};
}
pub(super) use on_map;

/// Makes a cell of the table.
macro_rules! cell {
    (never) => {
        &[]
    };
    ($($verbs:ident $(= $grant:ident)?)&+) => {
        &[$($crate::access::table::Right::new(stringify!($verbs), $crate::access::table::cell!(@grant $($grant)?))),+]
    };
    (@grant) => {
        $crate::access::Grant::Always
    };
    (@grant $grant:ident) => {
        $crate::access::Grant::$grant
    };
}
pub(super) use cell;

/// Makes [`super::Resource`], [`super::Action`] and [`super::grant`] of the table.
macro_rules! policy {
    (
        resources {
            $($resource:ident $(($id:ident))? $(of $parent:ident)? $(in $whole:ident)? $(: $public:ident)?
                { $($($verbs:ident $(= $grant:ident)?)&+),+ })+
        }
        verbs { $($verb:ident: $kind:ident $(on $target:ident)? { $($far:ident),+ })+ }
    ) => {
        /// The ids of targets.
        pub mod ids {
            $crate::id::ids! {
                $($(#[doc = concat!("Identifies a [`super::Resource::", stringify!($resource), "`].")] $id;)?)+
            }
        }
        use ids::*;

        /// A resource that belongs to a client, by its id: what attributes are read of.
        #[expect(missing_docs, reason = "the names say it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Target { $($($resource($id),)?)+ }

        impl Target {
            /// The kind of resource.
            #[must_use]
            pub fn resource(self) -> Resource {
                match self { $($(Self::$resource($id(_)) => Resource::$resource,)?)+ }
            }

            /// The id.
            #[must_use]
            pub fn id(self) -> uuid::Uuid {
                match self { $($(Self::$resource($id(id)) => id,)?)+ }
            }
        }

        $($(
            impl From<$id> for Target {
                fn from(id: $id) -> Self {
                    Self::$resource(id)
                }
            }

            impl $crate::access::TargetId for $id {}
        )?)+
        $($crate::access::table::on_map!([$($id)?] [$($parent)?]);)+

        /// What there is to do something with.
        #[expect(missing_docs, reason = "the names say it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Resource { $($resource),+ }

        impl Resource {
            /// Every resource, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$resource),+];

            /// Its name, such as `CoachNote`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$resource => stringify!($resource)),+ }
            }

            /// Whether a [`Target`] can name one.
            #[must_use]
            pub fn is_target(self) -> bool {
                let ids: &[&str] = match self { $(Self::$resource => &[$(stringify!($id),)?]),+ };
                !ids.is_empty()
            }

            /// Whether it is a map or stands on one.
            #[must_use]
            pub fn is_on_map(self) -> bool {
                self == Self::Map || self.parent() == Some(Self::Map) || self.whole() == Some(Self::Map)
            }

            /// Whether a right on it depends on who wrote it.
            #[must_use]
            pub fn has_author(self) -> bool {
                self.cells().iter().any(|cell| $crate::access::table::depends_on_author(cell))
            }

            /// What it belongs to; listed and created with that.
            fn parent(self) -> Option<Self> {
                match self { $(Self::$resource => [$(Self::$parent,)?].first().copied()),+ }
            }

            /// What it is a part of, without an id of its own.
            fn whole(self) -> Option<Self> {
                match self { $(Self::$resource => [$(Self::$whole,)?].first().copied()),+ }
            }

            /// Whether everybody may know that it exists.
            fn is_public(self) -> bool {
                let marks: &[&str] = match self { $(Self::$resource => &[$(stringify!($public),)?]),+ };
                !marks.is_empty()
            }

            fn cells(self) -> [&'static [$crate::access::table::Right]; 6] {
                match self { $(Self::$resource => const { [$($crate::access::table::cell!($($verbs $(= $grant)?)&+)),+] }),+ }
            }
        }

        /// What a use case does. Each names exactly one action.
        #[expect(missing_docs, reason = "the names say it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            List(Resource),
            Read(Resource),
            Create(Resource),
            Update(Resource),
            Delete(Resource),
            $($verb),+
        }

        impl Action {
            /// Its name, such as `CreateMap`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::List(Resource::$resource) => concat!("List", stringify!($resource)),
                    Self::Read(Resource::$resource) => concat!("Read", stringify!($resource)),
                    Self::Create(Resource::$resource) => concat!("Create", stringify!($resource)),
                    Self::Update(Resource::$resource) => concat!("Update", stringify!($resource)),
                    Self::Delete(Resource::$resource) => concat!("Delete", stringify!($resource)),)+
                    $(Self::$verb => stringify!($verb)),+
                }
            }

            /// The action of this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                let verbs = [Self::List, Self::Read, Self::Create, Self::Update, Self::Delete];
                let common = Resource::ALL.iter().flat_map(|resource| verbs.map(|verb| verb(*resource)));
                common.chain(Self::SPECIAL.iter().copied()).find(|action| action.name() == name)
            }

            /// Every action that is not a common verb.
            pub const SPECIAL: &'static [Self] = &[$(Self::$verb),+];

            /// What it is done to: the thing itself, or for a list and for something new what that belongs to.
            #[must_use]
            pub fn target(self) -> Option<Resource> {
                match self {
                    Self::List(resource) | Self::Create(resource) => resource.parent(),
                    Self::Read(resource) | Self::Update(resource) | Self::Delete(resource) => {
                        Some(resource.whole().unwrap_or(resource)).filter(|resource| !resource.is_public())
                    }
                    $(Self::$verb => [$(Resource::$target,)?].first().copied()),+
                }
            }

            /// What it is about: the kind of thing that is listed, made or changed.
            #[must_use]
            pub fn resource(self) -> Option<Resource> {
                match self {
                    Self::List(resource)
                    | Self::Read(resource)
                    | Self::Create(resource)
                    | Self::Update(resource)
                    | Self::Delete(resource) => Some(resource),
                    $(Self::$verb => [$(Resource::$target,)?].first().copied()),+
                }
            }

            /// The action that reads its target: who may not do that must not learn that the target exists. None for what is no secret.
            #[must_use]
            pub fn reading(self) -> Option<Self> {
                self.target().map(Self::Read)
            }

            /// Whether it changes anything.
            #[must_use]
            pub fn writes(self) -> bool {
                match self {
                    Self::List(_) | Self::Read(_) => false,
                    Self::Create(_) | Self::Update(_) | Self::Delete(_) => true,
                    $(Self::$verb => $crate::access::table::writes!($kind)),+
                }
            }
        }

        /// How far this capacity may do this action.
        #[must_use]
        pub fn grant(capacity: Capacity, action: Action) -> Grant {
            let column = capacity as usize;
            let of = |resource: Resource, verb| $crate::access::table::in_cell(resource.cells()[column], verb);
            match action {
                Action::List(resource) => of(resource, 'l'),
                Action::Read(resource) => of(resource, 'r'),
                Action::Create(resource) => of(resource, 'c'),
                Action::Update(resource) => of(resource, 'u'),
                Action::Delete(resource) => of(resource, 'd'),
                $(Action::$verb => {
                    let row: [Grant; 6] = [$(Grant::$far),+];
                    row[column]
                })+
            }
        }
    };
}

/// Whether a special verb changes anything.
macro_rules! writes {
    (read) => {
        false
    };
    (write) => {
        true
    };
}
pub(super) use writes;
