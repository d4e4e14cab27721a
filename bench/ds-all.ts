import { writeFileSync } from "node:fs";
import { renderDocx } from "../packages/documents/src/docx/render-docx.ts";
import { allBlocks, reportOf } from "../packages/documents/src/testing/sample-report.ts";

writeFileSync(process.argv[2]!, await renderDocx(reportOf(allBlocks)));
