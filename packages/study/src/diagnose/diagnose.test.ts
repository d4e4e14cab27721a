import { readFile } from "node:fs/promises";
import {
  type Inventory,
  InventorySchema,
  PortfolioSchema,
  plannedSynergies,
  planTotal,
  type SynergiesJson,
  SynergiesSchema,
} from "@simbiosi/domain";
import { casaperta, randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { synergiesJson } from "../detect/synergies-json.ts";
import { readInventory } from "../index.ts";
import { deliverables } from "./deliverables.ts";
import { type Diagnosed, diagnose } from "./diagnose.ts";

const run = (inventory: Inventory): Promise<Diagnosed> =>
  diagnose(loadReference(), inventory, [], {
    day: "2026-11-23",
    top: 10,
    objective: "gain",
    budget: null,
    gap: 0.01,
    seed: 1,
  });
const asJson = (diagnosed: Diagnosed): SynergiesJson => synergiesJson(diagnosed.understood, diagnosed.detection, "fr");

/** Every figure of a document, wherever it stands. */
function figuresIn(value: unknown): { state: string; explain: string | null; value: number | null }[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (typeof value !== "object" || value === null) return [];
  if ("explain" in value && "state" in value)
    return [value as { state: string; explain: string | null; value: number | null }];
  return Object.entries(value).flatMap(([key, inner]) => (key === "explanations" ? [] : figuresIn(inner)));
}

describe("every figure opens down to its sources", () => {
  test.each([
    ["Casaperta", casaperta],
    ["a territory drawn by chance", randomTerritory(3, 15)],
    [
      "nobody yet",
      InventorySchema.parse({
        format: "simbiosi-inventory/1",
        territory: { name: "Vide" },
        establishments: [],
        flows: [],
      }),
    ],
  ])("%s", async (_name, inventory) => {
    const document = asJson(await run(inventory));
    expect(SynergiesSchema.safeParse(document).success).toBe(true);
    const { explanations } = document;
    for (const figure of figuresIn({ ...document, explanations: undefined })) {
      if (figure.explain === null) expect(figure.state).not.toBe("known");
      else expect(explanations[figure.explain], figure.explain).toBeDefined();
    }
    for (const [key, { inputs, formula, source, state, label }] of Object.entries(explanations)) {
      for (const input of inputs) expect(explanations[input], `${key} → ${input}`).toBeDefined();
      // A known number is worked out from others, or it has a source. There is no third way.
      if (state === "known" && inputs.length === 0) expect(source ?? formula, `${key} ${label}`).not.toBeNull();
      if (inputs.length > 0) expect(formula, key).not.toBeNull();
    }
  });

  test("keys are numbered from the top of the document", async () => {
    const document = asJson(await run(casaperta));
    const inOrder = figuresIn({ synergies: document.synergies, refused: document.refused }).flatMap(
      ({ explain }) => explain ?? [],
    );
    const firsts = [...new Set(inOrder)];
    expect(firsts).toEqual(firsts.map((_, i) => `e${i + 1}`));
  });
});

describe("the portfolio of Casaperta", () => {
  test("is proven, checked by the second opinion, and uses no tonne twice", async () => {
    const { diagnosis } = await run(casaperta);
    const { portfolio } = diagnosis;
    expect(PortfolioSchema.safeParse(portfolio).success).toBe(true);
    expect(portfolio).toMatchObject({ status: "optimal", checker: { feasible: true, violations: [] } });
    expect(portfolio.checker.objective).toBeCloseTo(portfolio.objective ?? Number.NaN, 4);
    // The objective is the total that the documents show for the plan.
    expect(planTotal(diagnosis, "gain").total.value).toBeCloseTo(portfolio.objective ?? Number.NaN, 4);
    for (const [direction, side] of [
      ["out", "offers"],
      ["in", "needs"],
    ] as const)
      for (const flow of diagnosis.flows.filter(
        (one) => one.flow.direction === direction && one.yearly.state === "known",
      )) {
        const used = plannedSynergies(diagnosis)
          .filter(({ synergy }) => synergy.kind !== "mutualisation" && synergy[side][0] === flow)
          .reduce(
            (total, { synergy, quantity }) =>
              total + (quantity.value ?? 0) * (side === "needs" ? (synergy.route?.ratio.value ?? 1) : 1),
            0,
          );
        expect(used, flow.flow.id).toBeLessThanOrEqual((flow.yearly.value ?? 0) * (1 + 1e-6));
      }
  });
  test("leaves out every exchange that costs more than it brings", async () => {
    const { diagnosis } = await run(casaperta);
    const losing = diagnosis.synergies.filter(({ gain }) => gain.state === "known" && gain.value < 0);
    expect(losing).not.toEqual([]);
    for (const { id } of losing) expect(diagnosis.portfolio.selected).not.toContain(id);
  });
});

test("the same inventory gives the same bytes, twice in one process", async () => {
  const bytes = async () => {
    const files = deliverables(await run(casaperta), "fr");
    return Promise.all(
      files.map(async ({ name, make }) => [name, Buffer.from(await make()).toString("base64")] as const),
    );
  };
  const first = await bytes();
  await new Promise((resolve) => setTimeout(resolve, 1100)); // Archives keep seconds: a stamp of the clock would show.
  expect(await bytes()).toEqual(first);
  expect(first.map(([name]) => name)).toEqual([
    "diagnostic-actions.pdf",
    "diagnostic-actions.docx",
    "feuille-de-route.pdf",
    "feuille-de-route.docx",
    "tableau-de-bord.xlsx",
    "comite-de-pilotage.pptx",
    ...casaperta.establishments.map(() => expect.stringMatching(/^fiches-entreprises\/[a-z0-9-]+\.pdf$/)),
    "synergies.json",
    "portfolio.json",
    "inventory.json",
  ]);
});

test("the demonstration workbook reads to Casaperta, and what it holds besides is reported and kept", async () => {
  const bytes = await readFile(new URL("../../../../fixtures/casaperta/casaperta.xlsx", import.meta.url));
  const read = await readInventory({ name: "casaperta.xlsx", bytes });
  if (!read.ok) throw new Error(read.problem.message.en);
  const { inventory, refused } = read.value;
  const withoutFaults = {
    ...inventory,
    flows: inventory.flows.filter(({ id }) => id !== "garage.pneus"),
  };
  expect(withoutFaults).toEqual(casaperta);
  expect(refused.map(({ code, kept }) => [code, kept])).toEqual([
    ["QUANTITY_UNREADABLE", true],
    ["LABEL_MISSING", false],
    ["TOTALS_ROW", false],
  ]);
  expect(inventory.flows.at(-1)).toMatchObject({
    id: "garage.pneus",
    quantity: null,
    extra: { Quantité: "env. 3", "Remarques de l'animatrice": "rappeler en janvier" },
  });
});
