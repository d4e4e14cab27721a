import { problem, text } from "@simbiosi/domain";

/** What may go wrong with a backup, each with the way out. */
export const backupProblems = {
  noPassphrase: problem(
    "BACKUP_PASSPHRASE_MISSING",
    text(
      "Une sauvegarde est chiffrée : donnez sa phrase secrète (12 caractères au moins) dans SIMBIOSI_BACKUP_PASSPHRASE, ou un fichier qui la contient par --passphrase-file.",
      "A backup is encrypted: give its passphrase (12 characters at least) in SIMBIOSI_BACKUP_PASSPHRASE, or a file that holds it by --passphrase-file.",
    ),
  ),
  exists: (file: string) =>
    problem(
      "BACKUP_FILE_EXISTS",
      text(
        "Le fichier {file} existe déjà et n'a pas été touché : donnez un autre nom avec --out.",
        "The file {file} already exists and was not touched: give another name with --out.",
      ),
      { file },
    ),
  unreadable: (file: string) =>
    problem(
      "BACKUP_UNREADABLE",
      text(
        "{file} n'est pas une sauvegarde de Simbiosi, ou n'est pas lisible. Vérifiez le chemin.",
        "{file} is not a backup of Simbiosi, or cannot be read. Check the path.",
      ),
      { file },
    ),
  wrongPassphrase: problem(
    "BACKUP_WRONG_PASSPHRASE",
    text(
      "La phrase secrète n'est pas celle de cette sauvegarde, ou son début est abîmé. Rien n'a été écrit.",
      "The passphrase is not the one of this backup, or its beginning is damaged. Nothing was written.",
    ),
  ),
  damaged: (where: string) =>
    problem(
      "BACKUP_DAMAGED",
      text(
        "La sauvegarde est abîmée ou incomplète ({where}). Rien n'a été écrit : prenez une autre copie ou la sauvegarde d'avant.",
        "The backup is damaged or incomplete ({where}). Nothing was written: take another copy or the backup before it.",
      ),
      { where },
    ),
  newer: (version: string) =>
    problem(
      "BACKUP_NEWER",
      text(
        "La sauvegarde vient d'une version plus récente de Simbiosi ({version}). Mettez Simbiosi à jour, puis recommencez.",
        "The backup comes from a more recent version of Simbiosi ({version}). Update Simbiosi, then try again.",
      ),
      { version },
    ),
  notEmpty: problem(
    "RESTORE_NOT_EMPTY",
    text(
      "Cette base contient déjà des données, qu'une restauration ne doit pas écraser. Donnez un dossier neuf avec --data, ou une base vide dans DATABASE_URL.",
      "This database already holds data, which a restoration must not overwrite. Give a new folder with --data, or an empty database in DATABASE_URL.",
    ),
  ),
  auditBroken: (territory: string, seq: number, why: string) =>
    problem(
      "BACKUP_AUDIT_BROKEN",
      text(
        "Le journal du territoire {territory} ne tient plus à l'entrée {seq} ({why}) : quelqu'un y a touché avant la sauvegarde. Comparez avec une sauvegarde plus ancienne.",
        "The audit trail of territory {territory} no longer holds at entry {seq} ({why}): somebody touched it before the backup. Compare with an older backup.",
      ),
      { territory, seq, why },
    ),
};
