/** What to do after a failed installation, by what npm printed; the first that fits. */
const advices = [
  {
    when: /EUSAGE|in sync|lockfileVersion/,
    fr: "package.json et package-lock.json ne disent pas la même chose : lancez `npm install`, puis recommencez.",
    en: "package.json and package-lock.json disagree: run `npm install`, then try again.",
  },
  {
    when: /ENOSPC/,
    fr: "Le disque est plein : libérez environ 500 Mo, puis relancez la même commande.",
    en: "The disk is full: free about 500 MB, then run the same command again.",
  },
  {
    when: /EACCES|EPERM|EROFS/,
    fr: "Un dossier n'est pas modifiable (nommé ci-dessus) : rendez-le à votre compte (chown), puis relancez la même commande.",
    en: "A folder cannot be written (named above): give it back to your account (chown), then run the same command again.",
  },
  {
    when: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i,
    fr: "Le dépôt de paquets ne répond pas : vérifiez la connexion ou le mandataire (npm config get proxy), puis relancez la même commande.",
    en: "The package registry does not answer: check the connection or the proxy (npm config get proxy), then run the same command again.",
  },
  {
    when: /E404|ETARGET|EINTEGRITY|E401|E403/,
    fr: "Un paquet est introuvable, refusé ou altéré : vérifiez le dépôt que vous utilisez (npm config get registry), puis relancez la même commande.",
    en: "A package is missing, refused or altered: check which registry you use (npm config get registry), then run the same command again.",
  },
  {
    when: /ENOENT|not found/,
    fr: "npm est introuvable : installez-le (paquet npm), puis relancez la même commande.",
    en: "npm was not found: install it (package npm), then run the same command again.",
  },
];

const otherwise = {
  fr: "Lisez le message de npm ci-dessus, puis relancez la même commande : elle repart de zéro.",
  en: "Read npm's message above, then run the same command again: it starts afresh.",
};

/** @param {string} output all that npm printed */
export const adviceFor = (output) => advices.find(({ when }) => when.test(output)) ?? otherwise;
