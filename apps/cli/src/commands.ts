import { checkCommand } from "./check/check.ts";
import type { Command } from "./command.ts";
import { detectCommand } from "./detect/detect.ts";
import { diagnoseCommand } from "./diagnose/diagnose.ts";
import { importCommand } from "./import/import.ts";
import { optimiseCommand } from "./optimise/optimise.ts";
import { referenceCommand } from "./reference/reference.ts";
import { templateCommand } from "./template/template.ts";

export const commands: readonly Command[] = [
  diagnoseCommand,
  checkCommand,
  detectCommand,
  optimiseCommand,
  importCommand,
  templateCommand,
  referenceCommand,
];
