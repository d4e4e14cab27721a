import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { inProject } from "./paths.mjs";

/** What a phone on a thin network may have to fetch before it shows anything: the page and all that it names, compressed. */
const most = 150_000;

/** Fails when the built page and the scripts, styles and pictures that it names weigh more than a first visit may. */
export async function firstLoad() {
  const page = readFileSync(inProject("apps/web/dist/index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
  const weights = [
    { path: "/index.html", bytes: gzipSync(page).length },
    ...named.map((path) => ({ path, bytes: gzipSync(readFileSync(inProject(`apps/web/dist${path}`))).length })),
  ];
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= most) return { code: 0, output: "" };
  const lines = weights.map(({ path, bytes }) => `  ${bytes}  ${path}`);
  return { code: 1, output: `${total} bytes, of ${most} at most:\n${lines.join("\n")}\n` };
}
