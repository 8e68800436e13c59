/** What every command about schedules may meet. */
export const scheduleErrors: Readonly<Record<string, string>> = {
  'workspace.not-found': 'there is no lastpost.yaml here or above',
  'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  'ledger.locked': 'another process is writing the ledger and did not become ready',
};

export const readErrors: Readonly<Record<string, string>> = {
  'schedule.bad-cron': 'a cron pattern in lastpost.yaml cannot be read; the message names line and column',
  'schedule.never-fires': 'a cron pattern in lastpost.yaml is of a day that no calendar has',
  ...scheduleErrors,
};
