// The first evening with @omringd/client: whom to call, who needs attention, a map in five steps. It compiles without a cast.
import { type Answer, createOmringd, type Omringd, OmringdProblem, type Schemas } from "@omringd/client";
import { createSync, type MapSession } from "@omringd/client/sync";
import { countRequests, expectRequests, startDemo } from "@omringd/client/testing";

/** What to show for a problem, at the field where it is or else on top. */
function told(problem: unknown): string {
  if (!(problem instanceof OmringdProblem)) throw problem;
  switch (problem.kind) {
    case "invalid-request":
      return problem.at("/alias")?.detail ?? problem.message;
    case "too-many-requests":
      return `${problem.message} (${problem.retryAfter ?? 1} s)`;
    default:
      return problem.message;
  }
}

async function whomToCall(omringd: Omringd, clientId: string): Promise<string[]> {
  const found = await omringd.helpers.find(clientId, { supportType: "emotional" });
  const needs = "items" in found ? found.items : [found];
  return needs.flatMap(({ helpers }) => helpers.map(({ alias, call }) => `${alias} ${call ?? ""}`));
}

async function urgent(omringd: Omringd): Promise<Schemas["CaseloadEntry"][]> {
  const entries: Schemas["CaseloadEntry"][] = [];
  for await (const page of omringd.caseload.list({ sort: "attention", limit: 50 })) entries.push(...page.items);
  return entries;
}

function changes(differences: Answer<"showCardDifferences">): string[] {
  return differences.changes.map((change) => {
    switch (change.kind) {
      case "moved-inward":
        return `${change.personId}: ${change.from} → ${change.to}`;
      case "tie-gained":
        return change.personIds.join(" – ");
      default:
        return change.sentence;
    }
  });
}

function fiveSteps(map: MapSession): void {
  const anna = map.name("Anna", { relationship: "friend" });
  const bram = map.name("Bram");
  map.place(anna, "inner");
  map.support(anna, [{ supportType: "emotional", direction: "received", availability: "could-ask" }]);
  map.support(bram, []);
  map.tell(anna, { contactFrequency: "weekly", tension: 0, burden: 1 });
  map.tie(anna, bram, 2);
  map.need("emotional", 3);
  map.agree({ text: "Samen wandelen", supporterId: anna, dueOn: "2027-01-01" });
}

const demo = await startDemo();
try {
  const counter = countRequests();
  const coach = createOmringd({ baseUrl: demo.url, language: "nl", tokens: "memory", fetch: counter.fetch });
  const state = await coach.session.logIn(demo.users.coach);
  if (state.is !== "in") throw new Error(`The coach is ${state.is}`);
  const entries = await expectRequests(counter, 1, () => urgent(coach));
  const client = entries[0];
  if (!client) throw new Error("The caseload is empty");

  const sync = createSync(coach, { storage: null });
  const { id, clientId } = await coach.maps.create(client.clientId, { theme: "een nieuwe baby" });
  const map = await sync.open(id);
  fiveSteps(map);
  await map.close();
  const { status, conflicts } = map.getSnapshot();
  const first = await coach.cards.create(id, {});
  await coach.supporters.create(id, { person: { alias: "Carla" } });
  const second = await coach.cards.create(id, {});
  const problem = await coach.persons.create(clientId, { alias: "" }).catch(told);
  console.log({
    status,
    conflicts: conflicts.length,
    call: await whomToCall(coach, clientId),
    changes: changes(await coach.cards.differences(first.id, second.id)),
    picture: (await coach.picture(second.id, { sheet: "phone" })).alt.length > 0,
    file: (await coach.download(coach.cards.picture, second.id, { format: "pdf" })).name,
    problem,
  });
  await coach.session.logOut();
} finally {
  await demo.stop();
}
