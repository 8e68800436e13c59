/** RFC 4180 by the letter: quoted fields may hold the separator, line ends, and quotes written twice. */
export function readCsv(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, next] = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    row.push(field);
    if (text[next] === separator) at = next + 1;
    else if (text.startsWith('\r\n', next) || next === text.length) {
      rows.push(row);
      row = [];
      at = next + 2;
    } else throw new Error(`Something follows a field at ${next}: ${JSON.stringify(text.slice(next, next + 20))}`);
  }
  return rows;
}

function quoted(text: string, at: number): readonly [string, number] {
  let field = '';
  for (let place = at + 1; place < text.length; place += 1) {
    if (text[place] !== '"') field += text[place];
    else if (text[place + 1] === '"') {
      field += '"';
      place += 1;
    } else return [field, place + 1];
  }
  throw new Error(`The quote at ${at} is never closed.`);
}

function plain(text: string, at: number, separator: string): readonly [string, number] {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
  const field = text.slice(at, end);
  if (field.includes('"')) throw new Error(`A bare quote in a field at ${at}.`);
  return [field, end];
}
