import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { problemOf } from "../api/client.ts";
import { Button } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { flowCardWords } from "./flow-card-words.ts";
import { labelQuery } from "./queries.ts";

/** Long enough for a word to be finished. */
const pause = 500;
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return useDeferredValue(settled);
}

/** What the program understands of the words, while they are typed: named, asked back when doubtful, or not known. */
export function Understood({
  territory,
  establishment,
  label,
  direction,
  chosen,
  onChoose,
}: {
  readonly territory: string;
  readonly establishment: string;
  readonly label: string;
  readonly direction: "in" | "out";
  readonly chosen: string;
  readonly onChoose: (resource: string) => void;
}) {
  const { of } = useWords();
  const say = useCatalogue(flowCardWords);
  const asked = useSettled(label.trim());
  const { data, error } = useQuery(labelQuery(territory, { label: asked, direction, establishment }));
  if (asked.length < 3) return null;
  if (error !== null) return problemOf(error).code === "NETWORK" ? <p className="hint">{say.understoodLater}</p> : null;
  if (data === undefined) return null;
  const readings = [...(data.resource === null ? [] : [data.resource]), ...data.others];
  const told = readings.find(({ id }) => id === chosen);
  const [first, ...others] = readings;
  if (told !== undefined || (data.state === "sure" && data.resource !== null))
    return (
      <p className="hint" role="status">
        ✓ {say.understood(of((told ?? data.resource ?? { name: { fr: "", en: "" } }).name))}
      </p>
    );
  if (first === undefined)
    return (
      <p className="hint" role="status">
        {say.notKnown}
      </p>
    );
  return (
    <div className="hint" role="status">
      {say.isIt(of(first.name))}
      <div className="row">
        <Button onPress={() => onChoose(first.id)}>{say.isItYes}</Button>
        {others.length > 0 && <span className="soft">{say.orIsIt}</span>}
        {others.map((one) => (
          <Button key={one.id} onPress={() => onChoose(one.id)}>
            {of(one.name)}
          </Button>
        ))}
      </div>
    </div>
  );
}
