import { type Diagnosis, figureWords, type Lang, plannedSynergies, planTotal } from "@simbiosi/domain";
import { bestOfEach, refusedIdeas } from "@simbiosi/study";

/** What was found, in a screen that a person understands, and where the documents are. */
export function summaryWords(diagnosis: Diagnosis, files: readonly string[], out: string, lang: Lang): string {
  const fr = lang === "fr";
  const counted = (n: number, one: string, many: string): string => `${n} ${(fr ? n < 2 : n === 1) ? one : many}`;
  const { inventory, synergies, refused, unmatched, questions, refusedRows } = diagnosis;
  const planned = plannedSynergies(diagnosis);
  const total = (metric: "gain" | "co2e" | "diverted") => figureWords(planTotal(diagnosis, metric).total, lang);
  const lines = [
    "",
    inventory.territory.name,
    "─".repeat(inventory.territory.name.length),
    fr
      ? `${counted(inventory.establishments.length, "établissement", "établissements")}, ${inventory.flows.length} flux : ${counted(synergies.length, "piste", "pistes")}, dont ${planned.length} au plan.`
      : `${counted(inventory.establishments.length, "establishment", "establishments")}, ${counted(inventory.flows.length, "flow", "flows")}: ${counted(synergies.length, "lead", "leads")}, ${planned.length} of them in the plan.`,
    ...(planned.length === 0
      ? []
      : [
          fr ? `Gain potentiel du plan : ${total("gain")}` : `Potential gain of the plan: ${total("gain")}`,
          fr
            ? `Émissions évitées : ${total("co2e")} ; déchets détournés : ${total("diverted")}`
            : `Emissions avoided: ${total("co2e")}; waste diverted: ${total("diverted")}`,
        ]),
    "",
    synergies.length === 0
      ? fr
        ? "Aucune piste à ce jour : ce qui manque est au diagnostic."
        : "No lead yet: what is missing is in the diagnostic."
      : fr
        ? "Les premières idées :"
        : "The first ideas:",
    // One line an idea, as the document shows them: four takers of one rubble would hide the rest.
    ...bestOfEach(synergies)
      .slice(0, 5)
      .map(
        (synergy) => `  ${synergy.rank}. ${synergy.title[lang]}${fr ? " :" : ":"} ${figureWords(synergy.gain, lang)}`,
      ),
  ];
  if (refused.length > 0)
    lines.push("", fr ? "Écarté par le droit :" : "Set aside by the law:", ...refusedWords(diagnosis, fr));
  lines.push(
    "",
    fr
      ? `${unmatched.length} flux sans partenaire, ${counted(questions.length, "question", "questions")} à poser, ${counted(refusedRows.length, "ligne ou cellule non comprise", "lignes ou cellules non comprises")}.`
      : `${counted(unmatched.length, "flow", "flows")} without a partner, ${counted(questions.length, "question", "questions")} to ask, ${counted(refusedRows.length, "row or cell", "rows or cells")} not understood.`,
    "",
    fr ? `Écrit dans ${out} :` : `Written to ${out}:`,
    ...listed(files, fr),
    "",
  );
  return `${lines.join("\n")}\n`;
}

const SHOWN = 6;

/** Refused ideas in words, the first only: the documents have them all. */
function refusedWords({ refused }: Diagnosis, fr: boolean): readonly string[] {
  const ideas = refusedIdeas(refused);
  const more = ideas.length - SHOWN;
  const rest = fr
    ? `  … et ${more} autre${more > 1 ? "s" : ""}, au diagnostic`
    : `  … and ${more} more, in the diagnostic`;
  return [
    ...ideas.slice(0, SHOWN).map(({ idea, rule }) => `  ✗ ${idea}${rule === undefined ? "" : ` (${rule.basis})`}`),
    ...(more > 0 ? [rest] : []),
  ];
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
