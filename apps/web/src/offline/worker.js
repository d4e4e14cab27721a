// The worker of the shell: the build writes `shell` (the files of the application) and `version` (what they say, hashed)
// before this text. Pages and files open without a network; what was read last is read again.
/* global shell, version */
const shellCache = `simbiosi-shell-${version}`;
// Made by the screens that work offline, deleted by signing out: without it nothing of a territory stays on a device.
const dataCache = "simbiosi-data";
const kept = /^\/api\/v1\/(me|territories\/[0-9a-f-]{36}(\/(establishments|flows|visits|proposals|company-links))?)$/;
/** A network that is there and does not answer is worse than none. */
const patience = 6_000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(shellCache).then((cache) => cache.addAll(["/", ...shell])));
});
self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("simbiosi-shell-") && name !== shellCache;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});
// A new version waits until the person says so: no screen changes under somebody who types.
self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/api/")) {
    if (kept.test(url.pathname)) event.respondWith(networkFirst(event, request));
  } else if (request.mode === "navigate")
    event.respondWith(fetch(request).catch(async () => (await caches.match("/")) ?? Response.error()));
  else event.respondWith(cacheFirst(request));
});

async function networkFirst(event, request) {
  const open = (await caches.has(dataCache)) ? await caches.open(dataCache) : undefined;
  const asked = fetch(request).then((answer) => {
    if (open !== undefined && answer.ok) event.waitUntil(open.put(request, answer.clone()));
    return answer;
  });
  const before = await open?.match(request);
  if (before === undefined) return asked;
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(before), patience);
  });
  return Promise.race([asked.catch(() => before), late]).finally(() => clearTimeout(timer));
}

async function cacheFirst(request) {
  const known = await caches.match(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  // Built files carry a hash in their name: what is kept of them is never stale.
  if (answer.ok && new URL(request.url).pathname.startsWith("/assets/"))
    await (await caches.open(shellCache)).put(request, answer.clone());
  return answer;
}
