import { roomGlimpse } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { workshopQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { workshopWords } from "./words.ts";
import "./workshops.css";

/** What a room reads from the back. */
const rows = 8;

/** Matches as they come, for the room: what was said aloud and nothing of those who did not speak. */
export function BigScreen() {
  const { territory } = useHere();
  const { workshop: id = "" } = useParams({ strict: false });
  const { lang } = useWords();
  const say = useCatalogue(workshopWords);
  const { data } = useSuspenseQuery(workshopQuery(territory, id, lang));
  useTitle(data.workshop.name);
  const said = data.cards.map(({ flow, label, company }) => ({ flow, label, company }));
  const order = new Map(data.cards.map((card, i) => [card.id, i]));
  const latest = (cards: readonly string[]): number => Math.max(-1, ...cards.map((card) => order.get(card) ?? -1));
  // One line for what reads the same: five takers who did not speak are one line of five.
  const lines = new Map<
    string,
    { readonly gives: string; readonly takes: string; unsaid: number; readonly at: number }
  >();
  for (const lead of data.leads) {
    const { gives, takes, unsaid } = roomGlimpse(lead, said);
    if (gives.length + takes.length === 0) continue;
    const words = (side: typeof gives): string => side.map(({ label, company }) => `${label} (${company})`).join(" + ");
    const line = { gives: words(gives), takes: words(takes), unsaid, at: latest(lead.cards) };
    const key = `${line.gives}>${line.takes}`;
    const known = lines.get(key);
    if (known === undefined) lines.set(key, line);
    else known.unsaid += unsaid;
  }
  const shown = [...lines.entries()]
    .sort(([, a], [, b]) => Number(a.unsaid > 0) - Number(b.unsaid > 0) || b.at - a.at)
    .slice(0, rows);
  const fresh = useFresh(shown.map(([key]) => key));
  return (
    <div className="big-screen">
      <header>
        <h1>{data.workshop.name}</h1>
        <span>{say.screenCount(data.cards.length, lines.size)}</span>
      </header>
      {shown.length === 0 ? (
        <p className="call">{say.screenEmpty}</p>
      ) : (
        <ol aria-live="polite">
          {shown.map(([key, line]) => (
            <li key={key} className={fresh.has(key) ? "fresh" : ""}>
              <span>{line.gives === "" ? "…" : line.gives}</span>
              <span aria-hidden="true">→</span>
              <span>{line.takes === "" ? "…" : line.takes}</span>
              {line.unsaid > 0 && <small>{say.unsaid(line.unsaid)}</small>}
              {fresh.has(key) && <em>{say.fresh}</em>}
            </li>
          ))}
        </ol>
      )}
      <footer>
        <span>{say.screenHelp}</span>
        <Link to="/t/$territory/ateliers/$workshop" params={{ territory, workshop: id }}>
          {say.back}
        </Link>
      </footer>
    </div>
  );
}

/** Long enough for the room to see it. */
const freshFor = 12_000;

/** What came since the screen was opened, for a while. */
function useFresh(keys: readonly string[]): ReadonlySet<string> {
  const seen = useRef<Set<string>>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const said = keys.join("\n");
  useEffect(() => {
    const now = said === "" ? [] : said.split("\n");
    if (seen.current === undefined) {
      seen.current = new Set(now);
      return;
    }
    const known = seen.current;
    const came = now.filter((key) => !known.has(key));
    if (came.length === 0) return;
    for (const key of came) known.add(key);
    setFresh((old) => new Set([...old, ...came]));
    const timer = setTimeout(() => setFresh((old) => new Set([...old].filter((key) => !came.includes(key)))), freshFor);
    return () => clearTimeout(timer);
  }, [said]);
  return fresh;
}
