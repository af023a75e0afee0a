import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Content, fromMap, idsOf, toMap } from "../src/sync/content.js";
import { perform, type Log, redo, undo } from "../src/sync/history.js";
import { applyIntention, type Intention } from "../src/sync/intentions.js";
import { merge } from "../src/sync/merge.js";
import { anEdit, type Edit, intended } from "./support/edits.js";

/** A user who edits offline, and what they removed from the map on purpose. */
class Replica {
  log: Log = { done: [], undone: [] };
  takenOff = new Set<string>();
  named = new Set<string>();
  constructor(
    public base: Content,
    public content: Content,
  ) {}

  edit(edit: Edit): void {
    const before = this.content;
    if (edit.do === "undo") this.content = undo(this.log, before);
    else if (edit.do === "redo") this.content = redo(this.log, before);
    else {
      const intention = intended(before, edit);
      if (intention) this.content = perform(this.log, before, intention);
    }
    for (const person of personsOn(before)) if (!personsOn(this.content).has(person)) this.takenOff.add(person);
    for (const person of personsOn(this.content)) this.named.add(person);
  }

  /** What a save does: merge what the service has, and give it the result. */
  sync(service: { content: Content }): void {
    this.content = merge(this.base, this.content, service.content).content;
    this.base = service.content = this.content;
  }
}

const personsOn = (content: Content) =>
  new Set(idsOf(content, "supporters").map((id) => content.get(`supporters/${id}/personId`)! as string));
const sorted = (content: Content) => [...content].sort();

/** What the service would refuse. */
function expectWhole(content: Content): void {
  const { persons, supporters, ties, agreements } = toMap(content);
  const ids = new Set(supporters.map(({ id }) => id));
  expect(new Set(supporters.map(({ personId }) => personId)).size).toBe(supporters.length);
  expect(new Set(persons.map(({ id }) => id))).toEqual(new Set(supporters.map(({ personId }) => personId)));
  expect(persons.every(({ alias }) => alias)).toBe(true);
  expect(new Set(ties.map(({ supporterIds }) => [...supporterIds].sort().join())).size).toBe(ties.length);
  for (const { supporterIds } of ties)
    expect([supporterIds[0] !== supporterIds[1], supporterIds.every((id) => ids.has(id))]).toEqual([true, true]);
  for (const { supporterId, text, status } of agreements) {
    expect(supporterId === undefined || supporterId === null || ids.has(supporterId)).toBe(true);
    expect([text, status].every(Boolean)).toBe(true);
  }
}

const someEdits = fc.array(anEdit, { maxLength: 25 });

function edited(base: Content, edits: Edit[]): Replica {
  const replica = new Replica(base, base);
  edits.forEach((edit) => replica.edit(edit));
  return replica;
}

/** A map that both begin with. */
const aBase = someEdits.map((edits) => edited(new Map([["map/theme", "baby"]]), edits).content);

