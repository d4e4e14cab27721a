import { expect, test } from "vitest";
import { roomGlimpse } from "./room.ts";

const sawdust = { flow: "f1", label: "Sciure", company: "Scierie" };
const litter = { flow: "f2", label: "Litière", company: "Ferme" };

test.each([
  {
    says: "both spoke: both are shown",
    said: [sawdust, litter],
    shown: { gives: [sawdust], takes: [litter], unsaid: 0 },
  },
  {
    says: "only the giver spoke: of the taker, that there is one",
    said: [sawdust],
    shown: { gives: [sawdust], takes: [], unsaid: 1 },
  },
  { says: "nobody spoke: nothing is shown", said: [], shown: { gives: [], takes: [], unsaid: 2 } },
])("$says", ({ said, shown }) => {
  expect(roomGlimpse({ offers: ["f1"], needs: ["f2"] }, said)).toEqual(shown);
});
