#!/usr/bin/env node
// Committed, so that npm links the command before anything is built.
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);

if (existsSync(main)) {
  import(main.href);
} else {
  console.error("Simbiosi n'est pas encore construit : lancez `npm start` à la racine du projet, puis recommencez.");
  console.error("Simbiosi is not built yet: run `npm start` at the root of the project, then try again.");
  process.exitCode = 69; // EX_UNAVAILABLE: none of the exit codes of the command itself
}
