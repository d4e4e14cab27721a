import { bars } from "@simbiosi/charts";
import {
  type Diagnosis,
  estimateShare,
  figureInterval,
  formatDay,
  formatNumber,
  plannedSynergies,
  planTotal,
  stepsAhead,
  unitWords,
} from "@simbiosi/domain";
import type { Block, KeyFigure } from "../blocks/block.ts";
import { count, ownerWords, type Speech } from "../speech/speech.ts";
import { planSentence } from "./plan.ts";

const significant = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(3)));

/** The pages for elected officials: what was found, what it is worth, what to do first. */
export function summary(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { lang, say } = speech;
  const { inventory, synergies, refused, unmatched } = diagnosis;
  const planned = plannedSynergies(diagnosis);
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
  const incomplete = planTotal(diagnosis, "co2e").unknown.length;
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: say("L'essentiel", "In brief") },
    {
      kind: "paragraph",
      tone: "lead",
      content: say(
        `${inventory.territory.name} : ${count(inventory.establishments.length, lang, "établissement", "établissements")} et ${count(inventory.flows.length, lang, "flux déclaré", "flux déclarés")}. Le diagnostic y trouve ${count(synergies.length, lang, "piste", "pistes")}, dont ${planned.length} retenues ensemble dans un plan cohérent ; ${count(refused.length, lang, "idée tentante est écartée", "idées tentantes sont écartées")} par le droit.`,
        `${inventory.territory.name}: ${count(inventory.establishments.length, lang, "establishment", "establishments")} and ${count(inventory.flows.length, lang, "declared flow", "declared flows")}. The diagnosis finds ${count(synergies.length, lang, "lead", "leads")}, of which ${planned.length} are kept together in one consistent plan; the law sets aside ${count(refused.length, lang, "tempting idea", "tempting ideas")}.`,
      ),
    },
    {
      kind: "key-figures",
      items: [
        tile("gain", say("gain annuel net du plan, toutes parties", "net yearly gain of the plan, all parties")),
        tile("co2e", say("émissions évitées", "emissions avoided")),
        tile("diverted", say("déchets détournés de l'élimination", "waste diverted from disposal")),
        {
          value: String(planned.length),
          unit: null,
          label: say(
            `pistes au plan, sur ${synergies.length} trouvées`,
            `leads in the plan, of ${synergies.length} found`,
          ),
          interval: null,
          stage: "potential",
        },
      ],
    },
    {
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
    },
  ];
  const best = synergies.filter(({ gain: figure }) => figure.state === "known").slice(0, 8);
  if (best.length > 0) {
    const chart = bars({
      title: say("Gain annuel des premières pistes", "Yearly gain of the first leads"),
      unit: say("€/an", "€/yr"),
      rows: best.map((synergy) => ({ label: `${synergy.rank}. ${synergy.title[lang]}`, measure: synergy.gain })),
      lang,
    });
    blocks.push({
      kind: "figure",
      svg: chart.svg,
      alt: chart.alt,
      caption: say(
        "Gain annuel net des premières pistes, avec son intervalle (€/an)",
        "Net yearly gain of the first leads, with its interval (€/yr)",
      ),
    });
  }
  blocks.push(
    { kind: "heading", level: 2, text: say("Ce que le plan prouve", "What the plan proves"), numbered: false },
    { kind: "paragraph", content: planSentence(diagnosis, speech) },
    { kind: "heading", level: 2, text: say("Les prochains pas", "The next steps"), numbered: false },
    {
      kind: "list",
      ordered: true,
      items: planned.slice(0, 5).map(({ synergy }) => {
        // Meeting comes first everywhere; what follows is what is particular to the lead.
        const [meeting, particular] = stepsAhead(synergy, diagnosis.setting.day);
        const first = particular ?? meeting;
        return [
          { kind: "strong" as const, text: synergy.title[lang] },
          first === undefined
            ? ""
            : say(
                ` : se rencontrer, puis ${lowerFirst(first.what.fr)} (${ownerWords[first.owner].fr}, avant le ${formatDay(first.due, "fr")})`,
                `: meet, then ${lowerFirst(first.what.en)} (${ownerWords[first.owner].en}, by ${formatDay(first.due, "en")})`,
              ),
        ];
      }),
    },
  );
  const waiting = unmatched.filter(
    ({ why }) => why === "NO_LOCAL_TAKER" || why === "SEASON" || why === "TOO_SMALL",
  ).length;
  if (diagnosis.questions.length > 0)
    blocks.push({
      kind: "callout",
      tone: "info",
      title: say("Ce qui manque vaut d'être demandé", "What is missing is worth asking"),
      blocks: [
        {
          kind: "paragraph",
          content: say(
            `${count(diagnosis.questions.length, lang, "question attend", "questions attendent")} une réponse des entreprises (annexe), et ${count(waiting, lang, "flux n'a", "flux n'ont")} pas trouvé preneur ici.`,
            `${count(diagnosis.questions.length, lang, "question waits", "questions wait")} for an answer from the companies (annex), and ${count(waiting, lang, "flow has", "flows have")} found no taker here.`,
          ),
        },
      ],
    });
  return blocks;
}

const lowerFirst = (sentence: string): string =>
  (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, "");
