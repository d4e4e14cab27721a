import { useWords } from "../words/words.tsx";

export function NotFound() {
  const { words } = useWords();
  return (
    <main className="narrow">
      <h1>{words.app.notFound}</h1>
      <a className="button main" href="/">
        {words.app.home}
      </a>
    </main>
  );
}
