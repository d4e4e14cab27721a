import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { drawPng } from "../pictures/png.ts";
import { readBranding } from "./branding.ts";
import { restyle } from "./restyle.ts";

const svg = (inside: string) =>
  strToU8(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${inside}</svg>`);
const square = svg('<rect width="40" height="20" fill="#0b4a50"/>');
const png = drawPng(strFromU8(square), 40).bytes;

const types = (kind: string) =>
  `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/></Types>`;
const template = (styles: string, more: Record<string, Uint8Array> = {}, kind = "wordprocessingml.template.main") =>
  zipSync({ "[Content_Types].xml": strToU8(types(kind)), "word/styles.xml": strToU8(styles), ...more });
const styleOf = (id: string, name: string, inside: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const plain = `<w:styles>${styleOf("Titre1", "heading 1", '<w:rPr><w:color w:val="AA0000"/></w:rPr>')}</w:styles>`;

const read = (logo: Uint8Array | null, wordTemplate: Uint8Array | null = null, name = "Collectivité (fictive)") =>
  readBranding({ logos: logo === null ? [] : [{ name, bytes: logo }], wordTemplate });

test.each([
  { kind: "SVG", bytes: square },
  { kind: "PNG", bytes: png },
])("a logo in $kind is read, with its proportions", ({ bytes }) => {
  const branding = read(bytes);
  expect(branding.ok && branding.value.logos[0]?.ratio).toBeCloseTo(0.5, 2);
});

test.each([
  { case: "a JPEG", logo: new Uint8Array([0xff, 0xd8, 0xff, 1]), code: "BRANDING_LOGO_FORMAT" },
  { case: "an empty file", logo: new Uint8Array(), code: "BRANDING_LOGO_FORMAT" },
  { case: "a script", logo: svg("<script>1</script>"), code: "BRANDING_LOGO_UNSAFE" },
  { case: "an image from the network", logo: svg('<image href="https://x/y.png"/>'), code: "BRANDING_LOGO_UNSAFE" },
  { case: "an image from the disk", logo: svg('<image xlink:href="/etc/x.png"/>'), code: "BRANDING_LOGO_UNSAFE" },
  { case: "an entity", logo: strToU8('<!DOCTYPE svg [<!ENTITY x "y">]><svg/>'), code: "BRANDING_LOGO_UNSAFE" },
  { case: "a PNG cut short", logo: png.slice(0, png.length - 20), code: "BRANDING_LOGO_UNREADABLE" },
  { case: "an SVG cut short", logo: square.slice(0, 60), code: "BRANDING_LOGO_UNREADABLE" },
  { case: "too heavy a file", logo: new Uint8Array(3_000_001), code: "BRANDING_LOGO_TOO_LARGE" },
])("$case is refused, with what to do", ({ logo, code }) => {
  const branding = read(logo);
  expect(branding.ok ? null : branding.problem.code).toBe(code);
});

test("a logo says whose it is, and there are not twenty of them", () => {
  const unnamed = read(square, null, " ");
  expect(unnamed.ok ? null : unnamed.problem.code).toBe("BRANDING_LOGO_UNNAMED");
  const many = readBranding({
    logos: Array.from({ length: 9 }, () => ({ name: "x", bytes: square })),
    wordTemplate: null,
  });
  expect(many.ok ? null : many.problem.code).toBe("BRANDING_TOO_MANY_LOGOS");
});

test.each([
  { case: "not an archive", bytes: strToU8("bonjour"), code: "BRANDING_TEMPLATE_INVALID" },
  { case: "a workbook", bytes: template(plain, {}, "spreadsheetml.sheet.main"), code: "BRANDING_TEMPLATE_INVALID" },
  { case: "no styles", bytes: template("<w:styles/>"), code: "BRANDING_TEMPLATE_INVALID" },
  {
    case: "macros",
    bytes: template(plain, { "word/vbaProject.bin": new Uint8Array([1]) }),
    code: "BRANDING_TEMPLATE_MACROS",
  },
])("a template that is $case is refused", ({ bytes, code }) => {
  const branding = read(null, bytes);
  expect(branding.ok ? null : branding.problem.code).toBe(code);
});

test("a style is taken by the name that all languages of Word share, with what it inherits", () => {
  const styles = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>${styleOf("TitreBase", "Titre base", '<w:rPr><w:b/><w:color w:val="00AA00"/></w:rPr>')}${styleOf("Titre1", "heading 1", '<w:basedOn w:val="TitreBase"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:spacing w:after="99"/></w:pPr><w:rPr><w:color w:val="AA0000"/></w:rPr>')}</w:styles>`;
  const theme = '<a:theme><a:minorFont><a:latin typeface="Marianne (fictive)"/></a:minorFont></a:theme>';
  const branding = read(null, template(styles, { "word/theme/theme1.xml": strToU8(theme) }));
  const taken = branding.ok ? branding.value.wordStyles : null;
  const ours = `<w:styles>${styleOf("Heading1", "heading 1", '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr>')}${styleOf("Lead", "Lead", "<w:rPr><w:i/></w:rPr>")}</w:styles>`;
  const made = restyle(ours, taken ?? new Map());
  expect(made).toBe(
    `<w:styles>${styleOf(
      "Heading1",
      "heading 1",
      '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="99"/></w:pPr><w:rPr><w:rFonts w:ascii="Marianne (fictive)" w:hAnsi="Marianne (fictive)" w:cs="Marianne (fictive)"/><w:b/><w:color w:val="AA0000"/><w:sz w:val="22"/></w:rPr>',
    )}${styleOf("Lead", "Lead", "<w:rPr><w:i/></w:rPr>")}</w:styles>`,
  );
});

test("styles that go round in a circle do not hang", () => {
  const circle = `<w:styles>${styleOf("A", "a", '<w:basedOn w:val="B"/>')}${styleOf("B", "b", '<w:basedOn w:val="A"/>')}</w:styles>`;
  expect(read(null, template(circle)).ok).toBe(true);
  expect(Object.keys(unzipSync(template(circle)))).toContain("word/styles.xml");
});
