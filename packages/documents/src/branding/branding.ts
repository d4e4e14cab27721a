import { fail, ok, type Result } from "@simbiosi/domain";
import type { Logo } from "./logo.ts";
import { brandingProblem } from "./problems.ts";
import { readLogo } from "./read-logo.ts";
import { readWordTemplate, type TemplateStyles } from "./word-template.ts";

/** What a territory puts of its own on its documents, checked and ready to be drawn. */
export type Branding = {
  /** On the cover and at the foot of every page, in the order given. */
  readonly logos: readonly Logo[];
  /** Styles of the user's own Word template, null when there is none. */
  readonly wordStyles: TemplateStyles | null;
};

/** A document without anything of anybody's own. */
export const plainBranding: Branding = { logos: [], wordStyles: null };

export type BrandingFiles = {
  readonly logos: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly wordTemplate: Uint8Array | null;
};

/** Beyond this a cover is a wall of logos. */
const logosAtMost = 8;

/**
 * Checks and reads what a user gives: logos as PNG or SVG, and a Word template whose styles are to be used.
 * Problems: `BRANDING_LOGO_FORMAT`, `BRANDING_LOGO_TOO_LARGE`, `BRANDING_LOGO_UNSAFE`, `BRANDING_LOGO_UNREADABLE`,
 * `BRANDING_LOGO_UNNAMED`, `BRANDING_TOO_MANY_LOGOS`, `BRANDING_TEMPLATE_MACROS`, `BRANDING_TEMPLATE_INVALID`.
 */
export function readBranding({ logos, wordTemplate }: BrandingFiles): Result<Branding> {
  if (logos.length > logosAtMost) return fail(brandingProblem("BRANDING_TOO_MANY_LOGOS", { most: logosAtMost }));
  const read: Logo[] = [];
  for (const { name, bytes } of logos) {
    const logo = readLogo(name, bytes);
    if (!logo.ok) return logo;
    read.push(logo.value);
  }
  if (wordTemplate === null) return ok({ logos: read, wordStyles: null });
  const styles = readWordTemplate(wordTemplate);
  return styles.ok ? ok({ logos: read, wordStyles: styles.value }) : styles;
}
