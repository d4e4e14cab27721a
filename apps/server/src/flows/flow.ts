import { type Flow, FlowSchema, fail, ok, type Result } from "@simbiosi/domain";
import { type HttpProblem, httpProblems } from "../http/problems.ts";

/** What a person may write of a flow: everything but its identifier and whose it is. */
export const FlowFields = FlowSchema.omit({ id: true, establishment: true, extra: true }).partial();

export const columnsOf = ({ id: _, establishment: __, ...row }: Flow) => ({
  direction: row.direction,
  label: row.label,
  data: JSON.stringify(row),
});

export const parseFlow = (id: string, establishment: string, row: object): Result<Flow, HttpProblem> => {
  const read = FlowSchema.safeParse({ ...row, id, establishment });
  return read.success
    ? ok(read.data)
    : fail({
        ...httpProblems.notUnderstood,
        fields: read.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
      } as HttpProblem);
};
