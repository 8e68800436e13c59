import type { ChannelFacts } from '../../model/channel.ts';
import { factsCheckedOn } from '../facts-checked-on.ts';

const { unknown } = factsCheckedOn('2026-11-22');

const own = {
  en: 'Every website differs; whoever runs it knows.',
  de: 'Das ist von Website zu Website verschieden; es weiß, wer sie betreibt.',
};

/** The generic platform: nothing is known beforehand, and whatever is public can be captured. */
export const websiteFacts: ChannelFacts = {
  publicAccess: unknown({
    en: 'Every website differs: what a visitor without a login sees is what can be kept.',
    de: 'Das ist von Website zu Website verschieden: Aufheben lässt sich, was man ohne Anmeldung sieht.',
  }),
  openAddresses: unknown(own),
  officialExport: unknown(own),
  exportFiles: unknown(own),
  exportPage: unknown(own),
  deletionPage: unknown(own),
  deletionEffect: unknown(own),
  grace: [unknown(own)],
  waits: [unknown(own)],
  handleReuse: unknown(own),
  exitModes: unknown(own),
  loginToKeep: unknown(own),
  limits: [unknown(own)],
};
