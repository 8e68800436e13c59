/** The lines of a table as text, cells between bars: long tables stay readable, one address a line. */
export function tableRows(table: string): readonly (readonly [string, string, string])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.trim()))
    .map(([first = '', second = '', third = '']) => [first, second, third]);
}
