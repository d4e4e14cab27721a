import { type Diagnosis, figureWords, obligationsOf, type Stake, type StakeEvidence, stakesOf } from "@simbiosi/domain";
import type { Block, Inlines } from "../blocks/block.ts";
import type { Speech } from "../speech/speech.ts";

/** The stakes of the call, each with what shows it; what nothing shows yet is to be documented, never scored. */
export function stakes(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { say } = speech;
  const all = stakesOf({
    diagnosis,
    reductions: diagnosis.reductions,
    dependencies: diagnosis.dependencies,
    companiesWithDuties: companiesWithDuties(diagnosis),
  });
  const table = (level: "company" | "territory", caption: string): Block => ({
    kind: "table",
    caption,
    dense: true,
    columns: [
      { header: say("Enjeu", "Stake"), kind: "text", width: 3 },
      { header: say("Ce qui le montre", "What shows it"), kind: "text", width: 5 },
    ],
    rows: all.filter(({ row }) => row.level === level).map((stake) => stakeRow(stake, speech)),
    empty: "–",
  });
  return [
    { kind: "heading", level: 1, text: say("Les enjeux", "The stakes") },
    {
      kind: "paragraph",
      content: say(
        "Les enjeux sont ceux que nomme l'appel à candidatures. Chacun porte ses preuves, calculées d'après l'inventaire ou déclarées par le territoire ; aucun n'est noté.",
        "The stakes are those that the call names. Each carries its evidence, worked out from the inventory or declared by the territory; none is scored.",
      ),
    },
    table("company", say("Pour les entreprises", "For companies")),
    table("territory", say("Pour le territoire", "For the territory")),
  ];
}

/** Companies that surely owe something by a date still to come; what merely may apply is not counted. */
const companiesWithDuties = ({ setting, inventory, flows }: Diagnosis): number =>
  inventory.establishments.filter((site) =>
    obligationsOf(setting, site, flows).obligations.some(({ applies, due }) => applies === "applies" && due !== null),
  ).length;

function stakeRow({ row, evidence, toDocument }: Stake, speech: Speech): readonly Inlines[] {
  const { tell } = speech;
  if (evidence.length === 0)
    return [tell(row.title), [{ kind: "em", text: toDocument === null ? "–" : tell(toDocument) }]];
  return [
    tell(row.title),
    evidence.flatMap((one, i) => [...(i === 0 ? [] : [{ kind: "break" as const }]), evidenceWords(one, speech)]),
  ];
}

const evidenceWords = (one: StakeEvidence, { lang, say, tell }: Speech): string =>
  one.kind === "figure"
    ? `${tell(one.figure.label)}${say(" : ", ": ")}${figureWords(one.figure, lang)}`
    : `${one.header}${say(" : « ", ': "')}${one.words}${say(" » (déclaré)", '" (declared)')}`;

// Beyond the dearest purchases a table of needs says nothing that the workbook does not say better.
const purchases = 10;

/** What companies buy and from whom, the dearest first, and what neighbours could change. */
export function dependency(diagnosis: Diagnosis, { lang, say, tell }: Speech): readonly Block[] {
  const worthy = diagnosis.dependencies.filter(({ spend }) => spend.state === "known").slice(0, purchases);
  if (worthy.length === 0) return [];
  return [
    {
      kind: "heading",
      level: 2,
      text: say("La dépendance aux approvisionnements", "Dependence on supplies"),
    },
    {
      kind: "table",
      caption: say(
        "Achats les plus lourds, et ce que des voisins y changeraient",
        "Heaviest purchases, and what neighbours would change",
      ),
      columns: [
        { header: say("Besoin", "Need"), kind: "text", width: 3 },
        { header: say("Dépense par an", "Spending a year"), kind: "number", width: 1.8 },
        { header: say("Constat", "Finding"), kind: "text", width: 4.6 },
      ],
      rows: worthy.map(({ need, spend, sentence }) => [
        `${need.flow.label} (${need.establishment.name})`,
        figureWords(spend, lang),
        tell(sentence),
      ]),
      empty: "–",
    },
  ];
}
