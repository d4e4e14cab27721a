import { type ActionSheet, type Financing, financingOf, fundingStateNames, interventionNames } from "@simbiosi/domain";
import type { Block, Table } from "../blocks/block.ts";
import { count, type Speech } from "../speech/speech.ts";
import { euros } from "./euros.ts";

/** Who pays, when, and for which field of the call: what is hoped for, granted and paid stays apart. */
export function money(live: readonly ActionSheet[], financing: Financing, s: Speech): readonly Block[] {
  const { lang, say } = s;
  const { byYear, byFunder, funding, investment, running, ownIfHoped, ownIfSure, unknownFunding } = financing;
  const cost = investment.planned + running.planned;
  const states = ["to-ask", "asked", "agreed", "paid"] as const;
  const cell = (cents: number): string => (cents === 0 ? "–" : euros(cents, lang));
  const untold = investment.unknown + running.unknown + unknownFunding;
  return [
    { kind: "heading", level: 1, text: say("Plan de financement", "Financing plan") },
    {
      kind: "paragraph",
      content: say(
        `Les actions qui ne sont pas abandonnées coûtent ${euros(cost, lang)} hors taxes. Si rien d'autre ne vient que ce qui est accordé ou versé, il reste ${euros(ownIfSure, lang)} aux porteurs ; ${euros(ownIfHoped, lang)} si tout ce qui est espéré est accordé.`,
        `The actions that are not abandoned cost ${euros(cost, lang)} excluding VAT. If nothing comes but what is granted or paid, ${euros(ownIfSure, lang)} is left to the carriers; ${euros(ownIfHoped, lang)} if all that is hoped for is granted.`,
      ),
    },
    ...(untold > 0
      ? [
          {
            kind: "callout" as const,
            tone: "warning" as const,
            title: say("Totaux partiels", "Partial totals"),
            blocks: [
              {
                kind: "paragraph" as const,
                content: say(
                  `${count(untold, lang, "montant n'est pas connu", "montants ne sont pas connus")} : ils ne comptent pour rien ci-dessous.`,
                  `${count(untold, lang, "amount is not known", "amounts are not known")}: they count for nothing below.`,
                ),
              },
            ],
          },
        ]
      : []),
    {
      kind: "table",
      caption: say("Qui finance, hors taxes", "Who pays, excluding VAT"),
      columns: [
        { header: say("Financeur", "Funder"), kind: "text", width: 2.8 },
        ...states.map((state) => ({ header: fundingStateNames[state][lang], kind: "number" as const, width: 1.5 })),
        { header: say("Ensemble", "Together"), kind: "number", width: 1.6 },
      ],
      rows: [
        ...byFunder.map(({ name, amounts }) => [
          name,
          ...states.map((state) => cell(amounts[state])),
          euros(
            states.reduce((sum, state) => sum + amounts[state], 0),
            lang,
          ),
        ]),
        [
          say("Porteurs, si tout est accordé", "Carriers, if all is granted"),
          ...states.map(() => "–"),
          euros(ownIfHoped, lang),
        ],
      ],
      total: [say("Coût prévu", "Planned cost"), ...states.map((state) => cell(funding[state])), euros(cost, lang)],
      empty: say("Aucun financeur.", "No funder."),
    },
    {
      kind: "table",
      caption: say("Dépenses par année, hors taxes", "Expenses by year, excluding VAT"),
      columns: [
        { header: say("Année", "Year"), kind: "text", width: 1 },
        { header: say("Investissement prévu", "Planned investment"), kind: "number", width: 2 },
        { header: say("Fonctionnement prévu", "Planned running cost"), kind: "number", width: 2 },
        { header: say("Réalisé", "Actual"), kind: "number", width: 2 },
      ],
      rows: byYear.map((year) => [
        String(year.year),
        cell(year.investment.planned),
        cell(year.running.planned),
        cell(year.investment.actual + year.running.actual),
      ]),
      total: [
        say("Ensemble", "Together"),
        euros(investment.planned, lang),
        euros(running.planned, lang),
        euros(investment.actual + running.actual, lang),
      ],
      empty: say("Aucune dépense prévue.", "No planned expense."),
    },
    ...programmeByField(live, s),
  ];
}

/** What the call asks to be told: the money by field of intervention. */
function programmeByField(live: readonly ActionSheet[], { lang, say, tell }: Speech): readonly Table[] {
  const fields = [...new Set(live.map(({ intervention }) => intervention))].sort();
  return [
    {
      kind: "table",
      caption: say("Par champ d'intervention de l'appel", "By field of intervention of the call"),
      columns: [
        { header: say("Champ", "Field"), kind: "text", width: 4 },
        { header: say("Actions", "Actions"), kind: "number", width: 1 },
        { header: say("Investissement prévu", "Planned investment"), kind: "number", width: 2 },
        { header: say("Fonctionnement prévu", "Planned running cost"), kind: "number", width: 2 },
      ],
      rows: fields.map((field) => {
        const own = live.filter(({ intervention }) => intervention === field);
        const { investment, running } = financingOf(own);
        return [
          tell(interventionNames[field]),
          String(own.length),
          euros(investment.planned, lang),
          euros(running.planned, lang),
        ];
      }),
      empty: "–",
    },
  ];
}
