import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

// Loaded beside the server that is measured: tells how late its one thread of answers was. "reset" begins anew, anything
// else is answered with milliseconds.
if (isMainThread && process.send !== undefined) {
  const late = monitorEventLoopDelay({ resolution: 10 });
  late.enable();
  process.on("message", (word) => {
    if (word === "reset") late.reset();
    else process.send?.({ p50: late.percentile(50) / 1e6, p95: late.percentile(95) / 1e6, max: late.max / 1e6 });
  });
  process.channel?.unref();
}
