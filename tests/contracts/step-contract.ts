import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { KnownError } from '../../src/base/known-error.ts';
import type { JsonObject, JsonValue } from '../../src/model/playbook/json.ts';
import type { StepPorts } from '../../src/model/run/step-ports.ts';
import type { StepResult, StepType } from '../../src/model/run/step-type.ts';
import { type ContextParts, noPorts, stepContext } from '../support/step-context.ts';

/** What the contract has to know of a type of step to try it. */
export interface StepCase {
  /** How it succeeds; absent for what people and the engine do. */
  readonly succeeds?: () => Promise<ContextParts>;
  /** How it works for a minute unless it is stopped; absent where it takes no time. */
  readonly isSlow?: () => Promise<ContextParts>;
  /** Keys of `with` that must not be just anything; all of its values are tried in their place. */
  readonly checked: readonly string[];
}

const SECRET = 'hunter2-and-more';

/** What expressions may make of a value. `true` and numbers are left out, as they are right in some places. */
const oddValues: readonly JsonValue[] = ['\u0000\n', [null], { a: { b: [] } }, -1.5];

const oddWiths: readonly JsonObject[] = [
  {},
  { url: null, run: null, name: null, channel: null, to: null, require: null },
  { url: 7, run: 7, name: 7, channel: 7, to: 7, require: 7, args: 7, method: 7, webhook: 7, idempotent: 7 },
  { url: ['a'], run: {}, name: [], channel: {}, to: [{}], require: [7], args: [[]], method: [], webhook: {} },
];

/** What every type of step does, whatever it is about. */
export function stepContract(type: StepType, { succeeds, isSlow, checked }: StepCase): void {
  describe(`a step of type ${type.name}`, () => {
    const worked = (parts: ContextParts): Promise<StepResult> | undefined =>
      type.execute?.(stepContext(type.name, { secrets: { S: SECRET }, ...parts }));

    it('says what it is about in one line, with any values', async () => {
      const { with: good = {} } = (await succeeds?.()) ?? {};
      const broken = Object.fromEntries(Object.keys(good).map((key) => [key, `a\n\u001b[31mb${'x'.repeat(999)}`]));
      for (const values of [good, broken, ...oddWiths]) {
        const target = type.target(values, stepContext(type.name).step);
        expect(target).not.toBe('');
        expect(target).not.toMatch(/\p{Cc}/u);
        expect(target.length).toBeLessThanOrEqual(200);
      }
    });

    it('says whether it may be tried again, with any values', () => {
      for (const values of oddWiths) expect(typeof type.isIdempotent(values)).toBe('boolean');
    });

    it('works by itself only where it looks or acts, and says why a person has to where a part is missing', () => {
      expect(type.execute !== undefined).toBe(['looks', 'acts'].includes(type.nature));
      if (type.nature !== 'by-hand') expect(type.byHandBecause).toBeNull();
      expect(type.byHandBecause ?? 'Lastpost does not do it yet: do it.').toMatch(/^Lastpost does not .+: .+\.$/);
    });

    if (succeeds === undefined) return;

    it('succeeds with outputs that a journal can take', async () => {
      const result = await worked(await succeeds());
      expect(result).toMatchObject({ kind: 'succeeded' });
      if (result?.kind === 'succeeded') expect(JSON.parse(canonicalJson(result.outputs))).toEqual(result.outputs);
    });

    it('does nothing when it was stopped before it began', async () => {
      const { with: values = {} } = await succeeds();
      // No port may be asked: each of them would throw.
      const result = await worked({ with: values, ports: noPorts, signal: AbortSignal.abort() });
      expect(result).toMatchObject({ kind: 'failed', error: { code: 'step.interrupted' } });
    });

    it('names a value that it cannot use, and does nothing', async () => {
      const { with: good = {} } = await succeeds();
      for (const key of checked) {
        for (const odd of oddValues) {
          const result = await worked({ with: { ...good, [key]: odd } });
          expect(result, `${key}: ${JSON.stringify(odd)}`).toMatchObject({
            kind: 'failed',
            error: { code: 'step.bad-value', message: expect.stringContaining(`with.${key}`), isRetryable: false },
          });
        }
      }
    });

    it('makes a failure of trouble that its ports foresaw, and lets bugs through', async () => {
      const { with: values = {}, ports = {}, ...rest } = await succeeds();
      const asked = Object.keys(ports).filter((name) => typeof ports[name as keyof StepPorts] === 'function');
      for (const name of asked) {
        const failing = (error: Error) => ({
          ...ports,
          [name]: () => {
            throw error;
          },
        });
        const known = new KnownError('disk.full', 'The disk is full.', { hint: 'Make room.' });
        expect(await worked({ with: values, ports: failing(known), ...rest })).toEqual({
          kind: 'failed',
          error: { code: 'disk.full', message: 'The disk is full.', hint: 'Make room.', isRetryable: true },
        });
        await expect(worked({ with: values, ports: failing(new TypeError('a bug')), ...rest })).rejects.toThrow(
          'a bug',
        );
      }
    });

    if (isSlow === undefined) return;

    it('ends soon when it is stopped', async () => {
      const controller = new AbortController();
      const parts = await isSlow();
      const began = performance.now();
      setTimeout(() => controller.abort(), 150);
      const result = await worked({ ...parts, signal: controller.signal });
      const isRetryable = type.isIdempotent(parts.with ?? {});
      expect(result).toMatchObject({ kind: 'failed', error: { code: 'step.interrupted', isRetryable } });
      expect(performance.now() - began).toBeLessThan(4000);
    });

    it('says so when its own time is up, so that it counts as an attempt', async () => {
      const parts = await isSlow();
      const result = await worked({ ...parts, signal: AbortSignal.timeout(150), step: { timeout: '1h' } });
      const isRetryable = type.isIdempotent(parts.with ?? {});
      const message = 'It took longer than its timeout (1h).';
      expect(result).toMatchObject({ kind: 'failed', error: { code: 'step.timed-out', message, isRetryable } });
    });
  });
}
