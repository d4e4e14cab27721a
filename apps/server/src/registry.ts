import { accessRoutes } from "./access/routes.ts";
import { attachmentRoutes } from "./attachments/routes.ts";
import { commentRoutes } from "./comments/routes.ts";
import { companyRoutes } from "./companies/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { encounterRoutes } from "./encounters/routes.ts";
import { establishmentRoutes } from "./establishments/routes.ts";
import { flowRoutes } from "./flows/routes.ts";
import type { Route } from "./http/route.ts";
import { importRoutes } from "./imports/routes.ts";
import { labelRoutes } from "./labels/routes.ts";
import { leadRoutes } from "./leads/routes.ts";
import { memberRoutes } from "./members/routes.ts";
import { obligationRoutes } from "./obligations/routes.ts";
import { territoryRoutes } from "./territories/routes.ts";
import { workshopRoutes } from "./workshops/routes.ts";

/** Every route of the API, once: served, described and tested from here. */
export const registry: readonly Route[] = [
  ...accessRoutes,
  ...territoryRoutes,
  ...memberRoutes,
  ...establishmentRoutes,
  ...flowRoutes,
  ...leadRoutes,
  ...commentRoutes,
  ...attachmentRoutes,
  ...workshopRoutes,
  ...companyRoutes,
  ...obligationRoutes,
  ...labelRoutes,
  ...encounterRoutes,
  ...documentRoutes,
  ...importRoutes,
];
