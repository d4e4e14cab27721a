import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 400_000);
afterAll(() => world.close());

/** Ten that are had and ten that are wanted, as people say them around a table. */
const said: readonly (readonly ["J'ai" | "Je cherche", string, string, string])[] = [
  ["J'ai", "palettes bois", "Menuiserie invitée", "12"],
  ["J'ai", "sciure", "Menuiserie invitée", "30"],
  ["J'ai", "drêches de brasserie", "Brasserie invitée", "80"],
  ["J'ai", "cartons", "Brasserie invitée", "9"],
  ["J'ai", "marc de raisin", "Cave invitée", "60"],
  ["J'ai", "biodéchets", "Hôtel invité", "25"],
  ["J'ai", "huiles alimentaires usagées", "Hôtel invité", "3"],
  ["J'ai", "gravats de béton", "Chantier invité", "400"],
  ["J'ai", "terres excavées", "Chantier invité", "900"],
  ["J'ai", "chutes de bois", "Charpente invitée", "40"],
  ["Je cherche", "litière animale", "Ferme invitée", "50"],
  ["Je cherche", "compost", "Ferme invitée", "100"],
  ["Je cherche", "alimentation animale", "Ferme invitée", "70"],
  ["Je cherche", "granulats recyclés", "Travaux invités", "500"],
  ["Je cherche", "bois énergie", "Serre invitée", "60"],
  ["Je cherche", "plaquettes forestières", "Serre invitée", "80"],
  ["Je cherche", "palettes bois", "Transport invité", "20"],
  ["Je cherche", "cartons", "Boutique invitée", "4"],
  ["Je cherche", "paillage", "Jardin invité", "30"],
  ["Je cherche", "matière organique pour méthanisation", "Méthaniseur invité", "900"],
];

test("k: a workshop of twenty cards comes to a shortlist and a follow-up", { timeout: 400_000 }, async () => {
  const page = await world.open({ viewport: { width: 1280, height: 900 } });
  await world.signIn(page, "facilitator");
  await page.getByRole("link", { name: "Ateliers" }).click();
  await page.getByText("Aucun atelier pour l'instant").waitFor();
  await page.getByLabel("Nom de l'atelier").fill("Petit-déjeuner de la zone");
  await page.getByLabel("Lieu").fill("Salle des fêtes");
  await page
    .getByRole("checkbox", { name: /Boulangerie/ })
    .first()
    .check();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Préparer un atelier" }).click();
  await page.getByRole("heading", { level: 1, name: "Petit-déjeuner de la zone" }).waitFor();

  // A second window is on the wall.
  const wall = await page.context().newPage();
  wall.setDefaultTimeout(60_000);
  await wall.goto(`${page.url()}/ecran`);
  await wall.getByText("Dites ce que vous avez").waitFor();
  expect(await violations(wall)).toEqual([]);

  // Twenty cards, by the keyboard: Enter adds one and goes back to the next.
  const form = page.getByRole("form", { name: "Nouvelle carte" });
  for (const [i, [direction, label, company, quantity]] of said.entries()) {
    await form.getByRole("radio", { name: direction }).check();
    await form.getByLabel("Quoi").fill(label);
    await form.getByLabel("Entreprise").fill(company);
    await form.getByLabel("Quantité par an").fill(quantity);
    await page.keyboard.press("Enter");
    await page.getByText(i === 0 ? "1 carte" : `${i + 1} cartes`).waitFor();
    await expect.poll(() => form.getByLabel("Quoi").inputValue()).toBe("");
  }
  expect(await page.evaluate("document.activeElement.name")).toBe("label");

  // Matches come by themselves, here and on the wall, where only what was said is shown.
  const matches = page.getByRole("region", { name: "Correspondances" });
  await matches.getByRole("listitem").nth(4).waitFor({ timeout: 120_000 });
  await wall.getByRole("listitem").nth(3).waitFor({ timeout: 120_000 });
  await expect.poll(() => page.getByText("recherche…").count(), { timeout: 120_000 }).toBe(0);
  // The latest first: between two who spoke, both are named; of who did not speak, nothing.
  const lines = () => wall.getByRole("listitem").allInnerTexts();
  const both = (line: string): boolean => line.includes("Menuiserie invitée") && line.includes("Jardin invité");
  await expect.poll(async () => (await lines()).some(both), { timeout: 30_000 }).toBe(true);
  expect((await lines()).filter((line) => /€|\(fictif\)/.test(line))).toEqual([]);
  expect(await violations(wall)).toEqual([]);
  expect(await violations(page)).toEqual([]);

  // Votes, then three on the shortlist.
  for (const n of [0, 1, 2]) {
    const one = matches.getByRole("listitem").nth(n);
    await one.getByRole("button", { name: /^Retenir/ }).click();
    await page.getByRole("heading", { name: `Suites de l'atelier (${n + 1})` }).waitFor();
  }
  await matches
    .getByRole("button", { name: /^Une voix de plus/ })
    .first()
    .click();
  await matches.getByText("1 voix").waitFor();

  // The follow-up is proposed with a step, somebody and a date; it goes to the pipeline.
  const agenda = page.getByRole("region", { name: "Suites de l'atelier" });
  const first = agenda.getByRole("form").first();
  const title = (await first.getAttribute("aria-label")) ?? "";
  expect(await first.getByLabel("Prochain pas").inputValue()).not.toBe("");
  expect(await first.getByLabel("Pour le").inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await first.getByLabel("Qui").fill("Livia");
  await first.getByRole("button", { name: "Inscrire au portefeuille" }).click();
  await first.getByRole("button", { name: "✓ Au portefeuille" }).waitFor();
  await page.getByRole("link", { name: "Portefeuille" }).click();
  await page.getByRole("article", { name: title }).getByText("Livia").waitFor();
  expect(world.complaints).toEqual([]);
});
