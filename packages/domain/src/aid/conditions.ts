import type { AidRate, AidScheme } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";
import type { AidQuestion, AidReason } from "./question.ts";

/** The rate of a scheme for an expense and a size; undefined when it has none, or when the size decides and is not known. */
export const rateFor = (scheme: AidScheme, { kind, beneficiary: { size } }: AidQuestion): AidRate | undefined =>
  scheme.rates.find(
    (row) => row.kinds.includes(kind) && (row.sizes.length === 0 || (size !== null && row.sizes.includes(size))),
  );

const reason = (holds: AidReason["holds"], sentence: Text): AidReason => ({ holds, sentence });

/** When the call is open. */
function dates({ valid_from: from, valid_to: to }: AidScheme, { day }: AidQuestion): AidReason | null {
  if (from !== null && day < from) return reason("no", text(`Ouvre le ${from}.`, `Opens on ${from}.`));
  if (to !== null && day > to)
    return reason(
      "no",
      text(`Fermé depuis le ${to} : demander s'il est reconduit.`, `Closed since ${to}: ask whether it is renewed.`),
    );
  return null;
}

function place({ contexts }: AidScheme, { context }: AidQuestion): AidReason | null {
  return contexts.length === 0 || contexts.includes(context)
    ? null
    : reason("no", text("N'est pas ouvert à ce territoire.", "Is not open to this territory."));
}

function subject(scheme: AidScheme, { themes }: AidQuestion): AidReason {
  return scheme.themes.length === 0 || scheme.themes.some((theme) => themes.includes(theme))
    ? reason("yes", scheme.eligible)
    : reason(
        "no",
        text(`Ne porte pas sur cet objet. ${scheme.eligible.fr}`, `Is not for this subject. ${scheme.eligible.en}`),
      );
}

function expense(scheme: AidScheme, question: AidQuestion): AidReason | null {
  const rows = scheme.rates.filter(({ kinds }) => kinds.includes(question.kind));
  if (rows.length === 0)
    return reason("no", text("Ne finance pas ce type de dépense.", "Does not pay for this type of expense."));
  if (rows.some(({ sizes }) => sizes.length === 0)) return null;
  if (question.beneficiary.size === null)
    return reason(
      "unknown",
      text("Le taux dépend de la taille du bénéficiaire : la lui demander.", "The rate depends on size: ask for it."),
    );
  return rateFor(scheme, question) === undefined
    ? reason("no", text("La taille du bénéficiaire n'est pas admise.", "The size of the beneficiary is not admitted."))
    : reason("yes", text("La taille du bénéficiaire est admise.", "The size of the beneficiary is admitted."));
}

function beneficiary(scheme: AidScheme, { beneficiary: { economic, publicStaff } }: AidQuestion): AidReason {
  if (scheme.excludes_public_staff && publicStaff)
    return reason(
      "no",
      text(
        "Les agents des communes, des intercommunalités et de l'État ne sont pas pris en charge.",
        "Staff of communes, their groupings and the State are not paid for.",
      ),
    );
  const [only, other] = scheme.beneficiaries;
  if (other === undefined && economic === null)
    return reason(
      "unknown",
      text(
        "Dire si le bénéficiaire vend des biens ou des services sur un marché.",
        "Say whether the beneficiary sells goods or services on a market.",
      ),
    );
  return other !== undefined || only === (economic ? "economic" : "non-economic")
    ? reason("yes", text("Le bénéficiaire est admis.", "The beneficiary is admitted."))
    : reason("no", text("Ce type de bénéficiaire n'est pas admis.", "This type of beneficiary is not admitted."));
}

function incentive({ before_start }: AidScheme, { started }: AidQuestion): AidReason | null {
  if (!before_start) return null;
  if (started === null)
    return reason(
      "unknown",
      text(
        "Déposer la demande avant toute commande ; vérifier que rien n'est engagé.",
        "Apply before any order; check that nothing is committed.",
      ),
    );
  return started
    ? reason(
        "no",
        text(
          "Commande signée ou travaux commencés : l'aide ne peut plus être demandée.",
          "An order is signed or works have begun: the aid can no longer be asked for.",
        ),
      )
    : reason(
        "yes",
        text("Rien n'est engagé : la demande vient avant.", "Nothing is committed: the application is first."),
      );
}

/** Under a rule that the pages read do not name, a firm must ask. A duty of the public service is no State aid. */
function stateAid({ regime }: AidScheme, question: AidQuestion): AidReason | null {
  return regime === "to-check" && question.beneficiary.economic !== false
    ? reason(
        "unknown",
        text(
          "Demander au financeur sous quel régime d'aides d'État il attribue.",
          "Ask the funder under which State-aid rule it grants.",
        ),
      )
    : null;
}

/** Every condition of a scheme that speaks, in reading order: when, where, what, which expense, who, before what. */
export const conditionsOf = (scheme: AidScheme, question: AidQuestion): readonly AidReason[] =>
  [dates, place, subject, expense, beneficiary, incentive, stateAid]
    .map((condition) => condition(scheme, question))
    .filter((answer) => answer !== null);
