use super::Limit;

/// What attempts are counted against. A cell of the counter is one network, account or user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counter {
    /// Wrong passwords and second factors from one network, on any accounts.
    Network,
    /// Wrong passwords on one account from one network that it logged in from lately, and of one logged-in user.
    KnownNetwork,
    /// Wrong passwords on one account from one other network.
    UnknownNetwork,
    /// Wrong passwords on one account from all other networks together.
    UnknownNetworks,
    /// Wrong second factors of one user.
    SecondFactor,
    /// Unknown secrets of links, such as those of invitations and resets, from one network.
    Link,
    /// Password resets that were requested for one address.
    ResetAddress,
    /// Password resets that were requested from one network.
    ResetNetwork,
    /// Log-ins at an identity provider that were begun from one network.
    ProviderNetwork,
    /// Changes of the email address that one user requested.
    EmailChange,
}

impl Counter {
    /// All counters.
    pub const ALL: [Self; 10] = [
        Self::Network,
        Self::KnownNetwork,
        Self::UnknownNetwork,
        Self::UnknownNetworks,
        Self::SecondFactor,
        Self::Link,
        Self::ResetAddress,
        Self::ResetNetwork,
        Self::ProviderNetwork,
        Self::EmailChange,
    ];

    /// The code, as in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::KnownNetwork => "known-network",
            Self::UnknownNetwork => "unknown-network",
            Self::UnknownNetworks => "unknown-networks",
            Self::SecondFactor => "second-factor",
            Self::Link => "link",
            Self::ResetAddress => "reset-address",
            Self::ResetNetwork => "reset-network",
            Self::ProviderNetwork => "provider-network",
            Self::EmailChange => "email-change",
        }
    }

    /// Whether a cell is a network, whatever the account.
    #[must_use]
    pub fn is_of_network(self) -> bool {
        match self {
            Self::Network | Self::Link | Self::ResetNetwork | Self::ProviderNetwork => true,
            Self::KnownNetwork
            | Self::UnknownNetwork
            | Self::UnknownNetworks
            | Self::SecondFactor
            | Self::ResetAddress
            | Self::EmailChange => false,
        }
    }

    /// Whether it counts requests that succeed, each of which stores or mails something, and not those that were wrong.
    pub(super) fn counts_success(self) -> bool {
        match self {
            Self::ResetAddress | Self::ResetNetwork | Self::ProviderNetwork | Self::EmailChange => true,
            Self::Network
            | Self::KnownNetwork
            | Self::UnknownNetwork
            | Self::UnknownNetworks
            | Self::SecondFactor
            | Self::Link => false,
        }
    }
}

/// The limit of each counter.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Of [`Counter::Network`]. An organisation may share one address.
    pub network: Limit,
    /// Of [`Counter::KnownNetwork`].
    pub known_network: Limit,
    /// Of [`Counter::UnknownNetwork`].
    pub unknown_network: Limit,
    /// Of [`Counter::UnknownNetworks`]. In any 24 hours at most the initial attempts plus those forgiven.
    pub unknown_networks: Limit,
    /// Of [`Counter::SecondFactor`].
    pub second_factor: Limit,
    /// Of [`Counter::Link`].
    pub link: Limit,
    /// Of [`Counter::ResetAddress`].
    pub reset_address: Limit,
    /// Of [`Counter::ResetNetwork`].
    pub reset_network: Limit,
    /// Of [`Counter::ProviderNetwork`]. An organisation may share one address.
    pub provider_network: Limit,
    /// Of [`Counter::EmailChange`].
    pub email_change: Limit,
}

impl Limits {
    /// The limit of a counter.
    #[must_use]
    pub fn of(&self, counter: Counter) -> Limit {
        match counter {
            Counter::Network => self.network,
            Counter::KnownNetwork => self.known_network,
            Counter::UnknownNetwork => self.unknown_network,
            Counter::UnknownNetworks => self.unknown_networks,
            Counter::SecondFactor => self.second_factor,
            Counter::Link => self.link,
            Counter::ResetAddress => self.reset_address,
            Counter::ResetNetwork => self.reset_network,
            Counter::ProviderNetwork => self.provider_network,
            Counter::EmailChange => self.email_change,
        }
    }
}
