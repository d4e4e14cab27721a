import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const front = (name: string): string => new URL(`../../packages/${name}/src/index.ts`, import.meta.url).pathname;

/** Larger files (the map) are kept when they are first used, not before. */
const largestKept = 600_000;

/** Writes the worker of the shell with the list of what was built, so that the application opens without a network. */
const shellWorker = (): Plugin => ({
  name: "simbiosi-shell-worker",
  apply: "build",
  generateBundle: {
    // After files that turn out to hold styles only are dropped: one missing file, and nothing is kept.
    order: "post",
    handler(_options, bundle) {
      const built = Object.values(bundle)
        .map((one) => ({ name: one.fileName, text: one.type === "chunk" ? one.code : one.source }))
        .filter(
          ({ name, text }) => text.length <= largestKept && !/\.map$|\.html$|-(cyrillic|greek|vietnamese)/.test(name),
        )
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const worker = readFileSync(new URL("./src/offline/worker.js", import.meta.url), "utf8");
      const shell = ["/icon.svg", "/manifest.webmanifest", ...built.map(({ name }) => `/${name}`)];
      const hash = createHash("sha256").update(worker);
      for (const { name, text } of built) hash.update(name).update(text);
      const version = hash.digest("hex").slice(0, 16);
      const source = `const version = ${JSON.stringify(version)};\nconst shell = ${JSON.stringify(shell)};\n${worker}`;
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  },
});

export default defineConfig({
  plugins: [react(), shellWorker()],
  // Packages are bundled from their sources; the condition "source" would take those of libraries too.
  resolve: { alias: { "@simbiosi/domain": front("domain"), "@simbiosi/charts": front("charts") } },
  build: {
    target: "es2022",
    // Every small picture stays a file: the page's policy allows no other place.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080", "/healthz": "http://127.0.0.1:8080" } },
});
