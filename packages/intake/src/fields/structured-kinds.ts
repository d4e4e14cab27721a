import { type Consent, ok } from "@simbiosi/domain";
import { clean, plainKey } from "../cells/cell.ts";
import { parseConsentFields, parseConsents, writeConsents } from "../cells/consents.ts";
import { parseDay } from "../cells/date.ts";
import { frenchNumber, parseNumber } from "../cells/number.ts";
import { parsePairs, writePairs } from "../cells/pairs.ts";
import { type Reading, refuse } from "../refusals/refusal.ts";
import type { RefusalCode } from "../refusals/sentences.ts";
import { parseSeason } from "../vocabulary/months.ts";
import { type Kind, structured } from "./kind.ts";
import { inseeForm } from "./scalar-kinds.ts";

type Entries = readonly (readonly [string, unknown])[];

/** A list of words, each brought to its form; the list is refused whole when one is not understood. */
function list(code: RefusalCode, separators: RegExp, form: (words: string) => string | undefined, expected = "") {
  const read = (pieces: readonly unknown[]): Reading<string[]> => {
    const values: string[] = [];
    for (const piece of pieces) {
      const words = typeof piece === "string" || typeof piece === "number" ? clean(String(piece)) : undefined;
      if (words === "") continue;
      const value = words === undefined ? undefined : form(words);
      if (value === undefined) return refuse(code, { expected });
      values.push(value);
    }
    return ok(values.length > 0 ? values : null);
  };
  return structured<string[]>(
    code,
    (words) => read(words.split(separators)),
    (value) => (Array.isArray(value) ? read(value) : refuse(code, { expected })),
    (values) => values.join("; "),
  );
}

export const inseeList: Kind<string[]> = list("CODE_MALFORMED", /[;,\s]+/, inseeForm, "2B033; 2B037");

/** `06:00-14:00; 14:00-22:00`; `6h-14h30` reads too. */
export const shifts: Kind<string[]> = list("SHIFTS_UNREADABLE", /[;,\n]/, (words) => {
  const found = /^(\d{1,2})(?:[:hH](\d{2})?)?\s*[-–à]\s*(\d{1,2})(?:[:hH](\d{2})?)?$/.exec(words);
  if (!found) return undefined;
  const [, fromHour = "", fromMinute = "00", toHour = "", toMinute = "00"] = found;
  const possible = Number(fromHour) <= 24 && Number(toHour) <= 24 && Number(fromMinute) < 60 && Number(toMinute) < 60;
  return possible ? `${fromHour.padStart(2, "0")}:${fromMinute}-${toHour.padStart(2, "0")}:${toMinute}` : undefined;
});

/** Twelve numbers. @param least the smallest that is allowed */
function twelve(code: RefusalCode, least: number, otherWords: (words: string) => number[] | undefined): Kind<number[]> {
  const read = (pieces: readonly unknown[]): Reading<number[]> => {
    const values = pieces.map((piece) =>
      typeof piece === "number" ? piece : typeof piece === "string" ? parseNumber(clean(piece)) : undefined,
    );
    const known = values.filter((value) => value !== undefined && Number.isFinite(value) && value >= least);
    return values.length === 12 && known.length === 12 ? ok(known.map((value) => (value ?? 0) + 0)) : refuse(code);
  };
  return structured<number[]>(
    code,
    (words) => {
      const other = otherWords(words);
      return other === undefined ? read(words.replace(/;\s*$/, "").split(";")) : ok(other);
    },
    (value) => (Array.isArray(value) ? read(value) : refuse(code)),
    (values) => values.map(frenchNumber).join("; "),
  );
}

/** Twelve monthly kWh, January first; negative when the site feeds the grid. */
export const loadProfile = twelve("LOAD_PROFILE_UNREADABLE", Number.NEGATIVE_INFINITY, () => undefined);

/** Twelve weights, or the words of a season. */
export const months = twelve("MONTHS_UNREADABLE", 0, parseSeason);

/** Keys → values of one type, without order; nothing at all equals null. */
function record<T extends string | number>(
  code: RefusalCode,
  readValue: (value: unknown, literal: boolean) => T | undefined,
  readKey: (words: string) => string | undefined,
  write: (value: T) => { value: string; literal: boolean },
): Kind<Record<string, T>> {
  const read = (entries: Entries, literal: (index: number) => boolean): Reading<Record<string, T>> => {
    const values = new Map<string, T>();
    for (const [index, [words, found]] of entries.entries()) {
      if (found === null || found === undefined || (typeof found === "string" && clean(found) === "")) continue;
      const key = readKey(clean(words));
      const value = readValue(found, literal(index));
      if (key === undefined || key === "" || value === undefined || values.has(key)) return refuse(code);
      values.set(key, value);
    }
    return ok(values.size > 0 ? Object.fromEntries(values) : null);
  };
  return structured<Record<string, T>>(
    code,
    (words) => {
      const pairs = parsePairs(words);
      if (pairs === undefined) return refuse(code);
      return read(
        pairs.map(({ key, value }) => [key, value] as const),
        (index) => pairs[index]?.literal === true,
      );
    },
    (value) => (Array.isArray(value) ? refuse(code) : read(Object.entries(value), () => true)),
    (values) => writePairs(Object.entries(values).map(([key, value]) => ({ key, ...write(value) }))),
  );
}

/** Commune → head count; counts only, never people. */
export const homeCommunes = record<number>(
  "HOME_COMMUNES_UNREADABLE",
  (value) => {
    const count = typeof value === "string" ? parseNumber(value) : typeof value === "number" ? value + 0 : undefined;
    return count !== undefined && count >= 0 ? count : undefined;
  },
  inseeForm,
  (value) => ({ value: frenchNumber(value), literal: false }),
);

/** Key → number or words; words that would read as a number are quoted in a cell. */
export const quality = record<number | string>(
  "QUALITY_UNREADABLE",
  (value, literal) => {
    if (typeof value === "number") return value + 0;
    if (typeof value === "boolean") return value ? "oui" : "non";
    if (typeof value !== "string") return undefined;
    const words = clean(value);
    return literal ? words : (parseNumber(words) ?? words);
  },
  plainKey,
  (value) =>
    typeof value === "number"
      ? { value: frenchNumber(value), literal: false }
      : { value, literal: parseNumber(value) !== undefined },
);

export const consents: Kind<Consent[]> = structured<Consent[]>(
  "CONSENTS_UNREADABLE",
  (words) => {
    const found = parseConsents(words);
    return found === undefined ? refuse("CONSENTS_UNREADABLE") : ok(found.length > 0 ? found : null);
  },
  (value) => {
    const found = Array.isArray(value) ? value.map(consentOf) : [undefined];
    const known = found.filter((consent) => consent !== undefined);
    return known.length === found.length ? ok(known.length > 0 ? known : null) : refuse("CONSENTS_UNREADABLE");
  },
  writeConsents,
);

function consentOf(value: unknown): Consent | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { to, fields, date }: { to?: unknown; fields?: unknown; date?: unknown } = value;
  const known = Array.isArray(fields) && fields.every((field) => typeof field === "string") ? fields : [];
  const party = typeof to === "string" ? clean(to) : "";
  const granted = parseConsentFields(known);
  const when = typeof date === "string" ? parseDay(clean(date)) : undefined;
  return party === "" || granted === undefined || when === undefined
    ? undefined
    : { to: party, fields: granted, date: when };
}
