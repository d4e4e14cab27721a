import { expect, test } from "vitest";
import type { LexiconRow, ResourceClass } from "../reference-data/rows.ts";
import { tinyReference } from "../testing/tiny-reference.ts";
import { actionsOf } from "./actions.ts";
import { labelScores } from "./label-scores.ts";
import { lexiconOf } from "./lexicon.ts";
import { vocabularyOf } from "./vocabulary.ts";

const row = (more: Partial<LexiconRow> & Pick<LexiconRow, "id" | "kind" | "words">): LexiconRow => ({
  state: null,
  means: [],
  acts: [],
  alone: [],
  last: false,
  source: "team-estimate",
  ...more,
});
const object = tinyReference.resources.find(({ family, parent }) => family === "matter" && parent !== null);
const service = tinyReference.resourceById.get("service.cleaning");
if (object === undefined || service === undefined) throw new Error("Bug: tiny reference");
const thing = object.name.en;
const reference = {
  ...tinyReference,
  lexicon: [
    row({ id: "silent", kind: "silent", words: ["our", "the", "please"] }),
    row({ id: "aside", kind: "aside", words: ["for"] }),
    row({
      id: "action.polish",
      kind: "action",
      words: ["polish", "polishing"],
      acts: [{ on: [object.id], with: [], is: [service.id] }],
      last: true,
    }),
    row({ id: "action.sing", kind: "action", words: ["sing"], alone: [service.id] }),
  ],
};
const lexicon = lexiconOf(reference.lexicon);
const vocabulary = vocabularyOf(reference, lexicon);
const asked = (label: string): readonly ResourceClass["id"][] =>
  [...actionsOf(reference, lexicon)(label, (text) => labelScores(vocabulary, lexicon, text)).keys()].map(
    ({ id }) => id,
  );

test.each([
  [`polish our ${thing}`, [service.id]],
  [`please polish the ${thing}`, [service.id]],
  [`${thing} polishing`, [service.id]],
  [`${thing} polishing for three people`, [service.id]],
  // The action is in the middle: what comes after is what is spoken of.
  [`${thing} polishing residue`, []],
  // Of an object that the action does not know, nothing is said.
  ["polish our unheardofs", []],
  ["sing", [service.id]],
  // Who names a known thing beside it asks for the thing.
  [`sing ${thing}`, []],
  [thing, []],
])("%s", (label, classes) => {
  expect(asked(label)).toEqual(classes);
});
