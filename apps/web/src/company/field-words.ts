import { fieldWords } from "../field/words.ts";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { flowCardWords } from "./flow-card-words.ts";
import { privacyWords } from "./privacy-words.ts";
import { siteWords } from "./site-words.ts";

/** The fields of flows, sites and visits as people read them, for screens that show what waits or differs. */
export function useFieldWords() {
  const say = useCatalogue(flowCardWords);
  const privacySay = useCatalogue(privacyWords);
  const siteSay = useCatalogue(siteWords);
  const visit = useCatalogue(fieldWords);
  const { number, words, lang } = useWords();
  const names: Readonly<Record<string, string>> = {
    direction: say.direction,
    label: say.label,
    family: say.family,
    quantity: say.quantity,
    unit: say.unit,
    period: say.period,
    regularity: say.regularity,
    months: say.months,
    visibility: say.visibility,
    status: say.status,
    waste_code: say.wasteCode,
    current: say.route,
    note: say.note,
    consents: privacySay.consents,
    name: siteSay.name,
    siret: siteSay.siret,
    naf: siteSay.naf,
    staff: siteSay.staff,
    zone: siteSay.zone,
    shifts: siteSay.shifts,
    home_communes: siteSay.communes,
    roof_m2: siteSay.roof,
    waste_payer: siteSay.payer,
    kind: visit.kind,
    on_day: visit.onDay,
    notes: visit.notes,
  };
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    direction: { out: say.voices.other.give, in: say.voices.other.take },
    family: say.families,
    unit: say.units,
    period: say.periods,
    regularity: say.regularities,
    visibility: say.visibilities,
    status: say.statuses,
    waste_payer: siteSay.payers,
    kind: visit.kinds,
    route: say.routes,
    payer: siteSay.payers,
  };
  const value = (name: string, said: unknown): string => {
    if (said === null || said === undefined || said === "") return "";
    if (typeof said === "number") return number(said, 3);
    if (typeof said === "boolean") return said ? words.app.yes : words.app.no;
    if (typeof said === "string") return choices[name]?.[said] ?? said;
    if (name === "months" && Array.isArray(said))
      return said.flatMap((weight, i) => (Number(weight) > 0 ? [monthName(i, lang)] : [])).join(", ");
    if (name === "consents" && Array.isArray(said)) return number(said.length);
    if (Array.isArray(said)) return said.map(String).join(" ; ");
    return Object.entries(said as object)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) =>
        key in choices ? value(key, inner) : name === "home_communes" ? `${key}=${inner}` : String(inner),
      )
      .join(" · ");
  };
  return {
    shown: (name: string): boolean => name in names,
    name: (name: string): string => names[name] ?? name,
    value,
  };
}

const monthName = (month: number, lang: "fr" | "en"): string =>
  new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2026, month, 1)));
