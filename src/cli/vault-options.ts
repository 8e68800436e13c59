import { onSwitch, textOption } from './options.ts';

/** What a bucket that is named on the command line needs. */
export const placeOptions = {
  endpoint: textOption('URL', "the address of a server that is not Amazon's"),
  region: textOption('NAME', "the bucket's region", 'us-east-1'),
  pathStyle: onSwitch('the bucket is part of the path, as with most servers of one’s own'),
  accessKey: textOption('REF', 'env:NAME, file:PATH or keychain:SERVICE/ACCOUNT', 'as for the AWS command line'),
  secretKey: textOption('REF', 'the same for the secret'),
};

export const vaultErrors = {
  'workspace.not-found': 'there is no workspace here or above; --workspace DIR names one',
  'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  'ledger.*': 'the ledger cannot be read; the hint says what to do',
  'secret.*': 'a credential is not where its reference says, or others may read it',
  'vault.newer': 'a newer Lastpost wrote the vault; install that one',
  'vault.no-bucket': 'there is no such bucket, or it is in another region',
  'vault.no-credentials': 'no credentials were named, and the environment has none',
  'vault.denied': 'the server does not accept the credential, or does not let it do this',
  'vault.expired': 'the credential has expired',
  'vault.unreachable': 'the server does not answer as it should; the same command goes on',
  'vault.refused': 'the server refused for another reason, which is named',
  'vault.no-identity': 'a file is encrypted and lastpost.yaml names no identity',
} as const;

/** What may go wrong between here and a timestamp authority. */
export const authorityErrors = {
  'timestamp.not-set': 'lastpost.yaml names no timestamp authority',
  'timestamp.bad-ca': 'the file of its roots cannot be read, or has no certificate',
  'timestamp.unreachable': 'the authority does not answer, or is busy; the same command goes on',
  'timestamp.denied': 'it wants another login',
  'timestamp.refused': 'it gave no timestamp, and says why',
  'timestamp.no-token': 'what it answered is no timestamp, like a page',
  'timestamp.wrong-answer': 'it is about something else, or its signature is not good; it was not kept',
  'timestamp.certificate': 'its certificate is not made for timestamps, or has expired; it was not kept',
  'timestamp.untrusted':
    'its certificate does not lead to a root that archive.vault.timestamp.ca names; it was not kept',
  'timestamp.clock': 'it is older than the entry: one of the two clocks is wrong; it was not kept',
} as const;
