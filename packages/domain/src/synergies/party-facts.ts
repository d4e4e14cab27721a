import { sectorLineage } from "../establishments/sector.ts";
import { staffRange } from "../establishments/staff.ts";
import type { Establishment } from "../formats/inventory.ts";
import { greatCircleKm } from "../geography/great-circle.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { FactValue } from "../regulation/predicate.ts";

/** NAF rev. 2, class 84.25: fire and rescue services. The classification's number, not a rule. */
const fireServices = "84.25";

/** INSEE communes and SIRET numbers exist in France alone; a site without either may be anywhere. */
const country = (site: Establishment): string | undefined =>
  site.insee !== null || site.siret !== null ? "FR" : declaredCountry(site);

function declaredCountry({ extra }: Establishment): string | undefined {
  const words = Object.entries(extra ?? {}).find(([header]) => /^\s*(pays|country)\s*$/i.test(header))?.[1];
  if (typeof words !== "string" || words.trim() === "") return undefined;
  return /^\s*(fr|france)\s*$/i.test(words) ? "FR" : words.trim().toUpperCase();
}

/** Yes when all are alike, no when two known ones differ; not said while one of them is unknown and none differs. */
function alike(values: readonly (string | null | undefined)[]): boolean | undefined {
  const known = new Set(values.filter((one) => one !== undefined && one !== null));
  if (known.size > 1) return false;
  return values.some((one) => one === undefined || one === null) ? undefined : true;
}

const sitesOf = (flows: readonly KnownFlow[]): readonly Establishment[] => [
  ...new Map(flows.map(({ establishment }) => [establishment.id, establishment])).values(),
];
const sameZone = (flows: readonly KnownFlow[]): boolean | undefined => alike(sitesOf(flows).map(({ zone }) => zone));

type PartyFact = (flows: readonly KnownFlow[]) => FactValue | undefined;

/** What the parties of a synergy have in common, by name: each is worked out when it is asked for. */
export const partyFact: ReadonlyMap<string, PartyFact> = new Map<string, PartyFact>([
  ["parties.count", (flows) => sitesOf(flows).length],
  [
    "parties.confidential",
    (flows) =>
      flows.some(
        ({ flow, establishment }) => (flow.visibility ?? establishment.visibility ?? "facilitator") === "facilitator",
      ),
  ],
  ["parties.same-country", (flows) => alike(sitesOf(flows).map(country))],
  ["parties.same-zone", sameZone],
  // Two parks that differ are not one platform; one park may or may not be: that must be asked.
  ["parties.same_platform", (flows) => (sameZone(flows) === false ? false : undefined)],
  [
    "parties.fire-service",
    (flows) => {
      const sectors = sitesOf(flows).map(({ naf }) => sectorLineage(naf));
      if (sectors.some((line) => line.includes(fireServices))) return true;
      return sectors.every((line) => line.length > 1) ? false : undefined;
    },
  ],
  ["distance.straight-km", (flows) => straightKm(sitesOf(flows))],
  [
    "staff.largest",
    (flows) => {
      const staff = sitesOf(flows).map((site) => staffRange(site.staff));
      const known = staff.flatMap((range) => range ?? []);
      if (known.length === 0) return undefined;
      return {
        low: Math.max(...known.map(({ low }) => low)),
        high: known.length < staff.length ? Number.POSITIVE_INFINITY : Math.max(...known.map(({ high }) => high)),
      };
    },
  ],
]);

/** Between the two sites farthest apart, as the crow flies: some rules (shared electricity) count so. */
function straightKm(sites: readonly Establishment[]): number | undefined {
  const points = sites.flatMap(({ lon, lat }) => (lon === null || lat === null ? [] : [{ lon, lat }]));
  if (points.length < sites.length || points.length < 2) return undefined;
  return points.reduce(
    (most, a, i) => points.slice(i + 1).reduce((far, b) => Math.max(far, greatCircleKm(a, b)), most),
    0,
  );
}
