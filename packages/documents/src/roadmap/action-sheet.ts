import {
  type Diagnosis,
  figureInterval,
  figureValue,
  figureWords,
  formatDay,
  fundingOf,
  type PlanAction,
} from "@simbiosi/domain";
import type { Fact, Inlines, SheetBlock } from "../blocks/block.ts";
import { partyName } from "../speech/parties.ts";
import { count, monthOf, ownerWords, priorityWords, type Speech, upcomingWords } from "../speech/speech.ts";

// A page names the first of a long list; the dashboard names them all.
const named = 8;

/** One page for one action: why, who, by when, with what money, and what tells that it succeeds. */
export function actionSheet(
  diagnosis: Diagnosis,
  action: PlanAction,
  number: string,
  numberOf: ReadonlyMap<string, string>,
  speech: Speech,
): readonly SheetBlock[] {
  const { lang, say, tell } = speech;
  const facts: Fact[] = [
    { label: say("Objectifs", "Objectives"), content: action.objectives.map(tell).join(" ") },
    { label: say("Cible", "For whom"), content: tell(action.audience) },
    { label: say("Pilote", "Pilot"), content: capital(ownerWords[action.pilot][lang]) },
    ...(action.partners.length > 0
      ? [
          {
            label: say("Partenaires", "Partners"),
            content: listed(
              action.partners.map((id) => partyName(diagnosis, id, speech)),
              speech,
            ),
          },
        ]
      : []),
    {
      label: say("Calendrier", "Calendar"),
      content:
        action.wave === "planned"
          ? say(
              `de ${monthOf(action.starts, "fr")} à ${monthOf(action.ends, "fr")}`,
              `${monthOf(action.starts, "en")} to ${monthOf(action.ends, "en")}`,
            )
          : say(
              "en réserve : au-delà du temps d'animation disponible",
              "in reserve: beyond the facilitation time available",
            ),
    },
    {
      label: say("Priorité et statut", "Priority and status"),
      content: `${priorityWords[action.priority][lang]}, ${tell(upcomingWords)}`,
    },
    ...(action.after.length > 0
      ? [
          {
            label: say("Après les actions", "After actions"),
            content: action.after.map((id) => numberOf.get(id) ?? id).join(", "),
          },
        ]
      : []),
    ...(action.days.value === 0
      ? []
      : [{ label: say("Temps d'animation", "Facilitation time"), content: figureWords(action.days, lang) }]),
    // Levers and steering are followed in the same way: said once, in the chapter on governance.
    ...(action.axis === "steer" || action.axis === "unlock"
      ? []
      : [
          {
            label: say("Gouvernance", "Governance"),
            content: say(
              "suivi en COTECH, décisions en COPIL",
              "followed by the technical committee, decided by the steering committee",
            ),
          },
        ]),
  ];
  const blocks: SheetBlock[] = [
    { kind: "heading", level: 3, text: `${number} ${tell(action.title)}`, anchor: action.id, numbered: false },
    { kind: "paragraph", content: tell(action.description) },
    { kind: "facts", items: facts },
  ];
  if (action.synergies.length > 0 && action.axis !== "unlock")
    blocks.push({
      kind: "table",
      caption: say("Pistes liées (potentiel)", "Linked leads (potential)"),
      columns: [
        { header: say("Piste", "Lead"), kind: "text", width: 4 },
        { header: say("Établissements", "Establishments"), kind: "text", width: 3.4 },
        { header: say("Gain annuel", "Yearly gain"), kind: "number", width: 1.6 },
      ],
      rows: action.synergies.slice(0, named).map(({ synergy }) => [
        `${synergy.rank}. ${tell(synergy.title)}`,
        listed(
          synergy.establishments.map((id) => partyName(diagnosis, id, speech)),
          speech,
        ),
        figureValue(synergy.gain, lang),
      ]),
      ...more(action.synergies.length, speech),
      empty: "–",
    });
  else if (action.synergies.length > 0)
    blocks.push({
      kind: "paragraph",
      tone: "note",
      content:
        say("Pistes débloquées : ", "Leads unblocked: ") +
        listed(
          action.synergies.map(({ synergy }) => `${synergy.rank}. ${tell(synergy.title)}`),
          speech,
        ) +
        ".",
    });
  blocks.push(stepsTable(action, speech), budgetTable(diagnosis, action, speech), indicatorsTable(action, speech));
  return blocks;
}

