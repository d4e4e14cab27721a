import type { Report } from "../blocks/block.ts";
import { escapeXml, wordNames, xmlHead } from "./xml.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const packages = "http://schemas.openxmlformats.org/package/2006";
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** What a part points to, numbered rId1, rId2… in the order of first use; the same target has one number. */
export class Links {
  readonly #entries = new Map<string, string>();

  /** @returns the id by which the part names the target */
  to(type: "hyperlink" | "image" | "header" | "footer" | PartName, target: string): string {
    const mode = type === "hyperlink" ? ' TargetMode="External"' : "";
    const entry = `Type="${office}/relationships/${type}" Target="${escapeXml(target)}"${mode}`;
    const id = this.#entries.get(entry) ?? `rId${this.#entries.size + 1}`;
    this.#entries.set(entry, id);
    return id;
  }

  part(): string {
    return relationships([...this.#entries].map(([entry, id]) => `Id="${id}" ${entry}`));
  }
}

type PartName = "styles" | "numbering" | "footnotes" | "settings";

const relationships = (entries: readonly string[]): string =>
  `${xmlHead}<Relationships xmlns="${packages}/relationships">${entries.map((entry) => `<Relationship ${entry}/>`).join("")}</Relationships>`;

export const packageLinks = relationships([
  `Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"`,
  `Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"`,
  `Id="rId3" Type="${office}/relationships/extended-properties" Target="docProps/app.xml"`,
]);

/** What kind each part is, told by the name of the part: `footer2.xml` is a footer. */
export function contentTypes(wordParts: readonly string[]): string {
  const overrides = wordParts.map((name) => {
    const kind = name.replace(/\d*\.xml$/, "");
    return `<Override PartName="/word/${name}" ContentType="${wordType}.${kind === "document" ? "document.main" : kind}+xml"/>`;
  });
  return `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join("")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`;
}

/** Title, author and day: the day the report speaks of, not the moment of the computer. */
export function coreProperties({ title, author, subtitle, date }: Report): string {
  const [who, when] = [escapeXml(author), `${date}T12:00:00Z`];
  const description = subtitle === null ? "" : `<dc:description>${escapeXml(subtitle)}</dc:description>`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`;
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${who}</dc:creator>${description}<cp:lastModifiedBy>${who}</cp:lastModifiedBy><cp:revision>1</cp:revision>${stamp("created")}${stamp("modified")}</cp:coreProperties>`;
}

export const appProperties = `${xmlHead}<Properties xmlns="${office}/extended-properties"><Application>Simbiosi</Application></Properties>`;

/** Compatibility 15 is Word of today: without it, Word opens the file in a reduced mode. */
export const settings = `${xmlHead}<w:settings ${wordNames}><w:defaultTabStop w:val="720"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
