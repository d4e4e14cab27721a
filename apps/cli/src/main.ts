import { fail } from "@simbiosi/domain";
import { ReferenceFault } from "@simbiosi/study";
import { langAsked, parse } from "./args/args.ts";
import { commands } from "./commands.ts";
import { help } from "./help.ts";
import { exits } from "./io/exit.ts";

import { complain, terminal } from "./io/terminal.ts";
import { beThrifty } from "./io/thrift.ts";

beThrifty();

// The clock is read here and nowhere below: everything else receives the day.
const now = new Date();
const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;

async function main(args: readonly string[]): Promise<number> {
  const lang = langAsked(args);
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "help" || rest.includes("--help")) {
    process.stdout.write(help(lang));
    return name === undefined ? exits.wrongUsage : exits.done;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    process.stderr.write(
      lang === "fr" ? `Commande inconnue : ${name}.\n\n${help(lang)}` : `Unknown command: ${name}.\n\n${help(lang)}`,
    );
    return exits.wrongUsage;
  }
  const parsed = parse(rest, command.options, today);
  if (!parsed.ok) {
    complain(parsed.problem, lang);
    return exits.wrongUsage;
  }
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  const result = await command
    .run(parsed.value, terminal(parsed.value.common), stop.signal)
    .catch((error: unknown) => (error instanceof ReferenceFault ? fail(error.problem) : Promise.reject(error)));
  if (result.ok) return result.value;
  complain(result.problem, parsed.value.common.lang);
  return result.problem.code === "USAGE" ? exits.wrongUsage : exits.unusableInput;
}

// Whoever reads may stop reading ("| head"): then there is nobody left to write for, and nothing to complain of.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exits.done);
});

process.exitCode = await main(process.argv.slice(2));
