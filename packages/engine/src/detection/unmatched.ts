import {
  conversionRoutes,
  type KnownFlow,
  meetsNeed,
  type PoolKind,
  type Reference,
  type ResourceClass,
  type Text,
  text,
  type Unmatched,
  type UnmatchedReason,
} from "@simbiosi/domain";
import type { Candidates } from "./candidates.ts";
import { isViable, type Selection } from "./select.ts";

const sentences: Record<UnmatchedReason, Text> = {
  NO_CLASS: text(
    "Désignation non comprise : précisez-la ou donnez un code.",
    "Wording not understood: make it more precise or give a code.",
  ),
  NO_TAKER: text(
    "Aucun usage connu de cette ressource dans la référence.",
    "The reference knows no use of this resource.",
  ),
  NO_LOCAL_TAKER: text(
    "Des usages existent, mais personne ici n'en a déclaré : à prospecter.",
    "Uses exist, but nobody here declared one: to be canvassed.",
  ),
  QUALITY: text(
    "La qualité offerte ne convient pas au besoin le plus proche.",
    "The quality offered does not suit the nearest need.",
  ),
  SEASON: text(
    "Les saisons de l'offre et du besoin ne se recouvrent pas.",
    "The seasons of offer and need do not overlap.",
  ),
  TOO_FAR: text(
    "Trop loin pour que l'échange vaille son transport ou sa liaison.",
    "Too far for the exchange to be worth its transport or its link.",
  ),
  TOO_SMALL: text("Quantité trop faible pour couvrir les frais fixes.", "Quantity too small to cover the fixed costs."),
  LAW: text("Le seul usage trouvé ici est interdit.", "The only use found here is forbidden."),
  UNKNOWN_QUANTITY: text(
    "Quantité inconnue : à demander avant d'aller plus loin.",
    "Unknown quantity: to be asked before going further.",
  ),
};

/** Why each flow that takes part in no lead takes part in none, and the nearest it came. */
export function unmatchedFlows(
  reference: Reference,
  flows: readonly KnownFlow[],
  c: Candidates,
  selection: Selection,
  pooled: ReadonlySet<KnownFlow>,
  tooSmall: ReadonlyMap<KnownFlow, PoolKind>,
): readonly Unmatched[] {
  // A flow is matched when any reading of its words is.
  const named = new Set<string>();
  for (const row of selection.chosen)
    for (const i of [c.offer[row] ?? -1, c.need[row] ?? -1]) named.add(flows[i]?.flow.id ?? "");
  const matched = new Set(flows.flatMap(({ flow, guess }, i) => (guess || named.has(flow.id) ? [i] : [])));
  const rows = new Map<number, number[]>();
  for (let row = 0; row < c.count; row++)
    for (const i of [c.offer[row] ?? -1, c.need[row] ?? -1]) {
      if (matched.has(i)) continue;
      const list = rows.get(i);
      if (list === undefined) rows.set(i, [row]);
      else list.push(row);
    }
  const routes = conversionRoutes(reference).filter((route) => !route.tempting);

  const taken = new Set(routes.map(({ from }) => from.id));
  const made = [...new Set(routes.map(({ to }) => to))];
  const hasUse = (direction: "in" | "out", resource: ResourceClass): boolean =>
    direction === "out"
      ? reference.lineage(resource.id).some((up) => taken.has(up.id))
      : made.some((to) => meetsNeed(reference, to, resource));

  const unmatched: Unmatched[] = [];
  for (const [i, flow] of flows.entries()) {
    if (matched.has(i) || pooled.has(flow)) continue;
    const kind = tooSmall.get(flow);
    const own = rows.get(i) ?? [];
    const say = (why: UnmatchedReason, nearest: KnownFlow | null, sentence: Text = sentences[why]) =>
      unmatched.push({ flow, nearest, why, sentence });
    if (flow.resource === null) {
      say("NO_CLASS", null);
      continue;
    }
    if (own.length === 0) {
      if (kind !== undefined) {
        say("TOO_SMALL", null, kind.below_threshold);
        continue;
      }
      const { resource } = flow;
      say(hasUse(flow.flow.direction, resource) ? "NO_LOCAL_TAKER" : "NO_TAKER", null);
      continue;
    }
    const { row, why } = nearestMiss(flow, own, c, selection);
    const other = flows[(c.offer[row] === i ? c.need[row] : c.offer[row]) ?? -1] ?? null;
    say(why, other, why === "TOO_SMALL" && kind !== undefined ? kind.below_threshold : sentences[why]);
  }
  return unmatched;
}

// The miss that was nearest to a lead tells most about what to change.
const nearness: readonly UnmatchedReason[] = ["TOO_SMALL", "TOO_FAR", "QUALITY", "SEASON", "UNKNOWN_QUANTITY", "LAW"];

// How many of the nearest pairs are looked at to say why none became a lead.
const neighbours = 20;

function nearestMiss(
  flow: KnownFlow,
  rows: readonly number[],
  c: Candidates,
  selection: Selection,
): { row: number; why: UnmatchedReason } {
  let best: { row: number; why: UnmatchedReason } | undefined;
  for (const row of [...rows].sort((a, b) => (c.km[a] ?? 0) - (c.km[b] ?? 0) || a - b).slice(0, neighbours)) {
    const outcome = selection.outcome(row);
    // Whoever runs the step already is another pair, or there is none.
    if (outcome === "built-already") continue;
    const why: UnmatchedReason =
      outcome === "law"
        ? "LAW"
        : outcome === "season"
          ? "SEASON"
          : outcome === "quality"
            ? "QUALITY"
            : outcome === "too-far"
              ? "TOO_FAR"
              : outcome === "too-small"
                ? "TOO_SMALL"
                : economics(c, row, flow);
    if (best === undefined || nearness.indexOf(why) < nearness.indexOf(best.why)) best = { row, why };
  }
  return best ?? { row: -1, why: "NO_LOCAL_TAKER" };
}

/** An admitted pair that is no lead does not pay: because of the way when there is one, else because of its size. */
function economics(c: Candidates, row: number, flow: KnownFlow): UnmatchedReason {
  if (flow.yearly.state !== "known") return "UNKNOWN_QUANTITY";
  return !isViable(c, row) && (c.km[row] ?? 0) > 10 ? "TOO_FAR" : "TOO_SMALL";
}
