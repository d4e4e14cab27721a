import { describe, expect, test } from "vitest";
import { readRows } from "./load-tables.ts";
import { ReferenceFault } from "./reference-fault.ts";

const faultOf = (yaml: string): ReferenceFault | null => {
  try {
    readRows("prices.yaml", yaml);
    return null;
  } catch (error) {
    return error instanceof ReferenceFault ? error : null;
  }
};

describe("a file that cannot be read says where, in both languages", () => {
  test.each([
    ["a brace that is never closed", "- { id: a, value: 1\n- { id: b, value: 2 }\n", "line 2"],
    ["a table where a list is due", "id: a\n", "line 1"],
  ])("%s", (_case, yaml, where) => {
    const fault = faultOf(yaml);
    expect(fault?.problem.code).toBe("REFERENCE_WRONG");
    expect(fault?.problem.message.fr).toContain(`prices.yaml, ${where}`);
    expect(fault?.problem.message.en).toContain(`prices.yaml, ${where}`);
  });
  test("a good file says nothing", () => {
    expect(readRows("prices.yaml", "- { id: a }\n")).toEqual([{ id: "a" }]);
  });
});
