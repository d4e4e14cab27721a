import { createServer } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OidcServer, oidcServer } from "../../apps/server/src/testing/oidc-server.ts";
import { violations } from "./axe.ts";
import { makeWorld, type World } from "./world.ts";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

let world: World;
let provider: OidcServer;
beforeAll(async () => {
  // By name: a passkey is made for a name, and a provider sends back to an address it knows beforehand.
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  provider = await oidcServer(`${origin}/connexion`);
  const oidc = {
    issuer: new URL(provider.issuer),
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    name: "Compte de l'agglomération",
    scope: "openid email",
    acr: null,
    trustEmail: false,
    secondFactor: ["amr=mfa"],
    userinfoAlg: null,
  };
  world = await makeWorld({ port, origin, oidc });
}, 180_000);
afterAll(async () => {
  await world.close();
  await provider.close();
}, 180_000);

async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.getByRole("heading", { level: 1, name: "Se connecter" }).waitFor();
}
const settings = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole("link", { name: "Paramètres", exact: true }).first().click();
  await page.getByRole("navigation", { name: "Paramètres" }).getByRole("link", { name: tab }).click();
};

test("ways in: a passkey and a provider of identity open the door; a token opens it to a program; an invitation is sent again, then withdrawn", {
  timeout: 560_000,
}, async () => {
  const page = await world.open({ viewport: { width: 1280, height: 900 } });
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await world.signIn(page, "facilitator");

  await settings(page, "Mon compte");
  await page.getByLabel("Nom de la clé").fill("Poste du bureau");
  await page.getByRole("button", { name: "Ajouter une clé d'accès" }).click();
  await page.getByRole("button", { name: "Retirer : Poste du bureau" }).waitFor();
  expect(await violations(page)).toEqual([]);

  await leave(page);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Utiliser une clé d'accès" }).click();
  await page.waitForURL(/\/t\/[0-9a-f-]+/);

  await leave(page);
  const facilitator = world.served.accounts.find(({ role }) => role === "facilitator");
  provider.next({ sub: "livia", email: facilitator?.email ?? "", email_verified: true, amr: ["pwd", "mfa"] });
  await page.getByRole("button", { name: "Continuer avec Compte de l'agglomération" }).click();
  await page.waitForURL(/\/t\/[0-9a-f-]+/);
  await settings(page, "Mon compte");
  const signIns = page.getByRole("region", { name: "Mes connexions" });
  await signIns.getByText(/par le fournisseur d'identité/).waitFor();
  await signIns.getByText(/par clé d'accès/).waitFor();

  // Somebody the provider knows and nobody invited stays outside, and is told what to do.
  const stranger = await world.open();
  provider.next({ sub: "stranger", email: "stranger@example.org", email_verified: true });
  await stranger.goto(world.address);
  await stranger.getByRole("button", { name: "Continuer avec Compte de l'agglomération" }).click();
  await stranger
    .getByRole("alert")
    .getByText(/Demandez une invitation/)
    .waitFor();
  expect(new URL(stranger.url()).search).toBe("");
  expect(await violations(stranger)).toEqual([]);

  await settings(page, "Jetons d'API");
  await page.getByLabel("Nom", { exact: true }).fill("SIG");
  await page.getByRole("button", { name: "Faire un jeton" }).click();
  const token = await page.getByLabel("Jeton", { exact: true }).inputValue();
  expect(await violations(page)).toEqual([]);
  const place = /\/t\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";
  const call = (method: string, path: string) =>
    fetch(`${world.address}/api/v1/territories/${place}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
  expect((await call("GET", "/flows")).status).toBe(200);
  expect((await call("DELETE", `/flows/${place}`)).status).toBe(403);
  await page.getByRole("button", { name: "C'est copié" }).click();
  await page.getByRole("button", { name: "Révoquer : SIG" }).click();
  await page.getByText("Jeton « SIG » révoqué.").waitFor();
  expect((await call("GET", "/flows")).status).toBe(401);
  expect(await violations(page)).toEqual([]);

  await settings(page, "Membres");
  await page.getByLabel("Nom", { exact: true }).fill("Ghjulia Leca");
  await page.getByLabel("Adresse électronique").fill("ghjulia@example.org");
  await page.getByLabel("Rôle").selectOption("lead");
  await page.getByRole("button", { name: "Inviter" }).click();
  const row = page.getByRole("row", { name: /Ghjulia Leca/ });
  await row.getByText(/invitation en attente jusqu'au/).waitFor();
  expect(await violations(page)).toEqual([]);
  await row.getByRole("button", { name: "Renvoyer l'invitation : Ghjulia Leca" }).click();
  await page.getByText(/Invitation renvoyée à Ghjulia Leca/).waitFor();
  await row.getByRole("button", { name: "Retirer l'invitation : Ghjulia Leca" }).click();
  await row.getByText("sans invitation en cours").waitFor();
  expect(world.complaints).toEqual([]);
});
