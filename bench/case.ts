/** One thing that is measured. */
export type BenchCase = {
  /** Short and stable, `part/what`: it is what one asks for on the command line. */
  readonly name: string;
  /** Builds the data (not measured) and gives back the work (measured), which says how many things it went through. */
  readonly prepare: (random: () => number) => Promise<BenchWork> | BenchWork;
};

export type BenchWork = () => Promise<BenchCount> | BenchCount;

export type BenchCount = { readonly count: number; readonly of: string };
