//! Descriptions of the expected values of settings. Errors never show the given value, which may contain a password.

use super::urls::DATABASE;
use super::{AppSetting, HttpUrl, LogFormat, Origin, Pooler, PublicUrl, ReadLog, SecondFactorSetting};
use domain::attempts::Limit;
use secrecy::SecretString;
use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::PathBuf;

/// A type of a setting.
pub(super) trait Expected {
    /// Description of a valid value, which follows "expected" in errors.
    const EXPECTED: &'static str;
}

macro_rules! expected {
    ($($kind:ty = $text:expr;)+) => {
        $(impl Expected for $kind { const EXPECTED: &'static str = $text; })+
    };
}

expected! {
    u32 = "a whole number";
    u64 = "a whole number";
    usize = "a whole number";
    NonZeroU32 = "a whole number from 1";
    NonZeroU64 = "a whole number from 1";
    bool = "true or false";
    String = "a text";
    PathBuf = "a path";
    SocketAddr = "an IP address and a port, such as 127.0.0.1:8080";
    SecretString = DATABASE;
    HttpUrl = "http:// or https://, a host and a path, such as http://collector:4318/v1/traces";
    PublicUrl = "http:// or https:// and a host, such as https://omringd.example.nl";
    Vec<Origin> = "origins such as https://app.example.nl, separated by commas: scheme, host and perhaps a port, without a path, \
        a slash at the end or a wildcard";
    Vec<String> = "a list, separated by commas";
    Limit = "a number and a period in s, m, h or d, such as 100/5m";
    AppSetting = "`on` or `off`";
    Pooler = "`none` or `transaction`";
    ReadLog = "`durable` or `received`";
    LogFormat = "`human` or `json`";
    SecondFactorSetting = "`required` or `optional`";
}

impl<T: Expected> Expected for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;
}
