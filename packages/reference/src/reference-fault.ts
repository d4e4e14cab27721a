import { type Problem, problem, text } from "@simbiosi/domain";

/**
 * A row that someone has just edited and that cannot be computed with. It is thrown, since nothing may go on without
 * the reference, and carries the sentence for whoever edits: file, row, field.
 */
export class ReferenceFault extends Error {
  readonly problem: Problem;

  constructor(file: string, row: string, what: string) {
    super(`${file}, ${row}: ${what}`);
    this.name = "ReferenceFault";
    this.problem = problem(
      "REFERENCE_WRONG",
      text(
        "{file}, {row} : {what}. Corrigez cette ligne, puis relancez.",
        "{file}, {row}: {what}. Mend that row, then try again.",
      ),
      { file, row, what },
    );
  }
}
