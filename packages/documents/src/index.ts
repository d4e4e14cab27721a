export type * from "./blocks/block.ts";
export type * from "./blocks/deck.ts";
export { type Branding, type BrandingFiles, readBranding } from "./branding/branding.ts";
export { companySheet } from "./company-sheets/company-sheet.ts";
export { sheetNames } from "./company-sheets/file-names.ts";
export { dashboard } from "./dashboard/dashboard.ts";
export { steeringDeck } from "./deck/deck.ts";
export { bestOfEach } from "./diagnostic-actions/ideas.ts";
export { refusedIdeas } from "./diagnostic-actions/refused-ideas.ts";
export { diagnosticActions } from "./diagnostic-actions/report.ts";
export { disclosedDeck } from "./disclosure/deck.ts";
export { disclosedDiagnostic } from "./disclosure/report.ts";
export { disclosedRoadmap } from "./disclosure/roadmap.ts";
export { disclosedDashboard } from "./disclosure/workbook.ts";
export { renderDocx } from "./docx/render-docx.ts";
export { rehearsePdf } from "./pdf/in-thread.ts";
export { renderPdf } from "./pdf/render-pdf.ts";
export { renderPptx } from "./pptx/render-pptx.ts";
export { roadmap } from "./roadmap/roadmap.ts";
export type { WrittenPlan } from "./written-plan/plan.ts";
export { writtenPlan } from "./written-plan/written-plan.ts";
export { renderXlsx } from "./xlsx/render-xlsx.ts";
export {
  address,
  type Cell,
  columnRange,
  type Format,
  type FullCell,
  type Sheet,
  type SheetColumn,
  type Workbook,
} from "./xlsx/workbook.ts";
