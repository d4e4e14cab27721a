import { type Problem, problem } from "@simbiosi/domain";

const sentences = {
  BRANDING_LOGO_FORMAT: {
    fr: "Le logo « {name} » n'est ni un PNG ni un SVG : enregistrez-le dans l'un de ces formats.",
    en: "The logo “{name}” is neither PNG nor SVG: save it in one of these formats.",
  },
  BRANDING_LOGO_TOO_LARGE: {
    fr: "Le logo « {name} » est trop lourd ou trop grand : ramenez-le à {most} Mo et 6 000 pixels de côté au plus.",
    en: "The logo “{name}” is too heavy or too large: bring it down to {most} MB and 6,000 pixels a side at most.",
  },
  BRANDING_LOGO_UNSAFE: {
    fr: "Le logo « {name} » contient un script ou va chercher un fichier ailleurs : exportez-le en SVG simple ou en PNG.",
    en: "The logo “{name}” holds a script or fetches a file from elsewhere: export it as plain SVG or as PNG.",
  },
  BRANDING_LOGO_UNREADABLE: {
    fr: "Le logo « {name} » est abîmé : enregistrez-le de nouveau depuis le logiciel de dessin.",
    en: "The logo “{name}” is damaged: save it again from the drawing program.",
  },
  BRANDING_LOGO_UNNAMED: {
    fr: "Un logo n'a pas de nom : écrivez à qui il appartient, pour les personnes qui ne le voient pas.",
    en: "A logo has no name: write whose it is, for people who cannot see it.",
  },
  BRANDING_TOO_MANY_LOGOS: {
    fr: "Trop de logos : gardez-en {most} au plus, ou assemblez-les en une seule image.",
    en: "Too many logos: keep {most} at most, or join them into one picture.",
  },
  BRANDING_TEMPLATE_MACROS: {
    fr: "Le modèle Word contient des macros : enregistrez-le en .docx ou .dotx, sans macros.",
    en: "The Word template holds macros: save it as .docx or .dotx, without macros.",
  },
  BRANDING_TEMPLATE_INVALID: {
    fr: "Le modèle n'est pas un document Word lisible : ouvrez-le dans Word et enregistrez-le en .docx.",
    en: "The template is not a readable Word document: open it in Word and save it as .docx.",
  },
} as const;

export const brandingProblem = (code: keyof typeof sentences, values: Record<string, string | number> = {}): Problem =>
  problem(code, sentences[code], values);
