use super::{Action, ClientFacts, Identity, Principal, Roles};
use crate::{ClientId, OrganisationId, SessionId, UserId};
use uuid::Uuid;

/// In which cases leave for an action on a client's thing is given: the rules of [`super::Authorized::on`], asked in advance for
/// each case there is, so that a statement that does the action can be told before it runs. Says nothing of operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admission(u64);

impl Admission {
    /// The number of a case is the sum of what holds of it: the caller is an administrator, a coach, a client of the
    /// organisation; is assigned to the client; the map is private; the client is the caller, with a log-in that is confirmed
    /// if the map is private.
    pub const ADMIN: u32 = 1;
    /// See [`Admission::ADMIN`].
    pub const COACH: u32 = 2;
    /// See [`Admission::ADMIN`].
    pub const CLIENT: u32 = 4;
    /// See [`Admission::ADMIN`].
    pub const ASSIGNED: u32 = 8;
    /// See [`Admission::ADMIN`].
    pub const PRIVATE: u32 = 16;
    /// See [`Admission::ADMIN`].
    pub const OWN: u32 = 32;

    /// For this action.
    #[must_use]
    pub fn of(action: Action) -> Self {
        let admitted = (0..2 * Self::OWN).filter(|case| admitted(*case, action));
        Self(admitted.fold(0, |cases, case| cases | 1 << case))
    }

    /// The cases, each the bit of its number.
    #[must_use]
    pub fn cases(self) -> u64 {
        self.0
    }
}

fn admitted(case: u32, action: Action) -> bool {
    let holds = |what| case & what != 0;
    let user = UserId(Uuid::max());
    let identity = Identity {
        session: SessionId(Uuid::nil()),
        user,
        operator: false,
        organisation: Some(OrganisationId(Uuid::nil())),
        roles: Roles {
            admin: holds(Admission::ADMIN),
            coach: holds(Admission::COACH),
            client: holds(Admission::CLIENT),
        },
    };
    let facts = ClientFacts {
        client_id: ClientId(Uuid::nil()),
        user_id: holds(Admission::OWN).then_some(user),
        confirmed: true,
        assigned: holds(Admission::ASSIGNED),
        private: holds(Admission::PRIVATE),
        author: None,
    };
    Principal::new(identity).authorize(action).and_then(|leave| leave.on(Some(facts))).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_case_is_as_the_rules_have_it() {
        let cases = Admission::of(Action::CreateSupporter).cases();
        let given = |case: u32| cases >> case & 1 == 1;
        use Admission as A;
        assert!(given(A::COACH + A::ASSIGNED));
        assert!(given(A::CLIENT + A::OWN));
        assert!(given(A::CLIENT + A::OWN + A::PRIVATE));
        for refused in [
            0,
            A::ADMIN,
            A::ADMIN + A::ASSIGNED,
            A::COACH,
            A::COACH + A::ASSIGNED + A::PRIVATE,
            A::COACH + A::OWN,
            A::CLIENT,
            A::CLIENT + A::ASSIGNED,
            A::ASSIGNED + A::OWN,
        ] {
            assert!(!given(refused), "{refused}");
        }
    }
}
