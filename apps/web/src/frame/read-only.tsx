import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { databaseAway } from "../api/database-away.ts";
import { useWords } from "../words/words.tsx";

/** Says that nothing can be saved while the database is away, and has everything read again once it is back. */
export function ReadOnlyBanner() {
  const { words } = useWords();
  const queries = useQueryClient();
  const away = useSyncExternalStore(databaseAway.subscribe, databaseAway.now);
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => {
      fetch("/healthz").then(
        ({ ok }) => {
          if (!ok) return;
          databaseAway.tell(false);
          void queries.invalidateQueries();
        },
        () => undefined, // not even the server: asked again
      );
    }, 2_000);
    return () => clearInterval(timer);
  }, [away, queries]);
  // There before it speaks, so that it is read out when it does.
  return <div role="status">{away && <p className="read-only">{words.app.readOnly}</p>}</div>;
}
