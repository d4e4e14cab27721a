import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Served, type ServeOptions, serve } from "@simbiosi/server";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFailed } from "vitest";
import { bundleWeb } from "../../scripts/lib/build.mjs";
import { chromiumPath } from "./chromium.ts";

/** A platform that runs on its demonstration, and a browser before it: what every journey begins with. */
export type World = {
  readonly address: string;
  readonly served: Served;
  readonly browser: Browser;
  /** A page of its own; what its console complained of makes the journey fail. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  /** Signs in as a role of the demonstration, and waits for the home of its territory. */
  readonly signIn: (page: Page, role: "facilitator" | "adviser" | "lead") => Promise<void>;
  /** The letters that were sent, newest last. */
  readonly letters: () => readonly string[];
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

const root = new URL("../../", import.meta.url).pathname;

/** What each open page showed when a journey failed, in a folder that its output names. */
async function keepFailure(browser: Browser, complaints: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "simbiosi-failed-"));
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const name = join(folder, `page-${index + 1}`);
    await page.screenshot({ path: `${name}.png`, timeout: 10_000 }).catch(() => undefined);
    const text = await page.locator("body").innerText({ timeout: 5_000 }).catch(String);
    writeFileSync(`${name}.txt`, [page.url(), text, ...complaints].join("\n"));
  }
  process.stderr.write(`What the pages showed: ${folder}\n`);
}

/** Where people reach it and who identifies them, where a journey needs them to be other than usual. */
type Special = { readonly port: number; readonly origin: string; readonly oidc: ServeOptions["oidc"] };

export async function makeWorld(special: Special = { port: 0, origin: "", oidc: null }): Promise<World> {
  const { code, output } = await bundleWeb({ capture: true });
  if (code !== 0) throw new Error(output);
  const data = mkdtempSync(join(tmpdir(), "simbiosi-e2e-"));
  chmodSync(data, 0o711); // the account of the database must be able to enter
  const served = await serve({
    data,
    host: "127.0.0.1",
    port: special.port,
    demo: true,
    databaseUrl: null,
    origin: special.origin === "" ? null : special.origin,
    smtp: null,
    from: "e2e@localhost",
    web: join(root, "apps/web/dist"),
    version: "test",
    log: false,
    oidc: special.oidc,
  });
  if (!served.ok) throw new Error(served.problem.message.en);
  const { accounts, stop } = served.value;
  const address = special.origin === "" ? served.value.address : special.origin;
  const browser = await chromium.launch({
    executablePath: chromiumPath ?? "no Chromium was found",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const complaints: string[] = [];
  let watched = false;
  return {
    address,
    served: served.value,
    browser,
    complaints,
    open: async (options = {}) => {
      const context = await browser.newContext({
        locale: "fr-FR",
        timezoneId: "Europe/Paris",
        reducedMotion: "reduce",
        ...options,
      });
      const page = await context.newPage();
      if (!watched) onTestFailed(() => keepFailure(browser, complaints), 60_000);
      watched = true;
      page.setDefaultTimeout(60_000);
      // Of the whole window: a journey may open a second page in it.
      context.on("weberror", (error) => complaints.push(error.error().message));
      context.on("console", (message) => {
        // What the server refuses on purpose is told as a failed resource; the journeys look at the sentence instead.
        if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      return page;
    },
    signIn: async (page, role) => {
      const account = accounts.find((one) => one.role === role);
      if (account === undefined) throw new Error(`no ${role} in the demonstration`);
      await page.goto(address);
      await page.getByLabel("Adresse électronique").fill(account.email);
      await page.getByLabel("Mot de passe").fill(account.password);
      await page.getByRole("button", { name: "Entrer" }).click();
      await page.waitForURL(/\/t\/[0-9a-f-]+/);
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
    letters: () => {
      const folder = join(data, "mail");
      try {
        return readdirSync(folder)
          .sort()
          .map((name) => readFileSync(join(folder, name), "utf8"));
      } catch {
        return [];
      }
    },
    close: async () => {
      await browser.close();
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
