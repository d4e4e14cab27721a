import { useHere } from "../frame/here.ts";
import { useCatalogue } from "../words/catalogue.ts";
import { flowCardWords } from "./flow-card-words.ts";

/** A company speaks of itself; a facilitator of somebody else. */
export function useVoice() {
  const { role } = useHere();
  const { voices } = useCatalogue(flowCardWords);
  return role === "company" ? voices.own : voices.other;
}
