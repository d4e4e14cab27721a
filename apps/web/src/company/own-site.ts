import { useSuspenseQueries } from "@tanstack/react-query";
import { establishmentsQuery, meQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";

/** The establishment of the company whose session this is. */
export function useOwnSite() {
  const { territory } = useHere();
  const [{ data: me }, { data }] = useSuspenseQueries({ queries: [meQuery, establishmentsQuery(territory)] });
  return data.establishments.find(({ id }) => id === me.establishment?.id);
}
