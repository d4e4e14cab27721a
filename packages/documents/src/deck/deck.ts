import { bars } from "@simbiosi/charts";
import {
  actionPlan,
  axes,
  axisWords,
  type Diagnosis,
  figureInterval,
  figureValue,
  figureWords,
  formatNumber,
  type Lang,
  plannedFigure,
  plannedSynergies,
  planTotal,
  unitWords,
} from "@simbiosi/domain";
import type { KeyFigure } from "../blocks/block.ts";
import type { Deck, Slide } from "../blocks/deck.ts";
import { mapDeck } from "../blocks/map-deck.ts";
import { bestOfEach } from "../diagnostic-actions/ideas.ts";
import { likelyWords } from "../diagnostic-actions/likely.ts";
import { isPlaced, mapFigure, matrixFigure, onSlide } from "../diagnostic-actions/opportunity-figures.ts";
import { planSentence } from "../diagnostic-actions/plan.ts";
import { refusedIdeas } from "../diagnostic-actions/refused-ideas.ts";
import { decisions } from "../roadmap/decisions.ts";
import { ganttFigures, onSlide as ganttOnSlide } from "../roadmap/gantt-figure.ts";
import { actionNumbers, axisLetter, inReserve, planned } from "../roadmap/numbers.ts";
import { budgetTotal } from "../roadmap/resources.ts";
import { confidentialStamp, count, type Speech, speech } from "../speech/speech.ts";
import { frenchSpaces } from "../speech/typography.ts";

/** The steering committee's slides: what was found, what is proposed, what must be decided today. */
export function steeringDeck(diagnosis: Diagnosis, lang: Lang): Deck {
  const s = speech(lang);
  const { territory } = diagnosis.inventory;
  const deck: Deck = {
    title: s.say("Comité de pilotage", "Steering committee"),
    subtitle: s.say(
      `Écologie industrielle et territoriale, ${territory.name}`,
      `Industrial and territorial ecology, ${territory.name}`,
    ),
    lang,
    date: diagnosis.setting.day,
    author: territory.name,
    confidentiality: s.tell(confidentialStamp),
    slides: [
      inBrief(diagnosis, s),
      whoWasMet(diagnosis, s),
      reducing(diagnosis, s),
      ...(diagnosis.synergies.length === 0
        ? []
        : [
            {
              title: s.say("Les premières pistes : gain et facilité", "The first leads: gain and ease"),
              blocks: [matrixFigure(diagnosis.synergies, s, onSlide)],
            },
          ]),
      ...(isPlaced(diagnosis)
        ? [
            {
              title: s.say("Le plan sur le territoire", "The plan on the territory"),
              blocks: [mapFigure(diagnosis, s, onSlide)],
            },
          ]
        : []),
      ...(plannedSynergies(diagnosis).length === 0 ? [] : [thePlan(diagnosis, s)]),
      law(diagnosis, s),
      axesSlide(diagnosis, s),
      ...ganttFigures(actionPlan(diagnosis), diagnosis.setting.day, s, ganttOnSlide).map((figure, i, all) => ({
        title: s.say("Le calendrier", "The calendar") + (all.length === 1 ? "" : ` (${i + 1}/${all.length})`),
        blocks: [figure],
      })),
      means(diagnosis, s),
      {
        title: s.say("À décider aujourd'hui", "To be decided today"),
        blocks: [{ kind: "list", ordered: true, items: decisions(diagnosis, s) }],
      },
    ],
  };
  return lang === "fr" ? mapDeck(deck, frenchSpaces) : deck;
}

