import type { ArchivedHead, ArchivedResponse } from '../../model/archived-response.ts';
import type { Finding } from '../../model/finding.ts';
import { jsonDocuments, objectWhere } from './json-objects.ts';
import { asObject, asText, at, type JsonObject, parseJson } from './json-reader.ts';
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

const refusals = /login_required|checkpoint_required|challenge_required|wait a few minutes|not logged in|log in/i;

/** A list that Meta does not go on with for somebody who is not logged in: counted, so that nobody takes it for its end. */
export function* readMetaRefusal(documents: readonly unknown[], name: string, where: string): Generator<Finding> {
  for (const document of documents) {
    const error = objectWhere(
      document,
      ({ message, errorSummary, description, require_login }) =>
        [message, errorSummary, description].some((words) => refusals.test(asText(words) ?? '')) ||
        require_login === true,
    );
    if (error === undefined) continue;
    const said = asText(error.message) ?? asText(error.errorSummary) ?? asText(at(error, 'description')) ?? 'log in';
    const message = `${name} did not go on with its list: "${said}" Log in with "lastpost channel login", or import the official export.`;
    yield { kind: 'unreadable', id: null, where, message };
    return;
  }
}
