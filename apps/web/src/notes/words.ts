import { catalogue } from "../words/catalogue.ts";

export const noteWords = catalogue(
  {
    messages: "Messages",
    noMessages: "Aucun message. Notez ici ce qui s'est dit ; @prénom pour s'adresser à quelqu'un.",
    message: "Nouveau message",
    send: "Envoyer",
    remove: "Retirer",
    removed: "Retiré.",
    files: "Fichiers",
    noFiles: "Aucun fichier. PDF, image, document bureautique ou texte, 10 Mo au plus.",
    addFile: "Joindre un fichier",
    size: (kilobytes: string) => `${kilobytes} ko`,
  },
  {
    messages: "Messages",
    noMessages: "No message. Note here what was said; @name to address somebody.",
    message: "New message",
    send: "Send",
    remove: "Remove",
    removed: "Removed.",
    files: "Files",
    noFiles: "No file. PDF, picture, office document or text, 10 MB at most.",
    addFile: "Attach a file",
    size: (kilobytes: string) => `${kilobytes} kB`,
  },
);
