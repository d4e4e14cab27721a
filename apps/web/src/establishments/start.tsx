import { Link } from "@tanstack/react-router";
import { Empty } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { establishmentWords } from "./words.ts";

/** The way into an empty territory, on every screen that waits for its companies. */
export const ImportFirst = ({ territory }: { readonly territory: string }) => {
  const say = useCatalogue(establishmentWords);
  return (
    <Link className="button main" to="/t/$territory/imports/nouveau" params={{ territory }}>
      {say.import}
    </Link>
  );
};

/** What a screen that is worked out from companies says while there is none: nothing is under way, and how to begin. */
export function Start({ territory }: { readonly territory: string }) {
  const say = useCatalogue(establishmentWords);
  return (
    <Empty title={say.empty}>
      <p>{say.startHelp}</p>
      <ImportFirst territory={territory} />
    </Empty>
  );
}
