//! Members of a mapping that are a single value or a list.

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// The file names of one table: one name, or a list if the table is split over several files.
#[derive(Debug)]
pub(super) struct Files(Vec<String>);

/// A table, or a list of tables.
#[derive(Debug)]
pub(super) struct OneOrMany<T>(Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl Deref for Files {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl<T> Deref for OneOrMany<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Names;

        impl<'de> Visitor<'de> for Names {
            type Value = Files;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a file, or a list of names")
            }

            fn visit_str<E>(self, name: &str) -> Result<Files, E> {
                Ok(Files(vec![name.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, names: A) -> Result<Files, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(names)).map(Files)
            }
        }

        from.deserialize_any(Names)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    // Not an untagged enum: its errors state neither the place nor the cause.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Tables<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Tables<T> {
            type Value = OneOrMany<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table, or a list of tables")
            }

            fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<OneOrMany<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(table)).map(|table| OneOrMany(vec![table]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, tables: A) -> Result<OneOrMany<T>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(tables)).map(OneOrMany)
            }
        }

        from.deserialize_any(Tables(PhantomData))
    }
}
