/** The cache of what was read of a territory: the worker of the shell fills it only while it exists. */
const dataCache = "simbiosi-data";

/** From now on, what is read of the territory can be read again without a network on this device. */
export async function keepData(): Promise<void> {
  if ("caches" in globalThis) await caches.open(dataCache);
}

/** Nothing that was read stays on this device. What was typed and not sent does: it belongs to whoever typed it. */
export async function forgetData(): Promise<void> {
  if ("caches" in globalThis) await caches.delete(dataCache);
}
