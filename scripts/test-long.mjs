// The tests again, with many more generated cases, and the slow ones.
// Old syntax here and in require-node.mjs, so that an old Node reaches the sentence that says it is too old.
import "./lib/require-node.mjs";

import("./commands/test-long.mjs").then((command) => command.main());
