import {
  type ActionPlan,
  type Carrier,
  type Diagnosis,
  type Figure,
  figureWords,
  formatDay,
  sum,
  text,
} from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { bodyWords, count, type Speech } from "../speech/speech.ts";
import { actionNumbers } from "./numbers.ts";

/** Who decides, who follows, and when they meet. */
export function governance(plan: ActionPlan, { lang, say, tell }: Speech): readonly Block[] {
  return [
    { kind: "heading", level: 1, text: say("Gouvernance", "Governance") },
    {
      kind: "facts",
      items: [
        {
          label: tell(bodyWords.copil.full),
          content: say(
            "Élu référent, financeurs, chambres consulaires, entreprises volontaires, syndicat de déchets : il valide, arbitre et décide des moyens.",
            "Elected sponsor, funders, chambers, volunteer companies, waste authority: approves, decides and grants the means.",
          ),
        },
        {
          label: tell(bodyWords.cotech.full),
          content: say(
            "Animation, services techniques, référents des entreprises concernées : il suit les actions et lève les freins.",
            "Facilitator, technical services, contacts of the companies concerned: follows the actions and lifts the barriers.",
          ),
        },
        {
          label: say("Animation", "Facilitation"),
          content: say(
            "Prépare, relance, tient le tableau de bord, rend compte ; garde les secrets des entreprises.",
            "Prepares, follows up, keeps the dashboard, reports; keeps the companies' secrets.",
          ),
        },
      ],
    },
    {
      kind: "table",
      caption: say("Calendrier des instances", "Calendar of meetings"),
      columns: [
        { header: say("Date proposée", "Proposed date"), kind: "text", width: 1.6 },
        { header: say("Instance", "Body"), kind: "text", width: 1.8 },
        { header: say("Ordre du jour", "Agenda"), kind: "text", width: 5 },
      ],
      rows: plan.meetings.map(({ body, day, agenda }) => [
        formatDay(day, lang),
        tell(bodyWords[body].short),
        tell(agenda),
      ]),
      empty: "–",
    },
  ];
}

/** The sum of what is known of a kind of budget line, and how many lines nobody can cost yet. */
export function budgetTotal(
  plan: ActionPlan,
  kind: "investment" | "running",
): { readonly total: Figure; readonly unknown: number } {
  const lines = plan.actions.flatMap(({ budget }) => budget.filter((line) => line.kind === kind));
  const known = lines.filter(({ amount }) => amount.state === "known");
  return {
    total: sum(
      kind === "investment"
        ? text("Investissement du plan", "Investment of the plan")
        : text("Fonctionnement annuel du plan", "Yearly running cost of the plan"),
      kind === "investment" ? "EUR" : "EUR/yr",
      known.map(({ amount }) => amount),
    ),
    unknown: lines.length - known.length,
  };
}

