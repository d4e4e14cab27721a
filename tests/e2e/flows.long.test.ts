import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 180_000);
afterAll(() => world.close());

test("flows: a facilitator corrects flows in the grid, answers a question, notes a contact and writes to companies", {
  timeout: 400_000,
}, async () => {
  const page = await world.open({ viewport: { width: 1400, height: 900 } });
  await world.signIn(page, "facilitator");
  const nav = page.getByRole("navigation", { name: "Navigation principale" });
  const toast = (words: string | RegExp) => page.locator(".toast").filter({ hasText: words });

  // The grid: more rows than are drawn; the filter is in the address, the sort is told.
  const opened = (title: string) => page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  await nav.getByRole("link", { name: "Flux et ressources" }).click();
  await opened("Flux et ressources");
  await page.getByText(/^\d+ flux$/).waitFor();
  const all = Number(/\d+/.exec(await page.getByText(/^\d+ flux$/).innerText())?.[0]);
  expect(all).toBeGreaterThan(300);
  expect(await page.locator("table.grid tbody tr").count()).toBeLessThan(80);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Quantité" }).click();
  expect(await page.getByRole("columnheader", { name: "Quantité" }).getAttribute("aria-sort")).toBe("ascending");
  await page.getByLabel("Chercher un libellé, une entreprise, une ressource").fill("palette");
  await page.getByText(/^\d+ sur \d+ flux$/).waitFor();
  expect(page.url()).toContain("q=palette");
  const some = Number(/^\d+/.exec(await page.getByText(/^\d+ sur \d+ flux$/).innerText())?.[0]);

  // Inline edit by keyboard alone, then taken back.
  const heads = (await page.locator("table.grid thead th").allInnerTexts()).map((head) => head.replace(/ [▲▼]$/, ""));
  /** A cell of the first row, by the head of its column or so many after it; the column of ticks is no cell. */
  const cell = (head: string, after = 0) => page.locator(`[data-cell="0-${heads.indexOf(head) - 1 + after}"]`);
  const quantity = cell("Quantité");
  const before = await quantity.innerText();
  await cell("Quantité", -1).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => quantity.evaluate((one) => one.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await page.keyboard.type("0,5");
  await page.keyboard.press("Escape");
  expect(await quantity.innerText()).toBe(before);
  await page.keyboard.press("Enter");
  await page.keyboard.type("0,5");
  await page.keyboard.press("Enter");
  await toast("1 flux modifié.").waitFor();
  await page.getByRole("gridcell", { name: "0,5", exact: true }).first().waitFor();
  await toast("1 flux modifié.").getByRole("button", { name: "Annuler" }).click();
  await toast("Annulé.").first().waitFor();
  expect(await quantity.innerText()).toBe(before);

  // Bulk edit of all that is shown, in one command, and its undo.
  await page.getByLabel("Choisir tous les flux affichés").check();
  const bar = page.getByRole("region", { name: /choisis?$/ });
  await bar.getByLabel("Changer").selectOption("visibility");
  await bar.getByRole("combobox").nth(1).selectOption("public");
  await bar.getByRole("button", { name: "Appliquer" }).click();
  const changed = toast(`${some} flux modifié`);
  await changed.waitFor();
  expect(await page.getByRole("gridcell", { name: "public", exact: true }).count()).toBeGreaterThanOrEqual(
    Math.min(some, 5),
  );
  expect(await violations(page)).toEqual([]);
  await changed.getByRole("button", { name: "Annuler" }).click();
  await expect.poll(() => page.getByRole("gridcell", { name: "public", exact: true }).count()).toBe(0);
  await page.getByRole("button", { name: "Ne plus choisir" }).click();

  // Who changed it, when, and what it was.
  await page
    .getByRole("button", { name: /^Historique de/ })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByText(/visibility/)
    .first()
    .waitFor();
  expect(await violations(page, ".dialog")).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();

  // Somebody else was faster: both versions are shown.
  const url = new URL(page.url());
  const territory = url.pathname.split("/")[2];
  await quantity.dblclick();
  await page.keyboard.type("7");
  const label = await cell("Libellé").innerText();
  await page.evaluate(
    async ({ territory, label }) => {
      type Flows = { flows: { id: string; version: number; label: string }[] };
      const { flows } = (await (await fetch(`/api/v1/territories/${territory}/flows`)).json()) as Flows;
      for (const { id, version } of flows.filter((flow) => flow.label === label))
        await fetch(`/api/v1/territories/${territory}/flows/${id}`, {
          method: "PATCH",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ version, fields: { quantity: 3 } }),
        });
    },
    { territory, label },
  );
  await page.keyboard.press("Enter");
  const conflict = page.getByRole("dialog", { name: /modifié ce flux entre-temps/ });
  await conflict.waitFor();
  await conflict.getByRole("button", { name: "Mettre la mienne" }).click();
  await toast("1 flux modifié.").waitFor();

  // The card of two minutes.
  await page.getByRole("button", { name: "Ajouter un flux" }).click();
  const card = page.getByRole("dialog");
  await card.getByLabel("Entreprise").selectOption({ index: 1 });
  await card.getByLabel("Quoi ?").fill("palettes Europe dépareillées");
  await card.getByLabel("Quantité").fill("12,5");
  expect(await violations(page, ".dialog")).toEqual([]);
  await card.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await toast("Flux ajouté.").waitFor();
  await page.getByText("palettes Europe dépareillées").first().waitFor();

  // A doubtful label is confirmed: the list shrinks; undone, it is back.
  await nav.getByRole("link", { name: "Questions" }).click();
  await opened("Questions");
  await page.getByLabel("Sorte de question").selectOption("resource");
  const count = async () =>
    Number(
      /\d+/.exec(
        await page
          .getByText(/^\d+ questions?$/)
          .first()
          .innerText(),
      )?.[0],
    );
  await page
    .getByRole("button", { name: /^C'est : / })
    .first()
    .waitFor({ timeout: 120_000 });
  expect(await violations(page)).toEqual([]);
  const questions = await count();
  await page
    .getByRole("button", { name: /^C'est : / })
    .first()
    .click();
  await toast("Réponse enregistrée").waitFor();
  await expect.poll(count).toBeLessThan(questions);
  await toast("Réponse enregistrée").getByRole("button", { name: "Annuler" }).click();
  await expect.poll(count, { timeout: 60_000 }).toBe(questions);
  await page.getByRole("button", { name: "Demander à l'entreprise" }).first().click();
  expect(await page.getByRole("dialog").getByRole("textbox").inputValue()).toContain("–");
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();

  // A company: its list, its sheet, a person, a call, a signature.
  await nav.getByRole("link", { name: "Entreprises", exact: true }).click();
  await page.getByRole("columnheader", { name: "Connu" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator("table.list tbody a").first().click();
  await page.getByRole("heading", { level: 2, name: "Identité" }).waitFor();
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Corriger : Zone" }).click();
  await page.getByLabel("Zone", { exact: true }).fill("Zone du port");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Corriger : Zone, Zone du port" }).waitFor();
  await page.getByRole("button", { name: "Ajouter une personne" }).click();
  const person = page.getByRole("dialog");
  await person.getByLabel("Nom").fill("Ghjulia Santoni (fictive)");
  await person.getByLabel("Adresse électronique").fill("ghjulia@exemple.test");
  expect(await violations(page, ".dialog")).toEqual([]);
  await person.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Ghjulia Santoni (fictive)").first().waitFor();
  await page.getByRole("button", { name: "Noter un échange" }).click();
  const call = page.getByRole("dialog");
  await call.getByLabel("Objet").fill("Premier appel");
  await call.getByLabel(/^Notes/).fill("Rappeler en janvier");
  await call.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Rappeler en janvier").waitFor();
  await page.getByRole("button", { name: /^Charte d'engagement : noter la signature/ }).click();
  await page.getByText(/^signé le/).waitFor();
  expect(await violations(page)).toEqual([]);

  // Contacts, and a letter that is read before it leaves.
  await nav.getByRole("link", { name: "Contacts" }).click();
  await opened("Contacts");
  await page.getByLabel("Chercher une entreprise ou une personne").fill("Ghjulia");
  await page.getByText("1 entreprise", { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Inviter par courrier" }).click();
  await opened("Courrier aux entreprises");
  await page.getByLabel("Toutes celles affichées").check();
  await page.getByRole("button", { name: "Relire l'aperçu" }).click();
  await page.getByRole("article", { name: "Lettre à ghjulia@exemple.test" }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(world.letters()).toEqual([]);
  await page.getByRole("button", { name: "Envoyer 1 lettre" }).click();
  await toast("1 lettre confiée").waitFor();
  await expect.poll(() => world.letters().length, { timeout: 60_000 }).toBe(1);
  expect(world.letters()[0]).toContain("ghjulia@exemple.test");
  expect(name).not.toBe("");
  expect(world.complaints).toEqual([]);
});
