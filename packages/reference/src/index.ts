export { loadReference } from "./load-tables.ts";
