import { type Disclosure, disclaimer, figureValue, type Lang, synergyKinds } from "@simbiosi/domain";
import type { Block, Report } from "../blocks/block.ts";
import { count, kindTitles, kindWords, notLegalAdvice, outcomeWords, type Speech, speech } from "../speech/speech.ts";
import { typeset } from "../speech/typography.ts";
import { aboutThisVersion, aggregateTables, shownFigure, totalWords, versionStamp } from "./words.ts";

/** The first deliverable for a funder, or for the public: built from what they may know, and from nothing else. */
export function disclosedDiagnostic(disclosure: Disclosure, lang: Lang): Report {
  const s = speech(lang);
  const { name } = disclosure.diagnosis.inventory.territory;
  return disclosedReport(
    disclosure,
    lang,
    s.say("Diagnostic-actions", "Diagnosis and actions"),
    s.say(`Écologie industrielle et territoriale, ${name}`, `Industrial and territorial ecology, ${name}`),
    [
      ...inBrief(disclosure, s),
      ...aboutThisVersion(disclosure, s),
      {
        kind: "heading",
        level: 1,
        text: s.say("Ce que le territoire donne et cherche", "What the territory gives and looks for"),
      },
      {
        kind: "paragraph",
        content: s.say(
          "D'après les seules entreprises rencontrées. « Masqué » : trop peu d'entreprises, ou une seule qui domine.",
          'From the companies met only. "Withheld": too few companies, or one that dominates.',
        ),
      },
      ...aggregateTables(disclosure, s),
      ...(disclosure.tables.length === 0
        ? [
            {
              kind: "paragraph" as const,
              content: s.say("Aucune quantité connue à ce jour.", "No quantity known yet."),
            },
          ]
        : []),
      ...(disclosure.audience === "funder"
        ? [
            ...actors(disclosure, s),
            ...toldFlows(disclosure, s),
            ...leadTables(disclosure, s),
            ...opened(disclosure, s),
          ]
        : []),
    ],
  );
}

/** The frame that every document of a version shares. */
export function disclosedReport(
  { audience, diagnosis }: Disclosure,
  lang: Lang,
  title: string,
  subtitle: string,
  blocks: readonly Block[],
): Report {
  const s = speech(lang);
  return typeset({
    title,
    subtitle,
    lang,
    date: diagnosis.setting.day,
    author: diagnosis.inventory.territory.name,
    confidentiality: s.tell(versionStamp[audience]),
    footer: s.tell(notLegalAdvice),
    numbered: true,
    blocks,
  });
}

