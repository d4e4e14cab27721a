import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 180_000);
afterAll(() => world.close());

test("a: somebody opens the demonstration and understands it in three minutes", { timeout: 240_000 }, async () => {
  const page = await world.open({ viewport: { width: 1280, height: 900 } });
  await world.signIn(page, "facilitator");

  // What this is, and that it is invented.
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("À faire cette semaine");
  await page.getByText("entreprises et chiffres inventés").waitFor();
  await page.getByText("80 établissements").waitFor();

  // The best leads are there, by themselves; the first opens.
  const first = page.getByRole("region", { name: "Pistes à regarder" }).getByRole("listitem").getByRole("link").first();
  await first.waitFor({ timeout: 120_000 });
  expect(await violations(page)).toEqual([]);
  const title = await first.innerText();
  await first.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();

  // A figure opens down to a source, and the law says that it is no legal advice.
  const gain = page.locator("details.explanation").first();
  await gain.locator("summary").first().click();
  await gain.locator("li").first().waitFor();
  await page.getByText("pas un avis juridique").waitFor();
  expect(await violations(page)).toEqual([]);

  // Every lead, then every company.
  await page.getByRole("link", { name: "Suggestions", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Suggestions de synergies" }).waitFor();
  await page.getByText(/^\d+ pistes/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Entreprises", exact: true }).click();
  await page.getByLabel("Filtrer par nom, activité ou zone").fill("boulangerie");
  await page.getByText(/^\d+ établissements?$/).waitFor();
  expect(page.url()).toContain("q=boulangerie");
  expect(await violations(page)).toEqual([]);
  expect(world.complaints).toEqual([]);
});
