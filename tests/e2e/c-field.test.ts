import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 180_000);
afterAll(() => world.close(), 180_000);

type Named = { readonly id: string; readonly name: string };
type Flow = {
  readonly id: string;
  readonly establishment: string;
  readonly label: string;
  readonly quantity: number | null;
  readonly version: number;
};
const waits = { timeout: 60_000 };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("c: a facilitator visits a company offline, comes back, syncs and settles a conflict", {
  timeout: 480_000,
}, async () => {
  const page = await world.open(phone);
  const context = page.context();
  await world.signIn(page, "facilitator");
  const [, territory] = /\/t\/([0-9a-f-]+)/.exec(page.url()) ?? [];

  // Before leaving: the list is read once, and kept on the phone.
  await page.goto(`${world.address}/t/${territory}/terrain`);
  await page.getByText("80 entreprises gardées sur cet appareil.").waitFor();
  // The page's policy lets no string be evaluated in it: the debugger asks.
  const told = (question: string): Promise<boolean> => page.evaluate<boolean>(question).catch(() => false);
  await expect.poll(() => told("navigator.serviceWorker.controller !== null"), waits).toBe(true);
  await page.reload();
  await page.getByText("80 entreprises gardées sur cet appareil.").waitFor();
  const kept = `caches.open("simbiosi-data").then((cache) => cache.keys()).then((all) =>
    ["/me", "/establishments", "/flows", "/visits"].every((end) => all.some(({ url }) => url.endsWith(end))))`;
  await expect.poll(() => told(kept), waits).toBe(true);
  expect(await violations(page)).toEqual([]);

  // No network: the application still opens, on the very company.
  await context.setOffline(true);
  await page.reload();
  await page.getByText("80 entreprises gardées sur cet appareil.").waitFor();
  await page.getByText("Hors ligne : vos saisies restent sur cet appareil").waitFor();
  await page.getByLabel("Chercher une entreprise").fill("abattoir");
  await page.locator("main ul.tiles a").first().click();
  const company = await page.getByRole("heading", { level: 1 }).innerText();

  // Half a word, then the battery dies: the word stands again.
  await page.getByRole("button", { name: "+ Elle a en trop" }).click();
  await page.getByLabel("Quoi ? Avec vos mots").fill("palettes cassées");
  await page.reload();
  expect(await page.getByLabel("Quoi ? Avec vos mots").inputValue()).toBe("palettes cassées");
  await page.getByLabel("Quantité", { exact: true }).fill("1,5");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("1 saisie en attente").waitFor();

  await page.getByRole("button", { name: "+ Noter la visite" }).click();
  await page.getByLabel("Notes").fill("Accueil chaleureux, benne pleine.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("2 saisies en attente").waitFor();

  // A flow that is there already is corrected; meanwhile somebody else corrects it at the office.
  const tile = page.locator("main ul.tiles button", { hasNotText: "palettes cassées" }).first();
  const label = await tile.locator("strong").innerText();
  await tile.click();
  await page.getByLabel("Quantité", { exact: true }).fill("77");
  await page.getByLabel("Famille").selectOption("matter");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("3 saisies en attente").waitFor();
  await page.reload();
  await page.getByText("3 saisies en attente").waitFor();
  expect(await violations(page)).toEqual([]);

  const office = await world.open({ viewport: { width: 1280, height: 900 } });
  await world.signIn(office, "facilitator");
  const api = `${world.address}/api/v1/territories/${territory}`;
  const read = async (path: string) => (await office.request.get(`${api}/${path}`)).json();
  const sites: readonly Named[] = (await read("establishments")).establishments;
  const site = sites.find((one) => one.name === company)?.id;
  const before: readonly Flow[] = (await read("flows")).flows;
  const flow = before.find((one) => one.label === label && one.establishment === site);
  const changed = await office.request.patch(`${api}/flows/${flow?.id}`, {
    data: { version: flow?.version, fields: { quantity: 55, note: "vu au bureau" } },
  });
  expect(changed.status()).toBe(200);

  // Back on the network: two leave by themselves, in order; the third is for its author to settle.
  await context.setOffline(false);
  await page.getByText("1 saisie à comparer").waitFor();
  await page.getByRole("link", { name: "Voir" }).click();
  const card = page.getByRole("article", { name: label });
  await card.getByText("Deux versions").waitFor();
  expect(await violations(page)).toEqual([]);
  await card.getByRole("radio", { name: /Ma saisie/ }).check();
  await card.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await page.getByText("Tout est envoyé").waitFor();

  // What stands: mine where I chose it, theirs where I had touched nothing, and each entry once.
  const after: readonly Flow[] = (await read("flows")).flows;
  expect(after.find(({ id }) => id === flow?.id)).toMatchObject({ quantity: 77, note: "vu au bureau" });
  expect(after.filter((one) => one.label === "palettes cassées" && one.quantity === 1.5)).toHaveLength(1);
  const noted = async (notes: string): Promise<number> => {
    const all: readonly { readonly notes: string }[] = (await read("visits")).encounters;
    return all.filter((one) => one.notes === notes).length;
  };
  expect(await noted("Accueil chaleureux, benne pleine.")).toBe(1);

  // The session ends while she types: signing in again sends what waited.
  await context.setOffline(true);
  await page.goto(`${world.address}/t/${territory}/terrain`);
  await page.locator("main ul.tiles a").first().click();
  await page.getByRole("button", { name: "+ Noter la visite" }).click();
  await page.getByLabel("Notes").fill("Dernier passage.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("1 saisie en attente").waitFor();
  await context.clearCookies();
  await context.setOffline(false);
  await page.getByText("1 saisie attend sur cet appareil").waitFor();
  expect(await violations(page)).toEqual([]);
  await world.signIn(page, "facilitator");
  await expect.poll(() => noted("Dernier passage."), waits).toBe(1);
  expect(world.complaints).toEqual([]);
});
