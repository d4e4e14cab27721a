import { describe, expect, test } from "vitest";
import { type Command, clashes, type Fields, same, settled } from "./command.ts";

describe("two versions of one object", () => {
  test.each<{ name: string; before: Fields; mine: Fields; theirs: Fields; clash: readonly string[] }>([
    { name: "nobody else touched it", before: { q: 1 }, mine: { q: 2 }, theirs: { q: 1 }, clash: [] },
    { name: "another field", before: { q: 1, unit: "t" }, mine: { q: 2 }, theirs: { q: 1, unit: "kg" }, clash: [] },
    { name: "the same field, the same way", before: { q: 1 }, mine: { q: 2 }, theirs: { q: 2 }, clash: [] },
    { name: "the same field, otherwise", before: { q: 1 }, mine: { q: 2 }, theirs: { q: 3 }, clash: ["q"] },
    { name: "typed and left as it was", before: { q: 1 }, mine: { q: 1 }, theirs: { q: 3 }, clash: [] },
    { name: "absent is null", before: {}, mine: { q: null }, theirs: { q: 3 }, clash: [] },
    {
      name: "objects by what they say",
      before: { c: { a: 1, b: 2 } },
      mine: { c: { b: 2, a: 1 } },
      theirs: { c: null },
      clash: [],
    },
  ])("$name", ({ before, mine, theirs, clash }) => {
    expect(clashes(before, mine, theirs)).toEqual(clash);
  });
  test.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [undefined, null, true],
    [0, null, false],
  ])("%j and %j: %s", (a, b, equal) => expect(same(a, b)).toBe(equal));
});

const typed: Command = {
  id: "a",
  owner: "o",
  territory: "t",
  at: "2026-11-30T10:00:00Z",
  kind: "flow",
  object: "f",
  establishment: "e",
  title: "sciure",
  method: "PATCH",
  path: "/x",
  body: { version: 3, fields: { quantity: 12, note: "humide" } },
  before: { quantity: 10, note: null, unit: "t" },
  state: "conflict",
  current: { quantity: 15, note: null, unit: "kg", version: 4 },
};
describe("settling a conflict", () => {
  const now = { quantity: 15, note: null, unit: "kg", version: 4 };
  test("mine goes over theirs, with the version that stands", () => {
    expect(settled(typed, now, { quantity: "mine" }, "b")).toMatchObject({
      id: "b",
      state: "waiting",
      body: { version: 4, fields: { quantity: 12, note: "humide" } },
      before: { quantity: 15, unit: "kg" },
    });
  });
  test("theirs stays, and the rest of what was typed is still sent", () => {
    expect(settled(typed, now, { quantity: "theirs" }, "b")?.body).toEqual({ version: 4, fields: { note: "humide" } });
  });
  test("nothing left to send is no command", () => {
    expect(
      settled({ ...typed, body: { version: 3, fields: { quantity: 12 } } }, now, { quantity: "theirs" }, "b"),
    ).toBeNull();
  });
});
