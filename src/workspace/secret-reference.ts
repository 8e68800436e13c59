import { KnownError } from '../base/known-error.ts';

const reference = /^env:([A-Za-z_][A-Za-z0-9_]*)$/;

/**
 * A value that may be secret: `env:NAME` stands for what the environment has under that name, so that it need not be
 * written into lastpost.yaml or a command line, where others can read it.
 * @throws KnownError `secret.missing`
 */
export function resolveSecret(
  text: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const name = reference.exec(text)?.[1];
  if (name === undefined) return text;
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw new KnownError('secret.missing', `The environment has no ${name}.`, {
    hint: `Set it before you run this, or write the value in place of ${text}.`,
    exitCode: 2,
  });
}
