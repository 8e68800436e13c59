/** What spreadsheets take for the beginning of a formula; the wide forms of East Asian keyboards count as well. */
const FORMULA_START = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Text for a spreadsheet: one that would be read as a formula gets an apostrophe in front, as a person would type it.
 * A post may begin with `=HYPERLINK(…)`, and nobody should run it by opening a table.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function neutraliseFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
