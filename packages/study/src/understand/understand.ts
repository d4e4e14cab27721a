import {
  contextOf,
  type DistanceMatrix,
  facilitiesOf,
  type Inventory,
  type KnownFlow,
  knownFlow,
  type Reference,
  type Resolver,
  resolver,
  type Setting,
} from "@simbiosi/domain";

/** An inventory once its words are understood: where and when it stands, and every flow with its class and quantity. */
export type Understood = {
  readonly inventory: Inventory;
  readonly setting: Setting;
  readonly flows: readonly KnownFlow[];
};

// The index of names takes longer to build than a territory takes to read: one per reference.
const resolvers = new WeakMap<Reference, Resolver>();

/** What labels mean, by the index of names of this reference. */
export function resolverOf(reference: Reference): Resolver {
  let resolve = resolvers.get(reference);
  if (resolve === undefined) {
    resolve = resolver(reference);
    resolvers.set(reference, resolve);
  }
  return resolve;
}

/**
 * Names every flow's resource and works out its yearly quantity.
 * @param day the day of evaluation, YYYY-MM-DD
 * @param distances what the user measured between establishments; it wins over any way that is worked out
 */
export function understand(
  reference: Reference,
  inventory: Inventory,
  day: string,
  distances?: DistanceMatrix,
): Understood {
  const resolve = resolverOf(reference);
  const context = contextOf(reference, inventory.territory.context);
  const establishments = new Map(inventory.establishments.map((one) => [one.id, one]));
  const flows: KnownFlow[] = [];
  for (const flow of inventory.flows) {
    const establishment = establishments.get(flow.establishment);
    // Intake has refused, and reported, every flow whose establishment does not exist.
    if (establishment === undefined) continue;
    flows.push(knownFlow(reference, context, establishment, flow, resolve(flow, establishment), day));
  }
  const place = distances === undefined ? context : { ...context, distances };
  const setting: Setting = { reference, context: place, day, facilities: facilitiesOf(reference, flows) };
  return { inventory, setting, flows };
}
