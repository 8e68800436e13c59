import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/model/run/people.ts';
import { isSecondPerson, refuseSecondPerson } from '../../../src/model/run/same-human.ts';
import { speakersFor } from '../../../src/model/run/speakers.ts';
import { DAY, personOf } from './approval-run.ts';

const anna = personOf('anna', ['brand']);
const ben = personOf('ben', []);

function why(first: string, second: string, people: readonly Person[] = [anna, ben]): string | null {
  const error = refuseSecondPerson(first, second, people, DAY);
  expect(isSecondPerson(first, second, people, DAY)).toBe(error === null);
  return error === null ? null : `${error.code}: ${error.message}`;
}

describe('a second person', () => {
  it('is anybody else in lastpost.yaml, with or without a role', () => {
    expect(why('anna', 'ben')).toBeNull();
  });

  it('is not the same one, under whatever id', () => {
    expect(why('anna', 'anna')).toBe('second-person.same: Anna (anna) has spoken already.');
    const twin = personOf('anna2', ['legal'], { email: 'Anna@Example.org' });
    expect(why('anna', 'anna2', [anna, twin])).toBe(
      'second-person.same: Anna2 (anna2) has the e-mail address or the key of Anna (anna), who has spoken already.',
    );
    expect(
      why('anna', 'ben', [
        { ...anna, key: 'K' },
        { ...ben, key: 'K' },
      ]),
    ).toContain('second-person.same');
    const without = [anna, ben].map((person) => ({ ...person, email: null }));
    expect(why('anna', 'ben', without)).toBeNull();
  });

  it('is not the delegate of the first one while they are absent', () => {
    const away = personOf('anna', ['brand'], { absent: 'ben' });
    expect(why('anna', 'ben', [away, ben])).toMatch(/^second-person\.delegate: Ben \(ben\) speaks for Anna \(anna\)/);
    expect(isSecondPerson('anna', 'ben', [away, ben], '2026-12-02')).toBe(true);
    const carla = personOf('carla', []);
    expect(why('anna', 'carla', [away, ben, carla])).toBeNull();
  });

  it('is here that day', () => {
    expect(why('anna', 'ben', [anna, personOf('ben', [], { absent: '' })])).toBe(
      'second-person.absent: Ben (ben) is absent until 2026-12-01.',
    );
  });

  it('cannot be told from a first one of whom nothing is known any more', () => {
    expect(why('gone', 'ben')).toContain(
      'second-person.unknown: "gone", who spoke first, is not in lastpost.yaml any more',
    );
    expect(why('anna', 'gone')).toBe('second-person.unknown: Nobody in lastpost.yaml is called "gone".');
  });
});

describe('who speaks in a role', () => {
  it('is who has it and is here, and the delegates of who is not', () => {
    const people = [anna, personOf('lena', ['brand'], { absent: 'ben' }), ben, personOf('otto', ['legal'])];
    expect(speakersFor('brand', people, DAY)).toEqual([
      { id: 'anna', name: 'Anna', role: 'brand', insteadOf: null },
      { id: 'ben', name: 'Ben', role: 'brand', insteadOf: 'lena' },
    ]);
    expect(speakersFor('web', people, DAY)).toEqual([]);
  });

  it('names nobody twice who has the role and stands in for another', () => {
    const people = [anna, personOf('lena', ['brand'], { absent: 'anna' })];
    expect(speakersFor('brand', people, DAY)).toEqual([{ id: 'anna', name: 'Anna', role: 'brand', insteadOf: null }]);
  });
});
