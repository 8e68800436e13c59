import type { ArchivedResponse } from '../../model/archived-response.ts';
import { parseJson } from './json-reader.ts';

/** The body as text; '' for one that is too large, or damaged, to be any platform's list of posts. */
export async function textOf(response: ArchivedResponse): Promise<string> {
  try {
    return await response.text();
  } catch {
    return '';
  }
}

/** The body as JSON; undefined when it is none. Answers that begin with a guard against foreign scripts lose it. */
export async function jsonOf(response: ArchivedResponse): Promise<unknown> {
  const text = await textOf(response);
  return parseJson(text.replace(/^(\)\]\}'[^\n]*\n?|\]\)\}while\(1\);<\/x>)/, ''));
}
