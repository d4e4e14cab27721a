import type { TableKind } from "../fields/field.ts";
import { foldKey } from "../vocabulary/fold-key.ts";

/** Headers met in companies' and parks' own workbooks. They are proposed to a person, never read on their own. */
const usual: Readonly<Record<"establishments" | "flows", Readonly<Record<string, readonly string[]>>>> = {
  establishments: {
    name: ["nom", "entreprise", "société", "établissement", "enseigne", "dénomination", "company"],
    siret: ["n° siret", "numéro siret", "no siret", "code siret"],
    naf: ["code naf", "code ape", "ape", "naf/ape", "activité principale"],
    staff: ["effectifs", "nombre de salariés", "nb salariés", "salariés", "tranche d'effectif", "employees"],
    insee: ["insee", "code commune", "commune insee", "code insee commune"],
    lon: ["long", "lng"],
    zone: ["zone", "zae", "za", "parc d'activités"],
  },
  flows: {
    establishment: ["entreprise", "société", "raison sociale", "nom", "producteur", "company"],
    direction: ["type de flux", "entrant/sortant", "offre/besoin", "entrée/sortie"],
    label: ["libellé", "nom du flux", "flux", "matière", "description", "intitulé", "déchet", "produit"],
    waste_code: ["code ced", "code européen", "code euro", "code nomenclature", "code du déchet"],
    quantity: ["tonnage", "volume", "qté", "quantité annuelle", "tonnes", "tonnes/an", "poids"],
    unit: ["unités", "unité de mesure"],
    period: ["fréquence", "périodicité"],
    months: ["saisonnalité", "mois", "période de l'année"],
    outlet: ["exutoire", "filière", "traitement", "destination", "fournisseur"],
    unit_cost_eur: ["coût", "prix", "prix unitaire", "coût €/t", "tarif"],
    contract_end: ["échéance", "date de fin", "fin du contrat"],
    note: ["commentaire", "commentaires", "remarque", "remarques", "observations"],
  },
};

const byWords = (table: "establishments" | "flows"): ReadonlyMap<string, string> =>
  new Map(Object.entries(usual[table]).flatMap(([key, words]) => words.map((one) => [foldKey(one), key] as const)));
const known = { establishments: byWords("establishments"), flows: byWords("flows") };

/** The key that a header which is not ours probably means: a proposal for mapping by hand. */
export function suggestedKey(table: TableKind, header: string): string | null {
  if (table === "territory") return null;
  const bare = header.replace(/\s*[([].*$/, "");
  return known[table].get(foldKey(header)) ?? known[table].get(foldKey(bare)) ?? null;
}
