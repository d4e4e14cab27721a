import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** What an event makes stale: the keys of the queries that show it. */
const stale: Readonly<Record<string, readonly string[]>> = {
  actions: ["actions", "week"],
  leads: ["leads", "run", "workshops", "week"],
  flows: ["flows", "establishments", "run"],
  establishments: ["establishments", "territory", "run"],
  synergies: ["leads", "workshops", "week", "actions"],
  notes: ["notes"],
  workshops: ["workshops"],
  documents: ["documents", "week"],
  imports: ["imports"],
  contacts: ["contacts", "visits", "week"],
  insight: ["insight", "totals"],
  scenarios: ["scenarios"],
  boundaries: ["outline"],
};

/** Reads again what others changed, as soon as the server tells. The browser opens the stream again by itself. */
export function useLive(territory: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (territory === undefined) return;
    const events = new EventSource(`/api/v1/territories/${territory}/events`);
    for (const [about, keys] of Object.entries(stale))
      events.addEventListener(about, () => {
        for (const key of keys) void queries.invalidateQueries({ queryKey: [territory, key] });
      });
    return () => events.close();
  }, [territory, queries]);
}
