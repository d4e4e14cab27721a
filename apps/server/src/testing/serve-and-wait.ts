import { serve } from "../serve.ts";

// Of the durability tests: serves the demonstration on a folder, says where and for whom, and waits to be killed.
const served = await serve({
  data: process.argv[2] ?? "",
  host: "127.0.0.1",
  port: 0,
  demo: true,
  databaseUrl: null,
  origin: null,
  smtp: null,
  from: "test@localhost",
  web: null,
  version: "test",
  log: false,
  oidc: null,
});
if (!served.ok) throw new Error(served.problem.message.en);
const { address, accounts } = served.value;
process.stdout.write(`${JSON.stringify({ address, accounts })}\n`);
