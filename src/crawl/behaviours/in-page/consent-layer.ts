import type { ButtonKind, ConsentLayer, LayerDeed, PageKit } from './page-kit.ts';

/** The consent layer in sight, if there is one: one of the managers that are known by name, or a dialog by its words. */
export function findConsent(kit: PageKit, isFrame: boolean): ConsentLayer | undefined {
  if (kit.state.answers >= 8) return undefined;
  // One question for all managers: most pages have none of them.
  const isAnyHere = kit.all(kit.managers.map(({ layer }) => layer).join()).length > 0;
  const here = kit.managers.filter(({ host }) => isAnyHere && (!host || new RegExp(host).test(location.hostname)));
  for (const manager of here) {
    const element = kit
      .all(manager.layer)
      .find((layer) => kit.isVisible(layer) || kit.buttonFor({ element: layer, manager }, 'accept'));
    // A box that is named like a layer and has nothing to press is none.
    if (!element || kit.state.answered.has(element)) continue;
    const layer = { element, manager };
    if (kit.buttonFor(layer, 'refuse') ?? kit.buttonFor(layer, 'settings') ?? kit.buttonFor(layer, 'accept'))
      return layer;
  }
  const boxes = isFrame && document.body ? [document.body] : kit.layers();
  const element = boxes.find((box) => !kit.state.answered.has(box) && kit.isConsent(box));
  return element ? { element, manager: undefined } : undefined;
}

/** Speaks of consent, briefly, and has an answer to press. What a page writes about cookies is longer and asks nothing. */
export function isConsent(kit: PageKit, element: HTMLElement): boolean {
  const text = kit.textOf(element);
  if (text.length < 10 || text.length > 6_000 || !kit.words.consent.test(text)) return false;
  const layer = { element, manager: undefined };
  return [kit.buttonFor(layer, 'refuse'), kit.buttonFor(layer, 'accept')].some((button) => button !== undefined);
}

/** The control of a layer for an answer: by the manager's own selector, else by its words. */
export function buttonFor(kit: PageKit, { element, manager }: ConsentLayer, kind: ButtonKind): HTMLElement | undefined {
  const known = kind === 'close' ? undefined : manager?.[kind];
  const isFit = (button: HTMLElement) => {
    // Facebook draws each of its buttons twice, and one of the two cannot be pressed.
    if (!kit.isVisible(button) || button.matches(':disabled, [aria-disabled="true"]')) return false;
    if (kit.says(button, 'never')) return false;
    const link = button.closest('a');
    return !link || kit.staysHere(link);
  };
  // A consent page asks in forms side by side: the whole page is the question.
  const question = manager?.leaves ? document.body : element;
  const named = known ? kit.inside(question, known).find(isFit) : undefined;
  if (named) return named;
  const controls = kit.inside(
    element,
    'button, [role="button"], a, input[type="button"], input[type="submit"], [onclick], [class*="btn" i], [class*="button" i]',
  );
  return controls.filter((control) => isFit(control) && kit.says(control, kind)).at(-1);
}

/**
 * Answers a layer: refuses, also by way of its settings; accepts where there is no other way on; closes a mere notice;
 * and takes away what none of this moves.
 */
export async function answerConsent(kit: PageKit, layer: ConsentLayer, isFrame: boolean): Promise<LayerDeed> {
  const { element, manager } = layer;
  const what = manager?.name ?? 'dialog';
  const leaves = manager?.leaves === true;
  const press = async (kind: ButtonKind) => {
    const button = kit.buttonFor(layer, kind);
    if (!button) return false;
    if (leaves) {
      kit.state.mayLeave = true;
      // The answer to this question has to be out before the document goes.
      setTimeout(() => button.click(), 250);
      return true;
    }
    kit.click(button);
    return isFrame || (await kit.isGone(element, 1_500));
  };
  const extra = leaves ? { leaves } : {};
  if (await press('refuse')) return { did: 'refused', what, ...extra };
  if (!leaves && (await kit.refuseInSettings(layer, isFrame))) return { did: 'refused', what };
  if (await press('accept')) return { did: 'accepted', what, ...extra };
  if (await press('close')) return { did: 'closed', what };
  if (isFrame) return { did: 'hidden', what };
  kit.hide(element);
  kit.giveScrollBack();
  return { did: 'hidden', what };
}

/** Goes to the second layer, switches off what is on, and refuses or saves there. */
export async function refuseInSettings(kit: PageKit, layer: ConsentLayer, isFrame: boolean): Promise<boolean> {
  const open = kit.buttonFor(layer, 'settings');
  if (!open) return false;
  kit.click(open);
  for (let round = 0; round < 20; round += 1) {
    await kit.pause(75);
    const second = [layer.element, ...kit.layers()]
      .filter((element) => element.isConnected && kit.isVisible(element))
      .map((element) => ({ element, manager: layer.manager }))
      .find((each) => kit.buttonFor(each, 'refuse') ?? kit.buttonFor(each, 'save'));
    if (!second) continue;
    for (const box of kit.inside(
      second.element,
      'input[type="checkbox"]:checked:enabled, [role="switch"][aria-checked="true"]',
    )) {
      box.click();
    }
    const answer = kit.buttonFor(second, 'refuse') ?? kit.buttonFor(second, 'save');
    if (!answer) return false;
    kit.click(answer);
    return isFrame || ((await kit.isGone(second.element, 1_500)) && (await kit.isGone(layer.element, 500)));
  }
  return false;
}

/** Answers every layer in sight, one after the other. */
export async function clearConsent(kit: PageKit, isFrame: boolean): Promise<readonly LayerDeed[]> {
  const deeds: LayerDeed[] = [];
  for (let round = 0; round < 3; round += 1) {
    const layer = kit.findConsent(isFrame);
    if (!layer) break;
    const deed = await kit.answerConsent(layer, isFrame);
    deeds.push(deed);
    kit.state.answered.add(layer.element);
    kit.state.answers += 1;
    if (deed.leaves || isFrame) break;
  }
  return deeds;
}

/**
 * Frames that by their name are a consent layer's and lie over the page. They are marked, so that they can be found
 * from outside.
 */
export function consentFrames(kit: PageKit): readonly HTMLElement[] {
  const names =
    /sp_message|privacy|consent|trustarc|truste|cookie|cmp|onetrust|iubenda|didomi|usercentrics|quantcast|osano|gdpr/i;
  const found = kit.all('iframe').filter((element) => {
    const { id, name, title, src, className } = element as HTMLIFrameElement;
    if (!names.test(`${id} ${name} ${title} ${src.replace('youtube-nocookie', '')} ${className}`)) return false;
    return !kit.state.answered.has(element) && kit.isVisible(element) && kit.layerAround(element) !== undefined;
  });
  for (const frame of found) frame.dataset.lastpostAsks = '';
  return found;
}

/**
 * The frames have been asked, and are not asked again. Those that answered and are still there are taken away.
 * @returns how many were taken away
 */
export function framesAnswered(kit: PageKit, hasAnswered: boolean): number {
  const frames = kit.consentFrames();
  for (const frame of frames) {
    kit.state.answered.add(frame);
    if (hasAnswered) kit.hide(kit.layerAround(frame) ?? frame);
  }
  if (!hasAnswered || frames.length === 0) return 0;
  kit.giveScrollBack();
  return frames.length;
}
