import { describe, expect, test } from "vitest";
import type { Consent, Visibility } from "../formats/inventory.ts";
import type { SecretField } from "./may-see.ts";
import { readersOf } from "./readers.ts";

const to = (whom: string, ...fields: Consent["fields"]): Consent => ({ to: whom, fields, date: "2026-10-01" });

describe("who reads a field, as it is told beside it", () => {
  test.each<{ field: SecretField; visibility: Visibility; consents?: readonly Consent[]; read: string }>([
    { field: "nature", visibility: "facilitator", read: "facilitator" },
    { field: "nature", visibility: "territory", read: "facilitator lead-company" },
    { field: "nature", visibility: "public", read: "facilitator lead-company funder public" },
    { field: "quantity", visibility: "public", read: "facilitator" },
    { field: "quantity", visibility: "territory", consents: [to("x", "quantity")], read: "facilitator agreed-company" },
    { field: "quantity", visibility: "facilitator", consents: [to("funder", "quantity")], read: "facilitator funder" },
    { field: "name", visibility: "public", read: "facilitator" },
    { field: "name", visibility: "territory", consents: [to("x", "name")], read: "facilitator agreed-company" },
    { field: "price", visibility: "public", consents: [to("public", "quantity", "gain")], read: "facilitator" },
    { field: "contract", visibility: "territory", consents: [to("x", "name", "quantity")], read: "facilitator" },
  ])("$field, $visibility: $read", ({ field, visibility, consents = [], read }) => {
    expect(readersOf(field, { visibility, consents }, "2026-11-30").join(" ")).toBe(read);
  });
  test("a consent counts from its date on", () => {
    const flow = { visibility: "facilitator", consents: [to("x", "name")] } as const;
    expect(readersOf("name", flow, "2026-09-30")).toEqual(["facilitator"]);
  });
});
