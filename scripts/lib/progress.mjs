import { existsSync } from "node:fs";
import { inProject } from "./paths.mjs";
import { elapsed, isTerminal, lang, say } from "./speech.mjs";

/** @typedef {{ link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Row */

/**
 * The folders that an installation on this machine will fill.
 * @param {string} lock words of package-lock.json
 * @param {{ platform: string, arch: string }} machine
 */
export function foldersToFill(lock, { platform, arch }) {
  /** @type {Record<string, Row>} */
  const packages = JSON.parse(lock || "{}").packages ?? {};
  return Object.entries(packages)
    .filter(([path, { link, optional, os, cpu, libc }]) => {
      const fits = (os ?? [platform]).includes(platform) && (cpu ?? [arch]).includes(arch) && !libc?.includes("musl");
      const certain = optional !== true || os !== undefined || cpu !== undefined; // others serve machines named elsewhere
      return path.includes("node_modules/") && link !== true && fits && certain;
    })
    .map(([path]) => path);
}

/**
 * Says how far an installation is, by what is there: npm itself prints nothing until the end.
 * A line rewritten every fifth of a second on a terminal, a line every five seconds elsewhere.
 * @param {string} lock words of package-lock.json
 * @returns {() => void} to stop
 */
export function watchProgress(lock) {
  const since = performance.now();
  const folders = foldersToFill(lock, process);
  say(
    `Installation de ${folders.length} bibliothèques (une demi-minute la première fois ; vous pouvez interrompre)…`,
    `Installing ${folders.length} libraries (half a minute the first time; you may interrupt)…`,
  );
  const tell = () => {
    const there = folders.filter((path) => existsSync(inProject(`${path}/package.json`))).length;
    const sentence = lang === "fr" ? `${there} sur ${folders.length}` : `${there} of ${folders.length}`;
    process.stderr.write(`${isTerminal ? "\r" : ""}  ${sentence}, ${elapsed(since)}${isTerminal ? "   " : "\n"}`);
  };
  const timer = setInterval(tell, isTerminal ? 200 : 5000);
  return () => {
    clearInterval(timer);
    if (isTerminal) process.stderr.write("\r\x1b[K");
  };
}
