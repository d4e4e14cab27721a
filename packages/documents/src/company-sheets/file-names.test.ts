import { describe, expect, test } from "vitest";
import { sheetNames } from "./file-names.ts";

const named = (...names: string[]) => [...sheetNames(names.map((name, i) => ({ id: `e${i}`, name }))).values()];

describe("names of the company sheets", () => {
  test.each([
    {
      name: "Brasserie de l'Étoile & Fils",
      file: "brasserie-de-l-etoile-fils",
      because: "letters, figures and hyphens only",
    },
    { name: "Œuvre sociale", file: "oeuvre-sociale", because: "joined letters are written out" },
    { name: "../../etc/passwd", file: "etc-passwd", because: "a name never leaves the folder" },
    { name: `${"a".repeat(200)}`, file: "a".repeat(60), because: "no disk refuses it" },
  ])("$name → $file: $because", ({ name, file }) => {
    expect(named(name)).toEqual([file]);
  });

  test("two companies of one name have two files, in any order", () => {
    const list = [
      { id: "x", name: "Garage" },
      { id: "y", name: "GARAGE" },
      { id: "z", name: "Hôtel" },
    ];
    const names = sheetNames(list);
    expect(new Set(names.values()).size).toBe(3);
    expect(new Map([...sheetNames([...list].reverse())].sort())).toEqual(new Map([...names].sort()));
    expect(names.get("z")).toBe("hotel");
  });

  test("a name without letters, or that Windows keeps, still has a file of its own", () => {
    const [none, device] = named("???", "CON");
    expect(none).toMatch(/^entreprise-[0-9a-f]{6}$/);
    expect(device).toMatch(/^con-[0-9a-f]{6}$/);
  });
});
