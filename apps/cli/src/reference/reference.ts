import { auditReference, type Lang, type ReferenceAudit, text } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/study";
import type { Command } from "../command.ts";
import { exits } from "../io/exit.ts";

export const referenceCommand: Command = {
  name: "reference",
  usage: text("reference", "reference"),
  about: text(
    "Vérifie les données de référence : revues en retard, lignes orphelines, part d'estimations.",
    "Checks the reference data: overdue reviews, orphan rows, share of estimates.",
  ),
  options: {},
  run: async (parsed, terminal) => {
    const { lang, date, json } = parsed.common;
    const audit = auditReference(loadReference(), date);
    terminal.out(json ? `${JSON.stringify(audit, null, 2)}\n` : inWords(audit, lang));
    // A review that is due is a thing to do, not a fault: the calendar breaks no build.
    return { ok: true, value: audit.broken.length + audit.twice.length > 0 ? exits.partly : exits.done };
  },
};

const shown = 30;

/** A heading with its count and its first lines; nothing when there is none. */
function section(title: string, lines: readonly string[], more: (left: number) => string): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - shown;
  return ["", `${title} : ${lines.length}`, ...lines.slice(0, shown), ...(left > 0 ? [more(left)] : [])];
}

function inWords(audit: ReferenceAudit, lang: Lang): string {
  const fr = lang === "fr";
  const more = (left: number): string =>
    fr ? `  … et ${left} autres (tout avec --json)` : `  … and ${left} more (all with --json)`;
  const heads = fr
    ? ["Table", "Lignes", "Sources citées", "Dont estimations"]
    : ["Table", "Rows", "Sources cited", "Of which estimates"];
  const rows = audit.tables.map(({ table, rows: count, citations, estimates }) => [
    table,
    String(count),
    String(citations),
    citations === 0 ? "–" : `${Math.round((100 * estimates) / citations)} %`,
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  ");
  const bullet = (words: string): string => `  • ${words}`;
  const lines = [
    fr ? `Données de référence au ${audit.day}` : `Reference data on ${audit.day}`,
    "",
    line(heads),
    ...rows.map(line),
    ...section(
      fr ? "Revues en retard" : "Overdue reviews",
      audit.overdue.map(({ table, id, review_before }) => bullet(`${review_before}  ${table} / ${id}`)),
      more,
    ),
    ...section(
      fr ? "Noms qui ne mènent nulle part, à corriger" : "Names that lead nowhere, to be mended",
      audit.broken.map(({ table, id, names }) => bullet(`${table} / ${id} → ${names}`)),
      more,
    ),
    ...section(
      fr ? "Identifiants portés par deux lignes, à corriger" : "Identifiers borne by two rows, to be mended",
      audit.twice.map(({ table, id }) => bullet(`${table} / ${id}`)),
      more,
    ),
    ...section(
      fr ? "Classes que seul leur nom atteint" : "Classes that only their name reaches",
      audit.lonelyClasses.map(bullet),
      more,
    ),
    ...section(fr ? "Sources que rien ne cite" : "Sources that nothing cites", audit.unusedSources.map(bullet), more),
  ];
  if (lines.length === rows.length + 3) lines.push("", fr ? "Rien à reprendre." : "Nothing to mend.");
  return `${lines.join("\n")}\n`;
}
