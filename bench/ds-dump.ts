import { writeFileSync } from "node:fs";
import { everyWord, randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { diagnose } from "@simbiosi/study";
import { companySheet, diagnosticActions, renderDocx, roadmap } from "../packages/documents/dist/index.js";

const reference = loadReference();
const d = await diagnose(reference, randomTerritory(1, 80, 4, everyWord(reference)), [], {
  day: "2026-11-23",
  top: 10,
  objective: "gain",
  budget: null,
  gap: 0.01,
  seed: 1,
});
const r = diagnosticActions(d.diagnosis, "fr");
writeFileSync("/tmp/ds-report.json", JSON.stringify(r));
writeFileSync("/tmp/ds-roadmap.json", JSON.stringify(roadmap(d.diagnosis, "fr")));
const t0 = process.cpuUsage().user;
const sheets = d.diagnosis.inventory.establishments.map((e) => companySheet(d.diagnosis, e, "fr"));
console.log("sheets build ms cpu", (process.cpuUsage().user - t0) / 1000);
writeFileSync("/tmp/ds-sheets.json", JSON.stringify(sheets));
writeFileSync("/tmp/ds-old.docx", await renderDocx(r));
writeFileSync("/tmp/ds-old-roadmap.docx", await renderDocx(roadmap(d.diagnosis, "fr")));
