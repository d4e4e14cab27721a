import { accessRoutes } from "./access/routes.ts";
import { boundaryRoutes } from "./boundaries/routes.ts";
import { companyRoutes } from "./companies/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { establishmentRoutes } from "./establishments/routes.ts";
import { flowRoutes } from "./flows/routes.ts";
import type { Route } from "./http/route.ts";
import { insightRoutes } from "./insight/routes.ts";
import { leadRoutes } from "./leads/routes.ts";
import { memberRoutes } from "./members/routes.ts";
import { scenarioRoutes } from "./scenarios/routes.ts";
import { territoryRoutes } from "./territories/routes.ts";

/** Every route of the API, once: served, described and tested from here. */
export const registry: readonly Route[] = [
  ...accessRoutes,
  ...territoryRoutes,
  ...memberRoutes,
  ...establishmentRoutes,
  ...flowRoutes,
  ...leadRoutes,
  ...companyRoutes,
  ...documentRoutes,
  ...insightRoutes,
  ...scenarioRoutes,
  ...boundaryRoutes,
];
