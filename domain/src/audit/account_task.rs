//! The operations outside any organisation, and which sessions may perform them.

macro_rules! tasks {
    ($($task:ident),+ $(,)?) => {
        /// Operations outside any organisation, and those of the command line.
        #[expect(missing_docs, reason = "the variant names are self-explanatory")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum AccountTask { $($task),+ }

        impl AccountTask {
            /// The name of the variant, such as `LogIn`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$task => stringify!($task)),+ }
            }
        }
    };
}

tasks! {
    LogIn,
    IssueToken,
    PresentToken,
    Refresh,
    LogOut,
    ListSessions,
    EndSession,
    ChooseOrganisation,
    ReadAccount,
    UpdateAccount,
    ChangePassword,
    ConfirmEmail,
    ConfirmLogIn,
    AddOperator,
    ReadInvitation,
    AcceptInvitation,
    ConfirmSession,
    ChallengePasskey,
    ListSecondFactors,
    AddSecondFactor,
    ConfirmSecondFactor,
    RemoveSecondFactor,
    ReplaceRecoveryCodes,
    ListAccounts,
    ReadLog,
    Restore,
    DisableAccount,
    RequestReset,
    RequestLogInCode,
    ResetPassword,
    RequestEmailChange,
    ChangeEmail,
    DeleteAccount,
    BeginProviderLogIn,
    ShowClientKeys,
    ProviderLogOut,
    ListIdentities,
    LinkIdentity,
    UnlinkIdentity,
}

/// Which sessions may perform a task on the caller's own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AllowedIn {
    /// Every session, also one that waits for the second factor of its account.
    Every,
    /// Every session with the factors of its account, also an unconfirmed one of a device.
    Complete,
    /// The same, but one of a device only if it was confirmed in the last 30 days.
    Confirmed,
    /// Only one that was confirmed in the last ten minutes.
    JustConfirmed,
}

impl AccountTask {
    /// The sessions that may perform it. Matters only to tasks on the caller's own account.
    pub(crate) fn allowed_in(self) -> AllowedIn {
        match self {
            Self::ReadAccount | Self::LogOut | Self::ConfirmSession | Self::ChallengePasskey => AllowedIn::Every,
            Self::LogIn
            | Self::IssueToken
            | Self::PresentToken
            | Self::Refresh
            | Self::ListSessions
            | Self::EndSession
            | Self::ChooseOrganisation => AllowedIn::Complete,
            Self::UpdateAccount
            | Self::ChangePassword
            | Self::ConfirmEmail
            | Self::ConfirmLogIn
            | Self::AddOperator
            | Self::ReadInvitation
            | Self::AcceptInvitation
            | Self::RequestReset
            | Self::RequestLogInCode
            | Self::ListAccounts
            | Self::ReadLog
            | Self::Restore
            | Self::DisableAccount
            | Self::ResetPassword
            | Self::ChangeEmail
            | Self::BeginProviderLogIn
            | Self::ShowClientKeys
            | Self::ProviderLogOut
            | Self::ListIdentities
            | Self::ListSecondFactors => AllowedIn::Confirmed,
            Self::AddSecondFactor
            | Self::ConfirmSecondFactor
            | Self::RemoveSecondFactor
            | Self::ReplaceRecoveryCodes
            | Self::RequestEmailChange
            | Self::LinkIdentity
            | Self::UnlinkIdentity
            | Self::DeleteAccount => AllowedIn::JustConfirmed,
        }
    }

    /// Whether a session may perform it in which only an identity provider has said who the user is.
    ///
    /// The provider speaks for its organisation, not for the account, which may have memberships elsewhere.
    pub(crate) fn is_for_provider_sessions(self) -> bool {
        match self {
            Self::LogIn
            | Self::IssueToken
            | Self::Refresh
            | Self::LogOut
            | Self::ChooseOrganisation
            | Self::ReadAccount
            | Self::ChallengePasskey
            | Self::ConfirmSession => true,
            Self::ListSessions
            | Self::PresentToken
            | Self::RequestLogInCode
            | Self::EndSession
            | Self::UpdateAccount
            | Self::ChangePassword
            | Self::ConfirmEmail
            | Self::ConfirmLogIn
            | Self::AddOperator
            | Self::ReadInvitation
            | Self::AcceptInvitation
            | Self::ListSecondFactors
            | Self::AddSecondFactor
            | Self::ConfirmSecondFactor
            | Self::RemoveSecondFactor
            | Self::ReplaceRecoveryCodes
            | Self::ListAccounts
            | Self::ReadLog
            | Self::Restore
            | Self::DisableAccount
            | Self::RequestReset
            | Self::ResetPassword
            | Self::RequestEmailChange
            | Self::ChangeEmail
            | Self::DeleteAccount
            | Self::BeginProviderLogIn
            | Self::ShowClientKeys
            | Self::ProviderLogOut
            | Self::ListIdentities
            | Self::LinkIdentity
            | Self::UnlinkIdentity => false,
        }
    }
}
