import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  type Admission,
  admit,
  conversionRoutes,
  identityRoute,
  type KnownFlow,
  noFacilities,
  routeJoins,
} from "@simbiosi/domain";
import { loadReference, understand } from "@simbiosi/study";
import { scoreOf } from "./score.ts";
import { readUnseen } from "./territory.ts";

// `why.ts <set> [names]`: what each missed pair was read as, and what stopped every way between the two.
const [set = "tuning", ...names] = process.argv.slice(2);
const folder = join(import.meta.dirname, set);
const reference = loadReference();
const day = "2026-11-23";
const read = (flow: KnownFlow): string =>
  [flow, ...flow.readings].map(({ resource, confidence }) => `${resource?.id ?? "—"} ${confidence}`).join(" | ");

const outcomeOf = ({ outcome, verdict, quality }: Admission): string =>
  outcome === "law"
    ? `law ${verdict.findings
        .filter((one) => one.outcome === "forbidden")
        .map(({ rule }) => rule.id)
        .join(",")}`
    : outcome === "quality"
      ? `quality ${quality.notes.map(({ en }) => en).join(" ")}`
      : outcome;

for (const file of readdirSync(folder).sort()) {
  if (names.length > 0 && !names.some((part) => file.includes(part))) continue;
  const unseen = readUnseen(join(folder, file));
  const understood = understand(reference, unseen.inventory, day);
  const { missed, absurdShown, notRefused } = scoreOf(understood, unseen);
  const flow = (id: string): KnownFlow | undefined => understood.flows.find((one) => one.flow.id === id);
  for (const [offer, need] of [...missed, ...absurdShown, ...notRefused]) {
    const [given, asked] = [flow(offer), flow(need)];
    if (given === undefined || asked === undefined) continue;
    process.stdout.write(
      `${file} ${offer}→${need}\n  ${given.flow.label}: ${read(given)}\n  ${asked.flow.label}: ${read(asked)}\n`,
    );
    for (const one of [given, ...given.readings])
      for (const other of [asked, ...asked.readings]) {
        const { resource } = one;
        const wanted = other.resource;
        if (resource === null || wanted === null) continue;
        for (const route of [identityRoute(resource), ...conversionRoutes(reference)])
          if (routeJoins(reference, route, resource, wanted))
            process.stdout.write(
              `    ${resource.id} → ${wanted.id}: ${route.id}${route.tempting ? " (tempting)" : ""} ${outcomeOf(admit({ ...understood.setting, facilities: noFacilities }, one, other, route))}\n`,
            );
      }
  }
}
