import { type Text, text } from "@simbiosi/domain";

/**
 * Why a cell, a row or a sheet was not understood, by stable code. Each sentence ends with what to do next.
 * `{value}`, `{column}` and the like are filled when the row is reported.
 */
export const refusalSentences = {
  // cells
  QUANTITY_UNREADABLE: text(
    "« {value} » n'est pas une quantité : écrivez un seul nombre, par exemple 1 234,5, et mettez le doute dans la colonne Incertitude.",
    "“{value}” is not a quantity: write one number, for example 1234.5, and put the doubt in the uncertainty column.",
  ),
  NUMBER_UNREADABLE: text(
    "« {value} » n'est pas un nombre attendu ici : écrivez un nombre, par exemple 1 234,5.",
    "“{value}” is not a number expected here: write a number, for example 1234.5.",
  ),
  NUMBER_NEGATIVE: text(
    "« {value} » est négatif : écrivez une valeur positive ; le sens du flux va dans la colonne Sens.",
    "“{value}” is negative: write a positive value; the direction of the flow goes in its own column.",
  ),
  UNIT_UNKNOWN: text(
    "L'unité « {value} » n'est pas connue : choisissez parmi {expected}, et convertissez la quantité si besoin.",
    "The unit “{value}” is not known: choose one of {expected}, and convert the quantity if needed.",
  ),
  UNIT_CONFLICT: text(
    "« {value} » contredit la colonne Unité ou Période : la colonne est suivie, corrigez l'une des deux.",
    "“{value}” contradicts the unit or period column: the column is followed, correct one of the two.",
  ),
  UNIT_COST_CONFLICT: text(
    "Le coût « {value} » est donné par une autre unité que celle du flux : ramenez-le à l'unité de la quantité.",
    "The cost “{value}” is given per another unit than the flow's: bring it to the unit of the quantity.",
  ),
  WORD_UNKNOWN: text(
    "« {value} » n'est pas un mot attendu ici : choisissez parmi {expected}.",
    "“{value}” is not a word expected here: choose one of {expected}.",
  ),
  YES_NO_UNREADABLE: text(
    "« {value} » ne dit ni oui ni non : écrivez oui ou non.",
    "“{value}” says neither yes nor no: write yes or no.",
  ),
  MONTHS_UNREADABLE: text(
    "Les mois « {value} » ne se lisent pas : écrivez une plage (nov-janv), une liste (juin, juillet), une saison, ou douze nombres positifs.",
    "The months “{value}” cannot be read: write a range (nov-jan), a list (june, july), a season, or twelve positive numbers.",
  ),
  MONTHS_TWICE: text(
    "Les douze mois et la Saison sont remplis : les douze mois l'emportent, effacez « {value} » s'ils sont justes.",
    "Both the twelve months and the season are filled: the twelve months win, delete “{value}” if they are right.",
  ),
  DATE_UNREADABLE: text(
    "« {value} » n'est pas une date : écrivez jour/mois/année, par exemple 31/12/2027.",
    "“{value}” is not a date: write day/month/year, for example 31/12/2027.",
  ),
  SIRET_INVALID: text(
    "« {value} » n'est pas un SIRET valide : recopiez ses 14 chiffres depuis un document officiel, ou laissez vide.",
    "“{value}” is not a valid SIRET: copy its 14 digits from an official document, or leave it empty.",
  ),
  SIREN_INVALID: text(
    "« {value} » n'est pas un SIREN : écrivez ses 9 chiffres, ou laissez vide.",
    "“{value}” is not a SIREN: write its 9 digits, or leave it empty.",
  ),
  CODE_MALFORMED: text(
    "Le code « {value} » n'a pas la bonne forme : écrivez-le comme {expected}, ou laissez vide.",
    "The code “{value}” is not well formed: write it like {expected}, or leave it empty.",
  ),
  STAFF_UNREADABLE: text(
    "L'effectif « {value} » ne se lit pas : écrivez un nombre de personnes ou une tranche SIRENE, par exemple 20 à 49 salariés.",
    "The staff “{value}” cannot be read: write a head count or a SIRENE band, for example 20 à 49 salariés.",
  ),
  COORDINATE_INVALID: text(
    "« {value} » n'est pas une coordonnée WGS84 en degrés : vérifiez que longitude et latitude ne sont pas en mètres ni inversées.",
    "“{value}” is not a WGS84 coordinate in degrees: check that longitude and latitude are not in metres nor swapped.",
  ),
  SHIFTS_UNREADABLE: text(
    "Les horaires « {value} » ne se lisent pas : écrivez 06:00-14:00; 14:00-22:00.",
    "The shifts “{value}” cannot be read: write 06:00-14:00; 14:00-22:00.",
  ),
  HOME_COMMUNES_UNREADABLE: text(
    "Les communes de résidence « {value} » ne se lisent pas : écrivez 2B033=14; 2B037=7 (des effectifs, jamais des noms).",
    "The home communes “{value}” cannot be read: write 2B033=14; 2B037=7 (counts, never names).",
  ),
  LOAD_PROFILE_UNREADABLE: text(
    "La courbe de charge « {value} » ne se lit pas : écrivez douze kWh mensuels séparés par des points-virgules.",
    "The load profile “{value}” cannot be read: write twelve monthly kWh separated by semicolons.",
  ),
  QUALITY_UNREADABLE: text(
    "La qualité « {value} » ne se lit pas : écrivez clé=valeur; clé=valeur, par exemple dry_matter_pct=40; form=pâteux.",
    "The quality “{value}” cannot be read: write key=value; key=value, for example dry_matter_pct=40; form=paste.",
  ),
  CONSENTS_UNREADABLE: text(
    "Les accords « {value} » ne se lisent pas et ne donnent aucun droit : écrivez funder: name, quantity (2026-10-01).",
    "The consents “{value}” cannot be read and grant nothing: write funder: name, quantity (2026-10-01).",
  ),
  CONSENT_PARTY_UNKNOWN: text(
    "L'accord donné à « {value} » n'est pas retenu : nommez funder, public ou un établissement de l'inventaire.",
    "The consent given to “{value}” is not kept: name funder, public or an establishment of the inventory.",
  ),
  TEXT_UNREADABLE: text(
    "« {value} » n'est pas un texte : écrivez de simples mots.",
    "“{value}” is not a text: write plain words.",
  ),
  TEXT_TOO_LONG: text(
    "Le texte dépasse {limit} caractères : la suite n'est pas lue, raccourcissez-le ou joignez un document.",
    "The text is longer than {limit} characters: the rest is not read, shorten it or attach a document.",
  ),
  CELL_ERROR: text(
    "La cellule contient l'erreur « {value} » : corrigez la formule ou tapez la valeur.",
    "The cell holds the error “{value}”: correct the formula or type the value.",
  ),
  FORMULA_WITHOUT_VALUE: text(
    "La formule n'a pas de valeur enregistrée : ouvrez le classeur dans un tableur, enregistrez-le, puis recommencez.",
    "The formula has no stored value: open the workbook in a spreadsheet program, save it, then try again.",
  ),
  CELL_UNEXPECTED: text(
    "« {value} » n'a pas de place ici : une seule valeur est attendue par ligne, déplacez-la ou effacez-la.",
    "“{value}” has no place here: one value is expected per row, move it or delete it.",
  ),
  DISTANCE_TWICE: text(
    "Ce trajet a déjà une autre distance plus haut, qui l'emporte sur « {value} » : gardez une seule ligne.",
    "This trip has another distance above, which wins over “{value}”: keep one row.",
  ),
  COORDINATE_FOREIGN: text(
    "Les coordonnées « {value} » ne sont ni en Lambert-93 ni en degrés : placez l'établissement à la main.",
    "The coordinates “{value}” are neither in Lambert-93 nor in degrees: place the establishment by hand.",
  ),
  IMPORT_CONFLICT: text(
    "Le fichier dit « {value} » et l'inventaire « {kept} » : l'inventaire est gardé, corrigez-le s'il a vieilli.",
    "The file says “{value}” and the inventory “{kept}”: the inventory is kept, correct it if it is out of date.",
  ),
  // rows
  SITE_CLOSED: text(
    "L'établissement « {value} » est fermé : il n'est pas importé.",
    "The establishment “{value}” is closed: it is not imported.",
  ),
  NAME_MISSING: text(
    "L'établissement n'a pas de nom : remplissez la raison sociale.",
    "The establishment has no name: fill in its name.",
  ),
  ESTABLISHMENT_MISSING: text(
    "Le flux ne dit pas de quel établissement il vient : écrivez son identifiant, son SIRET ou son nom.",
    "The flow does not say which establishment it belongs to: write its id, SIRET or name.",
  ),
  ESTABLISHMENT_UNKNOWN: text(
    "L'établissement « {value} » n'est pas dans l'inventaire : ajoutez-le, ou corrigez l'identifiant, le SIRET ou le nom.",
    "The establishment “{value}” is not in the inventory: add it, or correct the id, SIRET or name.",
  ),
  ESTABLISHMENT_AMBIGUOUS: text(
    "Plusieurs établissements répondent à « {value} » : écrivez l'identifiant ou le SIRET.",
    "Several establishments answer to “{value}”: write the id or the SIRET.",
  ),
  DIRECTION_MISSING: text(
    "Le flux n'a pas de sens : écrivez entrant (besoin) ou sortant (offre).",
    "The flow has no direction: write in (need) or out (offer).",
  ),
  LABEL_MISSING: text(
    "Le flux n'a pas de désignation : écrivez les mots de l'entreprise.",
    "The flow has no label: write the words the company uses.",
  ),
  ID_DUPLICATE: text(
    "« {value} » est déjà pris plus haut : donnez un autre identifiant, ou réunissez les deux lignes.",
    "“{value}” is already taken above: give another id, or merge the two rows.",
  ),
  ID_RESERVED: text(
    "L'identifiant « {value} » commence par @, réservé aux acteurs publics : choisissez-en un autre.",
    "The id “{value}” begins with @, kept for public parties: choose another one.",
  ),
  TOTALS_ROW: text(
    "La ligne « {value} » est un total : elle n'est pas comptée. Si c'est une vraie ligne, donnez-lui un identifiant.",
    "The row “{value}” is a total: it is not counted. If it is a true row, give it an id.",
  ),
  HEADER_REPEATED: text(
    "La ligne répète les en-têtes : elle n'est pas lue, effacez-la.",
    "The row repeats the headers: it is not read, delete it.",
  ),
  ROW_UNREADABLE: text(
    'Cette ligne n\'est pas un objet JSON : écrivez { "clé": valeur }.',
    'This row is not a JSON object: write { "key": value }.',
  ),
  // what was assumed, for a person to confirm: nothing is lost
  COLUMN_MAPPED: text(
    "La colonne « {value} » est lue comme « {meaning} » (sûr à {confidence} %) : si c'est faux, associez-la à la main ou renommez-la.",
    "The column “{value}” is read as “{meaning}” ({confidence} % sure): if that is wrong, map it by hand or rename it.",
  ),
  QUANTITY_RANGE: text(
    "« {value} » est une fourchette : le milieu est retenu, avec une incertitude de {spread} % ; écrivez un seul nombre si vous le connaissez.",
    "“{value}” is a range: its middle is taken, with an uncertainty of {spread} %; write one number if you know it.",
  ),
  QUANTITY_CONVERTED: text(
    "« {value} » est ramené à {as} {unit} : corrigez la quantité ou l'unité si c'est faux.",
    "“{value}” is brought to {as} {unit}: correct the quantity or the unit if that is wrong.",
  ),
  QUANTITY_IN_LABEL: text(
    "La quantité « {as} » est lue dans la désignation « {value} » : écrivez-la dans une colonne Quantité si c'est faux.",
    "The quantity “{as}” is read in the label “{value}”: write it in a quantity column if that is wrong.",
  ),
  PERIOD_ASIDE: text(
    "« {value} » est gardé à part comme une fréquence : la quantité reste par la période que dit « {quantity} » ; nommez la colonne « Période » si c'est faux.",
    "“{value}” is kept aside as a frequency: the quantity stays per the period that “{quantity}” says; name the column “Période” if that is wrong.",
  ),
  ESTABLISHMENT_ALIKE: text(
    "« {value} » est lu comme l'établissement « {known} » : donnez-leur des noms distincts si ce sont deux entreprises.",
    "“{value}” is read as the establishment “{known}”: give them distinct names if they are two companies.",
  ),
  DATE_COMPLETED: text(
    "« {value} » est lu comme le {day}, son dernier jour : écrivez le jour si c'est un autre.",
    "“{value}” is read as {day}, its last day: write the day if it is another one.",
  ),
  CELL_REPEATED: text(
    "« idem » est lu comme la valeur du dessus, « {value} » d'abord ({count} fois dans cette colonne) : écrivez la valeur si c'est faux.",
    "“ditto” is read as the value above, first “{value}” ({count} times in this column): write the value if that is wrong.",
  ),
  CELL_CARRIED: text(
    "L'établissement est écrit une fois pour les lignes au-dessous, « {value} » d'abord ({count} lignes complétées) : écrivez-le sur chaque ligne si c'est faux.",
    "The establishment is written once for the rows below, first “{value}” ({count} rows completed): write it on each row if that is wrong.",
  ),
  CELL_SHARED: text(
    "« {value} » est lu pour l'offre et pour le besoin de la ligne : écrivez-les sur deux lignes s'il ne vaut que pour l'un.",
    "“{value}” is read for both the offer and the need of the row: write them on two rows if it holds for one only.",
  ),
  DIRECTION_DEDUCED: text(
    "Le sens du flux est déduit de « {value} » : remplissez la colonne Sens si c'est faux.",
    "The direction of the flow is deduced from “{value}”: fill in the direction column if that is wrong.",
  ),
  MONTHS_SUMMED: text(
    "Les douze mois sont lus comme des quantités mensuelles, dont la somme fait {value} par an : ajoutez une colonne Quantité s'ils ne sont que des poids.",
    "The twelve months are read as monthly quantities, which add up to {value} a year: add a quantity column if they are only weights.",
  ),
  ESTABLISHMENT_MADE: text(
    "« {value} » est cité par un flux et n'est pas dans le tableau des établissements : il a été créé, complétez-le ou corrigez le nom.",
    "“{value}” is named by a flow and is not in the table of establishments: it was created, complete it or correct the name.",
  ),
  // sheets
  LIST_EXPECTED: text("« {column} » n'est pas une liste : écrivez [ … ].", "“{column}” is not a list: write [ … ]."),
  TERRITORY_NAME_MISSING: text(
    "Le territoire n'a pas de nom : « {value} » est pris en attendant, écrivez son nom.",
    "The territory has no name: “{value}” is used meanwhile, write its name.",
  ),
  HEADER_NOT_FOUND: text(
    "Aucune ligne d'en-têtes reconnue dans « {value} » : reprenez les en-têtes du modèle, ou associez les colonnes à la main.",
    "No header row recognised in “{value}”: use the headers of the template, or map the columns by hand.",
  ),
  COLUMN_MISSING: text(
    "La feuille n'a pas de colonne « {expected} », sans laquelle aucune ligne n'est retenue : ajoutez-la, ou associez les colonnes à la main.",
    "The sheet has no column “{expected}”, without which no row is kept: add it, or map the columns by hand.",
  ),
  COLUMN_MISNAMED: text(
    "La feuille n'a pas de colonne « {expected} », sans laquelle aucune ligne n'est retenue ; « {value} » semble en tenir lieu : renommez-la, ou associez-la à la main.",
    "The sheet has no column “{expected}”, without which no row is kept; “{value}” seems to stand for it: rename it, or map it by hand.",
  ),
  HEADER_UNIT_UNKNOWN: text(
    "L'unité de l'en-tête « {value} » n'est pas connue : la colonne est gardée à part, écrivez par exemple « Quantité (t/an) ».",
    "The unit of the header “{value}” is not known: the column is kept aside, write for example “Quantité (t/an)”.",
  ),
  FACTOR_WRONG: text(
    "Ce facteur n'est pas utilisé, « {column} » ne va pas ({value}) : attendu {expected}. Corrigez ce champ dans le fichier de facteurs.",
    "This factor is not used, “{column}” does not fit ({value}): expected {expected}. Correct that field in the file of factors.",
  ),
  COLUMN_TWICE: text(
    "La colonne « {value} » apparaît deux fois : la première est lue, la seconde est gardée à part, renommez-la.",
    "The column “{value}” appears twice: the first is read, the second is kept aside, rename it.",
  ),
  ROWS_UNREADABLE: text(
    "Rien ou presque n'est lisible dans les {limit} premières lignes : la suite n'est pas lue. Vérifiez que les en-têtes sont ceux de ces colonnes (check --suggest-mapping) et que « Sens » dit entrant ou sortant.",
    "Nothing or hardly anything can be read in the first {limit} rows: the rest is not read. Check that the headers are those of these columns (check --suggest-mapping) and that Direction says in or out.",
  ),
  ITEMS_UNREADABLE: text(
    "Rien n'est lisible dans les {limit} premiers éléments de cette liste : la suite n'est pas lue. Un flux a au moins establishment, direction (in ou out) et label, un établissement name.",
    "Nothing can be read in the first {limit} elements of this list: the rest is not read. A flow has establishment, direction (in or out) and label at least, an establishment name.",
  ),
  ROWS_BEYOND_LIMIT: text(
    "La feuille dépasse {limit} lignes : la suite n'est pas lue, partagez-la en plusieurs fichiers.",
    "The sheet has more than {limit} rows: the rest is not read, split it into several files.",
  ),
  COLUMNS_BEYOND_LIMIT: text(
    "La feuille dépasse {limit} colonnes : les cellules au-delà ne sont pas lues, supprimez les colonnes inutiles.",
    "The sheet has more than {limit} columns: the cells beyond are not read, delete useless columns.",
  ),
  CELLS_BEYOND_LIMIT: text(
    "La feuille dépasse {limit} cellules remplies : la suite n'est pas lue, partagez-la en plusieurs fichiers.",
    "The sheet has more than {limit} filled cells: the rest is not read, split it into several files.",
  ),
  EMPTY_BEYOND_LIMIT: text(
    "Plus de {limit} cellules sans contenu se suivent : la suite n'est pas lue. Supprimez les lignes et colonnes vides, ou copiez le tableau dans un classeur neuf.",
    "More than {limit} cells without content follow each other: the rest is not read. Delete the empty rows and columns, or copy the table into a new workbook.",
  ),
  REFUSALS_BEYOND_LIMIT: text(
    "{value} autres cellules ou lignes n'ont pas été comprises : corrigez les premières, puis relisez le fichier.",
    "{value} more cells or rows were not understood: correct the first ones, then read the file again.",
  ),
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusalSentences;

/** Codes that say how something was read, and ask only to be confirmed. */
export const assumptions: ReadonlySet<string> = new Set<RefusalCode>([
  "COLUMN_MAPPED",
  "QUANTITY_RANGE",
  "QUANTITY_CONVERTED",
  "DATE_COMPLETED",
  "PERIOD_ASIDE",
  "QUANTITY_IN_LABEL",
  "ESTABLISHMENT_ALIKE",
  "CELL_REPEATED",
  "CELL_CARRIED",
  "DIRECTION_DEDUCED",
  "MONTHS_SUMMED",
  "ESTABLISHMENT_MADE",
  "SITE_CLOSED",
]);
