import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { useHere } from "../frame/here.ts";
import { Button } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { replay, useOutbox, whenSent } from "./outbox.ts";
import { outboxWords } from "./words.ts";
import "../company/company.css";

const subscribe = (listener: () => void): (() => void) => {
  for (const name of ["online", "offline"]) addEventListener(name, listener);
  return () => {
    for (const name of ["online", "offline"]) removeEventListener(name, listener);
  };
};
const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** What a command shows once it is done, by the keys of the queries that read it. */
const keys = ["flows", "establishments", "visits", "leads"];
/** A network that is said to be there may not be: asked again once in a while. */
const often = 20_000;

/** What waits on this device, always in sight; it leaves by itself as soon as it can. */
export default function OutboxBar({ owner }: { readonly owner: string }) {
  const { territory } = useHere();
  const say = useCatalogue(outboxWords);
  const queries = useQueryClient();
  const online = useOnline();
  const mine = useOutbox().filter((one) => one.owner === owner && one.state !== "sent");
  const waiting = mine.filter(({ state }) => state === "waiting").length;
  const conflicts = mine.filter(({ state }) => state === "conflict").length;
  const refused = mine.filter(({ state }) => state === "refused").length;
  useEffect(() => {
    whenSent(
      (sent) =>
        Promise.all(
          [...new Set(sent.map((one) => one.territory))].flatMap((place) =>
            keys.map((key) => queries.invalidateQueries({ queryKey: [place, key] })),
          ),
        ),
      // Whoever typed it signs in again, and it leaves then.
      () => void queries.invalidateQueries({ queryKey: ["me"] }),
    );
    void replay(owner);
    const now = (): void => void replay(owner);
    addEventListener("online", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      removeEventListener("online", now);
      document.removeEventListener("visibilitychange", now);
    };
  }, [owner, queries]);
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(() => void replay(owner), often);
    return () => clearInterval(timer);
  }, [waiting, owner]);
  if (mine.length === 0 && online) return null;
  return (
    <div className="outbox no-print" role="status">
      <span>
        {[
          waiting > 0 ? say.waiting(waiting) : "",
          conflicts > 0 ? say.conflicts(conflicts) : "",
          refused > 0 ? say.refused(refused) : "",
          online ? "" : say.offline,
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </span>
      {mine.length > 0 && (
        <span className="row">
          {online && waiting > 0 && <Button onPress={() => void replay(owner)}>{say.sendNow}</Button>}
          <Link to={"/t/$territory/attente" as "/t/$territory"} params={{ territory }}>
            {say.see}
          </Link>
        </span>
      )}
    </div>
  );
}
