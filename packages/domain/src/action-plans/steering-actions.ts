import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { derived, type Figure, given, product } from "../figures/figure.ts";
import { plannedSynergies } from "../portfolio/portfolio-figures.ts";
import { parameter, parameterValue } from "../reference-data/reference.ts";
import { type Text, text } from "../text/text.ts";
import type { Draft } from "./draft.ts";

/** A plain count as a figure. */
export const countOf = (label: Text, value: number): Figure =>
  given({ label, value, unit: "1", source: "definition", date: null });

/** What every démarche needs besides its leads: a body that decides, the missing data, and someone to carry it on. */
export function steeringActions(diagnosis: Diagnosis, fte: Figure): readonly Draft[] {
  return [governance(diagnosis, fte), ...missingData(diagnosis), carrier(diagnosis)];
}

function governance(diagnosis: Diagnosis, fte: Figure): Draft {
  const { reference } = diagnosis.setting;
  const meetings = 12 / parameterValue(reference, "governance.copil-every");
  const concerned = new Set(plannedSynergies(diagnosis).flatMap(({ synergy }) => synergy.establishments)).size;
  return {
    key: "governance",
    axis: "steer",
    title: text("Installer la gouvernance et l'animation", "Set up governance and facilitation"),
    description: text(
      "Un comité de pilotage qui arbitre, un comité technique qui fait avancer, une personne dont c'est le métier.",
      "A steering committee that decides, a technical committee that moves things on, a person whose job it is.",
    ),
    objectives: [
      text(
        "Valider le diagnostic et choisir les premières actions.",
        "Approve the diagnosis and choose the first actions.",
      ),
      text(
        "Nommer un élu référent et un référent par entreprise engagée.",
        "Name an elected sponsor and one contact per company engaged.",
      ),
    ],
    audience: text("Élus, entreprises, chambres, financeurs", "Elected officials, companies, chambers, funders"),
    pilot: "territory",
    leads: [],
    steps: [
      {
        what: text(
          "Nommer l'élu référent et confirmer le temps d'animation.",
          "Name the elected sponsor and confirm the facilitation time.",
        ),
        owner: "territory",
        months: 1,
      },
      {
        what: text(
          "Réunir le premier comité de pilotage et valider la feuille de route.",
          "Hold the first steering committee and approve the roadmap.",
        ),
        owner: "facilitator",
        months: 1,
      },
      {
        what: text(
          "Réunir le premier comité technique et répartir les actions.",
          "Hold the first technical committee and hand out the actions.",
        ),
        owner: "facilitator",
        months: 1,
      },
    ],
    priority: "high",
    // Steering takes its days every year, before any action: they are not counted twice here.
    days: countDays(0),
    budget: [
      {
        kind: "running",
        what: text("Animation de la démarche", "Facilitation of the programme"),
        amount: product(text("Coût de l'animation", "Cost of facilitation"), "EUR/yr", [
          fte,
          parameter(reference, "facilitation.cost-fte"),
        ]),
      },
    ],
    indicators: [
      {
        label: text("Comités de pilotage tenus dans l'année", "Steering committees held in the year"),
        baseline: countOf(text("Départ", "Baseline"), 0),
        target: countOf(text("Cible", "Target"), meetings),
      },
      {
        label: text(
          "Entreprises engagées (au moins une piste acceptée)",
          "Companies engaged (at least one lead accepted)",
        ),
        baseline: countOf(text("Départ", "Baseline"), 0),
        target: countOf(text("Cible", "Target"), concerned),
      },
    ],
    after: [],
  };
}