function inBrief({ audience, counts, totals, diagnosis }: Disclosure, speech: Speech): readonly Block[] {
  const { say, lang, tell } = speech;
  const place = diagnosis.inventory.territory.name;
  const met = say(
    `${place} : ${count(counts.establishments, lang, "établissement rencontré", "établissements rencontrés")}, ${count(counts.flows, lang, "flux déclaré", "flux déclarés")}, ${counts.quantities} quantités connues.`,
    `${place}: ${count(counts.establishments, lang, "establishment", "establishments")} met, ${count(counts.flows, lang, "declared flow", "declared flows")}, ${counts.quantities} quantities known.`,
  );
  const heading: Block = { kind: "heading", level: 1, text: say("L'essentiel", "In brief") };
  if (audience === "public")
    return [
      heading,
      { kind: "paragraph", tone: "lead", content: met },
      {
        kind: "paragraph",
        content: say(
          "Aucun résultat n'est publié à ce jour : la démarche en est aux pistes, et une piste n'est ni convenue ni réalisée. Les résultats paraîtront ici quand ils seront pesés, validés, et que les entreprises accepteront leur publication.",
          "No result is published yet: the programme is at the stage of leads, and a lead is neither agreed nor realised. Results will appear here once they are weighed, validated, and companies agree to their publication.",
        ),
      },
    ];
  return [
    heading,
    { kind: "paragraph", tone: "lead", content: met },
    {
      kind: "paragraph",
      content: say(
        `Le diagnostic trouve ${count(counts.leads, lang, "piste", "pistes")}, dont ${counts.planned} tiennent ensemble dans un plan. Le droit écarte ${count(counts.forbidden, lang, "idée tentante", "idées tentantes")} ; ${count(counts.unmatched, lang, "flux n'a", "flux n'ont")} pas de partenaire ; ${count(counts.questions, lang, "question attend", "questions attendent")} une réponse des entreprises.`,
        `The diagnosis finds ${count(counts.leads, lang, "lead", "leads")}, of which ${counts.planned} hold together in a plan. The law sets aside ${count(counts.forbidden, lang, "tempting idea", "tempting ideas")}; ${count(counts.unmatched, lang, "flow has", "flows have")} no partner; ${count(counts.questions, lang, "question waits", "questions wait")} for an answer from companies.`,
      ),
    },
    {
      kind: "table",
      caption: say("Le plan en tout (potentiel)", "The plan as a whole (potential)"),
      columns: [
        { header: say("Mesure", "Measure"), kind: "text", width: 4 },
        { header: say("Valeur (intervalle)", "Value (interval)"), kind: "number", width: 4 },
      ],
      rows: totals.map((total) => [tell(total.label), totalWords(total, speech)]),
      notes: [
        say(
          "Arrondi à deux chiffres. Tout est potentiel : rien n'est encore convenu ni réalisé. Chaque gain se compare à ce qui se passe sans la synergie.",
          "Rounded to two digits. Everything is potential: nothing is agreed or realised yet. Every gain is compared with what happens without the synergy.",
        ),
      ],
      empty: say("Aucune piste chiffrée au plan.", "No lead with figures in the plan."),
    },
  ];
}

function actors({ actors: all, counts: { rule } }: Disclosure, { say, tell }: Speech): readonly Block[] {
  return [
    { kind: "heading", level: 1, text: say("Les acteurs", "The actors") },
    {
      kind: "table",
      caption: say(
        "Entreprises sous leur nom si elles l'ont accepté, sinon par secteur",
        "Companies under their name where they agreed, otherwise by trade",
      ),
      columns: [
        { header: say("Entreprise ou secteur", "Company or trade"), kind: "text", width: 4 },
        { header: say("Entreprises", "Companies"), kind: "number", width: 1.2 },
        { header: say("Offres", "Offers"), kind: "number", width: 1 },
        { header: say("Besoins", "Needs"), kind: "number", width: 1 },
      ],
      rows: all.map(({ name, companies, offers, needs }) => [
        tell(name),
        String(companies),
        String(offers),
        String(needs),
      ]),
      notes: [
        say(
          `Un secteur n'est nommé que si au moins ${rule.units} entreprises sans nom s'y trouvent. Une entreprise qui n'a accepté d'être nommée que pour une partie de ses flux compte deux fois, sans lien entre les deux.`,
          `A trade is named only when at least ${rule.units} unnamed companies are in it. A company that agreed to be named for some of its flows only counts twice, with nothing to join the two.`,
        ),
      ],
      empty: say("Aucune.", "None."),
    },
  ];
}

/** Flows whose quantity a consent opens, under their name or not. */
function toldFlows({ diagnosis }: Disclosure, { say, tell, lang }: Speech): readonly Block[] {
  const open = diagnosis.flows.filter(({ yearly }) => yearly.state === "known");
  if (open.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say("Quantités que les entreprises acceptent de donner", "Quantities that companies agree to give"),
      columns: [
        { header: say("Entreprise", "Company"), kind: "text", width: 3 },
        { header: say("Nature", "Kind"), kind: "text", width: 3 },
        { header: say("Sens", "Direction"), kind: "text", width: 1.2 },
        { header: say("Par an", "A year"), kind: "number", width: 2 },
      ],
      rows: open.map(({ establishment, resource, flow, yearly }) => [
        establishment.name,
        resource === null ? flow.label : tell(resource.name),
        flow.direction === "in" ? say("besoin", "need") : say("offre", "offer"),
        figureValue(yearly, lang),
      ]),
      empty: "–",
    },
  ];
}

