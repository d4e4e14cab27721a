import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, problem, type Result, text } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/study";
import type pg from "pg";
import { firstAdministrator } from "./access/first-administrator.ts";
import { oidcProvider } from "./access/oidc/provider.ts";
import type { OidcSettings } from "./access/oidc/settings.ts";
import { claim } from "./database/claim.ts";
import { connect } from "./database/connect.ts";
import { startEmbedded } from "./database/embedded.ts";
import { type DemoAccount, seedDemo } from "./demo/seed.ts";
import { hub } from "./events/hub.ts";
import { makeApp, systemBytes } from "./http/app.ts";
import { kept, RowTexts } from "./http/checked-text.ts";
import type { Source } from "./ids/new-id.ts";
import { runJobs } from "./jobs/run-jobs.ts";
import { liveEngine } from "./leads/live-engine.ts";
import { post } from "./mail/post.ts";
import { registry } from "./registry.ts";
import type { Services } from "./services.ts";

export type ServeOptions = {
  readonly data: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly demo: boolean;
  /** A PostgreSQL server in place of the embedded one. */
  readonly databaseUrl: string | null;
  /** The address people type; by default the one it listens on. */
  readonly origin: string | null;
  readonly smtp: string | null;
  readonly from: string;
  readonly web: string | null;
  readonly version: string;
  readonly log: boolean;
  /** None: people come in by a password or a passkey. */
  readonly oidc: OidcSettings | null;
};

export type Served = {
  readonly address: string;
  /** Told once, at the first start of a demonstration. */
  readonly accounts: readonly DemoAccount[];
  /** The address that opens the account of the first administrator, until somebody has; told at each start. */
  readonly invitation: string | null;
  readonly mail: string;
  readonly stop: () => Promise<void>;
};

export const systemSource: Source = { now: () => new Date(), bytes: systemBytes };

/**
 * Starts the platform: database, schema, jobs, HTTP. One process per data folder.
 * Fails with ALREADY_SERVED, PORT_TAKEN and what the embedded database may say.
 */
export async function serve(options: ServeOptions, source: Source = systemSource): Promise<Result<Served>> {
  mkdirSync(options.data, { recursive: true });
  const alone = claim(options.data);
  if (!alone.ok) return alone;
  const undo: (() => Promise<void> | void)[] = [alone.value];
  const stop = async (): Promise<void> => {
    for (const step of undo.reverse().splice(0)) await step();
  };
  try {
    let connection: pg.PoolConfig;
    if (options.databaseUrl === null) {
      const embedded = await startEmbedded(options.data);
      if (!embedded.ok) {
        await stop();
        return embedded;
      }
      connection = embedded.value.connection;
      undo.push(embedded.value.stop);
    } else connection = { connectionString: options.databaseUrl };
    const { db, owner, application: asItself, close } = await connect(connection, options.data);
    undo.push(close);
    const origin = options.origin ?? `http://${options.host}:${options.port}`;
    const accounts = options.demo ? await seedDemo(db, source) : [];
    const invitation = options.demo ? null : await firstAdministrator(db, source, origin);
    const letters = post({ smtp: options.smtp, from: options.from, folder: join(options.data, "mail") }, source);
    const engine = liveEngine(asItself);
    undo.push(engine.close);
    const listening = await hub(connection);
    undo.push(listening.close);
    const services: Services = {
      db,
      source,
      reference: loadReference(),
      engine,
      texts: new RowTexts(kept),
      hub: listening,
      post: letters,
      origin,
      oidc: options.oidc === null ? null : oidcProvider(options.oidc, origin),
    };
    const app = await makeApp(services, registry, { version: options.version, web: options.web, log: options.log });
    undo.push(() => app.close());
    const jobs = await runJobs(services, owner);
    // A run of minutes does not hold up whoever stops the platform: its job fails, and is tried again at the next start.
    undo.push(async () => {
      const stopping = jobs.stop(); // takes no other job from here on
      await engine.close();
      await stopping;
    });
    const address = await app.listen({ host: options.host, port: options.port });
    return ok({ address, accounts, invitation, mail: letters.where, stop });
  } catch (error) {
    await stop();
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      return fail(
        problem(
          "PORT_TAKEN",
          text(
            "Le port {port} est déjà pris par un autre programme : choisissez-en un autre avec --port.",
            "Port {port} is taken by another program: choose another with --port.",
          ),
          { port: options.port },
        ),
      );
    throw error;
  }
}
