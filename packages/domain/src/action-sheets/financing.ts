import type { ActionSheet, FundingState, SheetFunder } from "./action-sheet.ts";

/** Planned and spent, in cents; a line that nobody can tell yet is counted, never taken for nothing. */
export type Spending = { readonly planned: number; readonly actual: number; readonly unknown: number };

export type Funding = Readonly<Record<Exclude<FundingState, "refused">, number>>;

/**
 * Who pays an action or a whole plan, in cents excluding VAT. Intent (to ask, asked), commitment (agreed) and event
 * (paid) are four columns; what is left to the carriers is worked out against each, never against their mixture.
 */
export type Financing = {
  readonly investment: Spending;
  readonly running: Spending;
  /** Hundredths of a full-time equivalent, by year. */
  readonly time: Spending;
  readonly byYear: readonly { readonly year: number; readonly investment: Spending; readonly running: Spending }[];
  readonly byFunder: readonly { readonly name: string; readonly amounts: Funding; readonly unknown: number }[];
  readonly funding: Funding;
  /** Funders whose amount nobody can tell yet. */
  readonly unknownFunding: number;
  /** What the planned money leaves to the carriers if nothing more than what is sure comes, and if all that is hoped for does. */
  readonly ownIfSure: number;
  readonly ownIfHoped: number;
};

type Money = Pick<ActionSheet, "budget" | "funders">;

const noFunding: Funding = { "to-ask": 0, asked: 0, agreed: 0, paid: 0 };
const total = ({ "to-ask": ask, asked, agreed, paid }: Funding): number => ask + asked + agreed + paid;

function spendingOf(lines: readonly { readonly planned: number | null; readonly actual: number | null }[]): Spending {
  return {
    planned: lines.reduce((sum, { planned }) => sum + (planned ?? 0), 0),
    actual: lines.reduce((sum, { actual }) => sum + (actual ?? 0), 0),
    unknown: lines.filter(({ planned }) => planned === null).length,
  };
}

function fundingOf(funders: readonly SheetFunder[]): Funding {
  const amounts = { ...noFunding };
  for (const { state, amount } of funders) if (state !== "refused") amounts[state] += amount ?? 0;
  return amounts;
}

/** The financing plan of some actions: each line counts once, each funder once by its name. */
export function financingOf(sheets: readonly Money[]): Financing {
  const lines = sheets.flatMap(({ budget }) => budget);
  const money = lines.filter(({ unit }) => unit === "eur");
  const kind = (wanted: "investment" | "running", year?: number): Spending =>
    spendingOf(money.filter((line) => line.kind === wanted && (year === undefined || line.year === year)));
  const funders = sheets.flatMap((sheet) => sheet.funders).filter(({ state }) => state !== "refused");
  const names = [...new Set(funders.map(({ name }) => name))].sort();
  const years = [...new Set(money.map(({ year }) => year))].sort((a, b) => a - b);
  const [investment, running] = [kind("investment"), kind("running")];
  const funding = fundingOf(funders);
  const planned = investment.planned + running.planned;
  return {
    investment,
    running,
    time: spendingOf(lines.filter(({ unit }) => unit === "fte")),
    byYear: years.map((year) => ({ year, investment: kind("investment", year), running: kind("running", year) })),
    byFunder: names.map((name) => {
      const own = funders.filter((one) => one.name === name);
      return { name, amounts: fundingOf(own), unknown: own.filter(({ amount }) => amount === null).length };
    }),
    funding,
    unknownFunding: funders.filter(({ amount }) => amount === null).length,
    ownIfSure: planned - funding.agreed - funding.paid,
    ownIfHoped: planned - total(funding),
  };
}
