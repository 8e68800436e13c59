import { sha256 } from '../../src/base/digest.ts';
import { madeEvidence, plannedStep } from './made-journal.ts';

export const RUN = '01JBZ5W3K8';

export const snapshotId = 'aurora-x-20261001T080000Z';
export const wacz = sha256('aurora.wacz');

export const evidence = {
  mail: madeEvidence(RUN, 'memo', {
    id: 'sent_mail',
    name: 'Rundschreiben an alle Häuser.eml',
    content: 'An: alle\n\nGrüße',
  }),
  card: madeEvidence(RUN, 'memo', {
    name: 'https://intranet.example/karte',
    content: 'https://intranet.example/karte',
    kind: 'url',
  }),
  shot: madeEvidence(RUN, 'deactivate', { id: 'screenshot', name: 'bildschirm.png', content: 'PNG '.repeat(50_000) }),
  word: madeEvidence(RUN, 'deactivate', {
    name: 'Am Telefon bestätigt',
    content: 'Am Telefon bestätigt, 14:12 Uhr.',
    kind: 'text',
  }),
};

export const steps = [
  plannedStep('archive', 'snapshot', { name: { de: 'Kanal sichern', en: 'Archive the channel' } }),
  plannedStep('verified', 'verify', { needs: ['archive'] }),
  plannedStep('complete', 'complete', { needs: ['verified'] }),
  plannedStep('press', 'manual', { name: { de: 'Presse unterrichten', en: 'Tell the press' }, needs: ['archive'] }),
  plannedStep('memo', 'manual', {
    name: { de: 'Zuerst die Belegschaft unterrichten', en: 'Tell the staff first' },
    assignee: 'brand',
    staffMemo: true,
  }),
  plannedStep('signpost', 'http', { needs: ['archive'], onFailure: 'continue' }),
  plannedStep('pin', 'command', { needs: ['archive'] }),
  plannedStep('signoff', 'approval', {
    name: { de: 'Freigabe', en: 'Sign-off' },
    needs: ['complete', 'memo'],
    approval: {
      approvers: ['brand', 'legal'],
      minApprovals: 2,
      eachRole: true,
      preventSelfReview: true,
      binds: ['verified.manifest_sha256'],
    },
  }),
  plannedStep('deactivate', 'manual', {
    name: { de: 'Konto auf X löschen', en: 'Delete the account on X' },
    needs: ['signoff'],
    irreversible: true,
    channel: `\${{ inputs.account }}`,
    assignee: 'brand',
  }),
  plannedStep('pull-ads', 'command', { needs: ['deactivate'], irreversible: true }),
  plannedStep('grace', 'wait', { needs: ['deactivate'] }),
  plannedStep('certificate', 'certificate', { needs: ['grace', 'pull-ads'] }),
];

export const source = (version: number) => ({
  name: 'leave-x.yaml',
  text: `apiVersion: playbook/v1\nversion: ${version}\n`,
});
