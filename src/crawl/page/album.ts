import type { Picture } from '../../model/page.ts';
import { askKit } from '../behaviours/in-page/ask-kit.ts';
import type { DevtoolsConnection } from '../browser/devtools-connection.ts';
import { isOfThePage } from './show-all.ts';
import type { Tab } from './tab.ts';
import { firstScreen, fullPage, thumbnail } from './take-pictures.ts';
import type { VisitClock } from './visit-clock.ts';

/** A picture that never arrives is waited for this long, within the visit's time. */
const paintMs = 5_000;

export interface Pictures {
  view?: Picture;
  thumbnail?: Picture;
  fullPage?: Picture;
}

interface AlbumDeps {
  readonly devtools: DevtoolsConnection;
  readonly viewport: { readonly width: number; readonly height: number };
}

/** The pictures of one page; one that is taken again replaces the earlier one, one that fails does not. */
export class Album {
  readonly pictures: Pictures = {};
  readonly #clock: VisitClock;
  readonly #tab: Tab;
  readonly #viewport: AlbumDeps['viewport'];
  readonly #shooter: { readonly devtools: DevtoolsConnection; readonly sessionId: string };

  constructor(tab: Tab, clock: VisitClock, { devtools, viewport }: AlbumDeps) {
    this.#clock = clock;
    this.#tab = tab;
    this.#viewport = viewport;
    this.#shooter = { devtools, sessionId: tab.sessionId };
  }

  async shootFirst(): Promise<void> {
    await this.#untilPainted();
    await this.#shoot('view', firstScreen(this.#shooter));
    await this.#shoot('thumbnail', thumbnail(this.#shooter, this.#viewport));
  }

  async shootAll(): Promise<void> {
    await this.#shoot('fullPage', fullPage(this.#shooter, this.#viewport.width));
  }

  /** A page that answers with an error is shot as it stands. */
  async #untilPainted(): Promise<void> {
    await askKit(this.#tab.page, this.#clock, 'untilPainted', paintMs).catch((error: unknown) => {
      if (!isOfThePage(error)) throw error;
    });
  }

  async #shoot(name: keyof Pictures, picture: Promise<Picture | undefined>): Promise<void> {
    const taken = await this.#clock.within(picture);
    if (taken) this.pictures[name] = taken;
  }
}
