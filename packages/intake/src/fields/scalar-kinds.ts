import { ok } from "@simbiosi/domain";
import { dayOfBareNumber, parseDay } from "../cells/date.ts";
import { parseNumber } from "../cells/number.ts";
import { isSiret } from "../cells/siret.ts";
import { bandWords, parseBand } from "../cells/staff.ts";
import { type Reading, refuse } from "../refusals/refusal.ts";
import type { RefusalCode } from "../refusals/sentences.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { yesNoWords } from "../vocabulary/words.ts";
import { type Kind, scalar } from "./kind.ts";

/** Free words, kept as the company writes them (only {@link clean}ed). */
export const words: Kind<string> = scalar({
  fromWords: (text) => ok(text),
  unreadable: "TEXT_UNREADABLE",
  toCell: (text) => text,
});

/** One word of a closed list. */
export const oneOf = <Key extends string>(list: Vocabulary<Key>, code: RefusalCode = "WORD_UNKNOWN"): Kind<Key> =>
  scalar<Key>({
    fromWords: (text) => {
      const key = list.parse(text);
      return key === undefined ? refuse(code, { expected: list.expected }) : ok(key);
    },
    unreadable: code,
    toCell: (key) => list.french(key),
  });

/** One word of a list, or any other words as they are. */
export const oneOfOrWords = <Key extends string>(list: Vocabulary<Key>): Kind<string> =>
  scalar<string>({
    fromWords: (text) => ok(list.parse(text) ?? text),
    unreadable: "TEXT_UNREADABLE",
    toCell: (text) => {
      const key = list.keys.find((known) => known === text);
      return key === undefined ? text : list.french(key);
    },
  });

type Bounds = {
  readonly min?: number;
  readonly max?: number;
  readonly code?: RefusalCode;
  /** What `50 %` means: 50 where per cent are counted, 0.5 where a whole is; absent, it means nothing here. */
  readonly percent?: "points" | "share";
};

/** A number between bounds; below a minimum of zero it is refused as negative. */
export function number({ min, max, code = "NUMBER_UNREADABLE", percent }: Bounds = {}): Kind<number> {
  const within = (value: number): Reading<number> => {
    if (!Number.isFinite(value)) return refuse(code);
    if (min === 0 && value < 0) return refuse("NUMBER_NEGATIVE");
    return (min !== undefined && value < min) || (max !== undefined && value > max) ? refuse(code) : ok(value + 0);
  };
  return scalar<number>({
    fromWords: (text) => {
      const share = percent !== undefined && text.endsWith("%");
      const bare = percent === "points" ? text.replace(/^(±|\+\s?\/\s?-)\s*/, "") : text;
      const value = parseNumber(share ? bare.slice(0, -1) : bare.replace(/\s*(€|EUR)$/i, ""));
      if (value === undefined) return refuse(code);
      return within(share && percent === "share" ? value / 100 : value);
    },
    fromNumber: within,
    unreadable: code,
    toCell: (value) => value,
  });
}

export const yesNo: Kind<boolean> = scalar<boolean>({
  fromWords: (text) => {
    const answer = yesNoWords.parse(text);
    return answer === undefined ? refuse("YES_NO_UNREADABLE") : ok(answer === "yes");
  },
  unreadable: "YES_NO_UNREADABLE",
  toCell: (value) => (value ? "oui" : "non"),
});

export const day: Kind<string> = scalar<string>({
  fromWords: (text) => {
    const number = /^\d{5}$/.test(text) ? Number(text) : undefined; // a serial that lost its date format, in a CSV
    const found = number === undefined ? parseDay(text) : dayOfBareNumber(number);
    return found === undefined ? refuse("DATE_UNREADABLE") : ok(found);
  },
  fromNumber: (value) => {
    const found = dayOfBareNumber(value);
    return found === undefined ? refuse("DATE_UNREADABLE") : ok(found);
  },
  unreadable: "DATE_UNREADABLE",
  toCell: (value) => ({ day: value }),
});

/** SIRET and SIREN lose their leading zeros when a spreadsheet takes them for numbers: they are given back. */
const digits = (text: string): string => text.replace(/[\s.\-_\u00a0\u202f]/g, "");

