#!/usr/bin/env -S MALLOC_ARENA_MAX=2 node
// Committed, so that npm links the command before anything is built. The one place that knows both apps: the commands of
// the platform are the server's, the others are the command line's. The C library of Linux keeps what each thread has
// freed for that thread, 150 MiB of it in the main job: two such stores are enough, and only the first line can say so.
import { existsSync } from "node:fs";

const ofThePlatform = ["serve", "backup", "restore", "verify"];
const app = ofThePlatform.includes(process.argv[2] ?? "") ? "../../server/dist/main.js" : "../dist/main.js";
const main = new URL(app, import.meta.url);

if (existsSync(main)) {
  import(main.href);
} else {
  console.error("Simbiosi n'est pas encore construit : lancez `npm start` à la racine du projet, puis recommencez.");
  console.error("Simbiosi is not built yet: run `npm start` at the root of the project, then try again.");
  process.exitCode = 69; // EX_UNAVAILABLE: none of the exit codes of the command itself
}
