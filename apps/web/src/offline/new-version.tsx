import { useEffect, useState } from "react";
import { Button } from "../ui/index.tsx";
import { useWords } from "../words/words.tsx";

type Policy = { readonly createScriptURL: (url: string) => string };
type Policies = { readonly createPolicy: (name: string, rules: Policy) => Policy };

/** The one address of a script that the page hands to the browser itself; the policy of the page trusts this name. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  const own: Policy = { createScriptURL: () => "/sw.js" };
  return (trustedTypes?.createPolicy("simbiosi-offline", own) ?? own).createScriptURL("/sw.js");
}

/** Registers the worker of the shell, and tells when a new version waits: it comes when the person says so. */
export default function NewVersion() {
  const { words } = useWords();
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const watch = (worker: ServiceWorker | null): void => {
      worker?.addEventListener("statechange", () => {
        // The very first one has nobody to take over from.
        if (worker.state === "installed" && navigator.serviceWorker.controller !== null) setWaiting(worker);
      });
    };
    navigator.serviceWorker.register(workerAddress()).then(
      (registered) => {
        if (registered.waiting !== null && navigator.serviceWorker.controller !== null) setWaiting(registered.waiting);
        registered.addEventListener("updatefound", () => watch(registered.installing));
      },
      // A browser in private mode may refuse: everything works, online.
      () => undefined,
    );
  }, []);
  if (waiting === null) return null;
  const take = (): void => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take-over");
  };
  return (
    <div className="toasts no-print" role="status">
      <div className="toast">
        <span>{words.app.newVersion}</span>
        <Button onPress={take}>{words.app.reload}</Button>
      </div>
    </div>
  );
}
