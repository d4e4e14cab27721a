import { expect, test } from "vitest";
import type { Deliverable } from "./deliverables.ts";
import { makeFiles } from "./make-files.ts";

const file = (name: string, apart: boolean): Deliverable => ({
  name,
  apart,
  early: false,
  make: async () => new TextEncoder().encode(name),
});
const files = [file("a", true), file("b", false), file("c", true), file("d", true), file("e", true), file("f", false)];

test("every file is begun once and written once with its own bytes, whichever side makes it", async () => {
  const begun: string[] = [];
  const written = new Map<string, string>();
  const count = await makeFiles(files, {
    onBegin: ({ name }) => begun.push(name),
    write: async ({ name }, bytes) => void written.set(name, new TextDecoder().decode(bytes)),
  });
  expect(count).toBe(6);
  expect(begun.toSorted()).toEqual(files.map(({ name }) => name));
  expect([...written].every(([name, words]) => name === words)).toBe(true);
  expect(written.size).toBe(6);
});

test("after a signal nothing more is begun, and what was under way is written", async () => {
  const stop = new AbortController();
  const begun: string[] = [];
  const count = await makeFiles(files, {
    signal: stop.signal,
    onBegin: ({ name }) => begun.push(name),
    write: async () => stop.abort(),
  });
  expect(count).toBe(begun.length);
  expect(count).toBeLessThan(files.length);
});

test("a file that cannot be written ends the rest with its own error", async () => {
  const begun: string[] = [];
  await expect(
    makeFiles(files, {
      onBegin: ({ name }) => begun.push(name),
      write: async () => Promise.reject(new Error("no room")),
    }),
  ).rejects.toThrow("no room");
  expect(begun.length).toBeLessThan(files.length);
});
