import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { meQuery } from "../api/queries.ts";

export type Membership = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly demonstration: boolean;
};

/** The territory of the address, and who one is there. */
export function useHere(): {
  readonly territory: string;
  readonly role: string;
  readonly membership: Membership | undefined;
} {
  const { territory = "" } = useParams({ strict: false });
  const { data: me } = useSuspenseQuery(meQuery);
  const membership = me.territories.find(({ id }) => id === territory);
  return { territory, role: membership?.role ?? me.role, membership };
}
