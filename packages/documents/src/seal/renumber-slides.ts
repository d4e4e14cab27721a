import type { Parts } from "./seal-zip.ts";

/**
 * Numbers the shapes of each slide from 2 on (1 is the slide itself): the writer of slides may give a table and a
 * text the same number, which PowerPoint mends aloud.
 */
export function renumberSlides(parts: Parts): Parts {
  return new Map(
    [...parts].map(([name, xml]) => {
      if (!/^ppt\/slides\/[^/]+\.xml$/.test(name)) return [name, xml];
      let shape = 1;
      return [name, xml.replace(/(<p:cNvPr\b[^>]*?\bid=")\d+"/g, (_, start: string) => `${start}${shape++}"`)];
    }),
  );
}
