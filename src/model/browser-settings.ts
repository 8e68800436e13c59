/** The window of the browser, in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Device pixels for one CSS pixel; 1 when it is not said. */
  readonly scaleFactor?: number;
}

/** A telephone or tablet that the browser passes itself off as. */
export interface Device {
  /** As Playwright's list names it, `Pixel 7`. */
  readonly name: string;
  readonly userAgent: string;
  readonly viewport: Required<Viewport>;
  readonly isMobile: boolean;
  readonly hasTouch: boolean;
}

/** How the browser presents itself and by which way it goes out; what is absent is left to the browser. */
export interface BrowserSettings {
  readonly device?: Device;
  /** BCP 47, `de-DE`: what sites are asked for and what scripts see. */
  readonly language?: string;
  /** IANA name, `Europe/Berlin`. */
  readonly timezone?: string;
  /** `http://user:password@host:port` or `socks5://…`. Secret: never shown, never archived. */
  readonly proxy?: string;
  /** A profile of Chromium that is used as it is and stays; without it a fresh one that is removed. */
  readonly profileDir?: string;
}

/** With what a snapshot was taken, as it stands in reports/crawl.json. */
export interface BrowserReport {
  /** `156.0.8078.79` */
  readonly version: string;
  /** True when the browser ran elsewhere and was only connected to. */
  readonly remote: boolean;
  readonly userAgent: string;
  readonly viewport: Viewport;
  /** null: the browser's own. */
  readonly language: string | null;
  readonly timezone: string | null;
  readonly device: string | null;
  /** True when everything went through a proxy; which one is nobody's concern. */
  readonly proxy: boolean;
}