describe("merging", () => {
  it("with nothing changes nothing", () => {
    fc.assert(
      fc.property(aBase, someEdits, (base, edits) => {
        const { content } = edited(base, edits);
        expect(sorted(merge(base, content, base).content)).toEqual(sorted(content));
        expect(sorted(merge(base, base, content).content)).toEqual(sorted(content));
        expect(sorted(merge(base, content, content).content)).toEqual(sorted(content));
        expect(merge(base, content, content).differences).toEqual([]);
      }),
    );
  });

  it("lets any two edit sequences converge, in any order of saves, and loses nobody", () => {
    const rounds = fc.array(
      fc.record({ mine: someEdits, theirs: someEdits, saves: fc.array(fc.boolean(), { maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(aBase, rounds, (base, all) => {
        const service = { content: base };
        const [mine, theirs] = [new Replica(base, base), new Replica(base, base)];
        for (const round of all) {
          round.mine.forEach((edit) => mine.edit(edit));
          round.theirs.forEach((edit) => theirs.edit(edit));
          for (const isMine of round.saves) (isMine ? mine : theirs).sync(service);
        }
        for (const replica of [mine, theirs, mine]) replica.sync(service);
        expect(sorted(mine.content)).toEqual(sorted(service.content));
        expect(sorted(theirs.content)).toEqual(sorted(service.content));
        expectWhole(service.content);
        const there = personsOn(service.content);
        for (const person of [...mine.named, ...theirs.named, ...personsOn(base)]) {
          const meant = mine.takenOff.has(person) || theirs.takenOff.has(person);
          expect(there.has(person) || meant).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeps what only one changed, and offers mine where both did", () => {
    fc.assert(
      fc.property(aBase, someEdits, someEdits, (base, one, other) => {
        const [mine, theirs] = [edited(base, one).content, edited(base, other).content];
        const { content, differences } = merge(base, mine, theirs);
        const offered = new Map(differences.map((difference) => [difference.member, difference]));
        for (const [member, value] of mine) {
          const [collection, id] = member.split("/");
          const united = collection === "supporters" && !content.has(`supporters/${id}/id`);
          if (united || JSON.stringify(value) === JSON.stringify(base.get(member))) continue;
          const kept = JSON.stringify(content.get(member)) === JSON.stringify(value);
          const untouched = JSON.stringify(theirs.get(member)) === JSON.stringify(base.get(member));
          if (untouched && theirs.has(`${collection}/${id}/id`) === base.has(`${collection}/${id}/id`)) {
            const isReference = /supporterIds?$/.test(member) || collection === "ties";
            expect(kept || isReference).toBe(true);
          } else if (!kept && content.has(member))
            expect(offered.get(member)?.mine ?? "tie").toEqual(collection === "ties" ? expect.anything() : value);
        }
      }),
    );
  });

  it("ties, agreements and answers follow a person whom both put on the map", () => {
    const start = named("Anna", "s-0", "p-0");
    const left = [
      { do: "name", id: "s-1", alias: "Bram", personId: "p-1" },
      { do: "place", id: "s-1", closeness: "inner" },
      { do: "tie", id: "t-1", supporterIds: ["s-0", "s-1"], strength: 2 },
      { do: "agree", id: "a-1", agreement: { text: "Wandelen", status: "planned", supporterId: "s-1" } },
    ] satisfies Intention[];
    const right = [
      { do: "name", id: "s-2", alias: "Bram", personId: "p-1" },
      { do: "place", id: "s-2", closeness: "outer" },
      { do: "tell", id: "s-2", facts: { tension: 1 } },
    ] satisfies Intention[];
    const { content, differences } = merge(
      start,
      left.reduce(applyIntention, start),
      right.reduce(applyIntention, start),
    );
    const map = toMap(content);
    expect(map.supporters).toMatchObject([{ id: "s-0" }, { id: "s-2", closeness: "outer", tension: 1 }]);
    expect(map.ties).toMatchObject([{ id: "t-1", supporterIds: ["s-0", "s-2"], strength: 2 }]);
    expect(map.agreements).toMatchObject([{ id: "a-1", supporterId: "s-2" }]);
    expect(differences).toEqual([{ member: "supporters/s-2/closeness", mine: "inner", theirs: "outer" }]);
  });

  it("keeps a person whom one took off and the other answered about, with their ties", () => {
    const start = [
      { do: "name", id: "s-1", alias: "Bram", personId: "p-1" },
      { do: "tie", id: "t-1", supporterIds: ["s-0", "s-1"], strength: 2 },
      { do: "agree", id: "a-1", agreement: { text: "Wandelen", status: "planned", supporterId: "s-1" } },
    ].reduce((content, intention) => applyIntention(content, intention as Intention), named("Anna", "s-0", "p-0"));
    const removed = applyIntention(start, { do: "remove", id: "s-1" });
    const answered = applyIntention(start, { do: "place", id: "s-1", closeness: "inner" });
    for (const [mine, theirs] of [
      [removed, answered],
      [answered, removed],
    ] as const) {
      const { persons, supporters, ties, agreements } = toMap(merge(start, mine, theirs).content);
      expect(persons.map(({ alias }) => alias)).toEqual(["Anna", "Bram"]);
      expect(supporters[1]).toMatchObject({ id: "s-1", closeness: "inner" });
      expect([ties.length, agreements[0]!.supporterId]).toEqual([1, "s-1"]);
    }
  });

  it("takes off whom one took off and the other left alone", () => {
    const start = named("Anna", "s-0", "p-0");
    const removed = applyIntention(start, { do: "remove", id: "s-0" });
    expect(
      toMap(merge(start, removed, applyIntention(start, { do: "need", supportType: "practical", level: 2 })).content),
    ).toMatchObject({
      persons: [],
      supporters: [],
      needs: [{ supportType: "practical", level: 2 }],
    });
  });
});

function named(alias: string, id: string, personId: string): Content {
  return applyIntention(new Map([["map/theme", "baby"]]), { do: "name", id, alias, personId });
}

describe("the log", () => {
  it("takes everything back, and does it again", () => {
    fc.assert(
      fc.property(
        aBase,
        fc.array(
          anEdit.filter(({ do: kind }) => !/do$/.test(kind)),
          { maxLength: 60 },
        ),
        (base, edits) => {
          const { content, log } = edited(base, edits);
          const steps = log.done.length;
          let now = content;
          for (let step = 0; step < steps; step++) now = undo(log, now);
          expect(sorted(now)).toEqual(sorted(base));
          for (let step = 0; step < steps; step++) now = redo(log, now);
          expect(sorted(now)).toEqual(sorted(content));
        },
      ),
    );
  });

  it("leaves what another user changed since", () => {
    const log: Log = { done: [], undone: [] };
    let content = named("Anna", "s-0", "p-0");
    content = perform(log, content, { do: "place", id: "s-0", closeness: "inner", angle: 30 });
    const theirs = applyIntention(content, { do: "place", id: "s-0", closeness: "outer" });
    const merged = merge(content, content, theirs).content;
    expect(toMap(undo(log, merged)).supporters).toEqual([{ id: "s-0", personId: "p-0", closeness: "outer" }]);
  });
});

describe("content", () => {
  it("is what the service gave and takes", () => {
    const map = {
      id: "m",
      clientId: "c",
      theme: "baby",
      private: false,
      reviewOn: null,
      everyoneNamed: true,
      everyTieNamed: null,
      etag: '"1"',
      headEtag: '"1-head"',
      needsEtag: '"1-needs"',
      createdAt: "x",
      updatedAt: "x",
      steps: [],
      persons: [
        {
          id: "p",
          clientId: "c",
          alias: "Anna",
          relationship: "friend",
          lifeDomain: null,
          phone: null,
          email: null,
          note: null,
          past: false,
          etag: '"1"',
          createdAt: "x",
          updatedAt: "x",
        },
      ],
      supporters: [
        {
          id: "s",
          mapId: "m",
          personId: "p",
          closeness: "inner",
          contactFrequency: null,
          tension: 0,
          burden: null,
          angle: null,
          etag: '"1"',
          createdAt: "x",
          updatedAt: "x",
          supports: [{ supportType: "emotional", direction: null, availability: "could-ask" }],
        },
      ],
      ties: [],
      needs: [{ supportType: "emotional", level: 0 }],
      agreements: [],
    };
    expect(toMap(fromMap(map as unknown as Parameters<typeof fromMap>[0]))).toEqual({
      theme: "baby",
      reviewOn: null,
      everyoneNamed: true,
      everyTieNamed: null,
      persons: [{ id: "p", alias: "Anna", relationship: "friend", past: false }],
      supporters: [
        {
          id: "s",
          personId: "p",
          closeness: "inner",
          tension: 0,
          supports: [{ supportType: "emotional", direction: null, availability: "could-ask" }],
        },
      ],
      ties: [],
      needs: [{ supportType: "emotional", level: 0 }],
      agreements: [],
    });
  });

  it("tells apart what is unanswered and what is none", () => {
    const start = named("Anna", "s-0", "p-0");
    expect(toMap(start).supporters[0]!.supports).toBeUndefined();
    expect(toMap(applyIntention(start, { do: "support", id: "s-0", supports: [] })).supporters[0]!.supports).toEqual(
      [],
    );
  });
});