export const siret: Kind<string> = scalar<string>({
  fromWords: (text) => {
    const found = digits(text);
    return isSiret(found) ? ok(found) : refuse("SIRET_INVALID");
  },
  fromNumber: (value) => {
    const found = String(value).padStart(14, "0");
    return value >= 1e10 && isSiret(found) ? ok(found) : refuse("SIRET_INVALID");
  },
  unreadable: "SIRET_INVALID",
  toCell: (value) => value,
});

export const siren: Kind<string> = scalar<string>({
  fromWords: (text) => (/^\d{9}$/.test(digits(text)) ? ok(digits(text)) : refuse("SIREN_INVALID")),
  fromNumber: (value) =>
    Number.isInteger(value) && value >= 1e6 && value < 1e9
      ? ok(String(value).padStart(9, "0"))
      : refuse("SIREN_INVALID"),
  unreadable: "SIREN_INVALID",
  toCell: (value) => value,
});

/** A code with one written form. @param form the form of these words, or undefined when they are no such code */
function code(expected: string, form: (words: string) => string | undefined): Kind<string> {
  const read = (text: string): Reading<string> => {
    const found = form(text);
    return found === undefined ? refuse("CODE_MALFORMED", { expected }) : ok(found);
  };
  return scalar<string>({ fromWords: read, unreadable: "CODE_MALFORMED", toCell: (value) => value });
}

/** The code of a commune has five characters; four digits alone have lost their zero in a spreadsheet. */
export const inseeForm = (text: string): string | undefined => {
  const found = text.toUpperCase().replace(/\s/g, "").padStart(5, "0");
  return /^(\d{5}|2[AB]\d{3})$/.test(found) && text.trim().length >= 4 ? found : undefined;
};
export const insee = code("2B033", inseeForm);

/** NAF rev. 2: division `10`, group `10.8`, class `10.83` or sub-class `10.83Z`; the point may be missing. */
export const naf = code("10.83Z", (text) => {
  const found = /^(\d{1,2})(?:\.(\d{1,2})|(\d{2}))?([A-Z])?$/.exec(text.toUpperCase().replace(/\s/g, ""));
  if (!found?.[1]) return undefined;
  const [, division, pointed, bare, letter = ""] = found;
  const rest = pointed ?? bare;
  if ((found[1].length === 1 && pointed === undefined) || (letter !== "" && rest?.length !== 2)) return undefined;
  return `${division?.padStart(2, "0")}${rest === undefined ? "" : `.${rest}`}${letter}`;
});

/** List of Waste: written `02 03 04`, `16 05 06*`: spaces between the pairs, the star of a hazardous waste attached. */
export const wasteCode = code("02 03 04", (text) => {
  const found = /^(\d{5,6})(\*?)$/.exec(text.replace(/[\s.\-_\u00a0\u202f]/g, ""));
  if (!found?.[1]) return undefined;
  const six = found[1].padStart(6, "0"); // 20304: the zero was lost
  return `${six.slice(0, 2)} ${six.slice(2, 4)} ${six.slice(4)}${found[2]}`;
});

/** CPA 2.1 or 2.2, from the division down: `10`, `10.83`, `10.83.11`. */
export const cpa = code("10.83.11", (text) => {
  const found = text.toUpperCase().replace(/\s/g, "");
  return /^[A-U]?\d{1,2}(\.\d{1,2}){0,3}$|^\d{3,6}$/.test(found) ? found : undefined;
});

/** A head count, or the code of a SIRENE band. */
export const staff: Kind<number | string> = scalar<number | string>({
  fromWords: (text) => staffOf(text, false),
  fromJsonWords: (text) => staffOf(text, true),
  fromNumber: (value) => (value >= 0 ? ok(value + 0) : refuse("NUMBER_NEGATIVE")),
  unreadable: "STAFF_UNREADABLE",
  toCell: (value) => (typeof value === "number" ? value : bandWords(value)),
});

function staffOf(text: string, twoDigits: boolean): Reading<number | string> {
  const band = parseBand(text, twoDigits);
  if (band !== undefined) return ok(band);
  const count = parseNumber(text.replace(/\s*(salariés?|personnes?|pers\.?|employés?|ETP)$/i, ""));
  if (count === undefined) return refuse("STAFF_UNREADABLE");
  return count < 0 ? refuse("NUMBER_NEGATIVE") : ok(count);
}
