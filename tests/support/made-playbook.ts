import type { Playbook, PlaybookInput, PlaybookStep } from '../../src/model/playbook/playbook.ts';
import { stepOf } from './made-plan.ts';

/** A step of which only what matters is said. */
export function madeStep(id: string, about: Partial<PlaybookStep> = {}): PlaybookStep {
  const { scope, conditions, ...step } = stepOf({ id });
  return { ...step, if: null, ...about };
}

function input(about: Partial<PlaybookInput>): PlaybookInput {
  return { type: 'string', required: false, default: null, description: null, choices: [], ...about };
}

export function madePlaybook(steps: readonly PlaybookStep[], about: Partial<Playbook> = {}): Playbook {
  return {
    name: 'made',
    title: { en: 'Made for a test', de: 'Für einen Test gemacht' },
    description: null,
    version: 1,
    modes: ['freeze'],
    modeInput: null,
    isPart: false,
    timezone: null,
    holidays: null,
    inputs: {},
    roles: [],
    concurrencyGroup: null,
    secrets: {},
    outputs: {},
    steps,
    ...about,
  };
}

/** An expression as a playbook's file has it. */
function filled(expression: string): string {
  return `\${{ ${expression} }}`;
}

/** The playbook that the documentation shows. */
export function leaveX(): Playbook {
  return madePlaybook(
    [
      madeStep('archive', {
        type: 'snapshot',
        name: { en: 'Keep a copy of everything', de: 'Alles sichern' },
        with: { channel: filled('inputs.account') },
        retry: { maxAttempts: 5, backoff: 'exponential', delayMs: 60_000 },
      }),
      madeStep('verified', { type: 'verify', needs: ['archive'] }),
      madeStep('complete', { type: 'complete', needs: ['verified'], with: { accept_named_gaps: 'two_people' } }),
      madeStep('memo', {
        name: {
          en: 'Tell the staff first, at least 24 hours before the public',
          de: 'Erst die Belegschaft unterrichten, mindestens 24 Stunden vor der Öffentlichkeit',
        },
        assignee: 'brand',
        due: 'last_day - 31d',
        staffMemo: true,
        evidence: [{ id: 'sent_mail', kind: 'file', required: true, description: null }],
      }),
      madeStep('signoff', {
        type: 'approval',
        name: { en: 'Sign-off', de: 'Freigabe der Abschaltung' },
        needs: ['complete', 'memo'],
        approval: {
          approvers: ['brand', 'legal'],
          minApprovals: 2,
          eachRole: true,
          preventSelfReview: true,
          binds: ['verified.manifest_sha256'],
        },
        timeout: '14d',
      }),
      madeStep('deactivate', {
        name: { en: 'Deactivate the account', de: 'Das Konto deaktivieren' },
        needs: ['signoff'],
        assignee: 'service',
        irreversible: true,
        confirm: filled('inputs.account'),
        expires: '24h',
        probe: { type: 'http', with: { url: `https://x.com/${filled('inputs.account')}`, expect: 'gone' } },
        evidence: [{ id: 'screenshot', kind: 'file', required: true, description: null }],
      }),
      madeStep('grace', {
        type: 'wait',
        name: { en: 'Wait until X deletes it', de: 'Warten, bis X löscht' },
        needs: ['deactivate'],
        wait: { duration: `${filled('inputs.grace_days')}d`, until: null, condition: null },
        remind: ['7d', '1d'],
      }),
      madeStep('certificate', { type: 'certificate', needs: ['grace'] }),
    ],
    {
      name: 'leave-x',
      title: { en: 'Leave X', de: 'X verlassen' },
      modes: ['delete'],
      inputs: {
        account: input({ required: true, description: { en: 'the handle, without @', de: 'der Name, ohne @' } }),
        last_day: input({ type: 'date', required: true }),
        grace_days: input({ type: 'integer', default: 30 }),
      },
      roles: ['brand', 'legal', 'service'],
    },
  );
}

