import {
  type Diagnosis,
  type Establishment,
  figureValue,
  formatNumber,
  type KnownFlow,
  type Lang,
  type Question,
  type Reduction,
  sectorOf,
  viableForm,
} from "@simbiosi/domain";
import type { Report, SheetBlock } from "../blocks/block.ts";
import { count, type Speech, speech } from "../speech/speech.ts";
import { typeset } from "../speech/typography.ts";
import { companyLeads } from "./company-leads.ts";
import { duties } from "./duties.ts";

const shownFlows = 8;
const shownShortfalls = 2;
const shownReductions = 3;
const shownQuestions = 4;

/**
 * One page for one company: what it told, what it may gain, what it could reduce by itself, and what answering more
 * would bring. It holds its own secrets and nobody else's.
 */
export function companySheet(diagnosis: Diagnosis, establishment: Establishment, lang: Lang): Report {
  const s = speech(lang);
  const { say, tell } = s;
  const { territory } = diagnosis.inventory;
  const own = diagnosis.flows.filter((flow) => flow.establishment.id === establishment.id);
  const sector = sectorOf(diagnosis.setting.reference, establishment.naf);
  return typeset({
    title: establishment.name,
    subtitle: [
      say("Fiche entreprise", "Company sheet"),
      ...(sector === null ? [] : [tell(sector.name)]),
      territory.name,
    ].join(", "),
    lang,
    date: diagnosis.setting.day,
    author: territory.name,
    confidentiality: say(
      `Confidentiel : réservé à ${establishment.name} et à l'animation du territoire`,
      `Confidential: for ${establishment.name} and the territory's facilitator only`,
    ),
    footer: say(
      "Aide à la décision, pas un avis juridique. Demandez à l'animation de corriger ou d'effacer ce qui vous concerne.",
      "Decision support, not legal advice. Ask the facilitator to correct or erase what concerns you.",
    ),
    numbered: false,
    blocks: [
      {
        kind: "one-page",
        blocks: [
          ...told(own, s),
          ...companyLeads(diagnosis, establishment.id, s),
          ...notYet(diagnosis, establishment.id, s),
          ...duties(diagnosis, establishment, s),
          ...atHome(
            diagnosis.reductions.filter(({ flow }) => flow.establishment.id === establishment.id),
            s,
          ),
          ...asking(
            diagnosis.questions.filter(({ flow }) => flow.establishment.id === establishment.id),
            s,
          ),
        ],
      },
    ],
  });
}

function told(own: readonly KnownFlow[], { lang, say }: Speech): readonly SheetBlock[] {
  return [
    {
      kind: "table",
      caption: say("Ce que vous nous avez confié", "What you told us"),
      columns: [
        { header: say("Flux", "Flow"), kind: "text", width: 3.4 },
        { header: say("Sens", "Direction"), kind: "text", width: 1.2 },
        { header: say("Compris comme", "Understood as"), kind: "text", width: 3 },
        { header: say("Par an", "A year"), kind: "number", width: 1.6 },
      ],
      rows: own
        .slice(0, shownFlows)
        .map(({ flow, resource, yearly }) => [
          flow.label,
          flow.direction === "in" ? say("besoin", "need") : say("offre", "offer"),
          resource?.name[lang] ?? say("à préciser", "to be made precise"),
          yearly.state === "unknown" ? say("à demander", "to be asked") : figureValue(yearly, lang),
        ]),
      ...(own.length > shownFlows
        ? {
            notes: [
              say(
                `Et ${count(own.length - shownFlows, lang, "autre flux", "autres flux")}.`,
                `And ${count(own.length - shownFlows, lang, "more flow", "more flows")}.`,
              ),
            ],
          }
        : {}),
      empty: say("Aucun flux pour l'instant.", "No flow yet."),
    },
  ];
}

/**
 * Pools that the company might be in and that lack something, those whose need it declared first: what it can do now. How
 * much is there would tell what the others need.
 */
function notYet({ shortfalls }: Diagnosis, id: string, { say, tell }: Speech): readonly SheetBlock[] {
  const mine = shortfalls.flatMap((one) => {
    const own = one.members.filter(({ site }) => site.id === id);
    return own.length === 0 ? [] : [{ one, declared: own.some(({ flow }) => flow !== null) }];
  });
  const rows = [...mine].sort((a, b) => Number(b.declared) - Number(a.declared)).slice(0, shownShortfalls);
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say("À plusieurs, mais pas encore assez nombreux", "Together, but not yet enough of you"),
      columns: [
        { header: say("Mutualisation", "Pool"), kind: "text", width: 2.4 },
        { header: say("Possible dès maintenant", "Possible now"), kind: "text", width: 6 },
      ],
      rows: rows.map(({ one }) => [tell(one.title), tell(viableForm(one.nearest))]),
      empty: "–",
      // Leads, duties and questions come before it.
      spare: 1,
    },
  ];
}

function atHome(reductions: readonly Reduction[], { lang, say, tell }: Speech): readonly SheetBlock[] {
  const worthy = reductions.filter(({ gain }) => gain.state === "known" && gain.value > 0).slice(0, shownReductions);
  if (worthy.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say(
        "Ce que vous pourriez réduire chez vous (potentiel)",
        "What you could reduce on your own site (potential)",
      ),
      columns: [
        { header: say("Flux", "Flow"), kind: "text", width: 2.4 },
        { header: say("Mesure", "Measure"), kind: "text", width: 4.2 },
        { header: say("Gain par an", "Gain a year"), kind: "number", width: 1.6 },
        { header: say("Coût complet d'une unité", "Full cost of one unit"), kind: "number", width: 2 },
      ],
      rows: worthy.map(({ flow, measure, gain, fullCost }) => [
        flow.flow.label,
        tell(measure.action),
        figureValue(gain, lang),
        figureValue(fullCost, lang),
      ]),
      empty: "–",
    },
  ];
}

function asking(questions: readonly Question[], { lang, say, tell }: Speech): readonly SheetBlock[] {
  if (questions.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say("Ce que vous gagnez à répondre", "What you gain by answering"),
      columns: [
        { header: say("Flux", "Flow"), kind: "text", width: 2.4 },
        { header: say("Question", "Question"), kind: "text", width: 5 },
        { header: say("Enjeu par an", "Worth a year"), kind: "number", width: 1.6 },
      ],
      rows: once(questions)
        .slice(0, shownQuestions)
        .map(({ flow, field, why, worth }) => [
          // Some questions are about the site, whatever the flow that raised them.
          field.startsWith("establishment.") ? say("votre site", "your site") : flow.flow.label,
          tell(why),
          // The worth of an answer is worked out with the other side's quantity: one digit tells enough.
          worth === null ? "–" : `${formatNumber(Number(worth.toPrecision(1)), lang)} €`,
        ]),
      empty: "–",
    },
  ];
}

/** A question about the site is asked once, however many of its flows raise it. */
function once(questions: readonly Question[]): readonly Question[] {
  const asked = new Set<string>();
  return questions.filter(({ flow, field }) => {
    const key = field.startsWith("establishment.") ? field : `${flow.flow.id} ${field}`;
    return !asked.has(key) && asked.add(key);
  });
}
