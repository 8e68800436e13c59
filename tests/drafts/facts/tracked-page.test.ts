import { describe, expect, it } from 'vitest';
import { isTracked, trackedPage } from '../../../src/drafts/facts/tracked-page.ts';
import { draftKinds } from '../../../src/model/farewell/draft-kinds.ts';

describe('the address of the page', () => {
  it('says in posts and mails where it was followed, and never in press, print, staff and own pages', () => {
    expect(draftKinds.filter((kind) => isTracked(kind, 'x'))).toEqual([
      'announcement',
      'reminder-1',
      'reminder-2',
      'reminder-3',
      'last-post',
      'pinned-post',
      'newsletter',
      'partner-notice',
      'influencer-notice',
    ]);
    expect(isTracked('announcement', 'sms')).toBe(false);
  });

  it('keeps what it carries already', () => {
    const rule = { source: '{channel}', medium: 'social', campaign: 'exit {kind}' };
    expect(trackedPage('https://a.example/x?utm_source=own&b=ä#c', rule, 'last-post', 'x')).toBe(
      'https://a.example/x?utm_source=own&b=%C3%A4&utm_medium=social&utm_campaign=exit+last-post#c',
    );
    expect(trackedPage('https://a.example/', rule, 'newsletter', null)).toContain('utm_source=newsletter');
  });
});
