import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { generatedFiles, outOfDate } from "../scripts/lib/generated.mjs";

const files = await generatedFiles();

test("generated files are up to date: npm run generate", () => {
  expect(outOfDate(files)).toEqual([]);
});

test("a file that differs by one character is out of date", () => {
  const [path = "", content = ""] = [...files][0] ?? [];
  expect(outOfDate(new Map([[path, `${String(content)} `]]))).toEqual([path]);
});

test.each([...files].filter(([path]) => path.startsWith("docs/schema/")))("%s is a valid schema", (_, content) => {
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(JSON.parse(String(content)))).toBe(true);
});
