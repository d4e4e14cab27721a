import { MAX_JSON_LEVELS } from "@simbiosi/domain";
import type { Limits } from "../tables/sheet.ts";

/** Elements of a list after which its beginning is looked at, or values when the elements are large. */
const GLANCE_ITEMS = 1_000;
const GLANCE_VALUES = 200_000;
/** Values inside one element, and bytes of one string, that no inventory has by far. */
const MAX_ITEM_VALUES = 100_000;
const MAX_STRING = 16 * 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** The first elements of one of our lists: `end` is where the text may be cut, `]}` then closing it. */
export type ListHead = { readonly list: "establishments" | "flows"; readonly items: number; readonly end: number };

/**
 * Goes through the bytes of a JSON text once and in no memory, before a parser spends fifty bytes on each value: a small
 * file may hold millions of them, or nest a million levels.
 *
 * @param glance looks at the beginning of a long list of ours: false when nothing in it can be read
 * @returns what stops the reading: too many levels, too many values, or the head of a list that is given up
 */
export function outlineJson(
  bytes: Uint8Array,
  limits: Limits,
  glance: (head: ListHead) => boolean,
): "deep" | "complex" | ListHead | undefined {
  let depth = 0;
  let values = 0;
  let outside = 0;
  let list: ListHead["list"] | undefined;
  let looked = false;
  let items = 0;
  let before = 0;
  let last = 0;
  let key = "";
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at + 1);
      if (end - at > MAX_STRING) return "complex";
      if (depth === 1 && end - at < 20) key = String.fromCharCode(...bytes.subarray(at + 1, end));
      at = end;
    } else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > MAX_JSON_LEVELS) return "deep";
      values++;
      if (depth === 2) {
        list = byte === 0x5b && (key === "flows" || key === "establishments") ? key : undefined;
        [looked, items, before, last] = [false, 0, values, values];
      }
    } else if (byte === 0x7d || byte === 0x5d) {
      if (depth-- === 2) list = undefined;
    } else if (byte === COMMA) {
      values++;
      if (depth === 2 && list !== undefined) {
        items++;
        last = values;
        if (!looked && (items === GLANCE_ITEMS || values - before > GLANCE_VALUES)) {
          looked = true;
          const head = { list, items, end: at };
          if (!glance(head)) return head;
        }
      }
    } else continue;
    if (list === undefined && ++outside > limits.idle) return "complex";
    if (values > limits.cells || (list !== undefined && values - last > MAX_ITEM_VALUES)) return "complex";
  }
  return undefined;
}

/** The quote that closes a string; the end of the text when none does. */
function stringEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at;
  }
  return bytes.length;
}
