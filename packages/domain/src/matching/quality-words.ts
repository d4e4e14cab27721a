import { formatNumber, type Lang, type Text, text } from "../text/text.ts";

// What the last letters of a key measure in.
const units: readonly (readonly [string, string])[] = [
  ["_mg_kg", "mg/kg"],
  ["_bq_kg", "Bq/kg"],
  ["_mj_kg", "MJ/kg"],
  ["_mg_l", "mg/L"],
  ["_g_l", "g/L"],
  ["_us_cm", "µS/cm"],
  ["_ppm", "ppm"],
  ["_pct", "%"],
  ["_bar", "bar"],
  ["_c", "°C"],
];

const names: Readonly<Record<string, Text>> = {
  acid: text("acide", "acid"),
  age_years: text("âge en années", "age in years"),
  ammonia: text("ammoniac", "ammonia"),
  available_cao: text("chaux disponible (CaO)", "available lime (CaO)"),
  caco3: text("carbonate de calcium (CaCO₃)", "calcium carbonate (CaCO₃)"),
  cadmium: text("cadmium", "cadmium"),
  chloride: text("chlorures", "chlorides"),
  chlorine: text("chlore", "chlorine"),
  conductivity: text("conductivité", "conductivity"),
  copper: text("cuivre", "copper"),
  dry_matter: text("matière sèche", "dry matter"),
  free_lime: text("chaux libre", "free lime"),
  iron: text("fer", "iron"),
  lead: text("plomb", "lead"),
  lhv: text("pouvoir calorifique", "heating value"),
  loss_on_ignition: text("perte au feu", "loss on ignition"),
  metal: text("métal", "metal"),
  methanol: text("méthanol", "methanol"),
  moisture: text("humidité", "moisture"),
  naoh: text("soude (NaOH)", "caustic soda (NaOH)"),
  nickel: text("nickel", "nickel"),
  nox: text("oxydes d'azote (NOx)", "nitrogen oxides (NOx)"),
  oil: text("huile", "oil"),
  organic: text("matière organique", "organic matter"),
  pah: text("HAP (hydrocarbures aromatiques polycycliques)", "PAH (polycyclic aromatic hydrocarbons)"),
  pcb: text("PCB", "PCB"),
  ph: text("pH", "pH"),
  pressure: text("pression", "pressure"),
  purity: text("pureté", "purity"),
  radium_226: text("radium 226", "radium-226"),
  so2: text("dioxyde de soufre (SO₂)", "sulphur dioxide (SO₂)"),
  state_of_health: text("état de santé", "state of health"),
  tds: text("sels dissous", "dissolved solids"),
  temperature: text("température", "temperature"),
  water: text("eau", "water"),
  zinc: text("zinc", "zinc"),
};

const split = (key: string): { readonly name: Text; readonly unit: string } => {
  const [suffix = "", unit = ""] = units.find(([end]) => key.endsWith(end)) ?? [];
  const stem = key.slice(0, key.length - suffix.length);
  const plain = stem.replaceAll("_", " ");
  return { name: names[stem] ?? text(plain, plain), unit };
};

/** The key of a quality as a person says it: `pah_mg_kg` → "HAP (…), en mg/kg". A key that has no words is spaced out. */
export function qualityWords(key: string): Text {
  const { name, unit } = split(key);
  return unit === "" ? name : text(`${name.fr}, en ${unit}`, `${name.en}, in ${unit}`);
}

/** A quality with what is asked of it: "humidité, au plus 20 %", "température, de 60 à 95 °C". */
export function qualityBound(key: string, min: number | null, max: number | null): Text {
  const { name, unit } = split(key);
  const write = (lang: Lang): string => {
    const number = (value: number): string => formatNumber(value, lang, 3);
    const range =
      min === null
        ? max === null
          ? ""
          : `${lang === "fr" ? "au plus" : "at most"} ${number(max)}`
        : max === null
          ? `${lang === "fr" ? "au moins" : "at least"} ${number(min)}`
          : lang === "fr"
            ? `de ${number(min)} à ${number(max)}`
            : `${number(min)} to ${number(max)}`;
    return (
      [name[lang], range].filter((part) => part !== "").join(", ") + (unit === "" || range === "" ? "" : ` ${unit}`)
    );
  };
  return text(write("fr"), write("en"));
}

/** A value, or the range of one, with the unit of its key. */
export function qualityValue(key: string, min: number, max: number): Text {
  const { unit } = split(key);
  const write = (lang: Lang): string =>
    [min, ...(max === min ? [] : [max])]
      .map((value) => formatNumber(value, lang, 3))
      .join(lang === "fr" ? " à " : " to ") + (unit === "" ? "" : ` ${unit}`);
  return text(write("fr"), write("en"));
}
