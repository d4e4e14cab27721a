import { expect, test } from "vitest";
import { unknownKey } from "../tables/columns.ts";
import { mappingChoices } from "./mapping-choices.ts";

test("every choice that is offered is one that a mapping takes, offered once and named in both languages", () => {
  const choices = mappingChoices();
  for (const table of ["establishments", "flows"] as const) {
    const keys = choices[table].map(({ key }) => key);
    expect(keys.filter((key) => unknownKey({ [table]: { Colonne: key } }) !== undefined)).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(choices[table].filter(({ name }) => name.fr === "" || name.en === "")).toEqual([]);
  }
  expect(choices.flows.map(({ key }) => key)).toEqual(expect.arrayContaining(["label:in", "outlet", "owner:siret"]));
});
