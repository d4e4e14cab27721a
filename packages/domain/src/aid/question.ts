import type { Figure } from "../figures/figure.ts";
import type { AidKind, AidSector, FirmSize } from "../reference-data/rows.ts";
import type { Text } from "../text/text.ts";
import type { DeMinimisGrant } from "./de-minimis.ts";

export type AidQuestion = {
  /** The expense, in EUR without VAT. */
  readonly investment: Figure;
  readonly kind: AidKind;
  /** What the project is about: circular-economy, waste, water, heat, reuse, recycled-matter… */
  readonly themes: readonly string[];
  readonly beneficiary: {
    readonly size: FirmSize | null;
    /** Does it offer goods or services on a market? Null: not known. */
    readonly economic: boolean | null;
    readonly sector: AidSector;
    /** Is the expense the pay of staff of a commune, of its grouping or of the State? */
    readonly publicStaff: boolean;
    /** De minimis aid of the single undertaking; null: not declared yet. */
    readonly deMinimis: readonly DeMinimisGrant[] | null;
  };
  readonly context: string;
  readonly day: string;
  /** Has an order been signed or have works begun? Null: not known. */
  readonly started: boolean | null;
};

/** Why a scheme may pay, may not, or cannot be told yet. */
export type AidReason = { readonly holds: "yes" | "no" | "unknown"; readonly sentence: Text };
