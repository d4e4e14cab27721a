import { expect, test } from "vitest";
import { indexReference } from "../reference-data/reference.ts";
import { noTables } from "../testing/no-tables.ts";
import { sectorOf } from "./sector.ts";

const row = (from: string, to: string) => ({ id: `naf-${from}`, from, to, name: { fr: from, en: from }, source: "s" });
const reference = indexReference({ ...noTables, sectors: [row("10", "10"), row("41", "42")] });

test.each([
  { naf: "10.83Z", sector: "naf-10", because: "a sub-class" },
  { naf: "4211Z", sector: "naf-41", because: "a sub-class without its dot, in the middle of a run" },
  { naf: "42", sector: "naf-41", because: "a division" },
  { naf: "99.00Z", sector: undefined, because: "a division that no row holds" },
  { naf: "C", sector: undefined, because: "a section is too wide to say" },
  { naf: null, sector: undefined, because: "nobody said" },
])("$naf → $sector: $because", ({ naf, sector }) => {
  expect(sectorOf(reference, naf)?.id).toBe(sector);
});
