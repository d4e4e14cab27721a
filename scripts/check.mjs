// Format, types, arrows between packages, dead code.
// Old syntax here and in require-node.mjs, so that an old Node reaches the sentence that says it is too old.
import "./lib/require-node.mjs";

import("./commands/check.mjs").then((command) => command.main());
