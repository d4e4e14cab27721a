import { fold } from "@simbiosi/domain";
import type { BenchCase } from "../case.ts";

const words = ["Marc de café", "Palettes bois (EUR)", "Huiles usagées", "Chutes d’acier", "Drêches de brasserie"];
const size = 20_000;

/** Every header and label of a workbook is folded before it is compared. */
export const foldLabels: BenchCase = {
  name: "domain/fold-labels",
  prepare: (random) => {
    const labels = Array.from({ length: size }, () => words[Math.floor(random() * words.length)] ?? "");
    return () => ({ count: labels.map(fold).length, of: "labels" });
  },
};
