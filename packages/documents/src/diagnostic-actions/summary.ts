import { bars } from "@simbiosi/charts";
import {
  actionPlan,
  byCodeUnit,
  type Diagnosis,
  estimateShare,
  figureInterval,
  formatDay,
  formatNumber,
  plannedSynergies,
  planTotal,
  unitWords,
} from "@simbiosi/domain";
import type { FlowBlock, KeyFigure, OnePage, SheetBlock } from "../blocks/block.ts";
import { decisions } from "../roadmap/decisions.ts";
import { actionNumbers, planned } from "../roadmap/numbers.ts";
import { count, monthOf, ownerWords, type Speech } from "../speech/speech.ts";
import { bestOfEach } from "./ideas.ts";
import { likelyWords } from "./likely.ts";
import { isPlaced, mapFigure } from "./opportunity-figures.ts";
import { planSentence } from "./plan.ts";

const significant = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(3)));

/** The two pages for elected officials: what was found, what it is worth, what to do first. */
export function summary(diagnosis: Diagnosis, speech: Speech): readonly OnePage[] {
  const { lang, say } = speech;
  const { inventory, synergies } = diagnosis;
  const kept = plannedSynergies(diagnosis);
  const tile = (metric: "gain" | "co2e" | "diverted", label: string): KeyFigure => {
    const { total } = planTotal(diagnosis, metric);
    return {
      value: total.value === null ? say("inconnu", "unknown") : formatNumber(significant(total.value), lang),
      unit: total.value === null ? null : unitWords(total.unit, lang),
      label,
      interval: figureInterval(total, lang),
      stage: "potential",
    };
  };
  const gain = planTotal(diagnosis, "gain");
  const range = likelyWords(gain.total, speech);
  const likely: FlowBlock[] =
    range === null
      ? []
      : [
          {
            kind: "paragraph",
            content: say(
              `L'intervalle du gain met toutes les entrées au plus bas, puis toutes au plus haut. Tirées chacune dans son intervalle, elles donnent huit fois sur dix ${range}.`,
              `The interval of the gain puts every input at its lowest, then every one at its highest. Drawn each within its interval, they give ${range} eight times in ten.`,
            ),
          },
        ];
  const incomplete = planTotal(diagnosis, "co2e").unknown.length;
  const tiles: FlowBlock = {
    kind: "key-figures",
    items: [
      tile("gain", say("gain annuel net du plan, toutes parties", "net yearly gain of the plan, all parties")),
      tile("co2e", say("émissions évitées", "emissions avoided")),
      tile("diverted", say("déchets détournés de l'élimination", "waste diverted from disposal")),
      {
        value: String(kept.length),
        unit: null,
        label: say(
          `pistes au plan, sur ${synergies.length} trouvées`,
          `leads in the plan, of ${synergies.length} found`,
        ),
        interval: null,
        stage: "potential",
      },
    ],
  };
  const caveat: FlowBlock = {
    kind: "paragraph",
    tone: "note",
    content:
      say(
        `Tout est potentiel : rien n'est encore convenu ni réalisé. Chaque gain se compare à ce qui se passe sans la synergie. ${Math.round(estimateShare(gain.total) * 100)} % des données d'entrée du gain sont des estimations de l'équipe, le reste est déclaré ou sourcé.`,
        `Everything is potential: nothing is agreed or realised yet. Every gain is compared with what happens without the synergy. ${Math.round(estimateShare(gain.total) * 100)} % of the inputs of the gain are team estimates, the rest is declared or sourced.`,
      ) +
      (incomplete > 0
        ? say(
            ` Les émissions de ${count(incomplete, lang, "piste du plan restent inconnues", "pistes du plan restent inconnues")} et ne sont pas comptées.`,
            ` The emissions of ${count(incomplete, lang, "planned lead are", "planned leads are")} still unknown and not counted.`,
          )
        : ""),
  };
  const found: FlowBlock[] = [
    { kind: "heading", level: 1, text: say("L'essentiel", "In brief") },
    {
      kind: "paragraph",
      tone: "lead",
      content: `${inventory.territory.name}${say(" : ", ": ")}${say(
        `${count(inventory.establishments.length, lang, "établissement", "établissements")} et ${count(inventory.flows.length, lang, "flux déclaré", "flux déclarés")}.`,
        `${count(inventory.establishments.length, lang, "establishment", "establishments")} and ${count(inventory.flows.length, lang, "declared flow", "declared flows")}.`,
      )} ${foundWords(diagnosis, kept.length, speech)}`,
    },
    ...(kept.length === 0 ? [] : [tiles]),
    ...likely,
    ...(kept.length === 0 ? [] : [caveat]),
  ];
  const best = bestOfEach(synergies.filter(({ gain: figure }) => (figure.value ?? 0) > 0)).slice(0, 8);
  if (best.length > 0) {
    const chart = bars({
      title: say("Gain annuel des premières pistes", "Yearly gain of the first leads"),
      unit: say("€/an", "€/yr"),
      rows: best.map((synergy) => ({ label: `${synergy.rank}. ${synergy.title[lang]}`, measure: synergy.gain })),
      lang,
    });
    found.push({
      kind: "figure",
      svg: chart.svg,
      alt: chart.alt,
      caption: say(
        "Gain annuel net des premières pistes, avec son intervalle (€/an)",
        "Net yearly gain of the first leads, with its interval (€/yr)",
      ),
    });
  }
  if (kept.length > 0) found.push({ kind: "paragraph", content: planSentence(diagnosis, speech) });
  return [
    { kind: "one-page", blocks: found },
    { kind: "one-page", blocks: whatNext(diagnosis, speech) },
  ];
}

