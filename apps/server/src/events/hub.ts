import pg from "pg";
import type { Told } from "./tell.ts";

/** Hands what the database tells to the screens that listen. */
export type Hub = {
  readonly listen: (territory: string, hear: (told: Told) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** One client listens for all screens; when the database goes away it comes back by itself. */
export async function hub(connection: pg.ClientConfig): Promise<Hub> {
  const ears = new Map<string, Set<(told: Told) => void>>();
  let client: pg.Client | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;
  const open = async (): Promise<void> => {
    const one = new pg.Client(connection);
    one.on("notification", ({ payload }) => {
      const told = JSON.parse(payload ?? "null") as Told | null;
      if (told !== null) for (const hear of ears.get(told.territory) ?? []) hear(told);
    });
    one.on("error", () => undefined);
    one.on("end", () => {
      if (!closed) again = setTimeout(() => void open().catch(() => undefined), 1_000).unref();
    });
    await one.connect();
    await one.query("listen simbiosi");
    client = one;
  };
  await open();
  return {
    listen: (territory, hear) => {
      const here = ears.get(territory) ?? new Set();
      here.add(hear);
      ears.set(territory, here);
      return () => {
        here.delete(hear);
        if (here.size === 0) ears.delete(territory);
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(again);
      await client?.end();
    },
  };
}
