//! Lines of the access log as sentences to the client.

use crate::locale::message;
use domain::UserId;
use domain::access_log::{Actor, LogLine};
use domain::audit::Outcome;
use domain::vocabulary::Language;
use fluent_bundle::FluentArgs;

/// The verbs that resources share.
const VERBS: [&str; 5] = ["list", "read", "create", "update", "delete"];

/// The line as a sentence to the client, whose user is `reader`: who did what, or wanted to.
pub(in crate::v1) fn sentence(line: &LogLine, reader: Option<UserId>, language: Language) -> String {
    let mut args = FluentArgs::new();
    args.set("who", who(line, reader, language));
    let done = matches!(line.outcome, Outcome::Done | Outcome::Repeated);
    let own = if done { message(language, &format!("access-log-{}", line.operation), Some(&args)) } else { None };
    own.or_else(|| common(line, &mut args, language)).or_else(|| other(line, &args, language)).unwrap_or_default()
}

/// The sentence of a verb that resources share, such as "bekeek" for "de MLM-kaart".
fn common(line: &LogLine, args: &mut FluentArgs<'_>, language: Language) -> Option<String> {
    let (verb, resource) = line.operation.split_once('-').filter(|(verb, _)| VERBS.contains(verb))?;
    args.set("what", message(language, &format!("access-log-what-{resource}"), None)?);
    message(language, &format!("access-log-{}-{verb}", tense(line.outcome)), Some(args))
}

/// The sentence without the operation; its code stands beside it.
fn other(line: &LogLine, args: &FluentArgs<'_>, language: Language) -> Option<String> {
    message(language, &format!("access-log-{}", tense(line.outcome)), Some(args))
}

fn tense(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done | Outcome::Repeated => "done",
        Outcome::Refused => "refused",
        Outcome::Failed => "failed",
    }
}

fn who(line: &LogLine, reader: Option<UserId>, language: Language) -> String {
    let say = |key: &str, name: &str| {
        let mut args = FluentArgs::new();
        args.set("name", name.to_owned());
        args.set(
            "role",
            line.grounds.map(|grounds| grounds.capacity.label().text(language).to_lowercase()).unwrap_or_default(),
        );
        message(language, key, Some(&args)).unwrap_or_default()
    };
    match &line.actor {
        Actor::User(user) if reader == Some(user.id) => say("access-log-who-you", ""),
        Actor::User(user) => match &user.name {
            Some(name) if line.grounds.is_some() => say("access-log-who-with-role", name.as_str()),
            Some(name) => name.as_str().to_owned(),
            None => say("access-log-who-former", ""),
        },
        Actor::Integration(_, Some(name)) => name.as_str().to_owned(),
        Actor::Integration(_, None) => say("access-log-who-system", ""),
        Actor::Service => say("access-log-who-service", ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::message;
    use domain::access::{Action, Resource};
    use domain::audit::AuditedOperation;

    /// Every action on a client's record has a sentence in both languages.
    #[test]
    fn every_action_on_a_client_is_said() {
        let verbs = [Action::List, Action::Read, Action::Create, Action::Update, Action::Delete];
        let common = Resource::ALL.iter().flat_map(|resource| verbs.map(|verb| verb(*resource)));
        let actions = common
            .chain(Action::SPECIAL.iter().copied())
            .filter(|action| action.target().is_some_and(Resource::is_target));
        for action in actions {
            let code = AuditedOperation::Action(action).code();
            for language in [Language::Dutch, Language::English] {
                let own = message(language, &format!("access-log-{code}"), None);
                let what = code.split_once('-').filter(|(verb, _)| VERBS.contains(verb));
                let what = what.and_then(|(_, what)| message(language, &format!("access-log-what-{what}"), None));
                assert!(own.is_some() || what.is_some(), "{code} {language:?}");
            }
        }
    }
}
