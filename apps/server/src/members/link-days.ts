/** How long a company's link opens its sheet, in days. */
export const linkDays = 90;
