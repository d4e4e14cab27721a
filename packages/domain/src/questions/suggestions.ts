import type { Establishment } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { isA, parameterValue, type Reference } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { activitiesOf } from "../resources/priors.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";

/** Something that establishments of this activity usually give off or take in, and that this one said nothing of. */
export type Suggestion = {
  readonly establishment: Establishment;
  readonly direction: "in" | "out";
  readonly resource: ResourceClass;
  readonly ask: Text;
};

/**
 * What to ask the companies that told little, from their activity alone. Questions, never flows: deducing flows from
 * an activity gives mostly false matches. The finest activity code speaks first; what is told already is not asked.
 */
export function suggestionsOf(
  reference: Reference,
  establishments: readonly Establishment[],
  flows: readonly KnownFlow[],
): readonly Suggestion[] {
  const few = parameterValue(reference, "suggestions.few-flows");
  const most = parameterValue(reference, "suggestions.most");
  const told = new Map<string, KnownFlow[]>();
  for (const flow of flows) told.set(flow.establishment.id, [...(told.get(flow.establishment.id) ?? []), flow]);
  return [...establishments]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap((establishment) => {
      const own = told.get(establishment.id) ?? [];
      if (own.length > few) return [];
      const typical = activitiesOf(reference, establishment.naf).flatMap(({ gives, takes }) => [
        ...gives.map((id) => ({ direction: "out" as const, id })),
        ...takes.map((id) => ({ direction: "in" as const, id })),
      ]);
      const fresh = typical.filter(
        ({ direction, id }, i) =>
          typical.findIndex((other) => other.id === id && other.direction === direction) === i &&
          !own.some(
            ({ flow, resource }) =>
              flow.direction === direction &&
              resource !== null &&
              (isA(reference, resource.id, id) || isA(reference, id, resource.id)),
          ),
      );
      return fresh.slice(0, most).flatMap(({ direction, id }) => {
        const resource = reference.resourceById.get(id);
        return resource === undefined ? [] : [{ establishment, direction, resource, ask: askFor(direction, resource) }];
      });
    });
}

const askFor = (direction: "in" | "out", { name }: ResourceClass): Text =>
  direction === "out"
    ? text(
        `Dans cette activité, on rejette ou cède souvent : ${name.fr.toLowerCase()}. Est-ce le cas ici, et combien ?`,
        `In this activity one often gives off: ${name.en.toLowerCase()}. Is it so here, and how much?`,
      )
    : text(
        `Dans cette activité, on consomme souvent : ${name.fr.toLowerCase()}. Est-ce le cas ici, et combien ?`,
        `In this activity one often takes in: ${name.en.toLowerCase()}. Is it so here, and how much?`,
      );
