/** La Poste's SIREN: its establishments are too many for Luhn, so their SIRET digits sum to a multiple of five instead. */
const LA_POSTE = "356000000";

/** Luhn's check: every second digit from the right is doubled, and the sum of all digits is a multiple of ten. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighted = i % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** 14 digits whose key is right (SIRENE's rule, with La Poste's exception). */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false;
  if (luhn(digits)) return true;
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}