function inBrief(diagnosis: Diagnosis, s: Speech): Slide {
  const { lang, say } = s;
  const tile = (metric: "gain" | "co2e" | "diverted", label: string): KeyFigure => {
    const { total } = planTotal(diagnosis, metric);
    return {
      value: total.value === null ? say("inconnu", "unknown") : formatNumber(Number(total.value.toPrecision(3)), lang),
      unit: total.value === null ? null : unitWords(total.unit, lang),
      label,
      interval: figureInterval(total, lang),
      stage: "potential",
    };
  };
  const kept = plannedSynergies(diagnosis).length;
  const range = likelyWords(planTotal(diagnosis, "gain").total, s);
  return {
    title: say("L'essentiel", "In brief"),
    blocks: [
      ...(kept === 0
        ? []
        : [
            {
              kind: "key-figures" as const,
              items: [
                tile("gain", say("gain annuel net du plan", "net yearly gain of the plan")),
                tile("co2e", say("émissions évitées", "emissions avoided")),
                tile("diverted", say("déchets détournés", "waste diverted")),
              ],
            },
          ]),
      {
        kind: "list",
        ordered: false,
        items: [
          say(
            `${count(diagnosis.inventory.establishments.length, lang, "établissement rencontré", "établissements rencontrés")}, ${count(diagnosis.flows.length, lang, "flux déclaré", "flux déclarés")}`,
            `${count(diagnosis.inventory.establishments.length, lang, "establishment", "establishments")} met, ${count(diagnosis.flows.length, lang, "declared flow", "declared flows")}`,
          ),
          say(
            `${count(diagnosis.synergies.length, lang, "piste trouvée", "pistes trouvées")}, ${count(kept, lang, "retenue", "retenues")} ensemble au plan`,
            `${count(diagnosis.synergies.length, lang, "lead", "leads")} found, ${kept} kept together in the plan`,
          ),
          ...(range === null
            ? []
            : [
                say(
                  `Gain du plan ${range} huit fois sur dix, quand chaque entrée est tirée dans son intervalle`,
                  `Gain of the plan ${range} eight times in ten, when each input is drawn within its interval`,
                ),
              ]),
          say(
            "Tout est potentiel : rien n'est encore convenu ni réalisé",
            "Everything is potential: nothing is agreed or realised yet",
          ),
        ],
      },
    ],
    notes: say(
      "Chaque gain se compare à ce qui se passe sans la synergie. L'annexe du diagnostic déroule chaque chiffre jusqu'à sa source.",
      "Every gain is compared with what happens without the synergy. The annex of the diagnosis unfolds each figure down to its source.",
    ),
  };
}

function whoWasMet({ flows, inventory, questions }: Diagnosis, { lang, say }: Speech): Slide {
  const known = flows.filter(({ yearly }) => yearly.state === "known").length;
  const proven = flows.filter(({ flow }) => flow.evidence === "measured" || flow.evidence === "invoiced").length;
  const size = (id: string): number => flows.filter(({ establishment }) => establishment.id === id).length;
  const silent = inventory.establishments.filter(({ id }) => size(id) === 0).length;
  return {
    title: say("Ce que valent les données", "What the data are worth"),
    blocks: [
      {
        kind: "list",
        ordered: false,
        items: [
          say(`${known} quantités connues sur ${flows.length}`, `${known} of ${flows.length} quantities known`),
          say(
            `${proven} mesurées ou facturées, les autres déclarées ou estimées`,
            `${proven} measured or invoiced, the others declared or estimated`,
          ),
          ...(silent > 0
            ? [
                say(
                  `${count(silent, lang, "établissement n'a", "établissements n'ont")} déclaré aucun flux`,
                  `${count(silent, lang, "establishment has", "establishments have")} declared no flow`,
                ),
              ]
            : []),
          say(
            `${count(questions.length, lang, "question attend", "questions attendent")} une réponse`,
            `${count(questions.length, lang, "question waits", "questions wait")} for an answer`,
          ),
        ],
      },
      {
        kind: "callout",
        tone: "info",
        title: say("Une quantité inconnue n'est jamais comptée zéro", "An unknown quantity is never counted as zero"),
        blocks: [
          {
            kind: "paragraph",
            content: say(
              "La piste est montrée sans gain, et la question est posée.",
              "The lead is shown without a gain, and the question is asked.",
            ),
          },
        ],
      },
    ],
  };
}

function reducing({ reductions }: Diagnosis, { lang, say, tell }: Speech): Slide {
  return {
    title: say("Réduire d'abord", "Reduce first"),
    blocks: [
      {
        kind: "table",
        caption: null,
        columns: [
          { header: say("Chez qui", "At whose"), kind: "text", width: 3 },
          { header: say("Mesure", "Measure"), kind: "text", width: 4 },
          { header: say("Gain par an", "Gain a year"), kind: "number", width: 2 },
        ],
        rows: reductions
          .filter(({ gain }) => (gain.value ?? 0) > 0)
          .slice(0, 5)
          .map(({ flow, measure, gain }) => [flow.establishment.name, tell(measure.title), figureValue(gain, lang)]),
        empty: say("Aucune action de réduction repérée.", "No reduction action found."),
      },
    ],
    notes: say(
      "Ces gains ne s'ajoutent pas à ceux des synergies : une tonne évitée ne s'échange plus.",
      "These gains do not add to those of synergies: a tonne avoided is not exchanged any more.",
    ),
  };
}

