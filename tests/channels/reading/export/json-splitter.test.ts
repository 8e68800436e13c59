import { describe, expect, it } from 'vitest';
import { type JsonPath, JsonSplitter } from '../../../../src/channels/reading/export/json-splitter.ts';

const items = (path: JsonPath) => path.length === 1 && typeof path[0] === 'number';

/** The same text in pieces of every size must give the same. */
function split(text: string, wants: (path: JsonPath) => boolean = items, size = text.length) {
  const bytes = new TextEncoder().encode(text);
  const splitter = new JsonSplitter(wants);
  const found = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...splitter.push(bytes.slice(at, at + size)));
  found.push(...splitter.end());
  return found;
}

const values = (text: string, wants?: (path: JsonPath) => boolean, size?: number) =>
  split(text, wants, size).map(({ value, error }) => error ?? value);

describe('the JSON splitter', () => {
  it('gives the items of a list, whatever they are, in chunks of any size', () => {
    const list = [{ a: ['}', '"', '\\'] }, [1, [2]], 'tëxt \\" ]', 12.5e3, true, null, {}, []];
    for (const size of [1, 2, 3, 7, 1000]) {
      expect(values(JSON.stringify(list), items, size)).toEqual(list);
      expect(values(JSON.stringify(list, null, 2), items, size)).toEqual(list);
    }
  });

  it('reads what stands in a script after the first =, with a byte order mark and a semicolon', () => {
    expect(values('\uFEFFwindow.YTD.tweets.part0 = [ {"tweet": {"id": "1"}} ];\n')).toEqual([{ tweet: { id: '1' } }]);
  });

  it('goes down to a list at any depth and passes over the rest', () => {
    const text = JSON.stringify({ a: { big: [1, 2, { x: '[' }] }, b: [{ list: ['one', 'two'] }], c: 1 });
    expect(values(text, (path) => path[0] === 'b' && path.length === 4)).toEqual(['one', 'two']);
    expect(split(text, (path) => path[0] === 'b' && path.length === 4).map(({ path }) => path)).toEqual([
      ['b', 0, 'list', 0],
      ['b', 0, 'list', 1],
    ]);
  });

  it('says where each one begins', () => {
    const text = '[ {"a":1},  {"ä":2} ]';
    expect(split(text).map(({ offsetBytes }) => offsetBytes)).toEqual([2, 12]);
  });

  it('gives a damaged record with its error and goes on with the next', () => {
    const found = values('[{"a":1},{"a":oops},{"a":3}]');
    expect(found).toEqual([{ a: 1 }, expect.stringContaining('it is no JSON'), { a: 3 }]);
  });

  it('ends a string that lost its quote at the end of its line', () => {
    const found = values('[\n{"a": "one},\n{"a": "two"}\n]'.replace('},\n', '\n},\n'));
    expect(found[0]).toContain('it is no JSON');
    expect(found[1]).toEqual({ a: 'two' });
  });

  it('tells of a file that ends too early, between records and inside one', () => {
    expect(values('[{"a":1},{"a":2')).toEqual([
      { a: 1 },
      'the file ends in the middle of it',
      'the file ends too early',
    ]);
    expect(values('[{"a":1},')).toEqual([{ a: 1 }, 'the file ends too early']);
    expect(values('')).toEqual(['there is no JSON in it']);
    expect(values('<html>'.repeat(2000))).toEqual(['there is no JSON in it']);
  });

  it('goes on past a semicolon that stands anywhere', () => {
    const found = values('{"a":[{"x":1}],;"b":[{"x":;2}]}', (path) => path.length === 2);
    expect(found[0]).toEqual({ x: 1 });
    expect(found).toContain('a semicolon stands where none can');
    expect(values('{"a" ; : 1}')).toContain('a semicolon stands where none can');
  });

  it('ends, whatever single byte stands wherever', () => {
    const text = '{"a":[{"x":1},2],"b":{"c":[true,"s"]}}';
    for (let at = 0; at <= text.length; at += 1) {
      for (let byte = 0; byte < 256; byte += 1) {
        const damaged = `${text.slice(0, at)}${String.fromCharCode(byte)}${text.slice(at)}`;
        expect(split(damaged, (path) => path.length === 2).length).toBeGreaterThan(0);
      }
    }
  });

  it('tells of brackets that do not match and of what stands after the end', () => {
    expect(values('[{"a":1}}')).toContain('a bracket has no match');
    expect(values('[1] [2]')).toContain('something stands after its end');
  });
});
