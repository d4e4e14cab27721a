import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fail, type Lang, ok, problem, type Result, text } from "@simbiosi/domain";
import { backup, restore, verify } from "./backup.ts";
import type { TableEnd } from "./dump.ts";
import { backupProblems } from "./problems.ts";

export const backupCommands = ["backup", "restore", "verify"] as const;
type Name = (typeof backupCommands)[number];

type Options = {
  readonly data: string;
  readonly file: string | undefined;
  readonly out: string | undefined;
  readonly passphrase: string;
  readonly lang: Lang;
};

function optionsOf(args: readonly string[], usualData: string): Result<Options> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: "string", default: process.env.SIMBIOSI_DATA ?? usualData },
        out: { type: "string" },
        "passphrase-file": { type: "string" },
        lang: { type: "string", default: "fr" },
      },
    });
    const secret = values["passphrase-file"];
    if (secret !== undefined && !existsSync(secret)) return fail(backupProblems.noPassphrase);
    const passphrase = (
      secret === undefined ? (process.env.SIMBIOSI_BACKUP_PASSPHRASE ?? "") : readFileSync(secret, "utf8")
    ).trim();
    if (passphrase.length < 12) return fail(backupProblems.noPassphrase);
    return ok({
      data: values.data,
      file: positionals[0],
      out: values.out,
      passphrase,
      lang: values.lang === "en" ? "en" : "fr",
    });
  } catch (error) {
    const words = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    return fail(problem("USAGE", text(`Option non comprise : ${words}.`, `Option not understood: ${words}.`)));
  }
}

const usage = problem(
  "USAGE",
  text(
    "Usage : simbiosi backup [--out FICHIER] · simbiosi restore FICHIER · simbiosi verify FICHIER [--data DOSSIER] [--passphrase-file FICHIER]",
    "Usage: simbiosi backup [--out FILE] · simbiosi restore FILE · simbiosi verify FILE [--data FOLDER] [--passphrase-file FILE]",
  ),
);

/** `simbiosi backup`, `restore` and `verify`: what was done on standard output, progress and refusals beside it. */
export async function backupCommand(
  name: Name,
  args: readonly string[],
  { usualData, version }: { readonly usualData: string; readonly version: string },
): Promise<number> {
  const options = optionsOf(args, usualData);
  if (!options.ok) {
    process.stderr.write(`${options.problem.message.fr}\n${options.problem.message.en}\n`);
    return 64;
  }
  const { data, passphrase, lang, out } = options.value;
  const place = { data, databaseUrl: process.env.DATABASE_URL ?? null };
  const tell = ({ table, rows }: TableEnd): void => void process.stderr.write(`  ${table} : ${rows}\n`);
  const say = (fr: string, en: string): void => void process.stdout.write(`${lang === "fr" ? fr : en}\n`);
  const refused = (why: { readonly message: Readonly<Record<Lang, string>> }, code: number): number => {
    process.stderr.write(`${why.message[lang]}\n`);
    return code;
  };
  const sum = (tables: readonly TableEnd[]): number => tables.reduce((total, { rows }) => total + rows, 0);

  if (name === "backup") {
    const at = new Date();
    const file = out ?? `simbiosi-${at.toISOString().slice(0, 16).replaceAll(":", "")}.backup`;
    const done = await backup(place, file, passphrase, { version, at }, tell);
    if (!done.ok) return refused(done.problem, 2);
    const { length } = done.value;
    say(
      `Sauvegarde écrite : ${file} (${length} tables, ${sum(done.value)} lignes). Gardez-la ailleurs, et la phrase secrète à part.`,
      `Backup written: ${file} (${length} tables, ${sum(done.value)} rows). Keep it elsewhere, and the passphrase apart.`,
    );
    return 0;
  }
  const { file } = options.value;
  if (file === undefined) return refused(usage, 64);
  if (name === "verify") {
    const whole = await verify(file, passphrase);
    if (!whole.ok) return refused(whole.problem, 2);
    const { head, tables } = whole.value;
    for (const table of tables) tell(table);
    say(
      `Sauvegarde entière, du ${head.at} (Simbiosi ${head.simbiosi}) : ${tables.length} tables, ${sum(tables)} lignes, journaux intacts.`,
      `The backup is whole, of ${head.at} (Simbiosi ${head.simbiosi}): ${tables.length} tables, ${sum(tables)} rows, audit trails intact.`,
    );
    return 0;
  }
  const done = await restore(place, file, passphrase, tell);
  if (!done.ok) return refused(done.problem, 2);
  say(
    `Restauré : ${done.value.length} tables, ${sum(done.value)} lignes, relues et comparées. Lancez simbiosi serve sur ces données.`,
    `Restored: ${done.value.length} tables, ${sum(done.value)} rows, read back and compared. Run simbiosi serve on these data.`,
  );
  return 0;
}
