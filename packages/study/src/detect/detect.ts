import { type Detection, detect } from "@simbiosi/engine";
import type { Understood } from "../understand/understand.ts";

/** Finds and assesses the leads of a territory: the K best per flow by gain, tCO2e and tonnes. */
export const detectSynergies = ({ inventory, setting, flows }: Understood, top: number): Detection =>
  detect(setting, flows, { top, sites: inventory.establishments });