// The workbook lists them all.
const listed = 40;

function leadTables({ leads }: Disclosure, speech: Speech): readonly Block[] {
  const { say, tell, lang } = speech;
  return [
    { kind: "heading", level: 1, text: say("Les pistes", "The leads") },
    ...synergyKinds.flatMap((kind): Block[] => {
      const own = leads.filter(({ synergy }) => synergy.kind === kind);
      if (own.length === 0) return [];
      return [
        {
          kind: "table",
          caption: `${tell(kindTitles[kind])} (${say("potentiel", "potential")})`,
          dense: true,
          columns: [
            { header: say("N°", "No."), kind: "number", width: 0.7 },
            { header: say("Nature et parties", "Kind and parties"), kind: "text", width: 4 },
            { header: say("Au plan", "In plan"), kind: "text", width: 0.9 },
            { header: say("Quantité", "Quantity"), kind: "number", width: 1.9 },
            { header: say("Gain annuel", "Yearly gain"), kind: "number", width: 1.5 },
            { header: say("Droit", "Law"), kind: "text", width: 1.9 },
          ],
          rows: own
            .slice(0, listed)
            .map(({ synergy, planned, magnitudes }) => [
              String(synergy.rank),
              tell(synergy.title),
              planned ? say("oui", "yes") : say("non", "no"),
              synergy.quantity.state === "known" || magnitudes.length === 0
                ? shownFigure(synergy.quantity, speech)
                : magnitudes.map(tell).join(" ; "),
              shownFigure(synergy.gain, speech),
              outcomeWords[synergy.verdict.outcome][lang],
            ]),
          ...(own.length > listed
            ? {
                notes: [
                  say(
                    `Les ${listed} premières sur ${own.length} ; toutes sont dans le tableau de bord.`,
                    `The first ${listed} of ${own.length}; all are in the dashboard.`,
                  ),
                ],
              }
            : {}),
          empty: "–",
        },
      ];
    }),
    ...(leads.length === 0
      ? [{ kind: "paragraph" as const, content: say("Aucune piste à ce jour.", "No lead yet.") }]
      : []),
    { kind: "paragraph", tone: "note", content: tell(disclaimer) },
  ];
}

/** The leads whose parties all opened their figures: what they agreed to tell, in one table. */
function opened({ leads }: Disclosure, speech: Speech): readonly Block[] {
  const { say, tell } = speech;
  const open = leads.filter(({ synergy }) => synergy.quantity.state === "known").slice(0, listed);
  if (open.length === 0) return [];
  return [
    {
      kind: "heading",
      level: 1,
      text: say("Pistes dont les parties ont ouvert les chiffres", "Leads whose parties opened their figures"),
    },
    {
      kind: "table",
      caption: null,
      columns: [
        { header: say("Piste", "Lead"), kind: "text", width: 3.4 },
        { header: say("Nature", "Kind"), kind: "text", width: 1.9 },
        { header: say("Émissions évitées", "Emissions avoided"), kind: "number", width: 1.6 },
        { header: say("Détourné", "Diverted"), kind: "number", width: 1.4 },
        { header: say("Investissement", "Investment"), kind: "number", width: 1.6 },
      ],
      rows: open.map(({ synergy }) => [
        `${synergy.rank}. ${tell(synergy.title)}`,
        tell(kindWords[synergy.kind]),
        shownFigure(synergy.co2e, speech),
        shownFigure(synergy.diverted, speech),
        shownFigure(synergy.investment, speech),
      ]),
      empty: "–",
    },
  ];
}
