import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlaces, type Places } from "./screens/places.ts";
import { walk } from "./screens/walk.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
let places: Places;
beforeAll(async () => {
  world = await makeWorld();
  places = await makePlaces(world);
}, 600_000);
afterAll(() => world.close(), 180_000);

test.each([
  { lang: "fr", state: "filled" },
  { lang: "en", state: "filled" },
  { lang: "fr", state: "empty" },
  { lang: "en", state: "empty" },
  { lang: "fr", state: "error" },
  { lang: "en", state: "error" },
] as const)("every screen: $lang, $state, by day and by night", { timeout: 1_200_000 }, async (guise) => {
  expect(await walk(world, places, { ...guise, night: true })).toEqual([]);
});
