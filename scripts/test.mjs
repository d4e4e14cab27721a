// Sets up, checks the code, runs every test.
// Old syntax here and in require-node.mjs, so that an old Node reaches the sentence that says it is too old.
import "./lib/require-node.mjs";

import("./commands/test.mjs").then((command) => command.main());
