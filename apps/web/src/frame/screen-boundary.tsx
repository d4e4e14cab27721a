import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { ProblemNote } from "../ui/index.tsx";
import { useWords } from "../words/words.tsx";
import { useTitle } from "./title.ts";

type Props = { readonly children: ReactNode; readonly reset: () => void };

class Boundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: undefined as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Failed
        error={error}
        retry={() => {
          this.props.reset();
          this.setState({ error: undefined });
        }}
      />
    );
  }
}

function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { words } = useWords();
  useTitle(words.app.failed);
  return (
    <>
      <h1>{words.app.failed}</h1>
      <ProblemNote error={error} retry={retry} />
    </>
  );
}

/** A screen that cannot be shown says why, with a way to try again; the frame stays. */
export function ScreenBoundary({ children }: { readonly children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  return <Boundary reset={reset}>{children}</Boundary>;
}
