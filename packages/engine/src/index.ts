export { type Admissions, admissions } from "./detection/admissions.ts";
export { type Candidates, candidates, pairAt } from "./detection/candidates.ts";
export { type Detection, type DetectOptions, type DetectPhase, detect } from "./detection/detect.ts";
export { highsInThread, highsInWorker } from "./node/highs-solver.ts";
export { optimiseNetwork } from "./node/optimise-network.ts";
export type { PortfolioAnswer } from "./portfolio/answer.ts";
export { type Front, type FrontOptions, type FrontPoint, frontWith } from "./portfolio/front.ts";
export { optimiseWith, type PortfolioOptions, type PortfolioProgress } from "./portfolio/optimise.ts";
export { type ScenarioOptions, type Scenarios, scenariosWith } from "./portfolio/scenarios.ts";
