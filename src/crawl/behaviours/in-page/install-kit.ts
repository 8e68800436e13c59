import { readFacts } from '../../page/in-page.ts';
import * as buttons from './buttons.ts';
import * as click from './click.ts';
import * as consentLayer from './consent-layer.ts';
import { consentManagers } from './consent-managers.ts';
import * as dom from './dom.ts';
import * as layers from './layers.ts';
import * as namedFiles from './named-files.ts';
import * as notebook from './notebook.ts';
import * as overlay from './overlay.ts';
import { kitKey } from './page-kit.ts';
import * as painting from './painting.ts';
import * as scrolling from './scrolling.ts';
import * as seenFacts from './seen-facts.ts';
import * as sights from './sights.ts';
import * as slides from './slides.ts';
import { words } from './words.ts';

const functions: Readonly<Record<string, unknown>> = {
  ...dom,
  ...painting,
  ...click,
  ...layers,
  ...consentLayer,
  ...overlay,
  ...notebook,
  ...scrolling,
  ...buttons,
  ...slides,
  ...sights,
  ...seenFacts,
  ...namedFiles,
};

/**
 * The script that puts the kit into a document, unless it is there. Its value is the kit.
 * It lies under a symbol of its own, so that no page meets it by accident.
 */
export const installKit: string = `(() => {
  const place = Symbol.for(${JSON.stringify(kitKey)});
  if (globalThis[place]) return globalThis[place];
  const __name = (it) => it; // what some compilers wrap round each function
  const kit = {
    words: {${Object.entries(words).map(([name, { source, flags }]) => `${name}: new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)})`)}},
    managers: ${JSON.stringify(consentManagers)},
    state: {
      later: globalThis.setTimeout.bind(globalThis), timers: new Map(), roots: [], rootsAtMs: 0, layers: [], layersAtMs: -1_000, labels: new WeakMap(), scrollers: [], scrollersAtMs: 0, notebook: undefined, isGuarding: false, isAlwaysBusy: false, answered: new WeakSet(), answers: 0, mayLeave: false,
      pressed: new WeakSet(), spent: new WeakSet(), lastPressed: undefined,
    },
    readFacts: ${readFacts},
  };
${Object.entries(functions)
  .map(([name, text]) => `  kit.${name} = ((it) => (...given) => it(kit, ...given))(${text});`)
  .join('\n')}
  Object.defineProperty(globalThis, place, { value: kit });
  return kit;
})()`;
