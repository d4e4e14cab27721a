import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlaces } from "./screens/places.ts";
import { walk } from "./screens/walk.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 180_000);
afterAll(() => world.close(), 180_000);

test("every screen: in French, by day and filled, each is whole, accessible and says words only", {
  timeout: 480_000,
}, async () => {
  const places = await makePlaces(world);
  expect(await walk(world, places, { lang: "fr", state: "filled", night: false })).toEqual([]);
});
