import { catalogue } from "../words/catalogue.ts";

export const passkeyWords = catalogue(
  {
    title: "Clés d'accès",
    help: "Une clé d'accès (empreinte, visage ou code de l'appareil, clé de sécurité) remplace le mot de passe et le code à six chiffres.",
    none: "Aucune clé d'accès.",
    impossible: "L'adresse de cette plateforme n'est pas en https : les clés d'accès n'y sont pas possibles.",
    name: "Nom de la clé",
    nameHelp: "L'appareil, par exemple « Téléphone » ou « Poste du bureau ».",
    add: "Ajouter une clé d'accès",
    added: (name: string) => `Clé « ${name} » ajoutée.`,
    since: "ajoutée le",
    used: "dernier usage",
    never: "jamais utilisée",
    remove: "Retirer",
    removed: (name: string) => `Clé « ${name} » retirée.`,
  },
  {
    title: "Passkeys",
    help: "A passkey (fingerprint, face or code of the device, security key) stands for the password and the six-digit code.",
    none: "No passkey.",
    impossible: "The address of this platform is not https: passkeys are not possible here.",
    name: "Name of the key",
    nameHelp: 'The device, for instance "Phone" or "Office computer".',
    add: "Add a passkey",
    added: (name: string) => `Key "${name}" added.`,
    since: "added on",
    used: "last use",
    never: "never used",
    remove: "Remove",
    removed: (name: string) => `Key "${name}" removed.`,
  },
);
