import type { Consent, Flow } from "@simbiosi/domain";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { meQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { type Command, same } from "../outbox/command.ts";
import { send } from "../outbox/outbox.ts";
import type { FlowFields } from "./flow-fields.ts";

/** A flow as a screen shows it: as it is saved, with what waits on the device over it. */
export type ShownFlow = Partial<Omit<Flow, "consents">> & {
  readonly consents?: readonly Consent[] | null;
  readonly id: string;
  readonly label: string;
  readonly direction: "in" | "out";
  readonly version: number;
  readonly pending: boolean;
};
type SavedFlow = Omit<ShownFlow, "pending"> & { readonly establishment: string };

/** Flows of an establishment as they will stand once everything is sent. */
export function withPending(
  saved: readonly SavedFlow[],
  commands: readonly Command[],
  establishment: string,
): readonly ShownFlow[] {
  const mine = commands.filter((one) => one.kind === "flow" && one.establishment === establishment);
  const shown = new Map<string, ShownFlow>(
    saved.filter((flow) => flow.establishment === establishment).map((flow) => [flow.id, { ...flow, pending: false }]),
  );
  for (const { object, method, body, title } of mine) {
    const before = shown.get(object);
    if (method === "DELETE") shown.delete(object);
    else if (method === "POST" && before === undefined)
      shown.set(object, { label: title, direction: "out", version: 1, ...(body as object), id: object, pending: true });
    else if (before !== undefined) shown.set(object, { ...before, ...(body.fields ?? {}), id: object, pending: true });
  }
  return [...shown.values()];
}

/** Whoever is signed in, as the owner of what it types. */
export function useOwner(): string {
  const { data: me } = useSuspenseQuery(meQuery);
  return me.account?.id ?? me.establishment?.id ?? "";
}

/** Adding, correcting and removing flows through the outbox: on the device first, then to the server. */
export function useFlowCommands(establishment: string) {
  const { territory } = useHere();
  const owner = useOwner();
  const queries = useQueryClient();
  const path = `/api/v1/territories/${territory}/flows`;
  const common = { owner, territory, kind: "flow", establishment } as const;
  return {
    add: (fields: FlowFields): Promise<void> => {
      const id = crypto.randomUUID();
      return send({
        ...common,
        object: id,
        title: fields.label ?? "",
        method: "POST",
        path,
        body: { id, establishment, ...fields },
        before: null,
      });
    },
    correct: (flow: ShownFlow, fields: FlowFields): Promise<void> => {
      const standing = flow as Readonly<Record<string, unknown>>;
      const changed = Object.fromEntries(Object.entries(fields).filter(([key, value]) => !same(value, standing[key])));
      if (Object.keys(changed).length === 0) return Promise.resolve();
      return send({
        ...common,
        object: flow.id,
        title: fields.label ?? flow.label,
        method: "PATCH",
        path: `${path}/${flow.id}`,
        body: { version: flow.version, fields: changed },
        before: Object.fromEntries(Object.keys(changed).map((key) => [key, standing[key] ?? null])),
      });
    },
    remove: (flow: ShownFlow): Promise<void> =>
      send({
        ...common,
        object: flow.id,
        title: flow.label,
        method: "DELETE",
        path: `${path}/${flow.id}`,
        body: {},
        before: null,
      }),
    restore: async (flow: ShownFlow): Promise<void> => {
      await send({
        ...common,
        object: flow.id,
        title: flow.label,
        method: "POST",
        path: `${path}/${flow.id}/restore`,
        body: {},
        before: null,
      });
      await queries.invalidateQueries({ queryKey: [territory, "flows"] });
    },
  };
}
