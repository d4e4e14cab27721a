import { problem, text } from "@simbiosi/domain";

/** What may prevent the embedded database from starting, each with the way out. */
export const embeddedProblems = {
  unsupported: (platform: string) =>
    problem(
      "DATABASE_NOT_SHIPPED",
      text(
        "Aucune base de données n'est fournie pour cette machine ({platform}). Donnez l'adresse d'un serveur PostgreSQL dans la variable DATABASE_URL.",
        "No database is shipped for this machine ({platform}). Give the address of a PostgreSQL server in the variable DATABASE_URL.",
      ),
      { platform },
    ),
  closedFolder: (folder: string) =>
    problem(
      "DATA_FOLDER_CLOSED",
      text(
        "La base de données tourne sous un compte sans droits, qui ne peut pas entrer dans {folder}. Choisissez un dossier ouvert avec --data, par exemple --data /var/lib/simbiosi.",
        "The database runs under an account without rights, which cannot enter {folder}. Choose an open folder with --data, for example --data /var/lib/simbiosi.",
      ),
      { folder },
    ),
  notStarted: (log: string) =>
    problem(
      "DATABASE_NOT_STARTED",
      text(
        "La base de données ne démarre pas. Ses dernières lignes : {log}",
        "The database does not start. Its last lines: {log}",
      ),
      { log },
    ),
  socketTaken: (folder: string) =>
    problem(
      "SOCKET_FOLDER_TAKEN",
      text(
        "Le dossier {folder} appartient à un autre compte : supprimez-le, ou donnez un autre dossier temporaire (variable TMPDIR).",
        "The folder {folder} belongs to another account: remove it, or give another temporary folder (variable TMPDIR).",
      ),
      { folder },
    ),
};
