import type { ReferenceTables } from "../reference-data/reference.ts";

/** A reference that says nothing: tests fill in the tables that they speak of. */
export const noTables: ReferenceTables = {
  sources: [],
  resources: [],
  wasteCodes: [],
  productCodes: [],
  activities: [],
  lexicon: [],
  conversions: [],
  processes: [],
  pools: [],
  factors: [],
  parameters: [],
  values: [],
  aid: [],
  contexts: [],
  rules: [],
  facts: [],
  barriers: [],
  obligations: [],
  reductions: [],
  stakes: [],
  carriers: [],
  roadNodes: [],
  roadLinks: [],
  sectors: [],
};
