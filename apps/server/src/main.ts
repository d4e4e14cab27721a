import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fail, type Lang, ok, problem, type Result, text } from "@simbiosi/domain";
import { oidcSettings } from "./access/oidc/settings.ts";
import { backupCommand, backupCommands } from "./backup/command.ts";
import { type ServeOptions, serve } from "./serve.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};
const builtWeb = new URL("../../web/dist/", import.meta.url).pathname;

/** Where the data lie when nobody says: of the system when root runs it, of the person otherwise. */
const usualData = (): string =>
  process.getuid?.() === 0
    ? "/var/lib/simbiosi"
    : join(process.env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "simbiosi");

function optionsOf(args: readonly string[]): Result<ServeOptions & { readonly lang: Lang }> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: process.env.PORT ?? "8080" },
        host: { type: "string", default: "127.0.0.1" },
        data: { type: "string", default: process.env.SIMBIOSI_DATA ?? usualData() },
        "no-demo": { type: "boolean", default: false },
        lang: { type: "string", default: "fr" },
        log: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return fail(
        problem("USAGE", text("--port attend un nombre de 0 à 65535.", "--port takes a number from 0 to 65535.")),
      );
    const oidc = oidcSettings(process.env);
    if (!oidc.ok) return oidc;
    return ok({
      port,
      host: values.host,
      data: values.data,
      demo: !values["no-demo"],
      databaseUrl: process.env.DATABASE_URL ?? null,
      origin: process.env.SIMBIOSI_ORIGIN ?? null,
      smtp: process.env.SMTP_URL ?? null,
      from: process.env.MAIL_FROM ?? "simbiosi@localhost",
      web: existsSync(builtWeb) ? builtWeb : null,
      version,
      log: values.log,
      oidc: oidc.value,
      lang: values.lang === "en" ? "en" : "fr",
    });
  } catch (error) {
    const words = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    return fail(problem("USAGE", text(`Option non comprise : ${words}.`, `Option not understood: ${words}.`)));
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options.ok) {
    process.stderr.write(`${options.problem.message.fr}\n${options.problem.message.en}\n`);
    return 64;
  }
  const { lang } = options.value;
  const say = (fr: string, en: string): void => void process.stdout.write(`${lang === "fr" ? fr : en}\n`);
  say("Simbiosi démarre…", "Simbiosi is starting…");
  const served = await serve(options.value);
  if (!served.ok) {
    process.stderr.write(`${served.problem.message[lang]}\n`);
    return 2;
  }
  const { address, accounts, invitation, mail, stop } = served.value;
  say(`\nOuvrez ${address}\n`, `\nOpen ${address}\n`);
  if (accounts.length > 0) {
    say(
      "Un territoire de démonstration (inventé) vous attend. Comptes, affichés cette seule fois :",
      "A demonstration territory (invented) awaits you. Accounts, shown this once only:",
    );
    for (const { email, password, role } of accounts)
      process.stdout.write(`  ${role.padEnd(12)} ${email.padEnd(40)} ${password}\n`);
  }
  if (invitation !== null)
    say(
      `Ouvrez d'abord le compte d'administration par ce lien, valable une fois : ${invitation}`,
      `First open the administrator's account by this link, which serves once: ${invitation}`,
    );
  say(
    `\nDonnées : ${options.value.data} ; courriels : ${mail}. Ctrl-C pour arrêter.`,
    `\nData: ${options.value.data}; letters: ${mail}. Ctrl-C to stop.`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  say("Arrêt…", "Stopping…");
  await stop();
  return 0;
}

// The first word names the command, as it stands in `simbiosi serve`.
const words = process.argv.slice(2);
const [command, ...rest] = words;
const ofBackup = backupCommands.find((name) => name === command);
process.exitCode =
  ofBackup === undefined
    ? await main(command === "serve" ? rest : words)
    : await backupCommand(ofBackup, rest, { usualData: usualData(), version });
