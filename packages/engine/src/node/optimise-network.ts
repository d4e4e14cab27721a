import type { Network } from "@simbiosi/domain";
import type { PortfolioAnswer } from "../portfolio/answer.ts";
import { optimiseWith, type PortfolioOptions } from "../portfolio/optimise.ts";
import { withSmallPrograms } from "../portfolio/small-programs.ts";
import { highsInWorker } from "./highs-solver.ts";

/**
 * `optimiseWith` by HiGHS in a worker thread of its own, ended with the answer. For many networks in a row, keep one
 * `highsInWorker()` and give its `solve`, behind
 * `withSmallPrograms`, to `optimiseWith`.
 */
export async function optimiseNetwork(network: Network, options: PortfolioOptions): Promise<PortfolioAnswer> {
  const solver = highsInWorker();
  try {
    return await optimiseWith(withSmallPrograms(solver.solve), network, options);
  } finally {
    await solver.close();
  }
}
