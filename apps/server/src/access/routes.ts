import { acceptInvitationRoutes } from "./accept-invitation.ts";
import { companyLinkRoutes } from "./company-link.ts";
import { meRoutes } from "./me.ts";
import { secondFactorRoutes } from "./second-factor.ts";
import { signInRoutes } from "./sign-in.ts";

/** Every way in, and what a person reads of them. */
export const accessRoutes = [
  ...signInRoutes,
  ...secondFactorRoutes,
  ...companyLinkRoutes,
  ...acceptInvitationRoutes,
  ...meRoutes,
];
