export { type Candidates, candidates } from "./detection/candidates.ts";
export { type Detection, type DetectOptions, detect } from "./detection/detect.ts";
