import { type Problem, problem, type Text, text } from "@simbiosi/domain";

/** Why a whole file cannot be used, by stable code. */
const sentences = {
  FILE_EMPTY: text(
    "Le fichier « {name} » est vide : choisissez un autre fichier.",
    "The file “{name}” is empty: choose another file.",
  ),
  FILE_TRUNCATED: text(
    "Le fichier « {name} » est incomplet : téléchargez-le ou copiez-le à nouveau.",
    "The file “{name}” is incomplete: download it or copy it again.",
  ),
  FILE_DAMAGED: text(
    "Le fichier « {name} » est abîmé : ouvrez-le dans un tableur, enregistrez-le sous un autre nom, puis recommencez.",
    "The file “{name}” is damaged: open it in a spreadsheet program, save it under another name, then try again.",
  ),
  FILE_FOREIGN: text(
    "Le fichier « {name} » n'est pas un inventaire lisible : donnez un classeur .xlsx ou .ods, un .csv, un dossier ou un zip de CSV, ou un .json.",
    "The file “{name}” is not a readable inventory: give a .xlsx or .ods workbook, a .csv, a folder or zip of CSV, or a .json.",
  ),
  FILE_OLD_FORMAT: text(
    "Le fichier « {name} » est dans un ancien format de classeur : enregistrez-le en .xlsx, puis recommencez.",
    "The file “{name}” is in an old workbook format: save it as .xlsx, then try again.",
  ),
  FILE_ENCRYPTED: text(
    "Le fichier « {name} » est protégé par un mot de passe : enregistrez-en une copie sans mot de passe.",
    "The file “{name}” is protected by a password: save a copy without one.",
  ),
  FILE_TOO_LARGE: text(
    "Le fichier « {name} » dépasse {limit} Mo, une fois déplié s'il est compressé : partagez-le en plusieurs fichiers.",
    "The file “{name}” is larger than {limit} MB, unfolded if it is compressed: split it into several files.",
  ),
  FILE_TOO_COMPLEX: text(
    "Le fichier « {name} » demande trop de mémoire pour être lu : enlevez les feuilles et colonnes inutiles, ou partagez-le.",
    "The file “{name}” needs too much memory to be read: remove useless sheets and columns, or split it.",
  ),
  ZIP_BOMB: text(
    "Le fichier « {name} » se déplie anormalement (au-delà de ce qu'il annonce, de deux cents fois sa taille ou de {limit} Mo) : il n'est pas ouvert, demandez-en un autre à son auteur.",
    "The file “{name}” unfolds abnormally (beyond what it declares, two hundred times its size or {limit} MB): it is not opened, ask its author for another one.",
  ),
  XML_ENTITIES: text(
    "Le fichier « {name} » contient des entités XML, qu'un tableur n'écrit pas : il n'est pas ouvert, enregistrez-le à nouveau depuis un tableur.",
    "The file “{name}” holds XML entities, which no spreadsheet program writes: it is not opened, save it again from a spreadsheet program.",
  ),
  JSON_MALFORMED: text(
    "Le fichier « {name} » n'est pas du JSON bien formé, autour de « {near} » : corrigez-le, ou exportez-le à nouveau.",
    "The file “{name}” is not well-formed JSON, around “{near}”: correct it, or export it again.",
  ),
  JSON_TOO_DEEP: text(
    "Le fichier « {name} » imbrique plus de {limit} niveaux, ce qu'aucun inventaire ne fait : exportez-le à nouveau.",
    "The file “{name}” nests more than {limit} levels, which no inventory does: export it again.",
  ),
  FORMAT_UNKNOWN: text(
    'Le fichier « {name} » annonce le format « {found} » : cette version lit "format": "{expected}".',
    'The file “{name}” declares the format “{found}”: this version reads "format": "{expected}".',
  ),
  TABLE_NOT_FOUND: text(
    "« {name} » ne contient ni feuille d'établissements ni feuille de flux reconnue : reprenez les en-têtes du modèle, ou associez les colonnes à la main.",
    "“{name}” holds no recognised sheet of establishments or flows: use the headers of the template, or map the columns by hand.",
  ),
  MAPPING_UNKNOWN: text(
    "L'association de colonnes vise « {found} », qui n'existe pas : choisissez une clé du modèle.",
    "The column mapping aims at “{found}”, which does not exist: choose a key of the template.",
  ),
  MAPPING_MALFORMED: text(
    "« {name} » n'est pas une association de colonnes : écrivez-en une à corriger avec simbiosi check INVENTAIRE --suggest-mapping FICHIER.json.",
    "“{name}” is not a column mapping: write one to correct with simbiosi check INVENTORY --suggest-mapping FILE.json.",
  ),
  DISTANCES_COLUMNS: text(
    "« {name} » n'a pas les colonnes d'un tableau de distances : nommez-les de;vers;km.",
    "“{name}” has not the columns of a table of distances: name them from;to;km.",
  ),
  FACTORS_MALFORMED: text(
    "« {name} » n'est pas un fichier de facteurs : écrivez une liste JSON de {quantity, resource, value, low, high, unit, source, year}, ou partez de simbiosi import base-empreinte.",
    "“{name}” is not a file of factors: write a JSON list of {quantity, resource, value, low, high, unit, source, year}, or start from simbiosi import base-empreinte.",
  ),
  OFFICIAL_NOT_CSV: text(
    "« {name} » n'est pas un fichier CSV : dépliez l'archive, ou exportez la table en CSV, puis recommencez.",
    "“{name}” is not a CSV file: unfold the archive, or export the table as CSV, then try again.",
  ),
  OFFICIAL_COLUMNS: text(
    "« {name} » n'a pas les colonnes du format {format} : il manque {missing}. Vérifiez le format demandé et la première ligne du fichier.",
    "“{name}” has not the columns of the format {format}: {missing} are missing. Check the format asked for and the first line of the file.",
  ),
  READ_STOPPED: text(
    "La lecture de « {name} » a été arrêtée : relancez-la quand vous voulez.",
    "The reading of “{name}” was stopped: start it again when you like.",
  ),
  READ_TOO_SLOW: text(
    "La lecture de « {name} » a dépassé {limit} secondes : enlevez les feuilles et colonnes inutiles, ou partagez-le.",
    "The reading of “{name}” took more than {limit} seconds: remove useless sheets and columns, or split it.",
  ),
} as const satisfies Record<string, Text>;