function thePlan(diagnosis: Diagnosis, s: Speech): Slide {
  const { lang, say, tell } = s;
  const firsts = new Set(bestOfEach(plannedSynergies(diagnosis).map(({ synergy }) => synergy)).map(({ id }) => id));
  const best = plannedSynergies(diagnosis)
    .filter(({ synergy }) => firsts.has(synergy.id))
    .slice(0, 8);
  const chart = bars({
    title: say("Gain annuel des premières pistes du plan", "Yearly gain of the first planned leads"),
    unit: say("€/an", "€/yr"),
    rows: best.map((one) => ({
      label: `${one.synergy.rank}. ${tell(one.synergy.title)}`,
      measure: plannedFigure(diagnosis, one, "gain"),
    })),
    lang,
    width: onSlide.width,
  });
  return {
    title: say("Le plan : ce qui tient ensemble", "The plan: what holds together"),
    blocks: [
      {
        kind: "figure",
        svg: chart.svg,
        alt: chart.alt,
        caption: say("Gain annuel, avec son intervalle (€/an)", "Yearly gain, with its interval (€/yr)"),
      },
      { kind: "paragraph", content: planSentence(diagnosis, s) },
    ],
  };
}

function law({ refused, synergies }: Diagnosis, { lang, say, tell }: Speech): Slide {
  const asked = synergies.filter(({ verdict }) => verdict.outcome === "procedure").length;
  return {
    title: say("Ce que le droit écarte ou demande", "What the law sets aside or asks for"),
    blocks: [
      {
        kind: "table",
        caption: null,
        columns: [
          { header: say("Idée écartée", "Idea set aside"), kind: "text", width: 3 },
          { header: say("À faire plutôt", "Do instead"), kind: "text", width: 4 },
        ],
        rows: refusedIdeas(refused)
          .slice(0, 5)
          .map(({ idea, rule }) => [idea, rule === undefined ? "–" : tell(rule.next_step)]),
        empty: say("Aucune idée interdite rencontrée.", "No forbidden idea met."),
      },
      {
        kind: "paragraph",
        content: say(
          `${count(asked, lang, "piste demande", "pistes demandent")} une procédure. Aide à la décision, pas un avis juridique.`,
          `${count(asked, lang, "lead asks", "leads ask")} for a procedure. Decision support, not legal advice.`,
        ),
      },
    ],
  };
}

function axesSlide(diagnosis: Diagnosis, { say, tell }: Speech): Slide {
  const plan = actionPlan(diagnosis);
  const numbers = actionNumbers(plan);
  const [onIt, reserve] = [planned(plan), inReserve(plan)];
  return {
    title: say("La feuille de route en quatre axes", "The roadmap in four axes"),
    blocks: [
      {
        kind: "table",
        caption: null,
        columns: [
          { header: say("Axe", "Axis"), kind: "text", width: 3 },
          { header: say("Actions", "Actions"), kind: "number", width: 1 },
          { header: say("Réserve", "Reserve"), kind: "number", width: 1 },
          { header: say("Première action", "First action"), kind: "text", width: 4 },
        ],
        rows: axes.map((axis, i) => {
          const own = onIt.filter((action) => action.axis === axis);
          const [first] = own;
          return [
            `${axisLetter(i)}. ${tell(axisWords[axis].name)}`,
            String(own.length),
            String(reserve.filter((action) => action.axis === axis).length),
            first === undefined ? "–" : `${numbers.get(first.id) ?? ""} ${tell(first.title)}`,
          ];
        }),
        empty: "–",
      },
    ],
  };
}

function means(diagnosis: Diagnosis, { lang, say, tell }: Speech): Slide {
  const plan = actionPlan(diagnosis);
  const { people } = plan;
  return {
    title: say("Les moyens", "The means"),
    blocks: [
      {
        kind: "table",
        caption: null,
        columns: [
          { header: "", kind: "text", width: 5 },
          { header: say("Valeur (intervalle)", "Value (interval)"), kind: "number", width: 3 },
        ],
        rows: [
          people.fte,
          people.fteForAll,
          budgetTotal(plan, "investment").total,
          budgetTotal(plan, "running").total,
        ].map((figure) => [tell(figure.label), figureWords(figure, lang)]),
        empty: "–",
      },
      {
        kind: "paragraph",
        content: say(
          "Montants hors taxes. Aucune dépense avant l'accusé de réception de la demande d'aide.",
          "Amounts excluding VAT. No spending before the aid request is acknowledged.",
        ),
      },
    ],
  };
}
