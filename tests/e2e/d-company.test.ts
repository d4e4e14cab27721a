import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 180_000);
afterAll(() => world.close(), 180_000);

type Lead = { readonly id: string; readonly kind: string; readonly establishments: readonly string[] };

/** The address in a letter, as a mail program shows it: quoted-printable undone. */
const linkIn = (letter: string): string | undefined =>
  /http\S+\/entreprise#\S+/.exec(
    letter.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  )?.[0];

test("d: a company fills its flows by its magic link and sets who sees what", { timeout: 480_000 }, async () => {
  const office = await world.open({ viewport: { width: 1280, height: 900 } });
  await world.signIn(office, "facilitator");
  const [, territory] = /\/t\/([0-9a-f-]+)/.exec(office.url()) ?? [];

  // The facilitator sends the link to a company that a lead of two proposes something to.
  const api = `${world.address}/api/v1/territories/${territory}`;
  const readAs = async (page: Page, path: string) => (await page.request.get(`${api}/${path}`)).json();
  const leadOfTwo = async (): Promise<Lead | undefined> => {
    const leads: readonly Lead[] = (await readAs(office, "leads")).leads;
    return leads.find(
      ({ kind, establishments }) =>
        kind === "substitution" && establishments.filter((id) => !id.startsWith("@")).length === 2,
    );
  };
  await expect.poll(leadOfTwo, { timeout: 120_000, interval: 1_000 }).toBeDefined();
  const site = (await leadOfTwo())?.establishments[0];
  await office.goto(`${world.address}/t/${territory}/terrain/${site}`);
  const name = await office.getByRole("heading", { level: 1 }).innerText();
  await office.getByLabel("Adresse électronique de l'entreprise").fill("contact@entreprise.example");
  await office.getByRole("button", { name: "Envoyer le lien" }).click();
  await office.getByText("Lien envoyé à contact@entreprise.example.").waitFor();
  await expect.poll(() => world.letters().map(linkIn).filter(Boolean).length, { timeout: 30_000 }).toBe(1);
  const link = world.letters().map(linkIn).find(Boolean) ?? "";

  // The company opens it on its phone: no account, six doors.
  const phone = await world.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.goto(link.replace(/^https?:\/\/[^/]+/, world.address));
  await phone.getByRole("heading", { level: 1, name: `Bonjour, ${name}` }).waitFor();
  expect(phone.url()).not.toContain("#");
  expect(await violations(phone)).toEqual([]);

  // Its site.
  await phone
    .getByRole("link", { name: /Mon site/ })
    .first()
    .click();
  await phone.getByLabel("Horaires des équipes").fill("5h-13h ; 13:00-21:00");
  await phone.getByLabel("Communes où habite le personnel").fill("2B033=14");
  expect(await violations(phone)).toEqual([]);
  await phone.getByRole("button", { name: "Enregistrer" }).click();
  await phone.getByText("Enregistré.").waitFor();

  // Two flows; beside each field, who reads it.
  await phone.goto(`${world.address}/t/${territory}/mes-flux`);
  for (const [button, label, quantity, seen] of [
    ["+ J'ai en trop", "palettes bois cassées", "3", "Le territoire, sans mon nom"],
    ["+ Il me faut", "chariot élévateur de temps en temps", "", "L'animation seulement"],
  ] as const) {
    await phone.getByRole("button", { name: button }).click();
    await phone.getByLabel("Quoi ? Avec vos mots").fill(label);
    await phone.locator(".hint").waitFor();
    if (quantity !== "") await phone.getByLabel("Quantité", { exact: true }).fill(quantity);
    await phone.getByRole("radio", { name: seen }).check();
    if (seen.startsWith("Le territoire"))
      await phone.getByText("vous et l'animation + les entreprises d'une piste, sans le nom").first().waitFor();
    expect(await violations(phone)).toEqual([]);
    await phone.getByRole("button", { name: "Enregistrer" }).click();
    await phone.locator("main ul.tiles button", { hasText: label }).waitFor();
  }
  await phone.getByText("en attente d'envoi").first().waitFor({ state: "detached" });

  // What is proposed: an answer with its reason, and the agreement to tell a name, which is taken back elsewhere.
  await phone.goto(`${world.address}/t/${territory}/propositions`);
  const proposal = phone
    .getByRole("article")
    .filter({ has: phone.getByRole("button", { name: /Accepter de dire/ }) })
    .first();
  const title = await proposal.getByRole("heading", { level: 2 }).innerText();
  expect(await violations(phone)).toEqual([]);
  await proposal.getByRole("button", { name: "Intéressé" }).click();
  await phone.getByText("Réponse envoyée à l'animation.").waitFor();
  const answered = phone
    .getByRole("article", { name: title })
    .filter({ has: phone.locator(".badge.good") })
    .first();
  await answered.getByLabel(/^Pourquoi/).fill("Nous livrons déjà ce quartier.");
  await answered.getByRole("button", { name: "Envoyer la raison" }).click();
  await answered.getByRole("button", { name: /Accepter de dire/ }).click();
  await answered.getByText(/Vous avez accepté le/).waitFor();
  await answered.getByText("Son nom apparaîtra ici si elle accepte aussi.").waitFor();

  await phone.goto(`${world.address}/t/${territory}/confidentialite`);
  await phone.getByText("votre nom, votre quantité").first().waitFor();
  expect(await violations(phone)).toEqual([]);
  // One agreement for each flow that meets another: each is taken back by itself.
  const takeBack = phone.getByRole("button", { name: "Retirer cet accord" });
  for (let left = await takeBack.count(); left > 0; left -= 1) {
    await takeBack.first().click();
    await expect.poll(() => takeBack.count(), { timeout: 30_000 }).toBeLessThan(left);
  }
  await phone.getByText("Vous n'avez donné aucun accord").waitFor();

  await phone.goto(`${world.address}/t/${territory}/obligations`);
  await phone.locator("details.duty").first().waitFor();
  expect(await violations(phone)).toEqual([]);
  await phone.goto(`${world.address}/t/${territory}/mes-donnees`);
  await phone.getByRole("heading", { name: "Quitter et effacer" }).waitFor();
  expect(await phone.getByRole("button", { name: "Effacer définitivement" }).isDisabled()).toBe(true);
  expect(await violations(phone)).toEqual([]);

  // It sees itself and nobody else, whatever it asks.
  expect((await readAs(phone, "establishments")).establishments).toHaveLength(1);
  const own: readonly { readonly establishment: string }[] = (await readAs(phone, "flows")).flows;
  expect(new Set(own.map(({ establishment }) => establishment))).toEqual(new Set([site]));
  for (const path of ["leads", "visits"]) expect((await phone.request.get(`${api}/${path}`)).status()).toBe(403);

  // The facilitator finds the flows on the sheet, and the answer with its reason on the lead.
  await office.goto(`${world.address}/t/${territory}/terrain/${site}`);
  await office.getByText("palettes bois cassées").first().waitFor();
  await office.getByText("chariot élévateur de temps en temps").first().waitFor();
  const leads: readonly Lead[] = (await readAs(office, "leads")).leads;
  const mine = leads.filter(({ establishments }) => establishments.includes(site ?? ""));
  const sheets = await Promise.all(mine.map(({ id }) => readAs(office, `leads/${id}`)));
  expect(JSON.stringify(sheets)).toContain("Nous livrons déjà ce quartier.");
  expect(world.complaints).toEqual([]);
});
