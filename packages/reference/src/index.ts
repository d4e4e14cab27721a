export { loadReference } from "./load-tables.ts";
export { ReferenceFault } from "./reference-fault.ts";
