import { expect, test } from "vitest";
import type { SynergyJson } from "../formats/synergies.ts";
import { followUp } from "./follow-up.ts";

const rule = (outcome: "ok" | "procedure", next_step: string): SynergyJson["verdict"]["rules"][number] => ({
  id: "r",
  outcome,
  basis: "",
  valid_from: null,
  valid_to: null,
  checked_on: "2026-01-01",
  confidence: "high",
  sentence: "",
  next_step,
  delay_months: 0,
});
const barrier: SynergyJson["barriers"][number] = {
  kind: "quality",
  sentence: "",
  lever: "Faire un essai",
  owner: "need",
};

test.each([
  {
    says: "a paper to file comes first",
    rules: [rule("ok", ""), rule("procedure", "Déposer le dossier")],
    barriers: [barrier],
    wanted: { next_step: "Déposer le dossier", owner: "facilitator", on: "2026-12-28" },
  },
  {
    says: "then the lever of the first barrier, by whom it is up to",
    rules: [rule("ok", "Tenir le registre")],
    barriers: [barrier],
    wanted: { next_step: "Faire un essai", owner: "need", on: "2026-12-14" },
  },
  {
    says: "when nothing stands in the way, a call",
    rules: [],
    barriers: [],
    wanted: { next_step: "Appeler", owner: "facilitator", on: "2026-12-14" },
  },
])("$says", ({ rules, barriers, wanted }) => {
  expect(followUp({ verdict: { outcome: "check", rules }, barriers }, "2026-11-30", "Appeler")).toEqual(wanted);
});
