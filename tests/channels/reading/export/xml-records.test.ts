import { describe, expect, it } from 'vitest';
import { readXmlRecords, type XmlNode, xmlText } from '../../../../src/channels/reading/export/xml-records.ts';
import { exportTree } from '../../../support/export-folder.ts';

async function items(xml: string): Promise<readonly string[]> {
  const [file] = (await exportTree({ 'a.xml': xml })).files;
  if (file === undefined) throw new Error('no file');
  const found: string[] = [];
  for await (const { element, error } of readXmlRecords(file, (path) => path.length === 3 && path[2] === 'item')) {
    found.push(error ?? shown(element));
  }
  return found;
}

const shown = (element: XmlNode) => `${xmlText(element, 'wp:id')} ${xmlText(element, 'title')}`;
const item = (id: number, title: string) => `<item><wp:id>${id}</wp:id><title>${title}</title></item>`;
const rss = (inside: string) => `<?xml version="1.0"?><rss><channel><title>x</title>${inside}</channel></rss>`;

describe('records of an XML file', () => {
  it('are given whole, with entities decoded and CDATA as it stands', async () => {
    const text = rss(`${item(1, 'Tür &amp; Angel &#8222;')}${item(2, '<![CDATA[a <b> & c]]>')}`);
    expect(await items(text)).toEqual(['1 Tür & Angel „', '2 a <b> & c']);
  });

  it('may hold empty elements, and stand between some', async () => {
    const text = rss(`<description/>${item(1, 'a').replace('<title>', '<empty/><title>')}<wp:tag />${item(2, 'b')}`);
    expect(await items(text)).toEqual(['1 a', '2 b']);
  });

  it('are not swallowed by one that lost its end', async () => {
    const text = rss(`${item(1, 'a').replace('</item>', '</itfm>')}${item(2, 'b')}${item(3, 'c')}`);
    expect(await items(text)).toEqual(['it is not closed', '2 b', '3 c']);
  });

  it('are told of when their beginning is damaged', async () => {
    const text = rss(`${item(1, 'a')}${item(2, 'b').replace('<item>', '<itfm>')}${item(3, 'c')}`);
    expect(await items(text)).toEqual(['1 a', 'an end tag stands there without its beginning', '<itfm> is not closed']);
  });

  it('are told of when their beginning is gone, or that of something in them', async () => {
    const text = rss(`${item(1, 'a').replace('<item>', '')}${item(2, 'b').replace('<title>', '')}${item(3, 'c')}`);
    expect(await items(text)).toEqual([
      'an end tag stands there without its beginning',
      'an end tag in it stands without its beginning',
      '3 c',
    ]);
  });

  it('are told of when the file ends too early, inside one and between two', async () => {
    const text = rss(`${item(1, 'a')}${item(2, 'b')}`);
    expect(await items(text.slice(0, text.indexOf('b</title>')))).toEqual(['1 a', 'the file ends in the middle of it']);
    expect(await items(text.slice(0, text.indexOf('</channel>')))).toEqual(['1 a', '2 b', 'the file ends too early']);
  });

  it('take no notice of a DTD with entities of its own', async () => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>';
    expect(await items(bomb + rss(item(1, '&b;&x;')).replace('<?xml version="1.0"?>', ''))).toEqual(['1 &b;&x;']);
  });
});
