import { catalogue } from "../words/catalogue.ts";

export const invitationWords = catalogue(
  {
    title: "Ouvrir votre compte",
    forPlace: (name: string, place: string) => `Bonjour ${name}, vous êtes invité à travailler sur « ${place} ».`,
    forAll: (name: string) => `Bonjour ${name}, ce lien ouvre votre compte.`,
    choose: "Choisissez un mot de passe",
    help: "12 caractères mêlant majuscules, minuscules, chiffres et signes, ou une phrase de 7 mots.",
    next: "Continuer",
    signIn: "Aller à la connexion",
  },
  {
    title: "Open your account",
    forPlace: (name: string, place: string) => `Hello ${name}, you are invited to work on "${place}".`,
    forAll: (name: string) => `Hello ${name}, this link opens your account.`,
    choose: "Choose a password",
    help: "12 characters mixing capitals, small letters, digits and signs, or a sentence of 7 words.",
    next: "Go on",
    signIn: "Go to the sign-in page",
  },
);

export const otherWayWords = catalogue(
  {
    title: "Autres façons d'entrer",
    or: "ou",
    key: "Utiliser une clé d'accès",
    with: (name: string) => `Continuer avec ${name}`,
    back: "Revenir à la connexion",
  },
  {
    title: "Other ways in",
    or: "or",
    key: "Use a passkey",
    with: (name: string) => `Continue with ${name}`,
    back: "Back to the sign-in page",
  },
);

export const secondFactorWords = catalogue(
  {
    code: "Code à six chiffres",
    codeHelp: "Ouvrez votre application de codes et recopiez le code de Simbiosi.",
    enrolHelp:
      "Ajoutez Simbiosi dans une application de codes (FreeOTP, Aegis, Google Authenticator…) avec cette clé, puis donnez le premier code.",
    key: "Clé à recopier",
  },
  {
    code: "Six-digit code",
    codeHelp: "Open your code application and copy the code of Simbiosi.",
    enrolHelp:
      "Add Simbiosi to a code application (FreeOTP, Aegis, Google Authenticator…) with this key, then give the first code.",
    key: "Key to copy",
  },
);
