import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { useWords } from "../words/words.tsx";
import { FlowList } from "./flow-list.tsx";
import { useOwnSite } from "./own-site.ts";

/** The flows of the company itself. */
export function CompanyFlows() {
  const { words } = useWords();
  useTitle(words.nav.myFlows);
  const site = useOwnSite();
  if (site === undefined) return <NotFound />;
  return (
    <>
      <h1>{words.nav.myFlows}</h1>
      <FlowList establishment={site.id} visibility={site.visibility ?? "facilitator"} />
    </>
  );
}
