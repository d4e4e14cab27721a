import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { contrasts } from "../axe.ts";
import type { World } from "../world.ts";
import { faults, overflow } from "./faults.ts";
import type { Lang } from "./other-language.ts";
import type { Place, Places } from "./places.ts";
import { type Screen, screens, type Viewer } from "./table.ts";

/** How screens are looked at: in a language; with data, without, or while the interface fails; by day, or by night too. */
export type Guise = {
  readonly lang: Lang;
  readonly state: "filled" | "empty" | "error";
  readonly night: boolean;
};

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
/** A folder that is given pictures of every screen, for eyes. */
const pictures = process.env.SIMBIOSI_PICTURES;

/** The address of a screen in a place; undefined where an object that it names is not there. */
function addressOf({ path, who }: Screen, ids: Place["ids"]): string | undefined {
  const here = who === "company" && ids.companyPlace !== undefined ? { ...ids, place: ids.companyPlace } : ids;
  const missing = [...path.matchAll(/:([a-z]+)/gi)].some(([, name = ""]) => here[name] === undefined);
  return missing ? undefined : path.replace(/:([a-z]+)/gi, (_, name: string) => here[name] ?? "");
}

/** Waits until nothing is asked of the server any more and nothing says that it loads. */
function watchRest(page: Page): () => Promise<void> {
  const asked = new Set<unknown>();
  page.on("request", (one) => {
    if (one.resourceType() !== "eventsource") asked.add(one);
  });
  page.on("requestfinished", (one) => asked.delete(one));
  page.on("requestfailed", (one) => asked.delete(one));
  const atRest = async (): Promise<boolean> =>
    asked.size === 0 &&
    (await page.evaluate<boolean>(
      `document.querySelector("main") !== null && !/^(Chargement|Loading)…$/m.test(document.body.innerText)`,
    ));
  return async () => {
    for (let quiet = 0; quiet < 2; ) {
      await page.waitForTimeout(50);
      quiet = (await atRest()) ? quiet + 1 : 0;
    }
  };
}

const broken = {
  status: 500,
  contentType: "application/problem+json",
  body: JSON.stringify({
    code: "UNEXPECTED",
    fr: "Une erreur inattendue s'est produite.",
    en: "Something unexpected happened.",
  }),
};

/** What is wrong with the screen that a page shows: at a desk by day, by night, then on a phone. */
async function look(page: Page, { lang, night }: Guise, picture: string): Promise<readonly string[]> {
  const shoot = async (size: string, fullPage = false): Promise<void> => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${picture}-${size}.png`), fullPage });
  };
  const wrong = [...(await faults(page, lang))];
  await shoot("desk");
  if (night) {
    await page.emulateMedia({ colorScheme: "dark" });
    wrong.push(...(await contrasts(page)).map((one) => `by night, ${one}`));
    await shoot("night");
    await page.emulateMedia({ colorScheme: "light" });
  }
  await page.setViewportSize(phone);
  const over = await overflow(page);
  if (over > 0) wrong.push(`scrolls sideways on a phone, by ${over} px`);
  await shoot("phone", true);
  await page.setViewportSize(desk);
  return wrong;
}

/** Walks through the screens of one viewer, one after the other. */
async function walkAs(world: World, place: Place, who: Viewer, guise: Guise): Promise<readonly string[]> {
  const { lang, state } = guise;
  const session = place.sessions[who];
  const mine = screens.filter((one) => one.who === who && (state === "filled" || one.alone !== true));
  const visits = mine.flatMap((screen) => {
    const address = addressOf(screen, place.ids);
    return address === undefined ? [] : [{ screen, address }];
  });
  if (visits.length === 0 || (state === "empty" && session === undefined)) return [];
  const page = await world.open({ viewport: desk, ...(session === undefined ? {} : { storageState: session }) });
  await page.addInitScript(`if (location.protocol !== "about:") localStorage.setItem("simbiosi.lang", "${lang}")`);
  if (state === "error") await page.route(/\/api\/v1\/(territories|resources)/, (route) => route.fulfill(broken));
  const rest = watchRest(page);
  const found: string[] = [];
  for (const { screen, address } of visits) {
    const before = world.complaints.length;
    // The first is opened, the others are gone to: the application is not loaded again.
    if (screen.alone === true) await page.goto("about:blank");
    if (page.url() === "about:blank") await page.goto(`${world.address}${address}`);
    else await page.evaluate(`history.pushState(null, "", ${JSON.stringify(address)})`);
    await rest();
    const name = `${who} ${screen.path} (${lang}, ${state})`;
    const wrong = await look(page, guise, name.replaceAll(/[^a-z]+/gi, "-"));
    const complaints = world.complaints.slice(before).map((complaint) => `console: ${complaint}`);
    found.push(...new Set([...wrong, ...complaints].map((fault) => `${name}: ${fault}`)));
  }
  await page.context().close();
  return found;
}

/** Walks through every screen in one guise: what is wrong, one line a fault. The facilitator, who has most, walks beside the others. */
export async function walk(world: World, places: Places, guise: Guise): Promise<readonly string[]> {
  const place = places[guise.state === "empty" ? "empty" : "filled"];
  const viewers = [...new Set(screens.map(({ who }) => who))];
  const inTurn = async (some: readonly Viewer[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const who of some) found.push(...(await walkAs(world, place, who, guise)));
    return found;
  };
  const lanes = [["facilitator"], viewers.filter((who) => who !== "facilitator")] as const;
  return (await Promise.all(lanes.map(inTurn))).flat();
}
