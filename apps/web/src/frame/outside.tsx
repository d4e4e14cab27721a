import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, got } from "../api/client.ts";
import { forgetData } from "../offline/kept-data.ts";
import { Button } from "../ui/index.tsx";
import { useWords } from "../words/words.tsx";
import "./shell.css";

/** Closes the session, with all that this device keeps of it, and goes back to the front door. */
export function useLeave(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await got(api.POST("/api/v1/sign-out"));
    await forgetData();
    queries.clear();
    await navigate({ to: "/" });
  };
}

type Props = {
  readonly children: ReactNode;
  /** Somebody is in: there is a way out. */
  readonly signedIn?: boolean;
  readonly wide?: boolean;
};

/** The frame of every page outside a territory: whose it is, its language, the way out. */
export function Outside({ children, signedIn = false, wide = false }: Props) {
  const { words, lang, change } = useWords();
  const leave = useLeave();
  return (
    <main className={wide ? "narrow wide" : "narrow"}>
      <div className="row between">
        <a className="row home" href="/">
          <img src="/icon.svg" width="40" height="40" alt="" /> <strong>{words.app.name}</strong>
        </a>
        <span>
          <Button look="quiet" onPress={() => change(lang === "fr" ? "en" : "fr")}>
            {words.app.language}
          </Button>
          {signedIn && (
            <Button look="quiet" onPress={() => void leave()}>
              {words.app.signOut}
            </Button>
          )}
        </span>
      </div>
      {children}
    </main>
  );
}
