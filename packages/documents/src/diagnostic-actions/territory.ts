import { type Diagnosis, evidences, type KnownFlow, sectorOf } from "@simbiosi/domain";
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
    {
      kind: "table",
      caption: say("D'où viennent les quantités", "Where the quantities come from"),
      columns: [
        { header: say("Preuve", "Evidence"), kind: "text", width: 3 },
        { header: say("Flux", "Flows"), kind: "number", width: 1 },
      ],
      rows: evidences.map((evidence) => [
        evidenceWords[evidence][lang],
        String(flows.filter(({ flow }) => (flow.evidence ?? "declared") === evidence && flow.quantity !== null).length),
      ]),
      empty: say("Aucune quantité.", "No quantity."),
    },
  ];
}

const evidenceWords = {
  measured: { fr: "mesurée", en: "measured" },
  invoiced: { fr: "facturée", en: "invoiced" },
  declared: { fr: "déclarée (ou non précisée)", en: "declared (or not said)" },
  estimated: { fr: "estimée", en: "estimated" },
  deduced: { fr: "déduite", en: "deduced" },
} as const;
