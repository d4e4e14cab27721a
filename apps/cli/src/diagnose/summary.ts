import { type Diagnosis, figureWords, type Lang, plannedSynergies, planTotal } from "@simbiosi/domain";

/** What was found, in a screen that a person understands, and where the documents are. */
export function summaryWords(diagnosis: Diagnosis, files: readonly string[], out: string, lang: Lang): string {
  const fr = lang === "fr";
  const { inventory, synergies, refused, unmatched, questions, refusedRows } = diagnosis;
  const planned = plannedSynergies(diagnosis);
  const total = (metric: "gain" | "co2e" | "diverted") => figureWords(planTotal(diagnosis, metric).total, lang);
  const lines = [
    "",
    inventory.territory.name,
    "─".repeat(inventory.territory.name.length),
    fr
      ? `${inventory.establishments.length} établissements, ${inventory.flows.length} flux : ${synergies.length} pistes, dont ${planned.length} au plan.`
      : `${inventory.establishments.length} establishments, ${inventory.flows.length} flows: ${synergies.length} leads, ${planned.length} of them in the plan.`,
    fr ? `Gain potentiel du plan : ${total("gain")}` : `Potential gain of the plan: ${total("gain")}`,
    fr
      ? `Émissions évitées : ${total("co2e")} ; déchets détournés : ${total("diverted")}`
      : `Emissions avoided: ${total("co2e")}; waste diverted: ${total("diverted")}`,
    "",
    fr ? "Les premières pistes :" : "The first leads:",
    ...synergies
      .slice(0, 5)
      .map((synergy) => `  ${synergy.rank}. ${synergy.title[lang]} : ${figureWords(synergy.gain, lang)}`),
  ];
  if (refused.length > 0)
    lines.push("", fr ? "Écarté par le droit :" : "Set aside by the law:", ...refusedWords(diagnosis, fr));
  lines.push(
    "",
    fr
      ? `${unmatched.length} flux sans partenaire, ${questions.length} questions à poser, ${refusedRows.length} lignes ou cellules non comprises.`
      : `${unmatched.length} flows without a partner, ${questions.length} questions to ask, ${refusedRows.length} rows or cells not understood.`,
    "",
    fr ? `Écrit dans ${out} :` : `Written to ${out}:`,
    ...listed(files, fr),
    "",
  );
  return `${lines.join("\n")}\n`;
}

const SHOWN = 8;

/** Refused pairs in words: each once, however many companies have it, and the first only; the documents have them all. */
function refusedWords({ refused }: Diagnosis, fr: boolean): readonly string[] {
  const lines = new Set(
    refused.map(
      ({ offers, needs, verdict }) =>
        `  ✗ ${offers[0]?.flow.label ?? ""} → ${needs[0]?.flow.label ?? ""} (${verdict.findings[0]?.rule.basis ?? ""})`,
    ),
  );
  const more = lines.size - SHOWN;
  const rest = fr ? `  … et ${more} autres, au diagnostic` : `  … and ${more} more, in the diagnostic`;
  return [...[...lines].slice(0, SHOWN), ...(more > 0 ? [rest] : [])];
}

/** Files by name; those of a folder are counted, since eighty lines would hide the rest. */
function listed(files: readonly string[], fr: boolean): readonly string[] {
  const folders = new Map<string, number>();
  for (const name of files) {
    const slash = name.indexOf("/");
    const shown = slash === -1 ? name : name.slice(0, slash + 1);
    folders.set(shown, (folders.get(shown) ?? 0) + 1);
  }
  return [...folders].map(
    ([name, n]) =>
      `  ${name}${name.endsWith("/") ? ` (${n} ${fr ? `fiche${n > 1 ? "s" : ""}` : `sheet${n === 1 ? "" : "s"}`})` : ""}`,
  );
}
