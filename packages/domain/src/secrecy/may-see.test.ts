import { describe, expect, test } from "vitest";
import type { Consent, Visibility } from "../formats/inventory.ts";
import { maySee, type SecretField, type Subject, secretFields, type Viewer } from "./may-see.ts";

const day = "2026-11-23";
const visibilities: readonly Visibility[] = ["facilitator", "territory", "public"];
const stages: readonly Subject["stage"][] = ["potential", "agreed", "realised"];
const consent = (to: string, field: "name" | "quantity" | "gain", date = "2026-10-01"): Consent => ({
  to,
  fields: [field],
  date,
});

/** Each viewer in words, with what makes it one in code. */
const viewers: readonly { who: string; viewer: (theirYes: readonly Consent[]) => Viewer }[] = [
  { who: "facilitator", viewer: () => ({ kind: "facilitator" }) },
  { who: "itself", viewer: () => ({ kind: "company", id: "owner", lead: null }) },
  { who: "other, no lead", viewer: () => ({ kind: "company", id: "other", lead: null }) },
  { who: "other, lead", viewer: (consents) => ({ kind: "company", id: "other", lead: { consents } }) },
  { who: "funder", viewer: () => ({ kind: "funder" }) },
  { who: "public", viewer: () => ({ kind: "public" }) },
];
const consents = ["none", "owner → other", "both for each other", "→ funder", "→ public", "→ public, later"] as const;

/**
 * The rule as a facilitator reads it. A row says who sees a field, for what visibility, what consent and what stage;
 * "*" is any. What no row allows is refused.
 */
const table: readonly (readonly [who: string, fields: string, visibility: string, agreed: string, stage: string])[] = [
  ["facilitator", "*", "*", "*", "*"],
  ["itself", "*", "*", "*", "*"],
  // A flow declared public: its nature and its order of magnitude, for anyone.
  ["*", "nature magnitude", "public", "*", "*"],
  // A flow open to the territory: the same, for the company that a lead joins to it.
  ["other, lead", "nature magnitude", "territory", "*", "*"],
  // Names and numbers between two companies: both have to say yes. Who says it to everybody says it to the other too.
  ["other, lead", "name nature magnitude quantity gain", "*", "both for each other", "*"],
  ["funder", "name nature magnitude quantity gain", "*", "→ funder", "*"],
  ["funder", "name nature magnitude quantity gain", "*", "→ public", "*"],
  ["public", "name nature magnitude quantity gain", "*", "→ public", "realised"],
];
const allowed = (who: string, field: string, visibility: string, agreed: string, stage: string): boolean =>
  table.some(
    (row) =>
      [who, null, visibility, agreed, stage].every(
        (value, i) => value === null || row[i] === "*" || row[i] === value,
      ) &&
      (row[1] === "*" || row[1].split(" ").includes(field)),
  );

const given = (agreed: (typeof consents)[number]): { owner: Consent[]; other: Consent[] } => {
  const all = (to: string, date?: string) =>
    (["name", "quantity", "gain"] as const).map((field) => consent(to, field, date));
  switch (agreed) {
    case "none":
      return { owner: [], other: [] };
    case "owner → other":
      return { owner: all("other"), other: [] };
    case "both for each other":
      return { owner: all("other"), other: all("owner") };
    case "→ funder":
      return { owner: all("funder"), other: all("owner") };
    case "→ public":
      return { owner: all("public"), other: [] };
    case "→ public, later":
      return { owner: all("public", "2026-12-24"), other: all("owner") };
  }
};

describe("who may see what: every viewer, field, visibility, consent and stage, against the table", () => {
  test.each(viewers)("$who", ({ who, viewer }) => {
    let seen = 0;
    for (const field of secretFields)
      for (const visibility of visibilities)
        for (const agreed of consents)
          for (const stage of stages) {
            const { owner, other } = given(agreed);
            const subject = { establishment: "owner", visibility, consents: owner, stage };
            const answer = maySee(viewer(other), field, subject, day);
            expect(answer, [who, field, visibility, agreed, stage].join(" | ")).toBe(
              allowed(who, field, visibility, agreed, stage),
            );
            seen += 1;
          }
    expect(seen).toBe(8 * 3 * 6 * 3);
  });
});

describe("a consent gives what it names, and nothing else", () => {
  test.each<[given: "name" | "quantity" | "gain", seen: readonly SecretField[]]>([
    ["name", ["name"]],
    // Who reads "42 t a year" reads what is counted.
    ["quantity", ["nature", "magnitude", "quantity"]],
    ["gain", ["gain"]],
  ])("%s to the funder", (field, seen) => {
    const subject: Subject = {
      establishment: "owner",
      visibility: "facilitator",
      consents: [consent("funder", field)],
      stage: "potential",
    };
    expect(secretFields.filter((one) => maySee({ kind: "funder" }, one, subject, day))).toEqual(seen);
  });
  test("two companies that told each other their names may talk about what it is, not how much", () => {
    const subject: Subject = {
      establishment: "owner",
      visibility: "facilitator",
      consents: [consent("other", "name")],
      stage: "potential",
    };
    const viewer: Viewer = { kind: "company", id: "other", lead: { consents: [consent("owner", "name")] } };
    expect(secretFields.filter((one) => maySee(viewer, one, subject, day))).toEqual(["name", "nature"]);
  });
});
