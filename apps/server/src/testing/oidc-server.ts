import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** Whom the provider signs in, and what it says of that person. */
export type Someone = {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
  readonly amr?: readonly string[];
  readonly acr?: string;
  /** Gives up at the provider's own page. */
  readonly declines?: true;
};

/** A real provider of identity on this machine, which signs in whomever a test names without asking. */
export type OidcServer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whom the next visit is. */
  readonly next: (someone: Someone) => void;
  /** Signs what it tells of people with a key that is not its own, from now on. */
  readonly forge: () => void;
  readonly close: () => Promise<void>;
};

const clientSecret = "a secret of a test, long enough";

export async function oidcServer(
  redirect: string,
  options: { readonly signedUserinfo?: boolean } = {},
): Promise<OidcServer> {
  let someone: Someone = { sub: "nobody", email: "nobody@test.localhost" };
  const known = new Map<string, Someone>();
  let forged: KeyObject | undefined;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  // The port is known only once it listens, and the provider wants its address from the start.
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = "simbiosi";
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirect],
        token_endpoint_auth_method: "client_secret_post",
        ...(options.signedUserinfo === true ? { userinfo_signed_response_alg: "RS256" as const } : {}),
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "own" } as never] },
    cookies: { keys: ["a key of a test"] },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
    },
    acrValues: ["eidas1", "eidas2"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], acr: null, amr: null },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => {
      const { email = "", email_verified } = known.get(sub) ?? {};
      return {
        accountId: sub,
        claims: () => ({ sub, email, ...(email_verified === undefined ? {} : { email_verified }) }),
      };
    },
    // Consent was given once and for all.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email");
      grant.addOIDCClaims(["amr", "acr"]);
      await grant.save();
      return grant;
    },
  });
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { sub, amr, acr, declines } = someone;
    known.set(sub, someone);
    await provider.interactionFinished(
      request,
      response,
      declines === true
        ? { error: "access_denied" }
        : {
            login: {
              accountId: sub,
              remember: false,
              ...(amr === undefined ? {} : { amr: [...amr] }),
              ...(acr === undefined ? {} : { acr }),
            },
          },
    );
  };
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") === true) void interact(request, response);
    else if (forged !== undefined && request.url === "/me")
      response
        .setHeader("content-type", "application/jwt")
        .end(
          signed(forged, { iss: issuer, aud: clientId, sub: someone.sub, email: someone.email, email_verified: true }),
        );
    else void answer(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    next: (one) => {
      someone = one;
    },
    forge: () => {
      forged = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    },
    close: () => closed(server),
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

function signed(key: KeyObject, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const words = `${part({ alg: "RS256", kid: "own" })}.${part(claims)}`;
  return `${words}.${createSign("sha256").update(words).sign(key).toString("base64url")}`;
}

/**
 * Follows the addresses of a provider as a browser would, its cookies with it, until it sends back to ours.
 * @returns what stands after the question mark of that address
 */
export async function visit(address: string, back: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = address;
  for (let i = 0; i < 10; i += 1) {
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const one of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      jar.set(name, value);
    }
    const to = answer.headers.get("location");
    if (to === null) throw new Error(`${answer.status} ${await answer.text()}`);
    url = new URL(to, url).href;
    if (url.startsWith(back)) return new URL(url).search;
  }
  throw new Error("the provider sends round in a circle");
}
