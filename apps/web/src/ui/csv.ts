/**
 * Rows as a CSV that a French spreadsheet opens as it is (semicolon, mark of UTF-8), in which no cell is ever a formula:
 * what begins like one is given an apostrophe.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Blob {
  const cell = (value: string | number | null): string => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", ",");
    const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  };
  const text = [header, ...rows].map((row) => row.map(cell).join(";")).join("\r\n");
  return new Blob([`\uFEFF${text}\r\n`], { type: "text/csv;charset=utf-8" });
}

/** Hands a file to the person. */
export function saveAs(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
