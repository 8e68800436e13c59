const handedOn = ['PATH', 'HOME', 'LANG'] as const;

/** What a command of a playbook gets of Lastpost's own environment: enough to be found and to run, and none of its secrets. */
export function commandEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    handedOn.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
