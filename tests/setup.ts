import fc from "fast-check";

// `npm test` draws the same cases every time, so that a red test means a change; `npm run test:long` looks for new
// ones, as many as fit in a minute for each property.
fc.configureGlobal(
  process.env.SIMBIOSI_LONG === undefined ? { seed: 20261123 } : { numRuns: 10_000, interruptAfterTimeLimit: 60_000 },
);