/** Sixty steps: an archive, a statement and a farewell for each of many channels, and one end for all of them. */
export function sixtySteps(): Playbook {
  const channels = ['x', 'facebook', 'instagram', 'youtube', 'pinterest', 'tiktok', 'linkedin', 'threads', 'mastodon'];
  const each = channels.flatMap((channel) => [
    madeStep(`${channel}-archive`, { type: 'snapshot', with: { channel } }),
    madeStep(`${channel}-verify`, { type: 'verify', needs: [`${channel}-archive`] }),
    madeStep(`${channel}-complete`, { type: 'complete', needs: [`${channel}-verify`] }),
    madeStep(`${channel}-farewell`, {
      name: { en: `Post the farewell on ${channel}`, de: `Den Abschied auf ${channel} veröffentlichen` },
      needs: [`${channel}-complete`, 'memo'],
      assignee: 'social',
      due: 'last_day - 30d',
      evidence: [{ id: 'address', kind: 'url', required: true, description: null }],
    }),
  ]);
  const ends = channels.flatMap((channel) => [
    madeStep(`${channel}-delete`, {
      name: { en: `Delete ${channel}`, de: `${channel} löschen` },
      needs: ['signoff'],
      assignee: 'service',
      irreversible: true,
      confirm: channel,
      expires: '24h',
      evidence: [{ id: 'screenshot', kind: 'file', required: true, description: null }],
    }),
    madeStep(`${channel}-gone`, {
      type: 'http',
      needs: [`${channel}-delete`],
      with: { url: `https://${channel}.example/aurora`, expect: 'gone' },
    }),
  ]);
  const memo = madeStep('memo', {
    name: { en: 'Tell the staff', de: 'Die Belegschaft unterrichten' },
    assignee: 'brand',
    staffMemo: true,
  });
  const signoff = madeStep('signoff', {
    type: 'approval',
    needs: channels.map((channel) => `${channel}-farewell`),
    approval: { approvers: ['legal'], minApprovals: 1, eachRole: false, preventSelfReview: true, binds: [] },
  });
  const gone = channels.map((channel) => `${channel}-gone`);
  const rest = [
    madeStep('wait', {
      type: 'wait',
      needs: gone,
      wait: { duration: '30d', until: null, condition: null },
    }),
    madeStep('footprint', { type: 'footprint', needs: ['wait'] }),
    madeStep('certificate', { type: 'certificate', needs: ['footprint'] }),
    madeStep('tell', { type: 'notify', needs: ['certificate'], with: { to: 'brand' } }),
  ];
  return madePlaybook([memo, ...each, signoff, ...ends, ...rest], {
    name: 'leave-all',
    title: { en: 'Leave everything', de: 'Alles verlassen' },
    modes: ['delete'],
    inputs: { last_day: input({ type: 'date', required: true }) },
    roles: ['brand', 'legal', 'service', 'social'],
  });
}

/** Whatever somebody may write into a name. */
export const oddNames = [
  'end',
  'He said "no" [really] {yes} (maybe) <b>bold</b> & more',
  'Ärger über Größe und Straße 🎉👩‍👩‍👧',
  '1. first',
  '- dash',
  '`code` **bold** __init__ $$x^2$$ #35; %%{init: {}}%%',
  'style a:#quot;b; classDef x:#fff;',
  'line\nbreak\u202eand more\\n',
  '日本語のタイトル',
];

/** Signs that move a cursor, and that no XML may hold. */
const odd = 'a\u001b[2Jb\u0000c\uffffd\ud800e\u202ef';

export function oddPlaybook(): Playbook {
  return madePlaybook(
    oddNames.map((name, at) =>
      madeStep(`odd-${at}`, {
        name: { en: name, de: name },
        needs: at === 0 ? [] : ['odd-0'],
        evidence: at === 3 ? [{ id: 'proof', kind: null, required: true, description: { en: odd, de: odd } }] : [],
      }),
    ),
    { title: { en: 'Odd "names": <all> #of; them', de: 'Seltsame „Namen“' }, roles: ['end'] },
  );
}
