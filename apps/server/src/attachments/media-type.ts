/** What may be put beside an object, by the first bytes that such a file has and the endings it goes by. */
const kinds: readonly {
  readonly begins: readonly number[];
  readonly endings: Readonly<Record<string, string>>;
}[] = [
  { begins: [0x25, 0x50, 0x44, 0x46, 0x2d], endings: { pdf: "application/pdf" } },
  { begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], endings: { png: "image/png" } },
  { begins: [0xff, 0xd8, 0xff], endings: { jpg: "image/jpeg", jpeg: "image/jpeg" } },
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    endings: {
      docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      odt: "application/vnd.oasis.opendocument.text",
      ods: "application/vnd.oasis.opendocument.spreadsheet",
      odp: "application/vnd.oasis.opendocument.presentation",
    },
  },
];
const written: Readonly<Record<string, string>> = { txt: "text/plain", csv: "text/csv" };

/**
 * The type of a file that both its name and its bytes say it has, or undefined: what only calls itself a PDF is none,
 * and what no office uses is not kept.
 */
export function mediaTypeOf(name: string, bytes: Uint8Array): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  for (const { begins, endings } of kinds)
    if (Object.hasOwn(endings, ending))
      return begins.every((byte, i) => bytes[i] === byte) ? endings[ending] : undefined;
  return Object.hasOwn(written, ending) && !bytes.includes(0) ? written[ending] : undefined;
}
