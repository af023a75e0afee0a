//! A resource of a client, and who must have no access to it.

use super::app::App;
use super::client::Client;
use super::seed::World;
use serde_json::Value;

/// A resource of A's client, with bodies that create another one and change this one.
pub(crate) struct Resource<'a> {
    pub(crate) list: &'a str,
    pub(crate) path: &'a str,
    pub(crate) etag: &'a str,
    pub(crate) new: Value,
    pub(crate) change: Value,
}

impl Resource<'_> {
    /// Fails unless only the client and the assigned coach have access.
    pub(crate) async fn is_hidden_from_others(&self, app: &App, World { a, b, operator }: &World) {
        let anonymous = app.anonymous();
        anonymous.get(self.path).await.problem(401, "not-authenticated");
        anonymous.get(self.list).await.problem(401, "not-authenticated");
        anonymous.post(self.list, self.new.clone()).await.problem(401, "not-authenticated");
        for stranger in [&a.other_coach, &a.other_client, &b.coach, &b.client] {
            self.is_hidden_from(stranger).await;
        }
        for role in [&a.admin, &b.admin, operator] {
            role.get(self.path).await.problem(404, "not-found");
            role.patch(self.path, self.etag, self.change.clone()).await.problem(404, "not-found");
            for refused in [role.get(self.list).await, role.post(self.list, self.new.clone()).await] {
                assert!(matches!(refused.status.as_u16(), 403 | 404), "{}", refused.status);
            }
        }
    }

    /// Fails unless this caller gets 404 for everything.
    pub(crate) async fn is_hidden_from(&self, caller: &Client) {
        caller.get(self.list).await.problem(404, "not-found");
        caller.post(self.list, self.new.clone()).await.problem(404, "not-found");
        caller.get(self.path).await.problem(404, "not-found");
        caller.patch(self.path, self.etag, self.change.clone()).await.problem(404, "not-found");
        caller.delete(self.path, self.etag).await.problem(404, "not-found");
    }
}
