import { FlowSchema } from "@simbiosi/domain";
import { describe, expect, test } from "vitest";
import { same } from "../outbox/command.ts";
import { emptyFlow, fieldsOf, typedOf, wrongIn } from "./flow-fields.ts";

describe("the form of a flow", () => {
  const flow = FlowSchema.parse({
    id: "f",
    establishment: "e",
    direction: "out",
    family: "matter",
    label: "marc de café",
    resource: "coffee-grounds",
    quantity: 42.5,
    unit: "t",
    period: "year",
    months: [1, 1, 1, 1, 1, 1.5, 2, 2, 1.5, 1, 0, 0],
    status: "by-product",
    current: { route: "landfill", unit_cost_eur: 137, payer: "private", contract_end: "2027-12-31" },
    visibility: "territory",
    note: "humide",
  });
  test.each(["fr", "en"] as const)("opened and saved in %s, it changes nothing", (lang) => {
    const fields = fieldsOf(typedOf(flow, "facilitator", lang), flow);
    expect(Object.entries(fields).filter(([key, value]) => !same(value, flow[key as keyof typeof flow]))).toEqual([]);
  });
  test("an unknown quantity is null with its unit, never zero", () => {
    const fields = fieldsOf({ ...emptyFlow("out", "facilitator"), label: "sciure" }, null);
    expect(fields).toMatchObject({ quantity: null, unit: null, period: null, months: null, current: null });
  });
  test("other words are no longer the class that was told for the first ones", () => {
    const typed = { ...typedOf(flow, "facilitator", "fr"), label: "drêche" };
    expect(fieldsOf(typed, flow).resource).toBeNull();
    expect(fieldsOf({ ...typed, resource: "spent-grain" }, flow).resource).toBe("spent-grain");
  });
  test.each([
    [{ label: " " }, { label: "needed" }],
    [{ label: "x", quantity: "-1" }, { quantity: "wrongNumber" }],
    [{ label: "x", cost: "cher" }, { cost: "wrongNumber" }],
    [{ label: "x", waste_code: "12" }, { waste_code: "wrongCode" }],
    [{ label: "x", waste_code: "02 03 04*", cost: "-3,5" }, {}],
  ])("%j: %j", (typed, wrong) => expect(wrongIn({ ...emptyFlow("in", "facilitator"), ...typed })).toEqual(wrong));
});
