import { type IDBPDatabase, openDB } from "idb";
import { useSyncExternalStore } from "react";
import { type Command, clashes, type Fields, settled } from "./command.ts";

const store = "commands";
let opened: Promise<IDBPDatabase> | undefined;
const database = (): Promise<IDBPDatabase> => {
  opened ??= openDB("simbiosi", 1, {
    upgrade: (db) => void db.createObjectStore(store, { keyPath: "seq", autoIncrement: true }),
  });
  return opened;
};

/** What waits on this device, in the order it was typed; every tab tells the others. */
let commands: readonly Command[] = [];
const listeners = new Set<() => void>();
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("simbiosi-outbox") : undefined;
async function readAgain(tell = true): Promise<void> {
  commands = (await (await database()).getAll(store)) as Command[];
  for (const listener of listeners) listener();
  if (tell) channel?.postMessage("changed");
}
channel?.addEventListener("message", () => void readAgain(false));
let begun = false;
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (!begun) {
    begun = true;
    void readAgain(false);
  }
  return () => listeners.delete(listener);
};

/** What waits on this device. */
export const useOutbox = (): readonly Command[] => useSyncExternalStore(subscribe, () => commands);

const put = async (command: Command): Promise<void> => {
  await (await database()).put(store, command);
};
const drop = async (command: Command): Promise<void> => {
  if (command.seq !== undefined) await (await database()).delete(store, command.seq);
};

/** Writes a command on the device, then sends what can be sent. It resolves once nothing can lose it any more. */
export async function send(command: Omit<Command, "id" | "at" | "state">): Promise<void> {
  await put({ ...command, id: crypto.randomUUID(), at: new Date().toISOString(), state: "waiting" });
  await readAgain();
  void replay(command.owner);
}

/** Gives a command up, at its author's word. */
export async function giveUp(command: Command): Promise<void> {
  await drop(command);
  await readAgain();
}

/** A refused command is tried again as it is: what refused it may have changed. */
export async function tryAgain(command: Command): Promise<void> {
  const { problem: _, ...rest } = command;
  await put({ ...rest, state: "waiting" });
  await readAgain();
  void replay(command.owner);
}

/** Ends a conflict by what its author chose, field by field. */
export async function settle(command: Command, choices: Readonly<Record<string, "mine" | "theirs">>): Promise<void> {
  const next = settled(command, command.current ?? {}, choices, crypto.randomUUID());
  if (next === null) await drop(command);
  else await put(next);
  await readAgain();
  void replay(command.owner);
}

/** What the screens do once commands were sent: read again what they show. */
let afterwards: (sent: readonly Command[]) => Promise<unknown> = async () => undefined;
/** What is to be done when the server no longer knows the session. */
let signedOut: () => void = () => undefined;
export function whenSent(done: typeof afterwards, out: typeof signedOut): void {
  afterwards = done;
  signedOut = out;
}

type Outcome =
  | { readonly is: "done"; readonly answer: Fields }
  | { readonly is: "away" }
  | { readonly is: "signed-out" }
  | { readonly is: "clash"; readonly current: Fields }
  | { readonly is: "refused"; readonly problem: { readonly fr: string; readonly en: string } };

async function sendOne({ method, path, body, id }: Command): Promise<Outcome> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers: { "idempotency-key": id, ...(method === "DELETE" ? {} : { "content-type": "application/json" }) },
      ...(method === "DELETE" ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return { is: "away" };
  }
  const told = (await answer.json().catch(() => undefined)) as
    | (Fields & { code?: string; fr?: string; en?: string })
    | undefined;
  if (answer.ok) return { is: "done", answer: told ?? {} };
  if (answer.status === 401) return { is: "signed-out" };
  // The server, or something before it, is not well: nothing is wrong with the command.
  if (answer.status >= 500 || answer.status === 429 || told?.code === undefined) return { is: "away" };
  if (told.code === "CHANGED_MEANWHILE") return { is: "clash", current: (told.current ?? {}) as Fields };
  const fields = (told.fields ?? []) as readonly { readonly path: string; readonly message: string }[];
  const which =
    fields.length === 0 ? "" : ` (${fields.map(({ path: at, message }) => `${at} : ${message}`).join(", ")})`;
  return { is: "refused", problem: { fr: `${told.fr ?? told.code}${which}`, en: `${told.en ?? told.code}${which}` } };
}

/** Objects of which a command waits for a person: what was typed on them afterwards waits too. */
const held = (all: readonly Command[]): Set<string> =>
  new Set(all.filter(({ state }) => state === "conflict" || state === "refused").map(({ object }) => object));

let running = false;
let askedAgain = false;

/** Sends what waits, in order, in the name of whoever typed it. One tab at a time; several calls are one. */
export async function replay(owner: string): Promise<void> {
  if (running) {
    askedAgain = true;
    return;
  }
  running = true;
  try {
    do {
      askedAgain = false;
      await ("locks" in navigator
        ? navigator.locks.request("simbiosi-outbox", () => replayOnce(owner))
        : replayOnce(owner));
    } while (askedAgain);
  } finally {
    running = false;
  }
}

async function replayOnce(owner: string): Promise<void> {
  await readAgain();
  let changed = false;
  for (;;) {
    const mine = commands.filter((one) => one.owner === owner);
    const stopped = held(mine);
    const next = mine.find(({ state, object }) => state === "waiting" && !stopped.has(object));
    if (next === undefined) break;
    const outcome = await sendOne(next);
    if (outcome.is === "away") break;
    if (outcome.is === "signed-out") {
      signedOut();
      break;
    }
    changed = true;
    if (outcome.is === "done") {
      await put({ ...next, state: "sent" });
      await follow(next, outcome.answer);
    } else if (outcome.is === "refused") await put({ ...next, state: "refused", problem: outcome.problem });
    else await afterClash(next, outcome.current);
    await readAgain();
  }
  const sent = commands.filter(({ state, owner: whose }) => state === "sent" && whose === owner);
  if (!changed && sent.length === 0) return;
  await afterwards(sent);
  for (const command of sent) await drop(command);
  await readAgain();
}

/** What was typed after it on the same object, on this device, follows the version that the server gave it. */
async function follow(done: Command, answer: Fields): Promise<void> {
  const { version } = answer;
  if (typeof version !== "number") return;
  for (const later of commands)
    if (
      later.object === done.object &&
      later.owner === done.owner &&
      later.state === "waiting" &&
      later.seq !== done.seq
    )
      if (later.body.version === (done.body.version ?? 1) || later.body.version === undefined)
        if (later.method === "PATCH") await put({ ...later, body: { ...later.body, version } });
}

/** What nobody else touched goes on by itself; what both changed waits for its author. */
async function afterClash(command: Command, current: Fields): Promise<void> {
  const both = clashes(command.before ?? {}, command.body.fields ?? {}, current);
  if (both.length > 0) return put({ ...command, state: "conflict", current });
  const next = settled(command, current, {}, crypto.randomUUID());
  return next === null ? drop(command) : put(next);
}