function stepsTable(action: PlanAction, { lang, say, tell }: Speech): SheetBlock {
  return {
    kind: "table",
    caption: say("Étapes", "Steps"),
    columns: [
      { header: "", kind: "number", width: 0.4 },
      { header: say("Quoi", "What"), kind: "text", width: 5 },
      { header: say("Qui", "Who"), kind: "text", width: 1.6 },
      { header: say("Avant le", "By"), kind: "text", width: 1.8 },
    ],
    rows: action.steps.map((step, i) => [
      String(i + 1),
      tell(step.what),
      ownerWords[step.owner][lang],
      action.wave === "planned" ? formatDay(step.due, lang) : say("à dater", "no date yet"),
    ]),
    empty: say("Aucune.", "None."),
  };
}

const budgetKinds = {
  investment: { fr: "investissement", en: "investment" },
  running: { fr: "fonctionnement", en: "running" },
} as const;

function budgetTable(diagnosis: Diagnosis, action: PlanAction, { lang, say, tell }: Speech): SheetBlock {
  const { budget } = action;
  const [aid] = fundingOf(diagnosis, action);
  if (budget.length === 0)
    return {
      kind: "paragraph",
      tone: "note",
      content: say(
        "Budget : du temps d'animation seulement, compté dans les moyens de la démarche.",
        "Budget: facilitation time only, counted in the programme's resources.",
      ),
    };
  return {
    kind: "table",
    caption: say("Budget prévisionnel (hors taxes) et financeurs", "Provisional budget (excluding VAT) and funders"),
    columns: [
      { header: say("Poste", "Item"), kind: "text", width: 3 },
      { header: say("Nature", "Kind"), kind: "text", width: 1.6 },
      { header: say("Montant", "Amount"), kind: "number", width: 3.2 },
      { header: say("Financeurs", "Funders"), kind: "text", width: 3 },
    ],
    rows: budget.map(({ what, kind, amount }): Inlines[] => [
      tell(what),
      budgetKinds[kind][lang],
      amount.state === "known" ? figureWords(amount, lang) : say("à chiffrer", "to be costed"),
      kind === "running"
        ? action.axis === "steer"
          ? say("le territoire, aides à rechercher", "the territory, aid to be sought")
          : say("les parties", "the parties")
        : aid === undefined || aid.rate.state !== "known"
          ? say("à rechercher", "to be found")
          : say(
              `à rechercher : ${aid.scheme.name.fr}, ${figureValue(aid.rate, "fr")} au plus`,
              `to be found: ${aid.scheme.name.en}, ${figureValue(aid.rate, "en")} at most`,
            ),
    ]),
    empty: "–",
  };
}

function indicatorsTable(action: PlanAction, { lang, say, tell }: Speech): SheetBlock {
  return {
    kind: "table",
    caption: say("Indicateurs", "Indicators"),
    columns: [
      { header: say("Indicateur", "Indicator"), kind: "text", width: 4 },
      { header: say("Départ", "Baseline"), kind: "number", width: 1.4 },
      { header: say("Cible proposée", "Proposed target"), kind: "number", width: 2 },
      { header: say("Intervalle", "Interval"), kind: "number", width: 2.2 },
    ],
    rows: action.indicators.map(({ label, baseline, target }) => [
      tell(label),
      figureValue(baseline, lang),
      figureValue(target, lang),
      figureInterval(target, lang) ?? "–",
    ]),
    empty: "–",
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function listed(words: readonly string[], { say }: Speech): string {
  const rest = words.length - named;
  const shown = words.slice(0, named).join(" ; ");
  return rest > 0 ? `${shown} ; ${say(`et ${rest} autres`, `and ${rest} more`)}` : shown;
}

const more = (total: number, { lang, say }: Speech): { readonly notes?: readonly string[] } =>
  total > named
    ? {
        notes: [
          say(
            `Les ${named} premières sur ${count(total, lang, "piste", "pistes")} ; toutes sont dans le tableau de bord.`,
            `The first ${named} of ${total} leads; all are in the dashboard.`,
          ),
        ],
      }
    : {};
