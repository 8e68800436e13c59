import { type Expr, Lexer, Parser } from '@actions/expressions';
import { wellKnownFunctions } from '@actions/expressions/funcs';
import { type Token, TokenType } from '@actions/expressions/lexer';
import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';

/** Longer ones are no conditions any more. */
const MOST_LETTERS = 4000;

/** The functions there are, as people write them. */
export const functionNames: readonly string[] = [
  'contains',
  'startsWith',
  'endsWith',
  'format',
  'join',
  'toJSON',
  'fromJSON',
  'case',
];

/**
 * Reads one expression, without braces. Names are not looked up.
 * @throws KnownError `expression.syntax`, with the place in the text
 */
export function parseExpression(source: string): Expr {
  if (source.trim() === '') throw syntaxError(source, 1, 'there is nothing in it');
  if (source.includes('${{')) throw syntaxError(source, source.indexOf('${{') + 1, 'an expression stands in another');
  if (source.length > MOST_LETTERS) throw syntaxError(source, MOST_LETTERS, `it has more than ${MOST_LETTERS} letters`);
  const tokens = lex(source);
  checkFunctions(source, tokens);
  try {
    return new Parser(tokens, contextsOf(tokens), []).parse();
  } catch (error) {
    throw syntaxError(source, placeOf(source, error), whatOf(error), error);
  }
}

function lex(source: string): Token[] {
  try {
    return new Lexer(source).lex().tokens.map(unquoted);
  } catch (error) {
    throw syntaxError(source, placeOf(source, error), whatOf(error), error);
  }
}

/** The lexer turns only the first `''` of a text into `'`. */
function unquoted(token: Token): Token {
  if (token.type !== TokenType.STRING) return token;
  return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
}

/** Every name that stands alone is let through here: which there are, whoever looks them up says better. */
function contextsOf(tokens: readonly Token[]): string[] {
  return tokens
    .filter(({ type }, index) => type === TokenType.IDENTIFIER && tokens[index - 1]?.type !== TokenType.DOT)
    .map(({ lexeme }) => lexeme);
}

function checkFunctions(source: string, tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const isCall = token.type === TokenType.IDENTIFIER && tokens[index + 1]?.type === TokenType.LEFT_PAREN;
    // `constructor` is found in every object, and is no function of ours.
    if (!isCall || Object.hasOwn(wellKnownFunctions, token.lexeme.toLowerCase())) continue;
    const near = closestMatch(token.lexeme, functionNames);
    throw new KnownError(
      'expression.syntax',
      unreadable(source, column(source, token), `"${token.lexeme}" is no function`),
      {
        hint: near === undefined ? `The functions are: ${functionNames.join(', ')}.` : `Did you mean "${near}"?`,
        exitCode: 2,
      },
    );
  }
}

function syntaxError(source: string, at: number, why: string, cause?: unknown): KnownError {
  return new KnownError('expression.syntax', unreadable(source, at, why), {
    hint: "Compare it with docs/playbooks.md: names like inputs.account, texts in 'single quotes', and == != < > && || !",
    cause,
    exitCode: 2,
  });
}

function unreadable(source: string, at: number, why: string): string {
  const shown = source.length > 120 ? `${source.slice(0, 120)}…` : source;
  return `"${shown}" cannot be read at character ${at}: ${why}.`;
}

function column(source: string, { range: { start } }: Pick<Token, 'range'>): number {
  const before = source.split('\n').slice(0, start.line);
  return before.reduce((sum, line) => sum + line.length + 1, 0) + start.column + 1;
}

/** The parser's errors have a token, the lexer's only a sentence. */
function placeOf(source: string, error: unknown): number {
  if (error instanceof Error && 'tok' in error) return column(source, error.tok as Token);
  const said = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return said === undefined ? 1 : Number(said);
}

function whatOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/\. Located at position[\s\S]*$/, '')
    .replace(/^Unexpected symbol: 'EOF'$/, 'it ends too early')
    .replace(/^Unexpected end of expression.*$/, 'it ends too early')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}
