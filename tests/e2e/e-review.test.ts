import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 400_000);
afterAll(() => world.close());

test("e: suggestions are reviewed, three kept with a reason, one set aside, one followed to under study", {
  timeout: 300_000,
}, async () => {
  const page = await world.open({ viewport: { width: 1280, height: 900 } });
  await world.signIn(page, "facilitator");
  await page.getByRole("link", { name: "Suggestions", exact: true }).click();
  const ideas = page.getByRole("list", { name: "Suggestions de synergies" }).locator(":scope > li");
  await ideas.first().waitFor({ timeout: 120_000 });
  expect(await violations(page)).toEqual([]);

  // One idea a row; its other takers are under it.
  await page
    .getByText(/autres possibilités/)
    .first()
    .waitFor();

  // Filters are in the address, and a link keeps them.
  await page.getByLabel("Seulement à décider").check();
  await page.getByLabel("Trier par").selectOption("ease");
  expect(page.url()).toMatch(/todo=1.*sort=ease|sort=ease.*todo=1/);
  await page.reload();
  await ideas.first().waitFor();
  expect(await page.getByLabel("Trier par").inputValue()).toBe("ease");

  // Three kept at once, with why in words.
  const titleOf = async (n: number): Promise<string> =>
    (await ideas.nth(n).getByRole("article").first().getAttribute("aria-label")) ?? "";
  const kept = [await titleOf(0), await titleOf(1), await titleOf(2)];
  for (const n of [0, 1, 2]) await ideas.nth(n).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Garder…" }).click();
  await page.getByLabel("Pourquoi (facultatif)").fill("Les entreprises se connaissent déjà");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("3 pistes gardées.").waitFor();
  await expect.poll(() => titleOf(0), { timeout: 30_000 }).not.toBe(kept[0]);

  // One set aside: a reason is asked for; the slip of the hand is taken back, then it is done for good.
  const aside = await titleOf(0);
  for (const again of [true, false]) {
    await ideas
      .first()
      .getByRole("button", { name: `Écarter : ${aside}` })
      .click();
    expect(await page.getByRole("button", { name: "Enregistrer" }).isDisabled()).toBe(true);
    await page.getByRole("dialog").getByLabel("Raison").selectOption("too-far");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect.poll(() => titleOf(0), { timeout: 30_000 }).not.toBe(aside);
    if (!again) break;
    await page.locator(".toast", { hasText: "1 piste écartée." }).getByRole("button", { name: "Annuler" }).click();
    await expect.poll(() => titleOf(0), { timeout: 30_000 }).toBe(aside);
  }

  // In the pipeline: moved by the menu of its card, no mouse needed; then the next step, the owner, the date.
  await page.getByRole("link", { name: "Portefeuille" }).click();
  const followed = kept[0] ?? "";
  const card = page.getByRole("article", { name: followed, exact: true });
  await card.waitFor();
  await page.getByRole("article", { name: aside, exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await card.getByRole("combobox").selectOption("under-study");
  await page.getByText("Étape changée : À l'étude").waitFor();
  await page
    .locator(".column")
    .filter({ has: page.getByRole("heading", { level: 2, name: /^À l'étude/ }) })
    .getByRole("article", { name: followed, exact: true })
    .waitFor();
  await card.getByRole("button", { name: /^Prochain pas/ }).click();
  await card.getByRole("textbox", { name: "Prochain pas" }).fill("Visiter l'atelier");
  await card.getByLabel("Qui", { exact: true }).fill("Livia");
  await card.getByLabel("Pour le").fill("2020-01-15");
  await card.getByRole("button", { name: "Enregistrer" }).click();
  await card.getByText("En retard").waitFor();

  // The sheet tells the story: why it was kept, each stage, the next step; messages and files beside it.
  const sheet = await card.getByRole("link").innerText();
  await card.getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: sheet, exact: true }).waitFor();
  await page.getByText("Les entreprises se connaissent déjà").waitFor();
  await page.getByText("pas un avis juridique").waitFor();
  await page.getByLabel("Nouveau message").fill("Vu avec @Marc : d'accord pour un essai");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.locator(".messages strong", { hasText: "@Marc" }).waitFor();
  await page.getByLabel("Joindre un fichier").setInputFiles({
    name: "devis.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 devis"),
  });
  await page.getByRole("link", { name: "devis.pdf" }).waitFor();
  await page.getByLabel("Joindre un fichier").setInputFiles({
    name: "piege.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("<script>alert(1)</script>"),
  });
  await page.getByText("le contenu ne correspond pas au nom").waitFor();
  expect(await violations(page)).toEqual([]);

  // The matrix opens a sheet from the keyboard.
  await page.getByRole("link", { name: "Matrice gain × facilité" }).click();
  await page.getByText(/rapportent plus que la médiane/).waitFor();
  expect(await violations(page)).toEqual([]);
  const mark = page.locator(".drawing a.point").last();
  const marked = (await mark.getAttribute("aria-label")) ?? "";
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: marked }).waitFor();
  expect(world.complaints).toEqual([]);
});
