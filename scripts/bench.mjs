// Sets up, then runs the seeded benches.
// Old syntax here and in require-node.mjs, so that an old Node reaches the sentence that says it is too old.
import "./lib/require-node.mjs";

import("./commands/bench.mjs").then((command) => command.main());
