import type { PageKit } from './page-kit.ts';

/** Carousels that have not been shown yet: named as such, with a button for the next slide, or boxes that scroll sideways. */
export function carousels(kit: PageKit): readonly HTMLElement[] {
  const named =
    '[aria-roledescription="carousel"], [class*="carousel" i], [class*="slider" i], [class*="swiper" i], [class*="slideshow" i], [class*="splide" i], [class*="glide" i], [class*="flickity" i], [class*="slick" i], [class*="gallery" i], [style*="scroll-snap"]';
  const boxes = kit.all(named).filter((box) => {
    if (kit.state.pressed.has(box) || box.matches('input, button, a') || !kit.isVisible(box)) return false;
    const { width, height } = box.getBoundingClientRect();
    return (
      width >= 150 &&
      height >= 50 &&
      (kit.nextOf(box) ?? kit.sideScroller(box) ?? kit.inside(box, '[role="tab"], [class*="dot" i] button')[1]) !==
        undefined
    );
  });
  const snapping = kit.all('ul, ol, div, section').filter((box) => {
    if (kit.state.pressed.has(box) || box.scrollWidth <= box.clientWidth + 50 || box.clientWidth < 150) return false;
    return /x|both|inline/.test(getComputedStyle(box).scrollSnapType) && kit.isVisible(box);
  });
  const found = [...new Set([...boxes, ...snapping])];
  return found.filter((box) => !found.some((outer) => outer !== box && outer.contains(box)));
}

export function nextOf(kit: PageKit, carousel: HTMLElement): HTMLElement | undefined {
  const controls = kit.inside(carousel, 'button, [role="button"], a, [class*="next" i]');
  return controls.find((control) => {
    if (!kit.isVisible(control) || !kit.mayClick(control)) return false;
    return kit.says(control, 'next') || /(^|[\s_-])next([\s_-]|$)/i.test(control.className.toString());
  });
}

/** The box of a carousel that moves when it is scrolled sideways. */
export function sideScroller(kit: PageKit, carousel: HTMLElement): HTMLElement | undefined {
  return [carousel, ...kit.inside(carousel, '*')].find(
    (box) => box.scrollWidth > box.clientWidth + 50 && /auto|scroll/.test(getComputedStyle(box).overflowX),
  );
}

/** What of a carousel is in sight: two looks that are the same have seen the same slide. */
export function slideInView(kit: PageKit, carousel: HTMLElement): string {
  const { left, right } = carousel.getBoundingClientRect();
  const parts = kit.inside(carousel, '*').filter((part) => {
    if (!part.matches('img') && (part.children.length > 0 || part.textContent === '')) return false;
    const box = part.getBoundingClientRect();
    return box.right > left + 5 && box.left < right - 5 && kit.isVisible(part);
  });
  const shown = parts.map((part) => part.getAttribute('src') ?? part.textContent);
  return [kit.sideScroller(carousel)?.scrollLeft ?? 0, ...shown].join('\n');
}

/** Goes to the next slide. @returns false at the last one */
export function nextSlide(kit: PageKit, carousel: HTMLElement, slide: number): boolean {
  const next = kit.nextOf(carousel);
  const side = kit.sideScroller(carousel);
  const dot = kit.inside(carousel, '[role="tab"], [class*="dot" i] button, [class*="bullet" i]')[slide + 1];
  if (next) kit.click(next);
  else if (side && side.scrollLeft + side.clientWidth < side.scrollWidth - 5)
    side.scrollBy({ left: side.clientWidth, behavior: 'instant' });
  else if (dot && kit.mayClick(dot)) kit.click(dot);
  else return false;
  return true;
}

/** Shows each slide of each carousel once: by its next button, else by scrolling sideways, else by its dots. */
export async function showSlides(kit: PageKit): Promise<number> {
  const { notes, files } = kit.openNotebook();
  let shown = 0;
  for (const carousel of kit.carousels().slice(0, 30)) {
    kit.state.pressed.add(carousel);
    carousel.scrollIntoView({ block: 'center', behavior: 'instant' });
    const seen = new Set<string>();
    for (let slide = 0; slide < 60; slide += 1) {
      await kit.frame();
      await kit.pause(120);
      const picture = kit.slideInView(carousel);
      if (seen.has(picture)) break;
      seen.add(picture);
      notes.push(kit.textOf(carousel));
      // The next slide may take the place of a picture that is still on its way.
      for (const file of kit.namedIn(carousel)) files.add(file);
      shown += 1;
      if (!kit.nextSlide(carousel, slide)) break;
    }
    kit.sideScroller(carousel)?.scrollTo({ left: 0, behavior: 'instant' });
  }
  return shown;
}

/** Sound and film that have not begun to load. */
export function idleMedia(kit: PageKit): readonly HTMLMediaElement[] {
  return kit.all('audio, video').filter((element) => {
    const media = element as HTMLMediaElement;
    return !kit.state.pressed.has(media) && media.paused && media.readyState < 2 && !media.error;
  }) as unknown as readonly HTMLMediaElement[];
}

/** Plays each for a moment, muted, so that a player fetches what it plays, and stops it again. */
export async function startMedia(kit: PageKit): Promise<number> {
  const found = kit.idleMedia().slice(0, 10);
  const play = async (media: HTMLMediaElement) => {
    kit.state.pressed.add(media);
    const { muted } = media;
    media.muted = true;
    const begun = new Promise<void>((resolve) => media.addEventListener('loadeddata', () => resolve(), { once: true }));
    const started = media.play().catch(() => undefined);
    await Promise.race([Promise.all([begun, started]), kit.pause(600)]);
    media.pause();
    media.muted = muted;
    if (media.readyState > 0) media.currentTime = 0;
  };
  await Promise.all(found.map(play));
  return found.length;
}
