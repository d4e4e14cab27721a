import "./frame/no-eval.ts";
import "@fontsource-variable/inter/wght.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { ProblemError, problemOf } from "./api/client.ts";
import { router } from "./router.tsx";
import { ToastsProvider } from "./ui/toasts.tsx";
import "./ui/theme.css";
import { WordsProvider } from "./words/words.tsx";

const queries = new QueryClient({
  defaultOptions: {
    // What the browser thinks of the network decides nothing: the worker of the shell may answer without one.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      // What the server refused stays refused; what did not arrive is asked again.
      retry: (count, error) => count < 3 && ["NETWORK", "DATABASE_AWAY"].includes(problemOf(error).code),
    },
  },
});

const NewVersion = lazy(() => import("./offline/new-version.tsx"));

const theme = localStorage.getItem("simbiosi.theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const place = document.getElementById("root");
if (place === null) throw new Error("Bug: the page has no root");
createRoot(place, {
  // A problem that a screen shows with what to do is no accident: only others are told to the console.
  onCaughtError: (error) => {
    if (!(error instanceof ProblemError)) console.error(error);
  },
}).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WordsProvider>
        <ToastsProvider>
          <RouterProvider router={router} />
          {import.meta.env.PROD && (
            <Suspense>
              <NewVersion />
            </Suspense>
          )}
        </ToastsProvider>
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
