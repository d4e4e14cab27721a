import { type Diagnosis, evidences, families, figureValue, type KnownFlow } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { count, familyWords, type Speech } from "../speech/speech.ts";

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
      columns: [
        { header: say("Établissement", "Establishment"), kind: "text", width: 4 },
        { header: "NAF", kind: "text", width: 1 },
        { header: say("Effectif", "Staff"), kind: "number", width: 1 },
        { header: say("Offres", "Offers"), kind: "number", width: 1 },
        { header: say("Besoins", "Needs"), kind: "number", width: 1 },
      ],
      rows: inventory.establishments.map((one) => [
        one.name,
        one.naf ?? "–",
        one.staff === null ? "–" : String(one.staff),
        String(flowsOf(one.id).filter(({ flow }) => flow.direction === "out").length),
        String(flowsOf(one.id).filter(({ flow }) => flow.direction === "in").length),
      ]),
      empty: say("Aucun établissement.", "No establishment."),
    },
    { kind: "heading", level: 2, text: say("Méthode et qualité des données", "Method and quality of the data") },
    {
      kind: "list",
      ordered: false,
      items: [
        say(
          `${named} flux sur ${flows.length} ont trouvé leur ressource dans la nomenclature ; les autres sont des questions, pas des suppositions.`,
          `${named} of ${flows.length} flows found their resource in the taxonomy; the others are questions, not guesses.`,
        ),
        say(
          `${known} quantités sur ${flows.length} sont connues. Une quantité inconnue n'est jamais comptée zéro : la piste est montrée sans gain.`,
          `${known} of ${flows.length} quantities are known. An unknown quantity is never counted as zero: the lead is shown without a gain.`,
        ),
        say(
          `${count(diagnosis.refusedRows.length, lang, "ligne ou cellule du fichier n'a", "lignes ou cellules du fichier n'ont")} pas été comprise : voir l'annexe.`,
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
    { kind: "heading", level: 1, text: say("Les flux déclarés", "The declared flows") },
    ...families.flatMap((family): Block[] => {
      const own = flows.filter(({ flow, resource }) => (resource?.family ?? flow.family) === family);
      if (own.length === 0) return [];
      return [
        {
          kind: "table",
          caption: familyWords[family][lang],
          columns: [
            { header: say("Désignation", "Wording"), kind: "text", width: 3 },
            { header: say("Établissement", "Establishment"), kind: "text", width: 2.4 },
            { header: say("Sens", "Direction"), kind: "text", width: 1 },
            { header: say("Ressource comprise", "Understood as"), kind: "text", width: 2.4 },
            { header: say("Par an", "A year"), kind: "number", width: 1.5 },
          ],
          rows: own.map(({ flow, establishment, resource, yearly }) => [
            flow.label,
            establishment.name,
            flow.direction === "in" ? say("besoin", "need") : say("offre", "offer"),
            resource?.name[lang] ?? say("à préciser", "to be made precise"),
            figureValue(yearly, lang),
          ]),
          empty: say("Aucun flux.", "No flow."),
        },
      ];
    }),
  ];
}

const evidenceWords = {
  measured: { fr: "mesurée", en: "measured" },
  invoiced: { fr: "facturée", en: "invoiced" },
  declared: { fr: "déclarée (ou non précisée)", en: "declared (or not said)" },
  estimated: { fr: "estimée", en: "estimated" },
  deduced: { fr: "déduite", en: "deduced" },
} as const;