/** People and money: what there is, and what the plan asks for. */
export function resources(plan: ActionPlan, speech: Speech): readonly Block[] {
  const { lang, say, tell } = speech;
  const { people } = plan;
  const numbers = actionNumbers(plan);
  const [investment, running] = [budgetTotal(plan, "investment"), budgetTotal(plan, "running")];
  const uncosted = investment.unknown + running.unknown;
  return [
    { kind: "heading", level: 1, text: say("Moyens", "Resources") },
    { kind: "heading", level: 2, text: say("Le temps d'animation", "Facilitation time") },
    {
      kind: "paragraph",
      content: people.declared
        ? say(
            "Le calendrier est réglé sur l'animation déclarée par le territoire.",
            "The calendar is set on the facilitation that the territory declared.",
          )
        : say(
            "Le territoire n'a pas déclaré son animation : le calendrier est réglé sur le minimum admis pour une démarche, et se resserre dès qu'un temps est fixé.",
            "The territory did not declare its facilitation: the calendar is set on the least that is accepted for a programme, and tightens once a time is fixed.",
          ),
    },
    {
      kind: "table",
      caption: say("Animation : ce qu'il y a, ce qu'il faudrait", "Facilitation: what there is, what it would take"),
      columns: [
        { header: "", kind: "text", width: 5 },
        { header: say("Valeur (intervalle)", "Value (interval)"), kind: "number", width: 3 },
      ],
      rows: [people.fte, people.offered, people.needed, people.fteForAll].map((figure) => [
        tell(figure.label),
        figureWords(figure, lang),
      ]),
      notes: [
        say(
          "Jours par piste, par frein et par question : estimations de l'équipe, à remplacer par le temps réellement passé.",
          "Days by lead, by barrier and by question: team estimates, to be replaced by the time really spent.",
        ),
      ],
      empty: "–",
    },
    { kind: "heading", level: 2, text: say("L'argent", "Money") },
    {
      kind: "table",
      caption: say(
        "Programme prévisionnel, hors taxes (potentiel)",
        "Provisional programme, excluding VAT (potential)",
      ),
      columns: [
        { header: say("Action", "Action"), kind: "text", width: 4 },
        { header: say("Investissement", "Investment"), kind: "number", width: 2.6 },
        { header: say("Fonctionnement par an", "Running a year"), kind: "number", width: 2.6 },
      ],
      rows: plan.actions
        .filter(({ budget }) => budget.length > 0)
        .map((action) => {
          const cell = (kind: "investment" | "running"): string => {
            const line = action.budget.find((one) => one.kind === kind);
            if (line === undefined) return "–";
            return line.amount.state === "known" ? figureWords(line.amount, lang) : say("à chiffrer", "to be costed");
          };
          return [`${numbers.get(action.id) ?? ""} ${tell(action.title)}`, cell("investment"), cell("running")];
        }),
      total: [say("Ensemble", "Together"), figureWords(investment.total, lang), figureWords(running.total, lang)],
      notes: [
        say(
          "Payé par les parties de chaque action et l'animation par le territoire ; aides à rechercher avant toute dépense.",
          "Paid by the parties of each action, and facilitation by the territory; aid to be sought before any spending.",
        ),
        ...(uncosted > 0
          ? [
              say(
                `${count(uncosted, lang, "poste reste", "postes restent")} à chiffrer et ne sont pas dans les totaux.`,
                `${count(uncosted, lang, "item remains", "items remain")} to be costed and are not in the totals.`,
              ),
            ]
          : []),
      ],
      empty: say("Aucune dépense prévue.", "No spending planned."),
    },
  ];
}

/** The forms that may carry the démarche afterwards, described side by side and not marked. */
export function carriers({ setting: { reference } }: Diagnosis, { say, tell }: Speech): readonly Block[] {
  const rows: readonly (readonly [
    string,
    keyof Carrier & ("decides" | "companies" | "money" | "start" | "strength" | "caution" | "fits"),
  ])[] = [
    [say("Qui décide", "Who decides"), "decides"],
    [say("Place des entreprises", "Place of companies"), "companies"],
    [say("Argent", "Money"), "money"],
    [say("Mise en place", "Setting up"), "start"],
    [say("Atout", "Strength"), "strength"],
    [say("Vigilance", "Caution"), "caution"],
    [say("Convient à", "Suits"), "fits"],
  ];
  return [
    { kind: "heading", level: 1, text: say("Qui porte la démarche ensuite", "Who carries it on afterwards") },
    {
      kind: "paragraph",
      content: say(
        "Aucune forme n'est la meilleure partout. Le choix se fait en comité de pilotage, avec les entreprises, avant la fin des années aidées.",
        "No form is the best everywhere. The choice is made in the steering committee, with the companies, before the funded years end.",
      ),
    },
    {
      kind: "table",
      caption: say("Formes de portage, côte à côte", "Forms of carrier, side by side"),
      columns: [
        { header: "", kind: "text", width: 1.4 },
        ...reference.carriers.map(({ name }) => ({ header: tell(name), kind: "text" as const, width: 2.4 })),
      ],
      rows: rows.map(([label, key]) => [
        [{ kind: "strong" as const, text: label }],
        ...reference.carriers.map((carrier) => tell(carrier[key])),
      ]),
      notes: [
        say(
          "Appréciation qualitative de l'équipe ; statuts, fiscalité et marchés publics sont à faire vérifier avant de choisir.",
          "The team's qualitative view; articles, tax and public procurement must be checked before choosing.",
        ),
      ],
      empty: "–",
    },
  ];
}
