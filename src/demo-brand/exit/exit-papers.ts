import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demoFolder } from '../http/asset-folder.ts';

/** Somebody of the brand who takes part when it leaves X. */
export interface ExitPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email: string;
  readonly language: 'de' | 'en';
}

/** Jonas writes and presses the button; Henrike and Amira agree to it; Wiebke has the telephone. */
export const exitPeople: readonly ExitPerson[] = [
  { id: 'jonas', name: 'Jonas Petersen', roles: ['brand'], email: 'jonas@brandt-soehne.example', language: 'de' },
  { id: 'henrike', name: 'Henrike Brandt', roles: ['brand'], email: 'henrike@brandt-soehne.example', language: 'de' },
  { id: 'amira', name: 'Amira Vogt', roles: ['legal'], email: 'amira@kanzlei-vogt.example', language: 'de' },
  { id: 'wiebke', name: 'Wiebke Harms', roles: ['service'], email: 'wiebke@brandt-soehne.example', language: 'en' },
];

/** What people of the brand have written when it leaves X. */
export interface ExitPapers {
  /** leave-x.yaml */
  readonly playbook: string;
  /** The mail to the staff: a path. */
  readonly memoFile: string;
}

export function loadExitPapers(): ExitPapers {
  return {
    playbook: readFileSync(demoFolder('playbooks/leave-x.yaml'), 'utf8'),
    memoFile: fileURLToPath(demoFolder('exit/memo.eml')),
  };
}