/** What came of it in a sentence or two; nothing found is said, not counted. */
function foundWords({ synergies, refused }: Diagnosis, kept: number, { lang, say }: Speech): string {
  const leads =
    synergies.length === 0
      ? say(
          "Aucune piste à ce jour : ce qui manque pour en trouver est en annexe.",
          "No lead yet: what is missing to find one is in the annex.",
        )
      : say(
          `Le diagnostic y trouve ${count(synergies.length, lang, "piste", "pistes")}, dont ${count(kept, lang, "retenue", "retenues")} dans un plan cohérent.`,
          `The diagnosis finds ${count(synergies.length, lang, "lead", "leads")}, of which ${kept} kept together in one consistent plan.`,
        );
  if (refused.length === 0) return leads;
  return `${leads} ${say(
    `Le droit écarte ${count(refused.length, lang, "rapprochement tentant", "rapprochements tentants")}.`,
    `The law sets aside ${count(refused.length, lang, "tempting pair", "tempting pairs")}.`,
  )}`;
}

/** The second page: where, what first, what is asked of the officials, what is still missing. */
function whatNext(diagnosis: Diagnosis, speech: Speech): readonly SheetBlock[] {
  const { lang, say } = speech;
  const { unmatched, questions } = diagnosis;
  const plan = actionPlan(diagnosis);
  const numbers = actionNumbers(plan);
  const inOrder = planned(plan).toSorted((a, b) => byCodeUnit(a.starts, b.starts));
  const withLeads = inOrder.filter(({ axis }) => axis === "exchange" || axis === "share");
  const first = (withLeads.length > 0 ? withLeads : inOrder).slice(0, 5);
  const waiting = unmatched.filter(
    ({ why }) => why === "NO_LOCAL_TAKER" || why === "SEASON" || why === "TOO_SMALL",
  ).length;
  return [
    {
      kind: "heading",
      level: 2,
      text: say("Les premières actions à engager", "The first actions to set going"),
      numbered: false,
    },
    {
      kind: "list",
      ordered: true,
      items: first.map((action) => {
        // Whoever exchanges meets first; what follows is what is particular to the action. Steering begins as it says.
        const [opening, particular] = action.steps;
        const meets = action.axis === "exchange" || action.axis === "share";
        const step = meets ? (particular ?? opening) : opening;
        return [
          { kind: "strong" as const, text: `${numbers.get(action.id) ?? ""} ${action.title[lang]}` },
          say(`, dès ${monthOf(action.starts, "fr")}`, `, from ${monthOf(action.starts, "en")}`),
          step === undefined
            ? ""
            : say(
                ` : ${meets ? "se rencontrer, puis " : ""}${lowerFirst(step.what.fr)} (${ownerWords[step.owner].fr}, avant le ${formatDay(step.due, "fr")})`,
                `: ${meets ? "meet, then " : ""}${lowerFirst(step.what.en)} (${ownerWords[step.owner].en}, by ${formatDay(step.due, "en")})`,
              ),
        ];
      }),
    },
    { kind: "heading", level: 2, text: say("Ce qui vous est demandé", "What is asked of you"), numbered: false },
    { kind: "list", ordered: false, items: decisions(diagnosis, speech) },
    ...(isPlaced(diagnosis) ? [{ ...mapFigure(diagnosis, speech), width: 0.85 }] : []),
    ...(questions.length === 0
      ? []
      : [
          {
            kind: "callout" as const,
            tone: "info" as const,
            title: say("Ce qui manque vaut d'être demandé", "What is missing is worth asking"),
            blocks: [
              {
                kind: "paragraph" as const,
                content: say(
                  `${count(questions.length, lang, "question attend", "questions attendent")} une réponse des entreprises (annexe), et ${count(waiting, lang, "flux n'a", "flux n'ont")} pas trouvé preneur ici.`,
                  `${count(questions.length, lang, "question waits", "questions wait")} for an answer from the companies (annex), and ${count(waiting, lang, "flow has", "flows have")} found no taker here.`,
                ),
              },
            ],
          },
        ]),
  ];
}

const lowerFirst = (sentence: string): string =>
  (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, "");
