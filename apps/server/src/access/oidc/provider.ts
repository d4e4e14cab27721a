import { fail, ok, type Result } from "@simbiosi/domain";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import { type HttpProblem, httpProblem } from "../../http/problems.ts";
import type { OidcSettings } from "./settings.ts";

/** What is kept here while somebody is at the provider's. */
export type OidcAttempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who the provider says it is, once everything it signed held. */
export type OidcPerson = {
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly amr: readonly string[];
  readonly acr: string | null;
};

export type OidcProvider = {
  readonly settings: OidcSettings;
  /** The address of the provider to send the browser to. */
  readonly begin: (attempt: OidcAttempt) => Promise<Result<URL, HttpProblem>>;
  /** Changes what the browser brought back for who it is. */
  readonly finish: (query: string, attempt: OidcAttempt) => Promise<Result<OidcPerson, HttpProblem>>;
};

/** Seconds that the provider is waited for, since a transaction waits with it. */
const patience = 5;

const away = httpProblem(
  503,
  "OIDC_AWAY",
  "Le fournisseur d'identité ne répond pas. Réessayez plus tard, ou entrez avec votre mot de passe.",
  "The identity provider does not answer. Try again later, or sign in with your password.",
);
const refused = httpProblem(
  401,
  "OIDC_REFUSED",
  "Le fournisseur d'identité n'a pas confirmé la connexion. Recommencez depuis la page de connexion.",
  "The identity provider did not confirm the sign-in. Start again from the sign-in page.",
);

/** A provider; it is asked for its own description at the first sign-in, and again until it answers. */
export function oidcProvider(settings: OidcSettings, origin: string): OidcProvider {
  const redirect = `${origin}/connexion`;
  let found: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    found ??= discovery(
      settings.issuer,
      settings.clientId,
      {
        client_secret: settings.clientSecret,
        ...(settings.userinfoAlg === null ? {} : { userinfo_signed_response_alg: settings.userinfoAlg }),
      },
      undefined,
      {
        timeout: patience,
        // The signature of what came by TLS is checked as well. A provider on this very machine may do without TLS.
        execute: [enableNonRepudiationChecks, ...(settings.issuer.protocol === "http:" ? [allowInsecureRequests] : [])],
      },
    ).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    settings,
    begin: async ({ state, nonce, verifier }) => {
      try {
        const config = await configuration();
        const url = buildAuthorizationUrl(config, {
          redirect_uri: redirect,
          scope: settings.scope,
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
          ...(settings.acr === null ? {} : { acr_values: settings.acr }),
          ...(settings.secondFactor.some((one) => one.startsWith("amr="))
            ? { claims: JSON.stringify({ id_token: { amr: { essential: true } } }) }
            : {}),
        });
        return ok(url);
      } catch {
        return fail(away);
      }
    },
    finish: async (query, { state, nonce, verifier }) => {
      const came = new URL(redirect);
      came.search = query;
      let config: Configuration;
      try {
        config = await configuration();
      } catch {
        return fail(away);
      }
      try {
        const tokens = await authorizationCodeGrant(config, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const signed = tokens.claims();
        if (signed === undefined) return fail(refused);
        const told: { readonly email?: unknown; readonly email_verified?: unknown } =
          config.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await fetchUserInfo(config, tokens.access_token, signed.sub);
        // An address and whether it was verified come from one paper: never the one from here and the other from there.
        const { email, email_verified } = told.email === undefined ? signed : told;
        return ok({
          subject: signed.sub,
          email: typeof email === "string" ? email.trim().toLowerCase() : null,
          emailVerified: settings.trustEmail || email_verified === true,
          amr: Array.isArray(signed.amr) ? signed.amr.filter((one) => typeof one === "string") : [],
          acr: typeof signed.acr === "string" ? signed.acr : null,
        });
      } catch (error) {
        return fail(isAway(error) ? away : refused);
      }
    },
  };
}

/** The network failed, the wait was over, or the provider itself is broken; anything else is a refusal. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  if (code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT" || error.message === "fetch failed") return true;
  return error.cause instanceof Response && error.cause.status >= 500;
}
