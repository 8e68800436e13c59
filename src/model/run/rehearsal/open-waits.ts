import type { LocalText } from '../../platform.ts';
import type { GateFinding } from '../gates.ts';
import type { Person } from '../people.ts';
import type { StepView } from '../run-view.ts';
import type { OpenWait } from './debrief.ts';
import { rolesOf } from './rehearsed-steps.ts';
import { inOwnWords, saidAs } from './why.ts';

/** What a run stands at when nothing more happens in it. @param refused why nobody did it, by step */
export function openWaits(
  steps: readonly StepView[],
  refused: ReadonlyMap<string, LocalText>,
  people: readonly Person[],
): readonly OpenWait[] {
  return steps.filter(isOpen).map((step) => ({
    step: step.id,
    title: step.title,
    state: step.state,
    waits: step.waits,
    people: step.waitingOn.map(({ name }) => name),
    roles: rolesOf(step),
    reason: shutGate(step) ?? rejection(step, people) ?? refused.get(step.id) ?? errorOf(step),
  }));
}

function isOpen({ state }: StepView): boolean {
  return ['ready', 'waiting', 'running', 'in_doubt', 'blocked', 'compensating'].includes(state);
}

function errorOf({ error, reason, state }: StepView): LocalText | null {
  if (error !== null) return saidAs(error);
  if (reason === null) return null;
  return state === 'in_doubt' ? { en: reason, de: 'Niemand weiß, ob es geschehen ist.' } : inOwnWords(reason);
}

function rejection({ approval, error }: StepView, people: readonly Person[]): LocalText | null {
  if (approval === null || error?.code !== 'approval.rejected') return null;
  const { comment = null, person = null } = approval.given.findLast(({ decision }) => decision === 'rejected') ?? {};
  const who = people.find(({ id }) => id === person)?.name ?? person;
  const said = who === null ? 'Es wurde abgelehnt' : `${who} hat es abgelehnt`;
  return { en: error.message, de: `${said}${comment === null ? '.' : `: ${comment}`}` };
}

function shutGate({ gates }: StepView): LocalText | null {
  const shut = gates.find((gate) => !gate.isOpen);
  return shut === undefined ? null : { en: shut.says, de: gateInGerman(shut) };
}

function gateInGerman({ gate, channel }: GateFinding): string {
  switch (gate) {
    case 'archive-complete':
      return channel === null
        ? 'Das Playbook sagt nicht, welchen Kanal der Schritt beendet; deshalb lässt sich kein Archiv prüfen.'
        : `Die Vollständigkeit des Archivs von ${channel} ist nicht erklärt.`;
    case 'archive-verified':
      return `Kein Schritt davor hat das Archiv von ${channel} so geprüft, wie es jetzt ist.`;
    case 'staff-told':
      return 'Niemand hat bestätigt, dass die Belegschaft es vor der Öffentlichkeit erfahren hat.';
    case 'drafts-approved':
      return 'Ein Entwurf, der hier hinausgeht, ist nicht freigegeben oder hat sich seither geändert.';
    case 'approved':
      return 'Es fehlt eine Freigabe, oder das Freigegebene hat sich seither geändert.';
  }
}
