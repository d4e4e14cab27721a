import { useWords } from "../words/words.tsx";
import { Outside } from "./outside.tsx";
import { useTitle } from "./title.ts";

/** What is not there, or is not open to whoever asks: within the frame of a territory. */
export function NotFound() {
  const { words } = useWords();
  useTitle(words.app.notFound);
  return (
    <>
      <h1>{words.app.notFound}</h1>
      <a className="button main" href="/">
        {words.app.home}
      </a>
    </>
  );
}

/** The same where there is no territory around it. */
export const NotFoundPage = () => (
  <Outside>
    <NotFound />
  </Outside>
);
