/** One property of a component, its value as it stands in the file. */
export interface IcsProperty {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface IcsComponent {
  readonly name: string;
  readonly properties: readonly IcsProperty[];
  readonly components: readonly IcsComponent[];
}

/** The one property of that name; undefined without it. Throws where there are several. */
export function only({ name, properties }: IcsComponent, wanted: string): IcsProperty | undefined {
  const found = properties.filter((one) => one.name === wanted);
  if (found.length > 1) throw new Error(`${name} has ${wanted} ${found.length} times.`);
  return found[0];
}

/** A TEXT value without its escapes. @see RFC 5545, 3.3.11 */
export function textOf(component: IcsComponent, wanted: string): string | undefined {
  const value = only(component, wanted)?.value;
  if (value === undefined) return undefined;
  if (/(^|[^\\])(\\\\)*\\([^\\;,nN]|$)/.test(value)) throw new Error(`${wanted} has an escape that is none: ${value}`);
  if (/(^|[^\\])(\\\\)*[;,]/.test(value)) throw new Error(`${wanted} has a sign that has to be escaped: ${value}`);
  return value.replace(/\\(.)/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

/**
 * A strict reader of iCalendar texts, by the grammar of RFC 5545 and nothing that writers do besides. Throws at the first byte
 * that does not fit.
 */
export function readIcs(bytes: Buffer): IcsComponent {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end.');
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) throw new Error('A line ends otherwise than with CRLF.');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`A line has ${Buffer.byteLength(line)} octets: ${line}`);
  }
  const lines = text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(readLine);
  const { component, next } = readComponent(lines, 0);
  if (next !== lines.length) throw new Error(`There is something after the end: line ${next}.`);
  return component;
}

const TOKEN = /^[A-Za-z0-9-]+/;
const PARAMETER = /^;([A-Za-z0-9-]+)=("[^"\p{Cc}]*"|[^";:,\p{Cc}]*)((?:,(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*)/u;

/** @see RFC 5545, 3.1, contentline */
function readLine(line: string): IcsProperty {
  const name = TOKEN.exec(line)?.[0];
  if (name === undefined) throw new Error(`A line has no name: ${line}`);
  let rest = line.slice(name.length);
  const parameters: Record<string, string> = {};
  for (let found = PARAMETER.exec(rest); found !== null; found = PARAMETER.exec(rest)) {
    parameters[found[1] ?? ''] = (found[2] ?? '').replace(/^"(.*)"$/, '$1');
    rest = rest.slice(found[0].length);
  }
  if (!rest.startsWith(':')) throw new Error(`A line has no value, or a parameter that is none: ${line}`);
  if (/(?!\t)\p{Cc}/u.test(rest)) throw new Error(`A value has a control character: ${line}`);
  return { name: name.toUpperCase(), parameters, value: rest.slice(1) };
}

function readComponent(lines: readonly IcsProperty[], at: number): { component: IcsComponent; next: number } {
  const begin = lines[at];
  if (begin?.name !== 'BEGIN') throw new Error(`A component was expected at line ${at}.`);
  const properties: IcsProperty[] = [];
  const components: IcsComponent[] = [];
  let next = at + 1;
  for (let line = lines[next]; line?.name !== 'END'; line = lines[next]) {
    if (line === undefined) throw new Error(`${begin.value} has no end.`);
    if (line.name === 'BEGIN') {
      const inner = readComponent(lines, next);
      components.push(inner.component);
      next = inner.next;
    } else {
      properties.push(line);
      next += 1;
    }
  }
  if (lines[next]?.value !== begin.value) throw new Error(`${begin.value} ends as ${lines[next]?.value}.`);
  const component = { name: begin.value, properties, components };
  check(component);
  return { component, next: next + 1 };
}

const DATE = /^\d{8}$/;
const UTC = /^\d{8}T\d{6}Z$/;

/** What each component must have, and how its times are written. @see RFC 5545, 3.6 */
function check(component: IcsComponent): void {
  const needs: Readonly<Record<string, readonly string[]>> = {
    VCALENDAR: ['PRODID', 'VERSION'],
    VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'],
    VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
  };
  for (const name of needs[component.name] ?? []) {
    if (only(component, name) === undefined) throw new Error(`${component.name} has no ${name}.`);
  }
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND', 'TRIGGER', 'LAST-MODIFIED']) {
    const property = only(component, name);
    if (property !== undefined) checkTime(property);
  }
  const people = component.properties.filter(({ name }) => name === 'ATTENDEE' || name === 'ORGANIZER');
  if (people.some(({ value }) => !/^mailto:[^\s@]+@[^\s@]+$/i.test(value))) throw new Error('A person has no address.');
  if (people.length > 0 && only(component, 'ORGANIZER') === undefined) throw new Error('Attendees have no organiser.');
}

function checkTime({ name, parameters, value }: IcsProperty): void {
  const isDate = parameters.VALUE === 'DATE';
  if (!(isDate ? DATE : UTC).test(value)) throw new Error(`${name} is no time: ${value}`);
  if (name === 'TRIGGER' && parameters.VALUE !== 'DATE-TIME') throw new Error(`TRIGGER is no instant: ${value}`);
}
