import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 180_000);
afterAll(() => world.close(), 180_000);

const workbook = join(import.meta.dirname, "../../fixtures/marana-golo/marana-golo.xlsx");
/** What a colleague sends afterwards: five values that no machine can read. */
const colleague = [
  "Établissement;Sens;Désignation;Quantité;Unité;Fin de contrat",
  "Menuiserie du Maquis (fictive);sortant;chutes de bois;une dizaine;t;",
  "Menuiserie du Maquis (fictive);sortant;copeaux;4;brouettes;",
  "Cave du Golo (fictive);sortant;marc de raisin;60;t;31/02/2027",
  "Cave du Golo (fictive);entrant;palettes;beaucoup;t;",
  "Garage du Golo (fictif);sortant;huiles usagées;env. 2;t;",
].join("\n");

async function enter(page: Page, role: string): Promise<void> {
  const account = world.served.accounts.find((one) => one.role === role);
  await page.goto(world.address);
  await page.getByLabel("Adresse électronique").fill(account?.email ?? "");
  await page.getByLabel("Mot de passe").fill(account?.password ?? "");
  await page.getByRole("button", { name: "Entrer" }).click();
}

/** Corrects each value that is shown, in order, and reads the file again. */
async function correct(page: Page, values: readonly string[]): Promise<void> {
  const fields = page.getByLabel(/^Bonne valeur/);
  await fields.first().waitFor();
  expect(await fields.count()).toBe(values.length);
  for (const [i, value] of values.entries()) await fields.nth(i).fill(value);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: /^Relire avec/ }).click();
  await page.getByRole("heading", { name: "Tout est compris : rien à corriger." }).waitFor();
}

test("b: an administrator opens a territory; its facilitator imports a messy workbook, corrects seven values, undoes and redoes", {
  timeout: 560_000,
}, async () => {
  const office = await world.open();
  await enter(office, "admin");
  await office.getByRole("heading", { level: 1, name: "Territoires de la plateforme" }).waitFor();
  expect(await violations(office)).toEqual([]);
  const facilitator = world.served.accounts.find(({ role }) => role === "facilitator");
  await office.getByLabel("Nom du territoire").fill("Costa Verde");
  await office.getByLabel("Nom de l'animateur ou de l'animatrice").fill("Livia Paoli");
  await office.getByLabel("Son adresse électronique").fill(facilitator?.email ?? "");
  await office.getByRole("button", { name: "Ouvrir et inviter" }).click();
  await office.getByRole("cell", { name: "Costa Verde" }).waitFor();

  const page = await world.open({ viewport: { width: 1280, height: 900 } });
  // A workbook is read in a thread that starts from sources here: patience on a busy machine.
  page.setDefaultTimeout(180_000);
  await enter(page, "facilitator");
  await page.getByRole("link", { name: "Costa Verde" }).click();
  await page.getByRole("link", { name: "Imports" }).click();
  await page.getByText("Aucun import encore").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Importer un fichier" }).click();

  // What is no workbook costs a sentence, and nothing else.
  await page.getByLabel("Choisir un fichier…").setInputFiles({
    name: "menteur.xlsx",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 …"),
  });
  expect(await page.getByRole("alert").innerText()).toContain("menteur.xlsx");
  expect(await violations(page)).toEqual([]);

  // The workbook: its columns, what it would do, two quantities in words.
  await page.getByLabel("Choisir un fichier…").setInputFiles({
    name: "marana-golo.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: readFileSync(workbook),
  });
  await page.getByRole("heading", { name: "Ce que disent les colonnes" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Voir l'aperçu" }).click();
  await page.getByRole("region", { name: "À créer" }).getByText("80 établissements, 335 flux").waitFor();
  await correct(page, ["3,6", "8"]);
  await page.getByRole("button", { name: "Importer : 80 établissements et 335 flux" }).click();
  await page.getByRole("heading", { name: "Import terminé" }).waitFor();
  expect(await violations(page)).toEqual([]);

  // The table of a colleague, pasted: five more.
  await page.getByRole("link", { name: "Importer un autre fichier" }).click();
  await page.getByLabel("Coller un tableau").fill(colleague);
  await page.getByRole("button", { name: "Lire ce tableau" }).click();
  await page.getByRole("button", { name: "Voir l'aperçu" }).click();
  await correct(page, ["10", "t", "28/02/2027", "12", "2"]);
  await page.getByRole("button", { name: /^Importer : / }).click();
  await page.getByRole("heading", { name: "Import terminé" }).waitFor();
  await page.getByRole("link", { name: "Voir les entreprises" }).click();
  await page.getByText("83 établissements").waitFor();

  // The workbook is undone whole, and done again; the colleague's three companies stay.
  const counted = async (count: string): Promise<void> => {
    await page.getByRole("link", { name: "Entreprises", exact: true }).click();
    await page.getByText(count, { exact: true }).waitFor();
    await page.getByRole("link", { name: "Imports" }).click();
  };
  await page.getByRole("link", { name: "Imports" }).click();
  await page.getByRole("button", { name: "Annuler l'import marana-golo.xlsx" }).click();
  await page.getByRole("button", { name: "Refaire l'import marana-golo.xlsx" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await counted("3 établissements");
  await page.getByRole("button", { name: "Refaire l'import marana-golo.xlsx" }).click();
  await page.getByRole("button", { name: "Annuler l'import marana-golo.xlsx" }).waitFor();
  await counted("83 établissements");
  expect(world.complaints).toEqual([]);
});
