import { type Diagnosis, disclaimer, type KnownFlow, type Unmatched } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { someNames } from "../speech/parties.ts";
import type { Speech } from "../speech/speech.ts";
import { belowThreshold } from "./below-threshold.ts";
import { refusedIdeas } from "./refused-ideas.ts";

/** What the law forbids, with its article and what could be done instead; then what found no partner, and why. */
export function refusals(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { say, tell } = speech;
  return [
    { kind: "heading", level: 1, text: say("Ce qui est écarté, et pourquoi", "What is set aside, and why") },
    {
      kind: "table",
      caption: say("Idées tentantes que le droit écarte", "Tempting ideas that the law sets aside"),
      dense: true,
      columns: [
        { header: say("Idée", "Idea"), kind: "text", width: 2.6 },
        { header: say("Règle", "Rule"), kind: "text", width: 3 },
        { header: say("Base", "Basis"), kind: "text", width: 2.4 },
        { header: say("À faire plutôt", "Do instead"), kind: "text", width: 2.6 },
      ],
      rows: refusedIdeas(diagnosis.refused).map(({ idea, pairs, rule, doubts }) => [
        pairs === 1 ? idea : `${idea} (${pairs} ${say("paires", "pairs")})`,
        rule === undefined ? "–" : tell(rule.sentence),
        rule?.basis ?? "–",
        [...doubts.map(tell), ...(rule === undefined ? [] : [tell(rule.next_step)])].join(" ") || "–",
      ]),
      notes: [tell(disclaimer)],
      empty: say("Aucune idée interdite rencontrée.", "No forbidden idea met."),
    },
    ...belowThreshold(diagnosis, speech),
    {
      kind: "table",
      caption: say("Flux sans partenaire à ce jour", "Flows without a partner yet"),
      dense: true,
      columns: [
        { header: say("Flux", "Flow"), kind: "text", width: 2.6 },
        { header: say("Établissement", "Establishment"), kind: "text", width: 2.4 },
        { header: say("Pourquoi", "Why"), kind: "text", width: 4 },
        { header: say("Le plus proche", "Nearest"), kind: "text", width: 2 },
      ],
      rows: alone(diagnosis).map(([{ flow, nearest, sentence }, ...others]) => [
        flow.flow.label,
        atWhose([flow, ...others.map((other) => other.flow)], speech),
        tell(sentence),
        nearest === null ? "–" : `${nearest.flow.label} (${nearest.establishment.name})`,
      ]),
      empty: say("Chaque flux a au moins une piste.", "Every flow has at least one lead."),
    },
  ];
}

const atWhose = (flows: readonly KnownFlow[], speech: Speech): string =>
  someNames([...new Set(flows.map(({ establishment }) => establishment.name))], speech);

/** Flows of one class left alone for one reason are one row, in the order of the first. */
function alone({ unmatched }: Diagnosis): readonly (readonly [Unmatched, ...Unmatched[]])[] {
  const rows = new Map<string, [Unmatched, ...Unmatched[]]>();
  for (const one of unmatched) {
    const { flow, resource } = one.flow;
    const key = [flow.direction, resource?.id ?? flow.label, one.sentence.fr].join("\n");
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [one]);
    else row.push(one);
  }
  return [...rows.values()];
}
