// Starts the thread of workbooks from its sources: tests must not run what was built before the last change.
import { register } from "tsx/esm/api";

register();
await import("./xlsx.worker.ts");
