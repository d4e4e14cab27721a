// Writes the generated files again; with --check, only says which are out of date.
// Old syntax here and in require-node.mjs, so that an old Node reaches the sentence that says it is too old.
import "./lib/require-node.mjs";

import("./commands/generate.mjs").then((command) => command.main());
