import { expect, test } from "vitest";
import { sourceTitle } from "./source-title.ts";

const reference = { sourceById: new Map() };

test.each(["team-estimate", "geodesy", "definition"])("%s is no publication: each language has its words", (id) => {
  const [fr, en] = [sourceTitle(id, reference, "fr"), sourceTitle(id, reference, "en")];
  expect(fr).not.toBe(en);
  expect([fr, en]).not.toContain(id);
});

test("an id that nothing names stays as it is", () => {
  expect(sourceTitle("toString", reference, "fr")).toBe("toString");
});
