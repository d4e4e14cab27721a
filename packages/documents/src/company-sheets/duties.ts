import { type Diagnosis, type Establishment, formatDay, type Obligation, obligationsOf } from "@simbiosi/domain";
import type { SheetBlock } from "../blocks/block.ts";
import { count, type Speech } from "../speech/speech.ts";

// The next ones: a page is no code of law, and the facilitator has the whole list.
const shown = 5;

/** What the law asks of the company: what applies for sure, the next dates first, then what an answer would settle. */
export function duties(diagnosis: Diagnosis, establishment: Establishment, speech: Speech): readonly SheetBlock[] {
  const { lang, say, tell } = speech;
  const { obligations, unsettled } = obligationsOf(diagnosis.setting, establishment, diagnosis.flows);
  const sure = obligations.filter(({ applies }) => applies === "applies");
  const perhaps = obligations.length - sure.length + unsettled.count;
  if (sure.length === 0 && perhaps === 0) return [];
  const [first] = [...obligations.flatMap(({ asks }) => asks), ...unsettled.asks];
  return [
    {
      kind: "table",
      caption: say("Votre calendrier d'obligations", "Your calendar of duties"),
      columns: [
        { header: say("Obligation et sa base", "Duty and its basis"), kind: "text", width: 5 },
        { header: say("Échéance", "Due"), kind: "text", width: 1.9 },
        { header: say("À faire", "To do"), kind: "text", width: 4.6 },
      ],
      rows: sure
        .slice(0, shown)
        .map((one) => [
          [`${tell(one.row.title)} `, { kind: "em", text: `(${one.row.basis})` }],
          whenWords(one, speech),
          tell(one.row.next_step),
        ]),
      notes: [
        ...(sure.length > shown
          ? [
              say(
                `Et ${count(sure.length - shown, lang, "autre obligation", "autres obligations")} à voir avec l'animation.`,
                `And ${count(sure.length - shown, lang, "more duty", "more duties")} to see with the facilitator.`,
              ),
            ]
          : []),
        ...(perhaps > 0
          ? [
              say(
                `${count(perhaps, lang, "obligation reste", "obligations restent")} à vérifier${first === undefined ? "." : `, en commençant par cette question : ${first.question.fr}`}`,
                `${count(perhaps, lang, "duty remains", "duties remain")} to be checked${first === undefined ? "." : `, beginning with this question: ${first.question.en}`}`,
              ),
            ]
          : []),
      ],
      empty: say("Aucune obligation certaine d'après ce qui est déclaré.", "No sure duty from what was declared."),
    },
  ];
}

function whenWords({ due, since, everyMonths }: Obligation, { lang, say }: Speech): string {
  if (due !== null) return formatDay(due.on, lang);
  if (since !== null) return say(`en vigueur depuis ${since.slice(0, 4)}`, `in force since ${since.slice(0, 4)}`);
  return everyMonths === 12 ? say("chaque année", "every year") : say("en vigueur", "in force");
}
