import type { JourneyContext } from '../model/journey-context.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { CompletenessStatement } from '../model/statement.ts';
import { statementPage } from '../posts/statement/page/statement-page.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { type PutDocument, type PutSignedInput, putSigned } from './put-signed.ts';

export interface WriteStatementInput extends PutSignedInput {
  readonly statement: CompletenessStatement;
  readonly language: FactLanguage;
}

export type WrittenStatement = PutDocument;

/**
 * Writes a statement to a file, signed with the workspace's key; it appears whole or not at all. A PDF has its signature in
 * a second file beside it; JSON is not signed.
 * @throws KnownError `statement.format`, `statement.exists`, `statement.cannot-write`, `print.failed`, those of finding a
 * browser, and those of reading the workspace's key
 */
export async function writeStatement(
  input: WriteStatementInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'signal'>,
): Promise<WrittenStatement> {
  const { statement, language } = input;
  const json = `${JSON.stringify({ statement }, null, 2)}\n`;
  const page = (maker: { readonly software: string; readonly key: string }) =>
    statementPage(statement, language, maker);
  const { statedAt } = statement;
  return putSigned({ what: 'statement', statedAt, json, isJsonSigned: false, page }, input, place, context);
}
