import { wordsOf } from "../cells/cell.ts";
import { isSiret } from "../cells/siret.ts";
import { slipped } from "../recognise/header-similarity.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { companyKey } from "./company-name.ts";
import { type Draft, draft, reportKey } from "./draft.ts";

/** One establishment per name that the flows use, in the order met, with what their rows tell of it. */
export function madeFrom(flows: readonly Draft[]): Draft[] {
  const made = new Map<string, Draft>();
  for (const flow of flows) {
    const name = flow.values.get("establishment");
    if (typeof name !== "string") continue;
    const key = companyKey(name);
    const one = made.get(key) ?? draft(flow.sheet, flow.row, flow.columns);
    for (const [told, value] of flow.owner) if (!one.values.has(told)) one.values.set(told, value);
    if (made.has(key)) continue;
    one.values.set("name", name);
    const digits = wordsOf(name).replace(/[\s.\u00a0\u202f]/g, "");
    if (isSiret(digits)) one.values.set("siret", digits);
    made.set(key, one);
  }
  return [...made.values()];
}

/**
 * Establishments that flows name and the table of establishments has not. Only in a file whose flows name them by
 * their names: an unknown id or SIRET is a slip, and so is a name one letter away from one of the table. In the model's
 * own workbook, whose drop-down offers the names that exist, an unknown name stays refused.
 *
 * @param ours whether a header is the model's
 */
export function missingFrom(
  listed: readonly Draft[],
  flows: readonly Draft[],
  ours: (header: string) => boolean,
): Draft[] {
  const keysOf = (key: string): Set<string> =>
    new Set(listed.map((one) => one.values.get(key)).flatMap((value) => (typeof value === "string" ? [value] : [])));
  const [ids, sirets] = [keysOf("id"), keysOf("siret")];
  const names = new Set([...keysOf("name")].map((name) => foldKey(name) || name));
  const bare = new Set([...keysOf("name")].map(companyKey));
  const said = flows.flatMap((flow) => {
    const words = flow.values.get("establishment");
    return typeof words === "string" ? [{ flow, words, key: foldKey(words) || words }] : [];
  });
  const byName = said.filter(({ key, words }) => names.has(key) && !ids.has(words)).length;
  const byCode = said.filter(({ words }) => ids.has(words) || sirets.has(words.replace(/\s/g, ""))).length;
  if (byName <= byCode) return [];
  const isNew = ({ flow, words, key }: (typeof said)[number]): boolean =>
    !ours(flow.columns("establishment") ?? "") &&
    !names.has(key) &&
    !ids.has(words) &&
    !bare.has(companyKey(words)) &&
    /\p{L}{3}/u.test(words) &&
    ![...names].some((name) => slipped(name, key));
  const made = madeFrom(said.filter(isNew).map(({ flow }) => flow));
  for (const one of made) {
    const name = one.values.get("name");
    if (typeof name === "string") reportKey(one, "establishment", name, "ESTABLISHMENT_MADE");
  }
  return made;
}
