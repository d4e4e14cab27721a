import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const front = (name: string): string => new URL(`../../packages/${name}/src/index.ts`, import.meta.url).pathname;

export default defineConfig({
  plugins: [react()],
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
