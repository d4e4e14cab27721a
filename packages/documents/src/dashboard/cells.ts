import type { Figure } from "@simbiosi/domain";
import type { Speech } from "../speech/speech.ts";
import type { Cell } from "../xlsx/workbook.ts";

const round = (value: number): number => Number(value.toPrecision(6));

/** The central value of a figure, or the word for what it lacks: never a zero in its place. */
export const valueCell = (figure: Figure, { say }: Speech): Cell =>
  figure.state === "known"
    ? round(figure.value)
    : figure.state === "unknown"
      ? say("inconnu", "unknown")
      : say("sans objet", "not applicable");

export const lowCell = (figure: Figure): Cell => (figure.low === null ? null : round(figure.low));
export const highCell = (figure: Figure): Cell => (figure.high === null ? null : round(figure.high));

/** A cell that the facilitator fills in. */
export const toFill: Cell = { value: null, emphasis: "input" };
