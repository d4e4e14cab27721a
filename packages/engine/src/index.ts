export { type Candidates, candidates } from "./detection/candidates.ts";
export { type Detection, type DetectOptions, detect } from "./detection/detect.ts";
export type { PortfolioAnswer } from "./portfolio/answer.ts";
export type { PortfolioOptions, PortfolioProgress } from "./portfolio/optimise.ts";

import { highsInThread } from "./node/highs-solver.ts";
import { optimiseWith } from "./portfolio/optimise.ts";
export const optimiseNetwork = (n: Parameters<typeof optimiseWith>[1], o: Parameters<typeof optimiseWith>[2]) =>
  optimiseWith(highsInThread(), n, o);
