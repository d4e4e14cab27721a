import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isA, resolver } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/study";

// `labels.ts pools-1 --misses`: single labels, each with the classes that an expert would accept, tab-separated.
const [set = "pools-1", ...more] = process.argv.slice(2);
const reference = loadReference();
const resolve = resolver(reference);
const lines = readFileSync(join(import.meta.dirname, "labels", `${set}.tsv`), "utf8")
  .trim()
  .split("\n")
  .slice(1);

let [right, sure, wrong] = [0, 0, 0];
for (const line of lines) {
  const [direction = "", classes = "", label = ""] = line.split("\t");
  if (direction !== "in" && direction !== "out") throw new Error(`${set}: no direction: ${line}`);
  const said: "in" | "out" = direction;
  const accepted = classes.split("|");
  for (const id of accepted) if (!reference.resourceById.has(id)) throw new Error(`${set}: no class ${id}`);
  const flow = { label, direction: said, waste_code: null, cpa: null, family: null, resource: null };
  const { resource, confidence, question } = resolve(flow);
  const good = resource !== null && accepted.some((id) => isA(reference, resource.id, id));
  if (good) right += 1;
  if (good && question === null) sure += 1;
  if (!good && resource !== null && question === null) wrong += 1;
  if (!good && more.includes("--misses"))
    process.stdout.write(`${confidence.toFixed(2)} ${resource?.id ?? "—"}\t${classes}\t${direction}\t${label}\n`);
}
process.stdout.write(
  `${set}: ${right} of ${lines.length} right, ${sure} of them without a question; ${wrong} sure and wrong\n`,
);
