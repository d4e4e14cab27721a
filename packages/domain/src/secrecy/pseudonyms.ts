import type { Establishment, Inventory } from "../formats/inventory.ts";
import { hashOf, slugs } from "../ids/stable-id.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Reference } from "../reference-data/reference.ts";
import { sectorOf } from "../sectors/sector.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";

/** A company as a reader knows it: its name where it agreed, else a trade and a number. Its id tells no more than its name. */
export type Alias = {
  readonly id: string;
  readonly name: Text;
  /** What stands before the number of a pseudonym; null under a name. */
  readonly trade: Text | null;
  readonly naf: string | null;
};

/** Sections of the French nomenclature (NAF rev. 2) gathered, by their last division: A, B–E, F, G, H, I–U. */
const broadSectors: readonly { readonly id: string; readonly to: string; readonly name: Text }[] = [
  { id: "a", to: "03", name: text("agriculture, forêt et pêche", "farming, forestry and fishing") },
  { id: "b", to: "39", name: text("industrie", "industry") },
  { id: "f", to: "43", name: text("construction", "construction") },
  { id: "g", to: "47", name: text("commerce", "trade") },
  { id: "h", to: "53", name: text("transport et logistique", "transport and logistics") },
  { id: "i", to: "99", name: text("services", "services") },
];
const noSector = { id: "z", name: text("secteur non précisé", "sector not given") };
const company = text("entreprise", "company");

/** The broad trade of an activity code, for tables whose cells must hold several companies. */
export function broadSectorOf(naf: string | null): { readonly id: string; readonly name: Text } {
  const division = naf?.replace(/\D/g, "").slice(0, 2) ?? "";
  if (division.length < 2) return noSector;
  return broadSectors.find(({ to }) => division <= to) ?? noSector;
}

/**
 * The finest words for the trade of each unnamed company that `units` of them or more go by: a trade of which there is one
 * is a name. Trade, then broad trade among those left, then just "company"; when fewer than `units` are left at the end,
 * the smallest group joins them.
 */
function tradeWords(
  reference: Reference,
  establishments: readonly Establishment[],
  units: number,
): ReadonlyMap<string, Text> {
  const words = new Map<string, Text>();
  const groups = (key: (one: Establishment) => Text | null): Map<string, { name: Text; ids: string[] }> => {
    const found = new Map<string, { name: Text; ids: string[] }>();
    for (const one of establishments) {
      const name = words.has(one.id) ? null : key(one);
      if (name === null) continue;
      const group = found.get(name.fr) ?? { name, ids: [] };
      group.ids.push(one.id);
      found.set(name.fr, group);
    }
    return found;
  };
  const kept: { name: Text; ids: readonly string[] }[] = [];
  for (const key of [
    ({ naf }: Establishment) => sectorOf(reference, naf)?.name ?? null,
    ({ naf }: Establishment) => (broadSectorOf(naf) === noSector ? null : broadSectorOf(naf).name),
  ])
    for (const group of groups(key).values())
      if (group.ids.length >= units) {
        kept.push(group);
        for (const id of group.ids) words.set(id, group.name);
      }
  kept.sort((a, b) => a.ids.length - b.ids.length || byCodeUnit(a.name.fr, b.name.fr));
  const left = establishments.length - words.size;
  if (left > 0 && left < units) for (const id of kept[0]?.ids ?? []) words.delete(id);
  return words;
}

/**
 * Names every company for one reader. A company that lets its name be told for some of its flows only stands twice:
 * under its name with those, under a pseudonym with the others, and nothing joins the two.
 * A company that a lead counts in by its card alone (`byCard`) has agreed to nothing there.
 * Numbers follow a hash of the whole inventory, which the reader does not have: neither the order of the file nor that
 * of the alphabet shows through. The same inventory gives the same pseudonyms.
 */
export function aliasesOf(
  reference: Reference,
  inventory: Inventory,
  flows: readonly KnownFlow[],
  { mayName, byCard, units }: { mayName: (flow: KnownFlow) => boolean; byCard: ReadonlySet<string>; units: number },
): {
  readonly all: readonly Alias[];
  readonly ofFlow: (flow: KnownFlow) => Alias;
  /** Where no flow of it is in question: never its name. */
  readonly ofSite: (id: string) => Alias;
  /** Orders things by nothing that the reader could use. */
  readonly shuffled: <T>(items: readonly T[], id: (item: T) => string) => readonly T[];
} {
  const salt = hashOf(JSON.stringify(inventory));
  const shuffled = <T>(items: readonly T[], id: (item: T) => string): readonly T[] =>
    items
      .map((item) => ({ item, key: hashOf(salt + id(item)), id: id(item) }))
      .sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(a.id, b.id))
      .map(({ item }) => item);
  const slug = slugs();
  const opened = new Set(flows.filter(mayName).map(({ establishment }) => establishment.id));
  const closed = new Set([
    ...inventory.establishments.filter(({ id }) => !opened.has(id)).map(({ id }) => id),
    ...flows.filter((flow) => !mayName(flow)).map(({ establishment }) => establishment.id),
    ...byCard,
  ]);
  const trades = tradeWords(
    reference,
    inventory.establishments.filter(({ id }) => closed.has(id)),
    units,
  );
  const named = new Map<string, Alias>();
  const unnamed = new Map<string, Alias>();
  const numbers = new Map<string, number>();
  for (const { id, name, naf } of shuffled(inventory.establishments, (one) => one.id)) {
    if (opened.has(id)) named.set(id, { id: slug(name), name: text(name, name), trade: null, naf });
    if (!closed.has(id)) continue;
    const words = trades.get(id) ?? company;
    const number = (numbers.get(words.fr) ?? 0) + 1;
    numbers.set(words.fr, number);
    const trade = text(capital(words.fr), capital(words.en));
    const alias = text(`${trade.fr} ${number}`, `${trade.en} ${number}`);
    unnamed.set(id, { id: slug(alias.fr), name: alias, trade, naf: null });
  }
  const nobody: Alias = { id: "entreprise", name: company, trade: company, naf: null };
  return {
    all: [...named.values(), ...unnamed.values()].sort(
      (a, b) => byCodeUnit(a.trade?.fr ?? "", b.trade?.fr ?? "") || a.id.length - b.id.length || byCodeUnit(a.id, b.id),
    ),
    ofFlow: (flow) => (mayName(flow) ? named : unnamed).get(flow.establishment.id) ?? nobody,
    ofSite: (id) => unnamed.get(id) ?? nobody,
    shuffled,
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
