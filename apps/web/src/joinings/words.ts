import { catalogue } from "../words/catalogue.ts";
import { plurals } from "../words/plural.ts";

const fr = plurals("fr");
const en = plurals("en");

/** One company, several démarches: what it reads, and what the facilitator who answers reads. */
export const joiningWords = catalogue(
  {
    title: "Les démarches auxquelles je participe",
    help: "Votre fiche et vos flux sont saisis une fois. Si une autre démarche vous concerne, elle peut s'en servir aussi, avec les mêmes réglages de confidentialité.",
    states: {
      here: "vous y participez",
      joined: "vous y participez aussi",
      asked: "demande envoyée",
      declined: "demande déclinée",
      open: "vous n'y participez pas",
    },
    ask: "Y participer aussi",
    askTitle: (name: string) => `Participer aussi à ${name} ?`,
    askTold:
      "L'animation de cette démarche lira tout de suite votre raison sociale, votre SIRET et votre code d'activité.",
    askThen:
      "Si elle accepte, elle travaillera sur la même fiche et les mêmes flux que l'animation d'ici : elle les lit et peut les corriger ; les autres entreprises n'en voient que ce que vos réglages permettent.",
    askLeave: "Vous pourrez quitter cette démarche à tout moment, ici même.",
    agree: "J'accepte, envoyer la demande",
    withdraw: "Reprendre ma demande",
    leave: "Quitter cette démarche",
    askAgain: "Demander encore",
    asked: "Demande envoyée.",
    left: "C'est fait.",
    // Facilitator
    waiting: (n: number) =>
      fr(
        n,
        "entreprise d'une autre démarche demande à participer",
        "entreprises d'autres démarches demandent à participer",
      ),
    shared: "Sa fiche et ses flux sont déjà saisis ; ils seront communs aux deux démarches.",
    known: (name: string, flows: number) =>
      `Vous avez déjà une fiche de ce SIRET : ${name} (${fr(flows, "flux", "flux")}). Si vous acceptez, elle est mise de côté avec ses flux et ses liens, et remplacée par la fiche commune ; vos contacts et vos rencontres passent sur celle-ci.`,
    accept: "Accepter",
    decline: "Décliner",
    accepted: (name: string) => `${name} participe à votre démarche.`,
    declined: (name: string) => `${name} : demande déclinée.`,
  },
  {
    title: "The démarches I take part in",
    help: "Your sheet and your flows are entered once. If another démarche concerns you, it can use them too, with the same confidentiality settings.",
    states: {
      here: "you take part",
      joined: "you take part too",
      asked: "request sent",
      declined: "request declined",
      open: "you do not take part",
    },
    ask: "Take part in it too",
    askTitle: (name: string) => `Take part in ${name} too?`,
    askTold: "The facilitator of that démarche will read your name, your SIRET and your activity code at once.",
    askThen:
      "If they accept, they will work on the same sheet and the same flows as the facilitator here: they read them and may correct them; other companies see only what your settings allow.",
    askLeave: "You may leave that démarche at any time, right here.",
    agree: "I agree, send the request",
    withdraw: "Take my request back",
    leave: "Leave this démarche",
    askAgain: "Ask again",
    asked: "Request sent.",
    left: "Done.",
    waiting: (n: number) =>
      en(n, "company of another démarche asks to take part", "companies of other démarches ask to take part"),
    shared: "Its sheet and its flows are entered already; both démarches will share them.",
    known: (name: string, flows: number) =>
      `You already have a sheet with this SIRET: ${name} (${en(flows, "flow", "flows")}). If you accept, it is set aside with its flows and links, and replaced by the shared sheet; your contacts and meetings move to that one.`,
    accept: "Accept",
    decline: "Decline",
    accepted: (name: string) => `${name} takes part in your démarche.`,
    declined: (name: string) => `${name}: request declined.`,
  },
);