/** What a reader should know although everything went in. */
const noteSentences = {
  MACROS_IGNORED: text(
    "« {name} » contient des macros : elles n'ont été ni lues ni lancées.",
    "“{name}” holds macros: they were neither read nor run.",
  ),
  LINKS_IGNORED: text(
    "« {name} » est lié à d'autres classeurs : seules les valeurs enregistrées ont été lues.",
    "“{name}” is linked to other workbooks: only stored values were read.",
  ),
  COMMENTS_IGNORED: text(
    "« {name} » contient des commentaires de cellule : ils n'ont pas été lus, recopiez dans la colonne Note ce qui compte.",
    "“{name}” holds comments on cells: they were not read, copy what matters into the note column.",
  ),
  ENCODING_LEGACY: text(
    "« {name} » n'est pas en UTF-8 : il a été lu comme un fichier Windows (1252), vérifiez les accents.",
    "“{name}” is not in UTF-8: it was read as a Windows file (1252), check the accents.",
  ),
  ENCODING_MENDED: text(
    "Les accents de « {name} » étaient abîmés (« Ã© ») : ils ont été rétablis, vérifiez-les.",
    "The accents of “{name}” were broken (“Ã©”): they were mended, check them.",
  ),
  ESTABLISHMENTS_MADE: text(
    "Aucun tableau d'établissements : ils ont été créés d'après les noms cités par les flux ({count}).",
    "No table of establishments: they were made from the names that the flows use ({count}).",
  ),
  TERRITORY_ABSENT: text(
    "Aucune feuille Territoire : le territoire est nommé « {found} » en attendant.",
    "No territory sheet: the territory is named “{found}” meanwhile.",
  ),
  FACTORS_UNATTACHED: text(
    "Facteurs de « {name} » à rattacher, sans effet tant que « quantity » et « resource » sont vides : {count} ({which}).",
    "Factors of “{name}” to be attached, without effect while “quantity” and “resource” are empty: {count} ({which}).",
  ),
  SHEET_HIDDEN: text(
    "La feuille cachée « {found} » a été lue comme les autres : supprimez-la si elle ne compte plus.",
    "The hidden sheet “{found}” was read like the others: delete it if it counts no more.",
  ),
  COLUMNS_ASIDE: text(
    "« {found} », colonnes gardées à part sans être utilisées : {columns}. Associez celles qui comptent (check --suggest-mapping).",
    "“{found}”, columns kept aside without being used: {columns}. Map those that count (check --suggest-mapping).",
  ),
  TABLE_TURNED: text(
    "« {found} » : les entreprises y sont en colonnes. Dans les messages, la ligne est le numéro de la colonne (A = 1).",
    "“{found}”: its companies are columns. In the messages, the row is the number of the column (A = 1).",
  ),
  SHEET_IGNORED: text(
    "« {found} » n'est pas un tableau de l'inventaire : il n'a pas été lu.",
    "“{found}” is not a table of the inventory: it was not read.",
  ),
} as const satisfies Record<string, Text>;

export type FileProblemCode = keyof typeof sentences;
type NoteCode = keyof typeof noteSentences;

/** A whole file that cannot be used. @param values fill the sentence; `name` is the file's name */
export const fileProblem = (code: FileProblemCode, values: Record<string, string | number>): Problem =>
  problem(code, sentences[code], values);

/** Something worth knowing that lost nothing. */
export const note = (code: NoteCode, values: Record<string, string | number>): Problem =>
  problem(code, noteSentences[code], values);
