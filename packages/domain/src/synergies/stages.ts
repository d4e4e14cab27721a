import { type Text, text } from "../text/text.ts";

/** Where a lead stands with the people: an intent, then a commitment, then an event. */
export const stages = [
  "detected",
  "to-qualify",
  "in-discussion",
  "under-study",
  "in-negotiation",
  "on-trial",
  "agreed",
  "operational",
  "lasting",
  "on-hold",
  "abandoned",
] as const;
export type Stage = (typeof stages)[number];

/** Allowed moves. A step back is allowed while nothing is signed; an abandoned lead may be looked at again. */
export const moves: Readonly<Record<Stage, readonly Stage[]>> = {
  detected: ["to-qualify", "abandoned"],
  "to-qualify": ["detected", "in-discussion", "under-study", "on-hold", "abandoned"],
  "in-discussion": ["to-qualify", "under-study", "on-hold", "abandoned"],
  "under-study": ["in-discussion", "in-negotiation", "on-trial", "on-hold", "abandoned"],
  "in-negotiation": ["under-study", "on-trial", "agreed", "on-hold", "abandoned"],
  "on-trial": ["under-study", "in-negotiation", "agreed", "on-hold", "abandoned"],
  agreed: ["operational", "on-hold", "abandoned"],
  operational: ["lasting", "on-hold", "abandoned"],
  lasting: ["abandoned"],
  "on-hold": ["to-qualify", "in-discussion", "under-study", "abandoned"],
  abandoned: ["to-qualify"],
};

export const canMove = (from: Stage, to: Stage): boolean => moves[from].includes(to);

/** Potential, agreed and realised are three different things and never share a total. */
export const natureOf = (stage: Stage): "potential" | "agreed" | "realised" | "none" =>
  stage === "abandoned"
    ? "none"
    : stage === "agreed"
      ? "agreed"
      : stage === "operational" || stage === "lasting"
        ? "realised"
        : "potential";

export const stageNames: Readonly<Record<Stage, Text>> = {
  detected: text("Détectée", "Detected"),
  "to-qualify": text("À qualifier", "To qualify"),
  "in-discussion": text("En discussion", "In discussion"),
  "under-study": text("À l'étude", "Under study"),
  "in-negotiation": text("En négociation", "In negotiation"),
  "on-trial": text("En essai", "On trial"),
  agreed: text("Convenue", "Agreed"),
  operational: text("En service", "Running"),
  lasting: text("Pérenne", "Lasting"),
  "on-hold": text("En pause", "On hold"),
  abandoned: text("Abandonnée", "Abandoned"),
};

/** Why a lead is set aside or stops: coded, so that the next territory learns from it. */
export const reasonCodes = [
  "already-done",
  "words-misread",
  "not-enough",
  "season",
  "quality",
  "too-far",
  "not-worth-it",
  "investment",
  "law",
  "confidentiality",
  "giver-declines",
  "taker-declines",
  "contract",
  "nobody-carries-it",
  "other",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const reasonNames: Readonly<Record<ReasonCode, Text>> = {
  "already-done": text("Déjà en place ou déjà tenté", "Already running or already tried"),
  "words-misread": text("Ressource mal comprise", "Resource misread"),
  "not-enough": text("Quantité insuffisante", "Not enough of it"),
  season: text("Saisons qui ne coïncident pas", "Seasons that do not meet"),
  quality: text("Qualité inadaptée", "Quality does not fit"),
  "too-far": text("Trop loin", "Too far"),
  "not-worth-it": text("Gain trop faible", "Too little to gain"),
  investment: text("Investissement trop lourd", "Investment too heavy"),
  law: text("Obstacle réglementaire", "The law stands in the way"),
  confidentiality: text("Confidentialité", "Confidentiality"),
  "giver-declines": text("Refus du fournisseur", "The giver declines"),
  "taker-declines": text("Refus du preneur", "The taker declines"),
  contract: text("Contrat en cours ou exclusivité", "Contract under way or exclusive"),
  "nobody-carries-it": text("Personne pour porter l'action", "Nobody to carry it"),
  other: text("Autre raison, à préciser", "Another reason, to be told"),
};
