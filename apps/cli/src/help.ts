import type { Lang } from "@simbiosi/domain";
import { commands } from "./commands.ts";

const frame = {
  fr: {
    usage: "Usage : simbiosi COMMANDE …",
    platform: `Sur la plateforme (dossier de --data ou SIMBIOSI_DATA, ou serveur PostgreSQL de DATABASE_URL) :
  simbiosi serve [--port N] [--host ADRESSE] [--data DOSSIER] [--no-demo] [--log]
      sert la plateforme web
  simbiosi backup [--out FICHIER] [--passphrase-file FICHIER]
      sauvegarde chiffrée, en marche ou à l'arrêt (phrase secrète : SIMBIOSI_BACKUP_PASSPHRASE)
  simbiosi restore SAUVEGARDE [--passphrase-file FICHIER]
      restaure dans un dossier ou une base vides, relit et compare
  simbiosi verify SAUVEGARDE [--passphrase-file FICHIER]
      vérifie une sauvegarde et les journaux qu'elle contient, sans rien écrire`,
    common: `Partout : --lang fr|en (fr), --date AAAA-MM-JJ (aujourd'hui), --seed N (1), --json, --quiet
Avec un inventaire : --mapping FICHIER.json (colonnes), --distances FICHIER.csv (de;vers;km), --factors FICHIER.json (vos prix et facteurs)
INVENTAIRE : .xlsx, .ods, .csv, dossier ou zip de CSV, .json, ou - (JSON sur l'entrée standard)
Sortie : 0 fait, 1 fait avec des lignes refusées ou un but manqué, 2 entrée inutilisable, 64 mauvais usage`,
  },
  en: {
    usage: "Usage: simbiosi COMMAND …",
    platform: `On the platform (folder of --data or SIMBIOSI_DATA, or the PostgreSQL server of DATABASE_URL):
  simbiosi serve [--port N] [--host ADDRESS] [--data FOLDER] [--no-demo] [--log]
      serves the web platform
  simbiosi backup [--out FILE] [--passphrase-file FILE]
      encrypted backup, running or stopped (passphrase: SIMBIOSI_BACKUP_PASSPHRASE)
  simbiosi restore BACKUP [--passphrase-file FILE]
      restores into an empty folder or database, reads back and compares
  simbiosi verify BACKUP [--passphrase-file FILE]
      checks a backup and the audit trails in it, without writing anything`,
    common: `Everywhere: --lang fr|en (fr), --date YYYY-MM-DD (today), --seed N (1), --json, --quiet
With an inventory: --mapping FILE.json (columns), --distances FILE.csv (from;to;km), --factors FILE.json (your prices and factors)
INVENTORY: .xlsx, .ods, .csv, a folder or zip of CSV, .json, or - (JSON on standard input)
Exit: 0 done, 1 done with rows refused or a target missed, 2 unusable input, 64 wrong usage`,
  },
} as const;

/** What the command line can do, in one screen. */
export function help(lang: Lang): string {
  const lines = commands.map(({ usage, about }) => `  simbiosi ${usage[lang]}\n      ${about[lang]}`);
  return `${frame[lang].usage}\n\n${lines.join("\n")}\n\n${frame[lang].platform}\n\n${frame[lang].common}\n`;
}
