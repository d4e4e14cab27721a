import * as domain from "@simbiosi/domain";
import type { Page } from "playwright-core";
import { violations } from "../axe.ts";
import { isWord, type Lang, ofOtherLanguage } from "./other-language.ts";

/** Every key of the domain's lists: what programs say to each other, never people. */
const keys = new Set(
  Object.values(domain as Record<string, unknown>).flatMap((list) =>
    Array.isArray(list) ? list.filter((one): one is string => typeof one === "string") : [],
  ),
);
// Of the taxonomy (`packaging.pallets`), of programs, of rows.
const never = [
  /^[a-z][a-z-]*(?:\.[a-z][a-z-]*)+$/,
  /\bundefined\b|\bNaN\b|\[object Object\]|(?:^|\s)null(?:$|\s)/,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/,
];
const fileName = /\.(?:csv|docx|json|pdf|pptx|xlsx)$/;
const neverShown = (text: string): boolean => never.some((one) => one.test(text));

/** What a reader of the page meets: its texts, and what is read out of fields and pictures. */
type Seen = {
  readonly texts: readonly string[];
  readonly title: string;
  readonly headings: number;
  readonly lang: string;
  /** Tables whose rows are not all as wide as their head. */
  readonly ragged: number;
};

// Said to the page as text: the tests know nothing of documents.
const reader = `(() => {
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
    if (node.parentElement.closest("script, style, noscript, textarea, code, [lang]:not(html)") === null) texts.push(node.textContent);
  const told = ["aria-label", "placeholder", "title"];
  for (const one of document.querySelectorAll("[aria-label], [placeholder], [title]"))
    for (const name of told) texts.push(one.getAttribute(name) ?? "");
  return {
    texts: [...new Set(texts.map((text) => text.replace(/\\s+/g, " ").trim()))].filter((text) => text !== ""),
    title: document.title,
    headings: [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
    lang: document.documentElement.lang,
    ragged: [...document.querySelectorAll("table")].filter((table) => {
      const rows = [...table.rows].filter((row) => row.className !== "spacer");
      return new Set(rows.map((row) => [...row.cells].reduce((all, cell) => all + cell.colSpan, 0))).size > 1;
    }).length,
  };
})()`;

/** By how much the page is wider than its window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Keys are written as English words are: in English only one that no word is like gives itself away. */
const tells = (key: string, lang: Lang): boolean => lang === "fr" || /[-.\d]|[a-z][A-Z]/.test(key);
const isKey = (text: string, lang: Lang): boolean => keys.has(text) && !isWord(text, lang) && tells(text, lang);
const keyWithin = (text: string, lang: Lang): boolean =>
  lang === "fr" && (text.match(/\b[a-z]+(?:-[a-z]+)+\b/g) ?? []).some((word) => keys.has(word));

/** Everything that is wrong with the page as it stands: one line a fault. */
export async function faults(page: Page, lang: Lang): Promise<readonly string[]> {
  const { texts: all, title, headings, lang: told, ragged } = await page.evaluate<Seen>(reader);
  // The name of a file is of whoever named it.
  const texts = all.filter((text) => !fileName.test(text));
  return [
    ...(headings === 1 ? [] : [`${headings} headings of level 1`]),
    ...(/.+ · Simbiosi$/.test(title) ? [] : [`title “${title}”`]),
    ...(ragged === 0 ? [] : [`${ragged} tables with rows wider or narrower than their head`]),
    ...(told === lang ? [] : [`told to be in “${told}”`]),
    ...((await overflow(page)) > 0 ? ["scrolls sideways"] : []),
    ...ofOtherLanguage(texts, lang).map((text) => `of the other language: ${text.slice(0, 160)}`),
    ...texts.filter((text) => isKey(text, lang) || keyWithin(text, lang)).map((text) => `a key: ${text.slice(0, 160)}`),
    ...texts.filter((text) => neverShown(text)).map((text) => `never shown: ${text.slice(0, 160)}`),
    ...(await violations(page)),
  ];
}
