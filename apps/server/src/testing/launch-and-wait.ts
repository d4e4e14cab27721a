import pg from "pg";
import { startEmbedded } from "../database/embedded.ts";

// Of the launcher's tests: starts a database, writes a row, and waits to be killed.
const started = await startEmbedded(process.argv[2] ?? "");
if (!started.ok) throw new Error(started.problem.message.en);
const client = new pg.Client(started.value.connection);
await client.connect();
await client.query("create table said as select 'before the kill' as words");
await client.end();
process.stdout.write("ready\n");
setInterval(() => undefined, 60_000);
