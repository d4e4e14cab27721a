import { readFileSync, writeFileSync } from "node:fs";
import { renderDocx } from "../packages/documents/dist/index.js";

for (const f of ["report", "roadmap"]) {
  const r = JSON.parse(readFileSync(`/tmp/ds-${f}.json`, "utf8"));
  const c = process.cpuUsage().user;
  const t = performance.now();
  const b = await renderDocx(r);
  console.log(
    f,
    "cpu",
    (process.cpuUsage().user - c) / 1000,
    "wall",
    performance.now() - t,
    b.length,
    "rss",
    process.resourceUsage().maxRSS / 1024,
  );
  writeFileSync(`/tmp/ds-new-${f}.docx`, b);
}
