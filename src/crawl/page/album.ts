import type { Picture } from '../../model/page.ts';
import type { DevtoolsConnection } from '../browser/devtools-connection.ts';
import type { Tab } from './tab.ts';
import { firstScreen, fullPage, thumbnail } from './take-pictures.ts';
import type { VisitClock } from './visit-clock.ts';

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
  readonly #viewport: AlbumDeps['viewport'];
  readonly #shooter: { readonly devtools: DevtoolsConnection; readonly sessionId: string };

  constructor(tab: Tab, clock: VisitClock, { devtools, viewport }: AlbumDeps) {
    this.#clock = clock;
    this.#viewport = viewport;
    this.#shooter = { devtools, sessionId: tab.sessionId };
  }

  async shootFirst(): Promise<void> {
    await this.#shoot('view', firstScreen(this.#shooter));
    await this.#shoot('thumbnail', thumbnail(this.#shooter, this.#viewport));
  }

  async shootAll(): Promise<void> {
    await this.#shoot('fullPage', fullPage(this.#shooter, this.#viewport.width));
  }

  async #shoot(name: keyof Pictures, picture: Promise<Picture | undefined>): Promise<void> {
    const taken = await this.#clock.within(picture);
    if (taken) this.pictures[name] = taken;
  }
}
