export {
  assumptions,
  type Mapping,
  type ReadInventory,
  readDistances,
  readInventory,
  readMapping,
  writeMapping,
  writeTemplate,
} from "@simbiosi/intake";
export { loadReference, ReferenceFault } from "@simbiosi/reference";
export { check } from "./check/check.ts";
export { detectSynergies } from "./detect/detect.ts";
export { synergiesJson, synergiesText } from "./detect/synergies-json.ts";
export {
  type Audience,
  audiences,
  companySheetsFolder,
  type Deliverable,
  deliverables,
} from "./diagnose/deliverables.ts";
export { type Diagnosed, type DiagnoseOptions, diagnose } from "./diagnose/diagnose.ts";
export { type OptimiseOptions, optimiseDocument, optimiseSynergies } from "./optimise/optimise.ts";
export { type Understood, understand } from "./understand/understand.ts";
