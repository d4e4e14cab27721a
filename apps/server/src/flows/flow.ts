import { type Flow, FlowSchema, fail, ok, type Result } from "@simbiosi/domain";
import { type HttpProblem, notUnderstood } from "../http/problems.ts";

/** What a person may write of a flow: everything but its identifier and whose it is. */
export const FlowFields = FlowSchema.omit({ id: true, establishment: true, extra: true }).partial();

export const columnsOf = ({ id: _, establishment: __, ...row }: Flow) => ({
  direction: row.direction,
  label: row.label,
  data: JSON.stringify(row),
});

export const parseFlow = (id: string, establishment: string, row: object): Result<Flow, HttpProblem> => {
  const read = FlowSchema.safeParse({ ...row, id, establishment }, { reportInput: true });
  return read.success ? ok(read.data) : fail(notUnderstood(read.error));
};
