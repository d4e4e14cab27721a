import {
  fail,
  MAX_JSON_LEVELS,
  nestsDeeper,
  type Objective,
  type PortfolioJson,
  problem,
  type RefusedRow,
  type Result,
  type Text,
  text,
  unknownNetworkKeys,
} from "@simbiosi/domain";
import {
  detectSynergies,
  type OptimiseOptions,
  optimiseDocument,
  optimiseSynergies,
  understand,
} from "@simbiosi/study";
import { numberOption, type Parsed } from "../args/args.ts";
import type { Command } from "../command.ts";
import { type Exit, exits } from "../io/exit.ts";
import { type Input, readInput } from "../io/inventory-file.ts";
import { exitFor, onePath, readInventoryFrom, readOptions, tellNotes } from "../io/read.ts";
import type { Terminal } from "../io/terminal.ts";

const objectives: readonly Objective[] = ["gain", "co2", "tonnes"];

export const optimiseCommand: Command = {
  name: "optimise",
  usage: text(
    "optimise INVENTAIRE|RÉSEAU [--objective gain|co2|tonnes] [--budget EUR] [--gap 0.01] [--time S] [--pareto N] [--scenarios N]",
    "optimise INVENTORY|NETWORK [--objective gain|co2|tonnes] [--budget EUR] [--gap 0.01] [--time S] [--pareto N] [--scenarios N]",
  ),
  about: text(
    "Le meilleur portefeuille, avec sa preuve (portfolio.json sur la sortie).",
    "The best portfolio, with its proof (portfolio.json on stdout).",
  ),
  options: {
    ...readOptions,
    objective: { type: "string" },
    budget: { type: "string" },
    gap: { type: "string" },
    time: { type: "string" },
    pareto: { type: "string" },
    scenarios: { type: "string" },
  },
  run: async (parsed, terminal, signal) => {
    const path = onePath(parsed);
    if (!path.ok) return path;
    const wish = wishOf(parsed, terminal, signal);
    if (!wish.ok) return wish;
    const { options, objective, budget } = wish.value;
    const input = await readInput(path.value);
    if (!input.ok) return input;
    const network = networkIn(input.value);
    let refused: readonly RefusedRow[] = [];
    let answer: PortfolioJson;
    terminal.phase(1, 1, text("Optimiser", "Optimising"));
    if (network !== null) {
      const solved = await optimiseDocument(network, options);
      if (!solved.ok) return solved;
      answer = solved.value;
      const unknown = unknownNetworkKeys(network);
      if (unknown.length > 0) terminal.say(ignored(unknown));
    } else {
      const read = await readInventoryFrom(input.value, parsed);
      if (!read.ok) return read;
      tellNotes(read.value, terminal);
      refused = read.value.refused;
      const understood = understand(
        read.value.reference,
        read.value.inventory,
        parsed.common.date,
        read.value.distances,
      );
      const { synergies } = detectSynergies(understood, 10);
      answer = await optimiseSynergies(understood, synergies, { objective, budget }, options);
    }
    terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    if (answer.stopped_by === "user") return { ok: true, value: exits.stopped };
    const exit: Exit = answer.status === "optimal" ? exitFor(refused) : exits.partly;
    return { ok: true, value: exit };
  },
};

/** Keys that no one reads are told, not dropped: a slip of the keyboard makes an arc free. */
function ignored(keys: readonly string[]): Text {
  const shown = `${keys.slice(0, 10).join(", ")}${keys.length > 10 ? ` … (+ ${keys.length - 10})` : ""}`;
  return text(
    `Clés que le format ne connaît pas, non lues : ${shown}. Corrigez-les si elles comptent.`,
    `Keys that the format does not know, not read: ${shown}. Correct them if they count.`,
  );
}

type Wish = { options: OptimiseOptions; objective: Objective; budget: number | null };

/** A whole number of at least one, absent unless given. */
function countOption(parsed: Parsed, name: string): Result<number | undefined> {
  const given = numberOption(parsed, name, undefined, 1);
  if (!given.ok || given.value === undefined || Number.isInteger(given.value)) return given;
  return fail(problem("USAGE", text(`--${name} attend un nombre entier.`, `--${name} takes a whole number.`)));
}

const steps = {
  pareto: text("Compromis trouvés", "Compromises found"),
  scenarios: text("Scénarios parcourus", "Scenarios gone through"),
};

/** A step that is told ten times, not a hundred. */
function tellStep({ phase }: Terminal): NonNullable<OptimiseOptions["onStep"]> {
  return (step, done, of) => {
    if (done === of || done % Math.max(1, Math.ceil(of / 10)) === 0) phase(done, of, steps[step]);
  };
}

function wishOf(parsed: Parsed, terminal: Terminal, signal: AbortSignal): Result<Wish> {
  const objective = objectives.find((one) => one === (parsed.option("objective") ?? "gain"));
  if (objective === undefined)
    return fail(problem("USAGE", text("--objective vaut gain, co2 ou tonnes.", "--objective is gain, co2 or tonnes.")));
  const budget = numberOption(parsed, "budget", undefined);
  const gap = numberOption(parsed, "gap", 0.01);
  const time = numberOption(parsed, "time", undefined);
  if (!budget.ok) return budget;
  if (!gap.ok) return gap;
  if (!time.ok) return time;
  const pareto = countOption(parsed, "pareto");
  const scenarios = countOption(parsed, "scenarios");
  if (!pareto.ok) return pareto;
  if (!scenarios.ok) return scenarios;
  const options: OptimiseOptions = {
    gap: gap.value ?? 0.01,
    seed: parsed.common.seed,
    lang: parsed.common.lang,
    signal,
    onStep: tellStep(terminal),
    ...(pareto.value === undefined ? {} : { pareto: pareto.value }),
    ...(scenarios.value === undefined ? {} : { scenarios: scenarios.value }),
    ...(time.value === undefined ? {} : { timeSeconds: time.value }),
  };
  return { ok: true, value: { options, objective, budget: budget.value ?? null } };
}

/** The document itself when it says it is a network (or is JSON of no format of ours), null when it is an inventory. */
function networkIn(input: Input): unknown {
  if ("folder" in input) return null;
  const head = new TextDecoder().decode(input.bytes.subarray(0, 1000));
  if (!/^\s*\{/.test(head)) return null;
  const words = new TextDecoder().decode(input.bytes);
  if (nestsDeeper(words, MAX_JSON_LEVELS)) return null;
  try {
    const json: unknown = JSON.parse(words);
    const format = typeof json === "object" && json !== null && "format" in json ? json.format : undefined;
    return typeof format === "string" && format.startsWith("simbiosi-network/") ? json : null;
  } catch {
    return null; // Reading it as an inventory says what is wrong with it.
  }
}
