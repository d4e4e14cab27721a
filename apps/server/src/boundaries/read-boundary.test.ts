import { describe, expect, test } from "vitest";
import { boundaryLimit, readBoundary } from "./read-boundary.ts";

const square = [
  [9.4, 42.5],
  [9.5, 42.5],
  [9.5, 42.6],
  [9.4, 42.5],
];
const polygon = { type: "Polygon", coordinates: [square] };
const feature = { type: "Feature", properties: { nom: "Lucciana", secret: "x" }, geometry: polygon };
const bytesOf = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

describe("boundaries come as GeoJSON in degrees", () => {
  test.each([
    ["a collection", { type: "FeatureCollection", features: [feature] }],
    ["a feature alone", feature],
    ["a geometry alone", polygon],
  ])("%s is read as a collection", (_, json) => {
    const read = readBoundary(bytesOf(json));
    expect(read.ok && read.value.features.map(({ geometry }) => geometry.type)).toEqual(["Polygon"]);
  });

  test("of the properties only a name is kept", () => {
    const read = readBoundary(bytesOf(feature));
    expect(read.ok && read.value.features[0]?.properties).toEqual({ name: "Lucciana" });
  });

  test.each([
    ["BOUNDARY_NOT_JSON", new TextEncoder().encode("<kml/>")],
    ["BOUNDARY_NOT_JSON", new Uint8Array([0xff, 0xfe, 0x00])],
    ["BOUNDARY_NO_SHAPE", bytesOf({ type: "FeatureCollection", features: [] })],
    ["BOUNDARY_NO_SHAPE", bytesOf({ type: "Point", coordinates: [9.4, 42.5] })],
    ["BOUNDARY_NO_SHAPE", bytesOf({ ...feature, geometry: null })],
    ["BOUNDARY_NO_SHAPE", bytesOf({ ...polygon, coordinates: [[[9.4, "x"]]] })],
    ["BOUNDARY_NOT_DEGREES", bytesOf({ ...polygon, coordinates: [square.map(() => [1_226_000.5, 6_174_000.2])] })],
    ["BOUNDARY_TOO_LARGE", new Uint8Array(boundaryLimit.bytes + 1)],
    [
      "BOUNDARY_TOO_LARGE",
      bytesOf({ type: "LineString", coordinates: Array.from({ length: boundaryLimit.points + 1 }, () => [9, 42]) }),
    ],
  ])("refused with %s", (code, bytes) => {
    const read = readBoundary(bytes);
    expect(read.ok ? "read" : read.problem.code).toBe(code);
  });
});
