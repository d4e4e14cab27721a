import { bug, type FlowUnit, ok, text } from "@simbiosi/domain";
import type { Draft } from "../assembly/draft.ts";
import { keepAside, report } from "../assembly/draft.ts";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { lastDayOf } from "../cells/date.ts";
import { frenchNumber, parseNumber, splitMeasure } from "../cells/number.ts";
import { flowFields, outletKey } from "../fields/flow-fields.ts";
import { keptOf } from "../fields/kind.ts";
import { qualityOf } from "../recognise/quality-headers.ts";
import { quantityWords, type SaidQuantity } from "../recognise/quantity-words.ts";
import { type Reading, refuse } from "../refusals/refusal.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { type Measure, parseScaled, periodWords, type ScaledMeasure, unitWords } from "../vocabulary/units.ts";
import { yesNoWords } from "../vocabulary/words.ts";
import { matchHeader } from "./headers.ts";
import { monthKeys, type OpenCell, type OpenRow, readField, refuseCell } from "./read-row.ts";

/** Fields that are read together: a quantity may carry its unit, months stand in twelve columns or one. */
const together = new Set(["quantity", "unit", "period", "months", "unit_cost_eur", "contract_end"]);
const fieldOf = (key: string) => byKey.get(key) ?? bug(`no field ${key}`);
const byKey = new Map(flowFields.map((field) => [field.key, field] as const));
const alone = flowFields.filter(({ key }) => !together.has(key));
const nothing: ScaledMeasure = { unit: null, period: null, times: 1 };

/** Reads all cells of a flow's row into its draft. */
export function readFlowRow(open: OpenRow): Draft {
  for (const field of alone) readField(open, field);
  deduceDirection(open);
  readQualities(open);
  readOutlet(open);
  readQuantity(open);
  readLabelledQuantity(open);
  readUnitCost(open);
  readContractEnd(open);
  readMonths(open);
  return open.row;
}

const offered = new Set<unknown>(["waste", "by-product", "surplus", "capacity"]);

/** A waste leaves, a need enters: a row without direction takes it from its status, and says so. */
function deduceDirection({ row, cells }: OpenRow): void {
  const status = row.values.get("status");
  if (row.values.has("direction") || cells.has("direction")) return;
  const direction = status === "need" ? "in" : offered.has(status) ? "out" : undefined;
  if (direction === undefined) return;
  row.values.set("direction", direction);
  report(row, row.columns("status"), wordsOf(cells.get("status")?.cell ?? null), refuse("DIRECTION_DEDUCED").problem);
}

/**
 * Columns of one quality each, beside what the column of qualities says, which wins. What a need has in one is a bound
 * whose side nobody said: it is kept aside.
 */
function readQualities({ row, qualities }: OpenRow): void {
  if (qualities.size === 0) return;
  const said = row.values.get("quality");
  const found = new Map<string, unknown>(typeof said === "object" && said !== null ? Object.entries(said) : []);
  for (const [key, open] of qualities) {
    const value = qualityOf(key, open.cell);
    if (row.values.get("direction") !== "out" || found.has(key)) keepAside(row, open.header, keptOf(open.cell));
    else if (value === undefined) refuseCell(row, open, refuse("NUMBER_UNREADABLE").problem);
    else found.set(key, value);
  }
  if (found.size > 0) row.values.set("quality", Object.fromEntries(found));
}

/** The outlet of an offer or the supplier of a need, in one column; a column of its own, when there is one, agrees. */
function readOutlet({ row, cells }: OpenRow): void {
  const open = cells.get(outletKey);
  const direction = row.values.get("direction");
  if (open === undefined || (direction !== "in" && direction !== "out")) return;
  const key = direction === "out" ? "route" : "supplier";
  const reading = fieldOf(key).kind.fromCell(open.cell);
  if (!reading.ok) refuseCell(row, open, reading.problem);
  else if (row.values.has(key) && row.values.get(key) !== reading.value)
    refuseCell(row, open, refuse("CELL_UNEXPECTED").problem);
  else if (reading.value !== null) row.values.set(key, reading.value);
}

