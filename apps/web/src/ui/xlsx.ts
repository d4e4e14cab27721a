/** What a sheet is made of: words, numbers or nothing. */
type Cell = string | number | null;

const escapeXml = (words: string): string =>
  words
    // What no XML may hold.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

/** An archive whose parts are stored as they are: a few hundred rows need no compression. */
function zip(parts: readonly (readonly [string, string])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
    const header = (signature: number, central: boolean): Uint8Array => {
      const view = new DataView(new ArrayBuffer(central ? 46 : 30));
      view.setUint32(0, signature, true);
      const from = central ? 6 : 4;
      if (central) view.setUint16(4, 20, true);
      view.setUint16(from, 20, true);
      view.setUint16(from + 2, 0x0800, true); // names in UTF-8
      view.setUint16(from + 8, 0x21, true); // the first of January 1980
      view.setUint32(from + 10, crc32(bytes), true);
      view.setUint32(from + 14, bytes.length, true);
      view.setUint32(from + 18, bytes.length, true);
      view.setUint16(from + 22, path.length, true);
      if (central) view.setUint32(42, at, true);
      return new Uint8Array(view.buffer);
    };
    directory.push(header(0x02014b50, true), path);
    const local = header(0x04034b50, false);
    chunks.push(local, path, bytes);
    at += local.length + path.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  const all = [...chunks, ...directory, new Uint8Array(end.buffer)];
  const whole = new Uint8Array(at + size + 22);
  let offset = 0;
  for (const chunk of all) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/**
 * Rows as an Excel workbook of one sheet, with a bold header that stays and a filter. Words are inline strings: whatever
 * they begin with, no cell is ever a formula.
 */
export function xlsxOf(name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Blob {
  const row = (cells: readonly Cell[], at: number, style = ""): string =>
    `<row r="${at}">${cells
      .map((cell, i) =>
        cell === null
          ? ""
          : typeof cell === "number"
            ? `<c r="${letters(i)}${at}"${style}><v>${cell}</v></c>`
            : `<c r="${letters(i)}${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
      )
      .join("")}</row>`;
  const range = `A1:${letters(header.length - 1)}${rows.length + 1}`;
  const sheet = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${header.length}" width="18" customWidth="1"/></cols><sheetData>${row(header, 1, ' s="1"')}${rows.map((cells, i) => row(cells, i + 2)).join("")}</sheetData><autoFilter ref="${range}"/></worksheet>`;
  const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const bytes = zip([
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escapeXml(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/worksheets/sheet1.xml", sheet],
    ["xl/styles.xml", styles],
  ]);
  return new Blob([bytes], { type: `${type}.sheet` });
}
