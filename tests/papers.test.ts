import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
const papers = [".", "docs", "docs/adr", "docs/guide"].flatMap(markdownIn);

test.each(papers)("the links of %s lead somewhere", (paper) => {
  const links = [...readFileSync(join(root, paper), "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(
    ([, to]) => to ?? "",
  );
  const inside = links.filter((to) => !/^[a-z]+:/.test(to));
  expect(inside.filter((to) => !existsSync(join(root, dirname(paper), to)))).toEqual([]);
});

test("decision records are numbered without a gap", () => {
  const numbers = markdownIn("docs/adr").map((path) => Number(path.split("/").at(-1)?.slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});
