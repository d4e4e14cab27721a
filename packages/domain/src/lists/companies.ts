import { fold } from "../text/text.ts";

/** What a filter of companies reads of one. */
type Site = { readonly name: string; readonly naf: string | null; readonly zone: string | null };

/** Companies that a screen or an export shows: by words of name, activity or zone, and by one zone. */
export function shownCompanies<S extends Site>(
  sites: readonly S[],
  { q = "", zone = "" }: { readonly q?: string | undefined; readonly zone?: string | undefined },
): readonly S[] {
  const wanted = fold(q);
  return sites.filter(
    (site) =>
      fold(`${site.name} ${site.naf ?? ""} ${site.zone ?? ""}`).includes(wanted) && (zone === "" || site.zone === zone),
  );
}

type Standing = {
  readonly establishment: string;
  readonly name: string;
  readonly last_contact: string | null;
  readonly charter: { readonly state: string };
};
type Person = { readonly establishment: string; readonly name: string };
/** `quiet`: weeks without contact. */
type ContactFilter = {
  readonly q?: string | undefined;
  readonly quiet?: string | undefined;
  readonly charter?: string | undefined;
};

/** Companies of the book of contacts: by words of a company or a person, by silence, by the state of the charter. */
export function shownContacts<S extends Standing>(
  companies: readonly S[],
  people: readonly Person[],
  { q = "", quiet = "", charter = "" }: ContactFilter,
  today: string,
): readonly S[] {
  const since =
    quiet === "" ? null : new Date(Date.parse(today) - 7 * 86_400_000 * Number(quiet)).toISOString().slice(0, 10);
  const wanted = fold(q);
  const names = new Map<string, string>();
  for (const { establishment, name } of people) names.set(establishment, `${names.get(establishment) ?? ""} ${name}`);
  return companies.filter(
    (one) =>
      (since === null || one.last_contact === null || one.last_contact < since) &&
      (charter === "" || one.charter.state === charter) &&
      fold(`${one.name} ${names.get(one.establishment) ?? ""}`).includes(wanted),
  );
}
