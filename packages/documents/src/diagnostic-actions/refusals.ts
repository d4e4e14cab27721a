import { type Diagnosis, disclaimer } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import type { Speech } from "../speech/speech.ts";

/** What the law forbids, with its article and what could be done instead; then what found no partner, and why. */
export function refusals(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { say, tell } = speech;
  return [
    { kind: "heading", level: 1, text: say("Ce qui est écarté, et pourquoi", "What is set aside, and why") },
    {
      kind: "table",
      caption: say("Idées tentantes que le droit écarte", "Tempting ideas that the law sets aside"),
      columns: [
        { header: say("Idée", "Idea"), kind: "text", width: 2.6 },
        { header: say("Règle", "Rule"), kind: "text", width: 3 },
        { header: say("Base", "Basis"), kind: "text", width: 2.4 },
        { header: say("À faire plutôt", "Do instead"), kind: "text", width: 2.6 },
      ],
      rows: diagnosis.refused.map(({ offers, needs, verdict }) => {
        const [worst] = verdict.findings;
        return [
          `${offers.map(({ flow }) => flow.label).join(", ")} → ${needs.map(({ flow }) => flow.label).join(", ")}`,
          worst === undefined ? "–" : tell(worst.rule.sentence),
          worst?.rule.basis ?? "–",
          worst === undefined ? "–" : tell(worst.rule.next_step),
        ];
      }),
      notes: [tell(disclaimer)],
      empty: say("Aucune idée interdite rencontrée.", "No forbidden idea met."),
    },
    {
      kind: "table",
      caption: say("Flux sans partenaire à ce jour", "Flows without a partner yet"),
      columns: [
        { header: say("Flux", "Flow"), kind: "text", width: 2.6 },
        { header: say("Établissement", "Establishment"), kind: "text", width: 2.4 },
        { header: say("Pourquoi", "Why"), kind: "text", width: 4 },
        { header: say("Le plus proche", "Nearest"), kind: "text", width: 2 },
      ],
      rows: diagnosis.unmatched.map(({ flow, nearest, sentence }) => [
        flow.flow.label,
        flow.establishment.name,
        tell(sentence),
        nearest === null ? "–" : `${nearest.flow.label} (${nearest.establishment.name})`,
      ]),
      empty: say("Chaque flux a au moins une piste.", "Every flow has at least one lead."),
    },
  ];
}
