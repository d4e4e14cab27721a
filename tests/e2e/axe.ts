import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Found = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] };

async function run(page: Page, where: string, options: object): Promise<readonly string[]> {
  // The page's policy lets no foreign script in: this one comes by the debugger, not by the page.
  await page.evaluate(source);
  const found = await page.evaluate<readonly Found[]>(
    `axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")})`,
  );
}

/** What axe finds wrong with the page as it stands: one line a violation. */
export const violations = (page: Page, within?: string): Promise<readonly string[]> =>
  run(page, within === undefined ? "document" : JSON.stringify(within), {});

/** The same of its colours alone: what another theme may change. */
export const contrasts = (page: Page): Promise<readonly string[]> =>
  run(page, "document", { runOnly: ["color-contrast"] });
