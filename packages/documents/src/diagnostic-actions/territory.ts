import { byCodeUnit, type Diagnosis, evidences, formatNumber, type KnownFlow, sectorOf } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { count, type Speech } from "../speech/speech.ts";

/** The territory, its actors, and how good the data are. */
export function territory(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { lang, say } = speech;
  const { inventory, flows, setting } = diagnosis;
  const known = flows.filter(({ yearly }) => yearly.state === "known").length;
  const named = flows.filter(({ resource }) => resource !== null).length;
  const flowsOf = (id: string): readonly KnownFlow[] => flows.filter(({ establishment }) => establishment.id === id);
  return [
    { kind: "heading", level: 1, text: say("Le territoire et ses acteurs", "The territory and its actors") },
    {
      kind: "paragraph",
      content: say(
        `Contexte retenu : ${setting.context.name.fr}. Animation : ${inventory.territory.facilitator_fte === null ? "non renseignée" : `${String(inventory.territory.facilitator_fte).replace(".", ",")} ETP`}${inventory.territory.internal_facilitation === true ? ", interne" : ""}.`,
        `Context used: ${setting.context.name.en}. Facilitation: ${inventory.territory.facilitator_fte === null ? "not given" : `${inventory.territory.facilitator_fte} FTE`}${inventory.territory.internal_facilitation === true ? ", in-house" : ""}.`,
      ),
    },
    { kind: "paragraph", content: `${actors(diagnosis, speech)}.` },
    {
      kind: "table",
      caption: say("Établissements rencontrés", "Establishments met"),
      dense: true,
      columns: [
        { header: say("Établissement", "Establishment"), kind: "text", width: 4 },
        { header: say("Secteur", "Sector"), kind: "text", width: 2.6 },
        { header: say("Effectif", "Staff"), kind: "number", width: 1 },
        { header: say("Offres", "Offers"), kind: "number", width: 1 },
        { header: say("Besoins", "Needs"), kind: "number", width: 1 },
      ],
      rows: inventory.establishments.map((one) => [
        one.name,
        sectorOf(setting.reference, one.naf)?.name[lang] ?? one.naf ?? "–",
        one.staff === null ? "–" : String(one.staff),
        String(flowsOf(one.id).filter(({ flow }) => flow.direction === "out").length),
        String(flowsOf(one.id).filter(({ flow }) => flow.direction === "in").length),
      ]),
      empty: say("Aucun établissement.", "No establishment."),
    },
    { kind: "heading", level: 1, text: say("Méthode et qualité des données", "Method and quality of the data") },
    {
      kind: "list",
      ordered: false,
      items: [
        say(
          `Flux rattachés à une ressource de la nomenclature : ${named} sur ${flows.length} ; les autres sont des questions, pas des suppositions.`,
          `Flows that found their resource in the taxonomy: ${named} of ${flows.length}; the others are questions, not guesses.`,
        ),
        say(
          `Quantités connues : ${known} sur ${flows.length}. Une quantité inconnue n'est jamais comptée zéro : la piste est montrée sans gain.`,
          `Quantities known: ${known} of ${flows.length}. An unknown quantity is never counted as zero: the lead is shown without a gain.`,
        ),
        say(
          `D'où elles viennent : ${evidenceOf(flows, speech)}.`,
          `Where they come from: ${evidenceOf(flows, speech)}.`,
        ),
        diagnosis.refusedRows.length === 0
          ? say("Toutes les lignes du fichier ont été comprises.", "Every row of the file was understood.")
          : say(
              `${count(diagnosis.refusedRows.length, lang, "ligne ou cellule du fichier n'a pas été comprise", "lignes ou cellules du fichier n'ont pas été comprises")} : voir l'annexe.`,
              `${count(diagnosis.refusedRows.length, lang, "row or cell of the file was", "rows or cells of the file were")} not understood: see the annex.`,
            ),
        say(
          "Chaque chiffre porte un intervalle, une formule, des entrées, une source et une date ; l'annexe les déroule.",
          "Every figure carries an interval, a formula, inputs, a source and a date; the annex unfolds them.",
        ),
      ],
    },
  ];
}

/** « 59 mesurées, 114 facturées »: how many quantities rest on what, the surest first. */
function evidenceOf(flows: readonly KnownFlow[], { lang, say }: Speech): string {
  const told = flows.filter(({ flow }) => flow.quantity !== null);
  const counts = evidences.map((evidence) => ({
    evidence,
    n: told.filter(({ flow }) => (flow.evidence ?? "declared") === evidence).length,
  }));
  const words = counts
    .filter(({ n }) => n > 0)
    .map(({ evidence, n }) => `${n} ${evidenceWords[evidence][lang === "fr" && n > 1 ? "many" : lang]}`);
  return words.length === 0 ? say("aucune n'est donnée", "none is given") : words.join(", ");
}

const evidenceWords = {
  measured: { fr: "mesurée", many: "mesurées", en: "measured" },
  invoiced: { fr: "facturée", many: "facturées", en: "invoiced" },
  declared: {
    fr: "déclarée ou sans précision",
    many: "déclarées ou sans précision",
    en: "declared or without a word on it",
  },
  estimated: { fr: "estimée", many: "estimées", en: "estimated" },
  deduced: { fr: "déduite", many: "déduites", en: "deduced" },
} as const;

// A sentence names the first; the table has them all.
const sectorsNamed = 5;

/** Who is there: staff told, sectors, the most frequent first. */
function actors({ inventory, setting }: Diagnosis, { lang, say }: Speech): string {
  const { establishments } = inventory;
  // A band of SIRENE is no headcount to add up.
  const told = establishments.flatMap(({ staff }) => (typeof staff === "number" ? [staff] : []));
  const staff = told.reduce((sum, one) => sum + one, 0);
  const sectors = new Map<string, number>();
  for (const { naf } of establishments) {
    const name = sectorOf(setting.reference, naf)?.name[lang];
    if (name !== undefined) sectors.set(name, (sectors.get(name) ?? 0) + 1);
  }
  const first = [...sectors].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0])).slice(0, sectorsNamed);
  return [
    say(
      `${count(establishments.length, lang, "établissement rencontré", "établissements rencontrés")}`,
      `${count(establishments.length, lang, "establishment", "establishments")} met`,
    ),
    ...(told.length === 0
      ? []
      : [
          say(
            `${formatNumber(staff, lang, 0)} emplois (effectif donné par ${told.length} sur ${establishments.length})`,
            `${formatNumber(staff, lang, 0)} jobs (staff given by ${told.length} of ${establishments.length})`,
          ),
        ]),
    ...(sectors.size === 0
      ? []
      : [
          say(
            `${count(sectors.size, lang, "secteur", "secteurs")}, surtout ${first.map(([name, n]) => `${name} (${n})`).join(", ")}`,
            `${count(sectors.size, lang, "sector", "sectors")}, mostly ${first.map(([name, n]) => `${name} (${n})`).join(", ")}`,
          ),
        ]),
  ].join(say(" ; ", "; "));
}
