// Sets up, then runs the main job on the demonstration inventory.
// Old syntax here and in require-node.mjs, so that an old Node reaches the sentence that says it is too old.
import "./lib/require-node.mjs";

import("./commands/start.mjs").then((command) => command.main());
