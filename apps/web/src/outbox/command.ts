/** What a person did, whole, as it will be sent: it waits on the device until the server has answered. */
export type Command = {
  /** Made by the device; the server does a command of one identifier once. */
  readonly id: string;
  /** Order of typing, given by the store. */
  readonly seq?: number;
  /** Who typed it: it is sent in no other name. */
  readonly owner: string;
  readonly territory: string;
  readonly at: string;
  readonly kind: "flow" | "establishment" | "encounter";
  /** The object it is about; commands on one object go in order. */
  readonly object: string;
  readonly establishment: string;
  /** For people: the label of the flow, the name of the company. */
  readonly title: string;
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body: { readonly version?: number; readonly fields?: Fields; readonly [more: string]: unknown };
  /** Of a correction: what stood when it was typed. */
  readonly before: Fields | null;
  /** `sent`: done, and kept until the screens have read it. */
  readonly state: "waiting" | "conflict" | "refused" | "sent";
  /** Of a conflict: what stands now. Of a refusal: why. */
  readonly current?: Fields;
  readonly problem?: { readonly fr: string; readonly en: string };
};

export type Fields = Readonly<Record<string, unknown>>;

/** Two values of a field are the same: absent equals null, as in every format. */
export const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);
const plain = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );

/** Fields that both sides changed, each in its way: only a person can choose. */
export function clashes(before: Fields, mine: Fields, theirs: Fields): readonly string[] {
  return Object.keys(mine).filter(
    (field) =>
      !same(mine[field], theirs[field]) && !same(before[field], theirs[field]) && !same(before[field], mine[field]),
  );
}

/** The command once what stands now is known: what clashes goes as chosen, the rest as typed. Null: nothing is left of it. */
export function settled(
  command: Command,
  current: Fields & { readonly version?: unknown },
  choices: Readonly<Record<string, "mine" | "theirs">>,
  id: string,
): Command | null {
  const { fields: typed = {} } = command.body;
  const before = command.before ?? {};
  const fields = Object.fromEntries(
    Object.entries(typed).filter(
      ([field, mine]) =>
        choices[field] !== "theirs" &&
        !same(mine, current[field]) &&
        (choices[field] === "mine" || !same(mine, before[field])),
    ),
  );
  if (Object.keys(fields).length === 0) return null;
  const { version, ...standing } = current;
  const { current: _, problem: __, ...rest } = command;
  return { ...rest, id, state: "waiting", before: standing, body: { version: Number(version), fields } };
}
