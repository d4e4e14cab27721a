import { type Consent, readersOf, type SecretField, type Visibility } from "@simbiosi/domain";
import { useCatalogue } from "../words/catalogue.ts";
import { sightWords } from "./sight-words.ts";
import { useVoice } from "./voice.ts";
import "./company.css";

const today = (): string => new Date().toISOString().slice(0, 10);

/** Beside a field where it is typed: exactly who reads it, as domain/secrecy decides. */
export function SeenBy({
  field,
  visibility,
  consents = [],
}: {
  /** `own`: of the company and its facilitator, whatever else is open. `identity`: open by law. */
  readonly field: SecretField | "own" | "identity";
  readonly visibility: Visibility;
  readonly consents?: readonly Consent[];
}) {
  const say = useCatalogue(sightWords);
  const { nearest } = useVoice();
  if (field === "identity") return <Line wide words={say.identity} />;
  const readers = field === "own" ? (["facilitator"] as const) : readersOf(field, { visibility, consents }, today());
  const all = readers.some((reader) => reader === "public");
  return (
    <Line
      wide={readers.length > 1}
      words={
        all
          ? say.readers.public
          : readers.map((reader) => (reader === "facilitator" ? nearest : say.readers[reader])).join(" + ")
      }
    />
  );
}

function Line({ wide, words }: { readonly wide: boolean; readonly words: string }) {
  const say = useCatalogue(sightWords);
  return (
    <span className={wide ? "seen-by wide" : "seen-by"}>
      {say.seenBy} <strong>{words}</strong>
    </span>
  );
}
