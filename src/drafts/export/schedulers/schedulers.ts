import type { PublishingTool } from '../../../model/farewell/exit-facts.ts';
import { ayrshare } from './ayrshare.ts';
import { buffer } from './buffer.ts';
import { hootsuite } from './hootsuite.ts';
import { publer } from './publer.ts';
import type { Scheduler } from './scheduler.ts';
import { socialbee } from './socialbee.ts';
import { sprout } from './sprout.ts';

export const schedulers: Readonly<Record<PublishingTool, Scheduler>> = {
  sprout,
  hootsuite,
  socialbee,
  ayrshare,
  publer,
  buffer,
};
