import type { Pieces } from "../archive/unfold.ts";
import type { FileProblemCode } from "../problems/file-problems.ts";

/**
 * What a scan tells: elements by their name without prefix, their attributes as written (see {@link attribute}), and
 * text with its entities resolved. A long text may come in several pieces.
 */
type XmlHandlers = {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (words: string) => void;
  /** Asked after each piece: true stops the scan, which then counts as complete. */
  readonly enough?: () => boolean;
};

/** No element of a spreadsheet is that long; what is longer is not looked for in the next chunk, again and again. */
const MAX_TAG = 1 << 20;

/**
 * Reads XML once from front to back in bounded memory and in time proportional to its length, whatever it holds. No
 * entity is known but the five of XML and character numbers.
 *
 * @returns undefined when all was read, or enough; else what the pieces fail with, XML_ENTITIES for a declaration of types
 * or entities, which no spreadsheet program writes, and FILE_DAMAGED when it is no UTF-8, an element, comment or section
 * does not end, or an element is longer than {@link MAX_TAG}
 */
export function scanXml(pieces: Pieces, handlers: XmlHandlers): FileProblemCode | undefined {
  const scan = scanSteps(pieces, handlers);
  for (;;) {
    const { done, value } = scan.next();
    if (done === true) return value;
    if (handlers.enough?.() === true) return undefined;
  }
}

/** The same piece by piece, for who needs the beginning only: each step reads one piece, the last says how it ended. */
export function* scanSteps(
  pieces: Pieces,
  { open, close, text }: XmlHandlers,
): Generator<undefined, FileProblemCode | undefined> {
  const decoder = new TextDecoder();
  let depth = 0;
  let first = true;
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      depth++;
      open(name, attributes);
    },
    close: (name) => {
      depth--;
      close(name);
    },
    text,
  };
  let state: State = { in: "text", rest: "" };
  for (const piece of pieces) {
    if (!piece.ok) return piece.problem;
    if (first && piece.value.subarray(0, 4).some((byte) => byte === 0 || byte >= 0xfe)) return "FILE_DAMAGED"; // UTF-16
    first = false;
    const words = decoder.decode(piece.value, { stream: true });
    const next = step(state.in, state.rest + words, handlers, false);
    if (typeof next === "string") return next;
    state = next;
    yield undefined;
  }
  const last = step(state.in, state.rest + decoder.decode(), handlers, true);
  if (typeof last === "string") return last;
  return last.in === "text" && last.rest === "" && depth === 0 ? undefined : "FILE_DAMAGED";
}

type Place = "text" | "comment" | "cdata" | "instruction";
type State = { readonly in: Place; readonly rest: string };

const ends: Readonly<Record<Exclude<Place, "text">, string>> = {
  comment: "-->",
  cdata: "]]>",
  instruction: "?>",
};

function step(place: Place, words: string, handlers: XmlHandlers, final: boolean): State | FileProblemCode {
  let inside = place;
  let at = 0;
  for (;;) {
    if (inside !== "text") {
      const end = words.indexOf(ends[inside], at);
      // Only what may be the beginning of the end is carried on: a comment of any length is read once.
      const stop = end >= 0 ? end : Math.max(at, words.length - 2);
      if (inside === "cdata" && stop > at) handlers.text(words.slice(at, stop));
      if (end < 0) return { in: inside, rest: words.slice(stop) };
      at = end + ends[inside].length;
      inside = "text";
    }
    const tag = words.indexOf("<", at);
    if (tag < 0) {
      const stop = final ? words.length : wholeEntities(words, at);
      if (stop > at) handlers.text(decoded(words.slice(at, stop)));
      return { in: "text", rest: words.slice(stop) };
    }
    if (tag > at) handlers.text(decoded(words.slice(at, tag)));
    if (words.length - tag < 9 && !final && words.indexOf(">", tag) < 0) return { in: "text", rest: words.slice(tag) };
    const kind = kindAt(words, tag);
    if (kind !== undefined) {
      inside = kind.place;
      at = tag + kind.length;
      continue;
    }
    if (words.startsWith("<!", tag)) return "XML_ENTITIES";
    const end = tagEnd(words, tag + 1);
    if (end < 0) return words.length - tag > MAX_TAG || final ? "FILE_DAMAGED" : { in: "text", rest: words.slice(tag) };
    element(words.slice(tag + 1, end), handlers);
    at = end + 1;
  }
}

function kindAt(words: string, tag: number): { place: Exclude<Place, "text">; length: number } | undefined {
  if (words.startsWith("<!--", tag)) return { place: "comment", length: 4 };
  if (words.startsWith("<![CDATA[", tag)) return { place: "cdata", length: 9 };
  return words.startsWith("<?", tag) ? { place: "instruction", length: 2 } : undefined;
}

/** The `>` that closes a tag: not one inside an attribute's quotes. */
function tagEnd(words: string, from: number): number {
  let quote = 0;
  for (let i = from; i < words.length; i++) {
    const code = words.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return i;
  }
  return -1;
}

function element(inside: string, handlers: XmlHandlers): void {
  if (inside.startsWith("/")) {
    handlers.close(localName(inside.slice(1).trim()));
    return;
  }
  const alone = inside.endsWith("/");
  const content = alone ? inside.slice(0, -1) : inside;
  const space = content.search(/\s/);
  const name = localName(space < 0 ? content : content.slice(0, space));
  handlers.open(name, space < 0 ? "" : content.slice(space + 1));
  if (alone) handlers.close(name);
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The value of an attribute by its name as written (`r:id`), or by its name behind any prefix (`*:id`). */
export function attribute(attributes: string, name: string): string | undefined {
  const anyPrefix = name.startsWith("*:");
  let at = 0;
  while (at < attributes.length) {
    const equals = attributes.indexOf("=", at);
    if (equals < 0) return undefined;
    const found = attributes.slice(at, equals).trim();
    let open = equals + 1;
    while (open < attributes.length && attributes[open] !== '"' && attributes[open] !== "'") open++;
    const close = attributes.indexOf(attributes[open] ?? '"', open + 1);
    if (close < 0) return undefined;
    if (found === name || (anyPrefix && (found === name.slice(2) || found.endsWith(name.slice(1)))))
      return decoded(attributes.slice(open + 1, close));
    at = close + 1;
  }
  return undefined;
}

/** Where text may be cut so that no entity is cut in two. */
function wholeEntities(words: string, from: number): number {
  const ampersand = words.lastIndexOf("&");
  const open = ampersand >= from && words.indexOf(";", ampersand) < 0 && words.length - ampersand < 12;
  return open ? ampersand : words.length;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(words: string): string {
  if (!words.includes("&")) return words;
  return words.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g,
    (whole, hex, decimal, name) => {
      if (typeof name === "string") return named[name] ?? whole;
      const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}
