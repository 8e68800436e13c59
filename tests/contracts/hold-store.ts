import { describe, expect, it } from 'vitest';
import type { HoldStore } from '../../src/model/retention/hold.ts';

export interface OpenedHolds {
  readonly holds: HoldStore;
  readonly close: () => Promise<void>;
}

const hold = { snapshot: 'abcd1234', channel: 'x', why: 'A case', by: 'anna', at: '2027-01-02T10:00:00.000Z' };
const released = { by: 'jona', at: '2027-02-02T10:00:00.000Z', why: 'It was settled' };

/** What every keeper of holds does, whatever database is under it. */
export function holdStoreContract(name: string, open: () => Promise<OpenedHolds>): void {
  describe(`holds in ${name}`, () => {
    it('are kept in the order in which they were placed, released ones as well', async () => {
      const { holds, close } = await open();
      const first = await holds.place(hold);
      const second = await holds.place({ ...hold, snapshot: null });
      expect(await holds.release(first, released)).toBe(true);
      expect(await holds.list()).toEqual([
        { ...hold, number: first, released },
        { ...hold, number: second, snapshot: null, released: null },
      ]);
      await close();
    });

    it('are released once: what was said first stays', async () => {
      const { holds, close } = await open();
      const number = await holds.place(hold);
      await holds.release(number, released);
      expect(await holds.release(number, { ...released, by: 'anna' })).toBe(false);
      expect(await holds.release(number + 1, released)).toBe(false);
      expect(await holds.list()).toEqual([{ ...hold, number, released }]);
      await close();
    });
  });
}
