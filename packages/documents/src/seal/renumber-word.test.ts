import { expect, test } from "vitest";
import { renumberWord } from "./renumber-word.ts";

const document = (link: string, image: string, mark: number) =>
  `<w:hyperlink r:id="${link}"/><wp:docPr id="${mark + 7}" name="a"/><pic:cNvPr id="${mark}" name="b"/><a:blip r:embed="${image}"/>` +
  `<w:bookmarkStart w:name="_Toc${mark}" w:id="${mark}"/><w:bookmarkEnd w:id="${mark}"/><w:hyperlink w:anchor="_Toc${mark}"/>`;
const parts = (link: string, image: string, mark: number) =>
  new Map([
    ["word/document.xml", document(link, image, mark)],
    [
      "word/_rels/document.xml.rels",
      `<Relationships xmlns="r"><Relationship Id="rId9" Target="styles.xml"/><Relationship Id="${image}" Target="media/image1.png"/><Relationship Id="${link}" Target="https://x" TargetMode="External"/></Relationships>`,
    ],
  ]);

test("ids drawn at random or counted by the process become the order of use", () => {
  const made = renumberWord(parts("rIdabc123", "rId4", 12));
  expect(made).toEqual(renumberWord(parts("rIdzzz", "rId31", 400)));
  expect(made.get("word/document.xml")).toBe(
    '<w:hyperlink r:id="rId1"/><wp:docPr id="1" name="a"/><pic:cNvPr id="2" name="b"/><a:blip r:embed="rId2"/>' +
      '<w:bookmarkStart w:name="_Toc1" w:id="1"/><w:bookmarkEnd w:id="1"/><w:hyperlink w:anchor="_Toc1"/>',
  );
  expect(made.get("word/_rels/document.xml.rels")).toBe(
    '<Relationships xmlns="r"><Relationship Id="rId1" Target="https://x" TargetMode="External"/><Relationship Id="rId2" Target="media/image1.png"/><Relationship Id="rId3" Target="styles.xml"/></Relationships>',
  );
});