/**
 * Quantity, unit and period: said by their columns, else by the quantity's own cell, else by its header. A unit that is
 * written but not understood stays unknown: the header's would make forty pallets forty tonnes.
 */
function readQuantity({ row, cells }: OpenRow): void {
  const unitCell = cells.get("unit");
  const periodCell = periodOf(row, cells);
  const fromUnit = unitCell === undefined ? nothing : readUnit(row, unitCell);
  const fromPeriod = periodCell === undefined ? nothing : readPeriod(row, periodCell);
  const said = {
    unit: fromUnit?.unit ?? null,
    period: fromPeriod?.period ?? fromUnit?.period ?? null,
    times: (fromUnit?.times ?? 1) * (fromPeriod?.times ?? 1),
  };
  if (unitCell && fromPeriod?.period && fromUnit && differ(fromPeriod.period, fromUnit.period)) {
    refuseCell(row, unitCell, refuse("UNIT_CONFLICT").problem);
    said.times = fromPeriod.times;
  }
  const beside = readAmount(row, cells.get("quantity"), said);
  const unit = said.unit ?? (fromUnit === undefined ? null : beside.unit);
  const period = said.period ?? (fromPeriod === undefined ? null : beside.period);
  if (unit !== null) row.values.set("unit", unit);
  if (period !== null) row.values.set("period", period);
}

/**
 * The period's cell. Under a header of its own making ("Fréquence"), beside a quantity whose header says the period
 * ("Tonnage annuel"), it tells how often something is done: the quantity stays as its header says.
 */
