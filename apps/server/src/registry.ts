import { accessRoutes } from "./access/routes.ts";
import { tokenRoutes } from "./access/tokens/routes.ts";
import { actionRoutes } from "./actions/routes.ts";
import { attachmentRoutes } from "./attachments/routes.ts";
import { boundaryRoutes } from "./boundaries/routes.ts";
import { historyRoutes } from "./changes/routes.ts";
import { commentRoutes } from "./comments/routes.ts";
import { companyRoutes } from "./companies/routes.ts";
import { invitationRoutes } from "./contacts/invitations.ts";
import { contactRoutes } from "./contacts/routes.ts";
import { documentRoutes } from "./documents/routes.ts";
import { establishmentRoutes } from "./establishments/routes.ts";
import { exportRoutes } from "./exports/routes.ts";
import { bulkRoutes } from "./flows/bulk.ts";
import { flowRoutes } from "./flows/routes.ts";
import type { Route } from "./http/route.ts";
import { importRoutes } from "./imports/routes.ts";
import { insightRoutes } from "./insight/routes.ts";
import { joiningRoutes } from "./joinings/routes.ts";
import { labelRoutes } from "./labels/routes.ts";
import { leadRoutes } from "./leads/routes.ts";
import { linkRoutes } from "./members/links.ts";
import { memberRoutes } from "./members/routes.ts";
import { obligationRoutes } from "./obligations/routes.ts";
import { resourceRoutes } from "./resources/routes.ts";
import { scenarioRoutes } from "./scenarios/routes.ts";
import { territoryRoutes } from "./territories/routes.ts";
import { visitRoutes } from "./visits/routes.ts";
import { workshopRoutes } from "./workshops/routes.ts";

/** Every route of the API, once: served, described and tested from here. */
export const registry: readonly Route[] = [
  ...accessRoutes,
  ...territoryRoutes,
  ...memberRoutes,
  ...linkRoutes,
  ...tokenRoutes,
  ...establishmentRoutes,
  ...flowRoutes,
  ...bulkRoutes,
  ...resourceRoutes,
  ...contactRoutes,
  ...invitationRoutes,
  ...historyRoutes,
  ...leadRoutes,
  ...actionRoutes,
  ...commentRoutes,
  ...attachmentRoutes,
  ...workshopRoutes,
  ...companyRoutes,
  ...joiningRoutes,
  ...obligationRoutes,
  ...labelRoutes,
  ...visitRoutes,
  ...documentRoutes,
  ...importRoutes,
  ...insightRoutes,
  ...scenarioRoutes,
  ...boundaryRoutes,
  ...exportRoutes,
];
