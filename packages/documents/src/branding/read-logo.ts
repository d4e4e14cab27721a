import { fail, ok, type Result } from "@simbiosi/domain";
import { cleanText } from "../blocks/clean.ts";
import { drawPng } from "../pictures/png.ts";
import type { Logo } from "./logo.ts";
import { brandingProblem } from "./problems.ts";

const megabytesAtMost = 3;
const pixelsAtMost = 6000;
/** Wide enough for print at the size of a logo. */
const drawnWidth = 720;

/** A logo drawn again as a PNG of our own: nothing that its file hides goes into a document. */
export function readLogo(name: string, bytes: Uint8Array): Result<Logo> {
  const said = cleanText(name).trim();
  const refuse = (code: Parameters<typeof brandingProblem>[0]) =>
    fail(brandingProblem(code, { name: said, most: megabytesAtMost }));
  if (said === "") return refuse("BRANDING_LOGO_UNNAMED");
  if (bytes.length > megabytesAtMost * 1e6) return refuse("BRANDING_LOGO_TOO_LARGE");
  const svg = isPng(bytes) ? wrapPng(bytes) : readSvg(bytes);
  if (typeof svg === "string") {
    try {
      const { bytes: png, ratio } = drawPng(svg, drawnWidth);
      return Number.isFinite(ratio) && ratio > 0.02 && ratio < 50
        ? ok({ name: said, png, ratio })
        : refuse("BRANDING_LOGO_UNREADABLE");
    } catch {
      return refuse("BRANDING_LOGO_UNREADABLE");
    }
  }
  return refuse(svg.refused);
}

type Refused = {
  readonly refused:
    | "BRANDING_LOGO_FORMAT"
    | "BRANDING_LOGO_TOO_LARGE"
    | "BRANDING_LOGO_UNSAFE"
    | "BRANDING_LOGO_UNREADABLE";
};

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => signature.every((byte, i) => bytes[i] === byte);

/** The size is in the first chunk of the file (PNG, third edition, §11.2.1); a file cut short has no last chunk. */
function wrapPng(bytes: Uint8Array): string | Refused {
  const file = Buffer.from(bytes);
  if (file.length < 45 || !file.includes("IEND", file.length - 12)) return { refused: "BRANDING_LOGO_UNREADABLE" };
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (width === 0 || height === 0) return { refused: "BRANDING_LOGO_UNREADABLE" };
  if (width > pixelsAtMost || height > pixelsAtMost) return { refused: "BRANDING_LOGO_TOO_LARGE" };
  const data = `data:image/png;base64,${file.toString("base64")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${data}"/></svg>`;
}

function readSvg(bytes: Uint8Array): string | Refused {
  const text = Buffer.from(bytes).toString("utf8");
  if (!/<svg[\s/>]/i.test(text.slice(0, 4000))) return { refused: "BRANDING_LOGO_FORMAT" };
  const elsewhere = [...text.matchAll(/\b(?:xlink:)?href\s*=\s*["']\s*([^"']*)/gi)].some(
    ([, target = ""]) => !/^(#|data:image\/(png|jpeg);)/i.test(target),
  );
  const imports = /url\(\s*["']?(?!["']?#)|@import/i.test(text);
  if (elsewhere || imports || /<script|<foreignObject|<!ENTITY|\bon\w+\s*=/i.test(text))
    return { refused: "BRANDING_LOGO_UNSAFE" };
  return text;
}
