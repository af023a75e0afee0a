//! Erases clients as the service does, without the waiting time.

use super::app::App;
use super::seed::Organisation;
use domain::jobs;
use domain::ports::Clock;
use serde_json::json;
use uuid::Uuid;

impl App {
    /// Lets an administrator record that the client asks for erasure, and erases the record at once. Returns the request's id.
    pub(crate) async fn erase(&self, of: &Organisation, client: Uuid) -> String {
        let path = format!("/v1/clients/{client}/erasure-requests");
        let asked = of.admin.post(&path, json!({ "manner": "on-paper" })).await.expect(201);
        let now = self.clock.now();
        self.raw
            .query("update erasure_request set erases_at = $1 where client_id = $2", &[now.into(), client.into()])
            .await
            .unwrap();
        self.raw.query("update job set run_at = $1 where kind = 'erase-client'", &[now.into()]).await.unwrap();
        self.run_jobs().await;
        asked.id()
    }

    /// Ends the waiting time of every purge that was requested.
    pub(crate) async fn clear_purge_wait(&self) {
        let now = self.clock.now();
        let sql = "update organisation set purgeable_at = $1 where purgeable_at is not null";
        self.raw.query(sql, &[now.into()]).await.unwrap();
    }

    /// Runs the jobs that are due and returns their number.
    pub(crate) async fn run_jobs(&self) -> usize {
        let ports = self.ports().await;
        let mut number = 0;
        while let Some(job) = jobs::take(&ports).await.unwrap() {
            jobs::run(&ports, &job).await.unwrap();
            number += 1;
        }
        number
    }
}
