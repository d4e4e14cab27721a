import { casaperta } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { expect, test } from "vitest";
import { detectSynergies } from "../detect/detect.ts";
import { understand } from "./understand.ts";

test("a measured distance wins over the one that is worked out, in both directions", () => {
  const kmOf = (measured: number | undefined) => {
    const distances = {
      name: "distances.csv",
      km: (from: string, to: string) => (from === "champignonniere" && to === "torrefaction" ? measured : undefined),
    };
    const { synergies } = detectSynergies(understand(loadReference(), casaperta, "2026-11-23", distances), 10);
    return synergies.find(({ offers }) => offers[0]?.flow.id === "torrefaction.mares")?.distance;
  };
  expect(kmOf(undefined)?.value).toBeLessThan(2);
  expect(kmOf(12.5)).toMatchObject({ value: 12.5, source: "declared:distances.csv" });
});