function periodOf(row: Draft, cells: OpenRow["cells"]): OpenCell | undefined {
  const open = cells.get("period");
  const header = parseScaled(cells.get("quantity")?.hint ?? "");
  if (open === undefined || header?.period == null) return open;
  const match = matchHeader("flows", open.header);
  const said = periodWords.parse(wordsOf(open.cell).replace(/^\//, ""));
  if (match?.is === "field" || said === undefined || said === header.period) return open;
  refuseCell(row, open, refuse("PERIOD_ASIDE", { quantity: cells.get("quantity")?.header ?? "" }).problem);
  return undefined;
}

/** The number, and the unit and period that its cell or its header states. */
function readAmount(row: Draft, open: OpenCell | undefined, said: ScaledMeasure): Measure {
  if (open === undefined) return nothing;
  const reading = quantityOf(open);
  if (!reading.ok) refuseCell(row, open, reading.problem);
  if (!reading.ok || reading.value === null) return nothing;
  const { value, measure, spread } = reading.value;
  const header = parseScaled(open.hint) ?? nothing;
  // What a multiple says counts where its unit or its period is taken, and nowhere else.
  const own = measure.unit !== null || measure.period !== null;
  const unsaid = said.unit === null && said.period === null;
  const times = unsaid ? (own ? measure.times : header.times) : said.times;
  const amount = scaledBy(value, times);
  row.values.set("quantity", amount);
  if (spread > 0) {
    const percent = Math.round((100 * spread) / value);
    if (!row.values.has("uncertainty_pct")) row.values.set("uncertainty_pct", percent);
    report(row, open.header, wordsOf(open.cell), refuse("QUANTITY_RANGE", { spread: String(percent) }).problem);
  }
  if (times !== 1) {
    const as = text(frenchNumber(amount), String(amount));
    const unit = said.unit ?? measure.unit ?? header.unit;
    const period = said.period ?? measure.period ?? header.period;
    const per = [unit === null ? "" : unitWords.french(unit), period === null ? "" : `/${periodWords.french(period)}`];
    report(row, open.header, wordsOf(open.cell), refuse("QUANTITY_CONVERTED", { as, unit: per.join("") }).problem);
  }
  if (differ(measure.unit, said.unit) || differ(measure.period, said.period))
    refuseCell(row, open, refuse("UNIT_CONFLICT").problem);
  return { unit: measure.unit ?? header.unit, period: measure.period ?? header.period };
}

/** Without the dust of binary fractions: 3 × 0.1 is 0.3. What is not multiplied stays exact to the last bit. */
const scaledBy = (value: number, times: number): number =>
  times === 1 ? value : Number((value * times).toPrecision(15));

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/** `42`, `1 234,5`, `42 t/an`, `10-15 t`. */
function quantityOf({ cell }: OpenCell): Reading<SaidQuantity> {
  const reading = fieldOf("quantity").kind.fromCell(cell);
  if (reading.ok)
    return ok(typeof reading.value === "number" ? { value: reading.value, spread: 0, measure: nothing } : null);
  const said = quantityWords(cell);
  if (said === undefined || typeof cell !== "string") return reading;
  return said.value < 0 ? refuse("NUMBER_NEGATIVE") : ok(said);
}

/** The unit column may hold `t/an`: unit and period. Undefined: written, and not understood. */
function readUnit(row: Draft, open: OpenCell): ScaledMeasure | undefined {
  const measure = parseScaled(wordsOf(open.cell));
  if (measure !== undefined) return measure;
  const reading = fieldOf("unit").kind.fromCell(open.cell);
  if (reading.ok) return nothing;
  refuseCell(row, open, reading.problem);
  return undefined;
}

function readPeriod(row: Draft, open: OpenCell): ScaledMeasure | undefined {
  const words = wordsOf(open.cell).replace(/^\//, "");
  const period = periodWords.parse(words);
  if (period !== undefined) return { unit: null, period, times: 1 };
  const scaled = parseScaled(words);
  if (scaled?.period != null && scaled.unit === null) return scaled;
  const reading = fieldOf("period").kind.fromCell(open.cell);
  if (reading.ok) return nothing;
  refuseCell(row, open, reading.problem);
  return undefined;
}

/** EUR per unit. The unit that the cell or the header states must be the flow's, or becomes it when none is written. */
function readUnitCost({ row, cells }: OpenRow): void {
  const open = cells.get("unit_cost_eur");
  if (open === undefined) return;
  const parts = typeof open.cell === "string" ? splitMeasure(wordsOf(open.cell)) : undefined;
  const by = perUnit(parts?.rest ?? "") ?? perUnit(open.hint);
  const value = parts !== undefined && perUnit(parts.rest) !== undefined ? parts.value : undefined;
  const reading = value === undefined ? fieldOf("unit_cost_eur").kind.fromCell(open.cell) : ok(value);
  if (typeof by === "string" && !cells.has("unit") && !row.values.has("unit")) row.values.set("unit", by);
  if (!reading.ok) refuseCell(row, open, reading.problem);
  else if (typeof by === "string" && by !== row.values.get("unit"))
    refuseCell(row, open, refuse("UNIT_COST_CONFLICT").problem);
  else if (reading.value !== null) row.values.set("unit_cost_eur", reading.value);
}

/** `€/t` → t; `€ HT` → null, euros by no stated unit; undefined: not money. */
function perUnit(words: string): FlowUnit | null | undefined {
  const [money = "", by, ...more] = words.split(/\/|\s+(?:par|per)\s+/i);
  if (more.length > 0 || !/^(eur|euros?)(ht)?$/.test(foldKey(money))) return undefined;
  return by === undefined ? null : unitWords.parse(by.replace(/\bHT\b/i, ""));
}

/**
 * "drêches (60 t/an)", "cartons : 3 t/mois", "3 tonnes de carton": where no column tells a quantity, the label may. The
 * label stays as it is written, and the quantity is told.
 */
function readLabelledQuantity({ row, cells }: OpenRow): void {
  const label = cells.get("label");
  if (label === undefined || typeof label.cell !== "string" || row.values.has("unit")) return;
  if (row.columns("quantity") !== null) return; // a column that tells it leaves a blank as a blank
  const words = wordsOf(label.cell);
  const [, behind] = /^[^\d]*\p{L}[^\d]*[(:,–-]\s*(\d[^()]*?)\)?$/u.exec(words) ?? [];
  const [, before] = /^(\d[\d\s.,]*\p{L}+\d?(?:\s?\/\s?\p{L}+)?)\s+d(?:e\s|['’])\s*[^\d]+$/u.exec(words) ?? [];
  const said = /env/i.test(words) ? undefined : quantityWords(behind ?? before ?? "");
  if (said?.measure.unit == null || said.spread > 0) return;
  if (before === undefined && said.measure.period === null) return; // "ciment (25 kg)" is what a bag weighs
  row.values.set("quantity", scaledBy(said.value, said.measure.times));
  row.values.set("unit", said.measure.unit);
  if (said.measure.period !== null) row.values.set("period", said.measure.period);
  report(row, label.header, words, refuse("QUANTITY_IN_LABEL", { as: behind ?? before ?? "" }).problem);
}

/** The day a contract ends; of a month or a year alone, its last day, which is told. */
function readContractEnd(open: OpenRow): void {
  const found = open.cells.get("contract_end");
  const last = found === undefined ? undefined : lastDayOf(wordsOf(found.cell));
  if (found === undefined || last === undefined) {
    readField(open, fieldOf("contract_end"));
    return;
  }
  open.row.values.set("contract_end", last);
  report(open.row, found.header, wordsOf(found.cell), refuse("DATE_COMPLETED", { day: last }).problem);
}

/** Twelve columns of weights (a cross counts for one, a blank among filled ones for zero), else the Saison. */
function readMonths({ row, cells }: OpenRow): void {
  const twelve = monthKeys.map((key) => cells.get(key));
  const filled = twelve.filter((open) => open !== undefined && !isEmpty(open.cell));
  const weights = twelve.map((open) => (open === undefined ? 0 : weightOf(open)));
  const understood = weights.filter((weight) => weight !== undefined);
  const season = cells.get("months");
  if (filled.length > 0 && understood.length === 12) {
    row.values.set("months", understood);
    if (row.values.has("unit") && !row.values.has("quantity") && !cells.has("quantity"))
      sumMonths(row, filled[0], understood);
    if (season === undefined) return;
    report(row, season.header, wordsOf(season.cell), refuse("MONTHS_TWICE").problem);
    keepAside(row, season.header, keptOf(season.cell));
    return;
  }
  for (const [month, open] of twelve.entries())
    if (open !== undefined) {
      if (weights[month] === undefined) refuseCell(row, open, refuse("MONTHS_UNREADABLE").problem);
      else keepAside(row, open.header, keptOf(open.cell)); // its neighbours are not twelve weights without it
    }
  if (season === undefined) return;
  const reading = fieldOf("months").kind.fromCell(season.cell);
  if (!reading.ok) refuseCell(row, season, reading.problem);
  else if (reading.value !== null) row.values.set("months", reading.value);
}

/** Twelve columns beside a unit, in a row without a quantity, hold the quantities of the months themselves. */
function sumMonths(row: Draft, first: OpenCell | undefined, months: readonly number[]): void {
  const sum = months.reduce((total, month) => total + month, 0);
  if (sum <= 0 || !months.some((month) => month > 1) || row.columns("quantity") !== null) return;
  row.values.set("quantity", sum);
  row.values.set("period", "year");
  report(row, first?.header ?? null, frenchNumber(sum), refuse("MONTHS_SUMMED").problem);
}

function weightOf({ cell }: OpenCell): number | undefined {
  if (typeof cell === "number") return cell >= 0 ? cell + 0 : undefined;
  const answer = yesNoWords.parse(wordsOf(cell));
  const weight = parseNumber(wordsOf(cell)) ?? (answer === undefined ? undefined : answer === "yes" ? 1 : 0);
  return weight !== undefined && weight >= 0 ? weight : undefined;
}
