import { acceptInvitationRoutes } from "./accept-invitation.ts";
import { companyLinkRoutes } from "./company-link.ts";
import { meRoutes } from "./me.ts";
import { oidcRoutes } from "./oidc/routes.ts";
import { passkeyRoutes } from "./passkeys/routes.ts";
import { secondFactorRoutes } from "./second-factor.ts";
import { signInRoutes } from "./sign-in.ts";
import { wayRoutes } from "./ways.ts";

/** Every way in, and what a person reads of them. */
export const accessRoutes = [
  ...wayRoutes,
  ...signInRoutes,
  ...secondFactorRoutes,
  ...oidcRoutes,
  ...passkeyRoutes,
  ...companyLinkRoutes,
  ...acceptInvitationRoutes,
  ...meRoutes,
];
