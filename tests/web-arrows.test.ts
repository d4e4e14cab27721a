import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

// The parser of the arrows reads no .tsx: the web's are looked at here.
const root = resolve(import.meta.dirname, "../apps/web");
const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

/** What a file imports, by any of the ways of writing it. */
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((found) => found[1] ?? "");

/** What the web may not import: other packages than charts and domain, anything outside its folder, Node itself. */
function forbidden(file: string, name: string): boolean {
  if (name.startsWith("node:")) return true;
  if (name.startsWith("@simbiosi/")) return !["@simbiosi/domain", "@simbiosi/charts"].includes(name);
  return name.startsWith(".") && relative(root, resolve(dirname(file), name)).startsWith("..");
}

test("the web knows charts, domain and its own files", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(readFileSync(file, "utf8"))
      .filter((name) => forbidden(file, name))
      .map((name) => `${relative(root, file)} → ${name}`),
  );
  expect(sources.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test.each([
  ['import { x } from "@simbiosi/study";', true],
  ['export * from "../../../server/src/registry.ts";', true],
  ['const late = () => import("node:fs");', true],
  ['import "@simbiosi/server";', true],
  ['import type { Stage } from "@simbiosi/domain";', false],
  ['import { Shell } from "./frame/shell.tsx";', false],
])("%s is forbidden: %s", (text, wrong) => {
  expect(importsOf(text).some((name) => forbidden(join(root, "src/main.tsx"), name))).toBe(wrong);
});

test("only the wrappers of ui and the words know the library of widgets", () => {
  const direct = sources
    .filter((file) => importsOf(readFileSync(file, "utf8")).includes("react-aria-components"))
    .map((file) => relative(join(root, "src"), file).split("/")[0]);
  expect(new Set(direct)).toEqual(new Set(["ui", "words"]));
});
