import type { Report } from "../blocks/block.ts";
import { type Branding, plainBranding } from "../branding/branding.ts";
import { compileInThread } from "./in-thread.ts";
import { jobOf } from "./pdf-job.ts";

/**
 * A report as a PDF that claims PDF/UA-1: tagged, titled, in its language, with an alternative for every
 * figure; the compiler refuses to write one that does not hold the claim. The same report gives the same bytes.
 * It is laid out in a thread beside this one, which stays free to go on.
 *
 * @throws when the tree is not well formed (see `checkReport`) or the template fails: bugs, both of them
 */
export const renderPdf = async (report: Report, branding: Branding = plainBranding): Promise<Uint8Array> =>
  compileInThread(jobOf(report, branding));
