import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { useCatalogue } from "../words/catalogue.ts";
import { FlowList } from "./flow-list.tsx";
import { useOwnSite } from "./own-site.ts";
import { companyWords } from "./words.ts";

/** The flows of the company itself. */
export function CompanyFlows() {
  const say = useCatalogue(companyWords);
  useTitle(say.flows);
  const site = useOwnSite();
  if (site === undefined) return <NotFound />;
  return (
    <>
      <h1>{say.flows}</h1>
      <FlowList establishment={site.id} visibility={site.visibility ?? "facilitator"} />
    </>
  );
}
