import type { JsonObject, JsonValue } from '../playbook/json.ts';

/** What names in an expression stand for. */
export interface ExpressionNames {
  readonly inputs: JsonObject;
  /** By short id, and by `register`: `{state, outputs, confirmed_by}`; the outputs stand beside them too, as `verified.manifest_sha256` asks. */
  readonly steps: JsonObject;
  readonly run: JsonObject;
  /** By platform, see `platformFacts`. */
  readonly facts: JsonObject;
  /** Of the workspace, by id: `{platform, name, handle, url, title}`. */
  readonly channels: JsonObject;
  /** Names only; what they stand for becomes a reference that `reveal` replaces. */
  readonly secrets: readonly string[];
}

/**
 * GitHub's expressions: `${{ inputs.account }}`, `steps.archive.outputs.pages > 10 && inputs.mode != 'test'`.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export interface Expressions {
  /** A condition or a bare expression, with or without `${{ }}`. @throws KnownError `expression.syntax`, `expression.unknown-name` */
  evaluate(expression: string, names: ExpressionNames): JsonValue;
  /** All `${{ }}` in the texts of a value; a text that is one expression alone keeps its type. Same errors. */
  fill<Value extends JsonValue>(value: Value, names: ExpressionNames): JsonValue;
  isTrue(value: JsonValue): boolean;
}

/** What stands for a secret wherever somebody could read it. */
export function secretReference(name: string): string {
  return `⟦secret:${name}⟧`;
}

/** Puts what `secretOf` says in the place of each reference. */
export function revealSecrets(text: string, secretOf: (name: string) => string): string {
  return text.replace(/⟦secret:([^⟧]+)⟧/g, (_, name: string) => secretOf(name));
}
