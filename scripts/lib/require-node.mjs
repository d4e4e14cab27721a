// Read by any Node that knows modules: no recent syntax, no import.

/**
 * Whether a version of Node can run the project.
 * @param {string} version as in process.versions.node
 */
export function nodeIsRecentEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return Number(major) > 20 || (major === 20 && Number(minor) >= 11);
}

const here = process.versions.node;

if (!nodeIsRecentEnough(here)) {
  console.error(
    `Simbiosi demande Node 20.11 ou plus récent ; ici c'est Node ${here}. Installez une version récente (paquet nodejs de Debian 13, ou nodejs.org), puis relancez la commande.`,
  );
  console.error(
    `Simbiosi needs Node 20.11 or later; this is Node ${here}. Install a recent one (package nodejs of Debian 13, or nodejs.org), then run the command again.`,
  );
  process.exit(1);
}
