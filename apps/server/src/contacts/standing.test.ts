import { expect, test } from "vitest";
import { standingOf } from "./standing.ts";

const nothing = { state: "not-sent", sent_on: null, signed_on: null };

test.each([
  ["nobody was ever met", [], { last_contact: null, charter: nothing, confidentiality: nothing }],
  [
    "a call is a contact and no paper",
    [{ kind: "call", on_day: "2026-03-02" }],
    { last_contact: "2026-03-02", charter: nothing, confidentiality: nothing },
  ],
  [
    "sent twice is sent on the last day",
    [
      { kind: "charter-sent", on_day: "2026-03-09" },
      { kind: "charter-sent", on_day: "2026-03-02" },
    ],
    {
      last_contact: "2026-03-09",
      charter: { state: "sent", sent_on: "2026-03-09", signed_on: null },
      confidentiality: nothing,
    },
  ],
  [
    "signed on the spot, never sent",
    [{ kind: "confidentiality-signed", on_day: "2026-04-01" }],
    {
      last_contact: "2026-04-01",
      charter: nothing,
      confidentiality: { state: "signed", sent_on: null, signed_on: "2026-04-01" },
    },
  ],
] as const)("%s", (_, log, standing) => {
  expect(standingOf(log)).toEqual(standing);
});
