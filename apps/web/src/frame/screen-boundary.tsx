import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Component, type ReactNode } from "react";
import { ProblemNote } from "../ui/index.tsx";
import { useWords } from "../words/words.tsx";
import { useTitle } from "./title.ts";

type Props = { readonly children: ReactNode; readonly reset: () => void; readonly where: string };

class Boundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: undefined as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  /** What could not be shown elsewhere is no reason not to show this. */
  override componentDidUpdate(before: Props) {
    if (before.where !== this.props.where && this.state.error !== undefined) this.again();
  }
  again(): void {
    this.props.reset();
    this.setState({ error: undefined });
  }
  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Failed error={error} retry={() => this.again()} />;
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
  const where = useLocation({ select: ({ href }) => href });
  return (
    <Boundary reset={reset} where={where}>
      {children}
    </Boundary>
  );
}
