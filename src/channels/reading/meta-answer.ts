import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { jsonDocuments, objectWhere } from './json-objects.ts';
import { asObject, asText, type JsonObject, parseJson } from './json-reader.ts';
import { dataScripts } from './page-scripts.ts';

/** Everything that is JSON in an answer of Meta's: the data scripts of a page, or the documents of an interface. */
export async function metaDocuments(response: ArchivedResponse): Promise<readonly unknown[]> {
  const text = await response.text();
  if (response.mime !== 'text/html' || /^\s*(for\s*\(;;\);)?\s*[{[]/.test(text)) return jsonDocuments(text);
  return [...dataScripts(text)].map(({ value }) => value);
}

/** What a question to GraphQL was about: `variables` of its form or its query. */
export function metaVariables({ url, requestBody }: Pick<ArchivedHead, 'url' | 'requestBody'>): JsonObject {
  const sent = new URLSearchParams(requestBody ?? '').get('variables') ?? new URL(url).searchParams.get('variables');
  return asObject(parseJson(sent ?? '')) ?? {};
}

/** True for the addresses at which Meta's pages ask for more. */
export function isMetaGraphql(url: string): boolean {
  return /^\/(api\/)?graphql(\/query)?\/?$/.test(new URL(url).pathname);
}

const refusals =
  /login_required|checkpoint_required|challenge_required|not logged in|log in|wait a few minutes|rate limit/i;
const hurry = /wait a few minutes|rate limit/i;

/** A list that Meta does not go on with, as a rule for somebody who is not logged in. */
export function* readMetaRefusal(documents: readonly unknown[], name: string, url: string): Generator<Finding> {
  for (const document of documents) {
    const error = objectWhere(document, (object) => object.require_login === true || refusals.test(wordsOf(object)));
    if (error === undefined) continue;
    const said = wordsOf(error);
    const isHurried = hurry.test(said) && error.require_login !== true;
    const message = `${name} did not go on with its list: "${said === '' ? 'log in' : said}"`;
    yield { kind: 'withheld', reason: isHurried ? 'rate-limited' : 'login-wall', url, message };
    return;
  }
}

function wordsOf({ message, errorSummary, description }: JsonObject): string {
  return [message, errorSummary, description].flatMap((words) => asText(words) ?? [])[0] ?? '';
}