function missingData({ questions, setting: { reference } }: Diagnosis): readonly Draft[] {
  const worthy = questions.filter(({ worth }) => worth !== null);
  const asked = worthy.length > 0 ? worthy : questions;
  const [first] = asked;
  if (first === undefined) return [];
  const sites = new Set(asked.map(({ flow }) => flow.establishment.id)).size;
  const each = parameter(reference, "facilitation.days-question");
  const count = countOf(text("Questions à poser", "Questions to ask"), asked.length);
  return [
    {
      key: "questions",
      axis: "steer",
      title: text("Compléter les données qui valent le plus", "Complete the data that are worth most"),
      description: text(
        `${asked.length} ${asked.length > 1 ? "questions" : "question"} à ${sites} ${sites > 1 ? "entreprises" : "entreprise"}, de la plus rentable à la moins rentable (tableau de bord, feuille Questions).`,
        `${asked.length} ${asked.length === 1 ? "question" : "questions"} to ${sites} ${sites === 1 ? "company" : "companies"}, from the most to the least worthwhile (dashboard, sheet Questions).`,
      ),
      objectives: [
        text(
          "Remplacer les valeurs par défaut par des factures et des pesées.",
          "Replace default values by invoices and weighings.",
        ),
        text("Chiffrer les pistes dont une quantité manque.", "Put figures on the leads that lack a quantity."),
      ],
      audience: text("Entreprises rencontrées", "Companies met"),
      pilot: "facilitator",
      leads: [],
      steps: [
        {
          what: text(
            `Commencer par ${first.flow.establishment.name} (« ${first.flow.flow.label} »).`,
            `Begin with ${first.flow.establishment.name} ("${first.flow.flow.label}").`,
          ),
          owner: "facilitator",
          months: 1,
        },
        {
          what: text(
            "Poser les questions restantes, par valeur décroissante.",
            "Ask the remaining questions, by decreasing worth.",
          ),
          owner: "facilitator",
          months: 2,
        },
        {
          what: text("Relancer le diagnostic avec les réponses.", "Run the diagnosis again with the answers."),
          owner: "facilitator",
          months: 1,
        },
      ],
      priority: "high",
      days: product(text("Jours d'animation", "Days of facilitation"), "day", [count, each]),
      budget: [],
      indicators: [
        {
          label: text("Réponses obtenues", "Answers obtained"),
          baseline: countOf(text("Départ", "Baseline"), 0),
          target: countOf(text("Cible", "Target"), asked.length),
        },
      ],
      after: [],
    },
  ];
}

function carrier({ setting: { reference } }: Diagnosis): Draft {
  const horizon = parameterValue(reference, "action-plan.horizon");
  return {
    key: "carrier",
    axis: "steer",
    title: text("Préparer le portage pérenne", "Prepare a lasting carrier"),
    description: text(
      "Décider qui portera la démarche après les années aidées, avec quel budget et quelle part d'argent privé.",
      "Decide who will carry the programme after the funded years, with what budget and what share of private money.",
    ),
    objectives: [
      text("Comparer les formes possibles avec les entreprises.", "Compare the possible forms with the companies."),
      text("Un modèle économique sur trois à cinq ans.", "A business model over three to five years."),
    ],
    audience: text(
      "Collectivité, entreprises engagées, club ou association du territoire",
      "Authority, companies engaged, the territory's club or association",
    ),
    pilot: "territory",
    leads: [],
    steps: [
      {
        what: text(
          "Choisir une forme en comité de pilotage, sur la comparaison jointe.",
          "Choose a form in the steering committee, from the comparison attached.",
        ),
        owner: "territory",
        months: Math.round(horizon / 2),
      },
      {
        what: text(
          "Écrire le modèle économique et les statuts ou la convention.",
          "Write the business model and the articles or the agreement.",
        ),
        owner: "facilitator",
        months: Math.round(horizon / 4),
      },
      {
        what: text(
          "Transférer l'animation et les outils au porteur.",
          "Hand facilitation and tools over to the carrier.",
        ),
        owner: "territory",
        months: Math.round(horizon / 4),
      },
    ],
    priority: "medium",
    days: product(text("Jours d'animation", "Days of facilitation"), "day", [
      countOf(text("Chantier", "Work item"), 1),
      parameter(reference, "facilitation.days-lever"),
    ]),
    budget: [],
    indicators: [
      {
        label: text("Part privée du budget d'animation (%)", "Private share of the facilitation budget (%)"),
        baseline: countOf(text("Départ", "Baseline"), 0),
        target: parameter(reference, "action-plan.private-share"),
      },
    ],
    after: ["governance"],
  };
}

const countDays = (value: number): Figure =>
  derived(
    text("Jours d'animation", "Days of facilitation"),
    "day",
    text("comptés dans le pilotage", "counted in steering"),
    [],
    {
      value,
      low: value,
      high: value,
    },
  );
