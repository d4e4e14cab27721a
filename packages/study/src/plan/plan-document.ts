import { renderDocx, renderPdf, type WrittenPlan, writtenPlan } from "@simbiosi/documents";
import type { Lang } from "@simbiosi/domain";

/** The action plan of a territory as a document to be read, voted and signed. */
export const planDocument = (plan: WrittenPlan, format: "docx" | "pdf", lang: Lang): Promise<Uint8Array> => {
  const report = writtenPlan(plan, lang);
  return format === "pdf" ? renderPdf(report) : renderDocx(report);
};
