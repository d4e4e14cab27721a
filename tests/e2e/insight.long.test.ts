import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 300_000);
afterAll(() => world.close());

const go = async (page: Page, link: string, heading = link): Promise<void> => {
  await page
    .getByRole("navigation", { name: /principale|Main/ })
    .getByRole("link", { name: link, exact: true })
    .click();
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
};

test("insight: the facilitator sees the territory whole, compares scenarios and sets its rules; the elected lead reads totals", {
  timeout: 480_000,
}, async () => {
  const page = await world.open({ viewport: { width: 1280, height: 900 } });
  await world.signIn(page, "facilitator");
  await page.getByRole("region", { name: "Pistes à regarder" }).getByRole("link").nth(1).waitFor({ timeout: 180_000 });
  await page.getByRole("progressbar", { name: "Diagnostic-actions" }).waitFor();
  expect(await violations(page)).toEqual([]);

  // A map that draws itself from local data, and its table.
  await go(page, "Carte et métabolisme");
  await page.locator('.map-canvas[data-drawn="yes"]').waitFor();
  await page.getByText(/liaisons? montrées?/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Tableau" }).click();
  expect(await page.getByRole("table").getByRole("row").count()).toBeGreaterThan(2);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Métabolisme", exact: true }).click();
  await page.locator("figure.chart svg path.link").first().waitFor({ timeout: 180_000 });
  expect(await violations(page)).toEqual([]);

  await go(page, "Enjeux");
  await page.getByText(/enjeux? (est|sont) documentés?/).waitFor();
  expect(await violations(page)).toEqual([]);
  await go(page, "Réduction", "Réduire d'abord");
  await page.locator("figure.chart svg rect.bar").first().waitFor();
  expect(await violations(page)).toEqual([]);

  // A scenario: asked for, found in the background, with how good it is known to be.
  await go(page, "Scénarios");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Nouveau scénario" }).click();
  await page.getByLabel("Nom", { exact: true }).fill("Petit budget");
  await page.getByLabel("Budget d'investissement (€)").fill("20 000");
  expect(await violations(page, "[role=dialog]")).toEqual([]);
  await page.getByRole("button", { name: "Chercher le plan" }).click();
  const card = page.getByRole("article", { name: "Petit budget" });
  await card.getByText(/prouvée|ne peut être améliorée de plus de/).waitFor({ timeout: 240_000 });
  expect(await violations(page)).toEqual([]);

  await go(page, "Documents");
  await page.getByText("Aucun livrable encore").waitFor();
  expect(await violations(page)).toEqual([]);

  await go(page, "Paramètres");
  for (const tab of [
    "Membres",
    "Mon compte",
    "Confidentialité",
    "Territoire",
    "Limites",
    "Journal",
    "Export et archive",
  ]) {
    await page.getByRole("navigation", { name: "Paramètres" }).getByRole("link", { name: tab, exact: true }).click();
    await page.locator("[aria-current=page]", { hasText: tab }).waitFor();
    await page.waitForLoadState("networkidle").catch(() => undefined);
    expect(await violations(page), tab).toEqual([]);
  }
  await page.getByRole("navigation", { name: "Paramètres" }).getByRole("link", { name: "Journal" }).click();
  await page.getByText(/Intact/).waitFor();

  // A boundary of another projection is refused with what to do; one in degrees is taken.
  await page.getByRole("navigation", { name: "Paramètres" }).getByRole("link", { name: "Limites" }).click();
  const ring = (points: number[][]) => JSON.stringify({ type: "Polygon", coordinates: [points] });
  const give = async (name: string, text: string): Promise<void> => {
    await page
      .getByLabel("Fichier GeoJSON")
      .setInputFiles({ name, mimeType: "application/geo+json", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Importer" }).click();
  };
  await give(
    "lambert.geojson",
    ring([
      [1226000, 6174000],
      [1227000, 6174000],
      [1227000, 6175000],
      [1226000, 6174000],
    ]),
  );
  await page.getByText(/WGS 84 \(EPSG:4326\)\.$/).waitFor();
  await give(
    "za.geojson",
    ring([
      [9.4, 42.5],
      [9.5, 42.5],
      [9.5, 42.6],
      [9.4, 42.5],
    ]),
  );
  await page.getByText("Limites importées : 1 objets.").waitFor();

  // The elected lead: totals under secrecy, and who is where.
  const other = await world.open({ viewport: { width: 390, height: 844 } });
  await world.signIn(other, "lead");
  await other.getByRole("heading", { level: 1, name: "Le territoire en bref" }).waitFor();
  await other.getByText(/Secret statistique/).waitFor();
  expect(await violations(other)).toEqual([]);

  // The same in English, in the dark.
  const dark = await world.open({ viewport: { width: 1280, height: 900 }, colorScheme: "dark" });
  await world.signIn(dark, "facilitator");
  await dark.getByRole("button", { name: "English" }).click();
  for (const [link, heading] of [
    ["Map and metabolism"],
    ["Stakes"],
    ["Reduction", "Reduce first"],
    ["Scenarios"],
    ["Documents"],
    ["Settings"],
    ["To do this week"],
  ] as const) {
    await go(dark, link, heading);
    expect(await violations(dark), link).toEqual([]);
  }
  expect(world.complaints).toEqual([]);
});
