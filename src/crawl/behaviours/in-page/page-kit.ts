import type { PageFacts } from '../../page/in-page.ts';
import type { ConsentManager } from './consent-managers.ts';
import type { WordTable } from './words.ts';

/** Whether there is something to do for a behaviour: how many places were seen. */
export interface Looks {
  readonly consent: number;
  /** Frames that may hold a consent layer. */
  readonly consentFrames: number;
  readonly overlays: number;
  readonly more: number;
  readonly expanders: number;
  readonly carousels: number;
  readonly media: number;
}

/** How a page stands after some scrolling. */
export interface ScrollSight {
  /** Everything that scrolls is at its end. */
  readonly atEnd: boolean;
  /** Screens passed by this call. */
  readonly screens: number;
  readonly size: PageSize;
  /** True when rows leave the document as they are scrolled past. */
  readonly isVirtual: boolean;
  /** What speaks for more to come: `busy` is a spinner or skeleton in sight, `feed` a list that says it goes on. */
  readonly sign: 'busy' | 'feed' | 'over' | '';
  /** How long a timer that the page has set while it was scrolled still takes; 0 when there is none. */
  readonly timerMs: number;
  /** Only when the end is reached, and asked for. */
  readonly looks: Looks | undefined;
}

/** What grows when a feed grows. */
export interface PageSize {
  /** Heights of all that scrolls, CSS pixels. */
  readonly height: number;
  readonly elements: number;
  /** Rows of lists seen so far, those that have gone included. */
  readonly rows: number;
}

/** A timer of the page that has not fired yet. */
export interface PageTimer {
  readonly delayMs: number;
  readonly dueMs: number;
}

/** One row of a list, also after the list has thrown it away. */
export interface Row {
  /** The place that the list itself gives it; NaN when it gives none. */
  index: number;
  text: string;
}

/** One look at the element of a row. */
export interface RowReading {
  readonly row: Row;
  readonly content: string;
  /** Its inline style: a list that uses its elements again moves them. */
  readonly style: string;
  /** What had been scrolled and clicked by then. */
  readonly move: number;
}

/** What can be told of a row's element. */
export interface RowSigns {
  readonly content: string;
  /** The names under which the row may be known already. */
  readonly keys: readonly string[];
  readonly index: number;
  readonly said: string;
}

/** A list whose rows may come and go. */
export interface RowList {
  readonly rows: Row[];
  readonly byKey: Map<string, Row>;
  readonly rowOf: WeakMap<Element, RowReading>;
  /** Children to be read at the next chance. */
  readonly dirty: Set<Element>;
  /** Rows that were taken out of the document while we scrolled. */
  lost: number;
  /** Elements of rows that were given another row to show. */
  reused: number;
}

/** What was seen on the way and may be gone at the end. */
export interface Notebook {
  readonly lists: Map<Element, RowList>;
  readonly links: Set<string>;
  readonly files: Set<string>;
  /** Text that was in sight for a moment. */
  readonly notes: string[];
  /** How many elements were added to a parent since the notebook was opened. */
  readonly addedTo: WeakMap<Element, number>;
  /** Counts what we have scrolled and clicked. */
  move: number;
}

export interface KitState {
  /** The page's own `setTimeout`, as it was before we watched it. */
  readonly later: (work: () => void, ms: number) => void;
  readonly timers: Map<number, PageTimer>;
  roots: readonly (Document | ShadowRoot)[];
  rootsAtMs: number;
  layers: readonly HTMLElement[];
  layersAtMs: number;
  readonly labels: WeakMap<Element, { readonly atMs: number; readonly labels: readonly string[] }>;
  scrollers: readonly Element[];
  scrollersAtMs: number;
  notebook: Notebook | undefined;
  isGuarding: boolean;
  isAlwaysBusy: boolean;
  readonly answered: WeakSet<Element>;
  /** Consent layers answered so far: one that comes back and back is left alone. */
  answers: number;
  /** A consent page leads on to the page that was asked for. */
  mayLeave: boolean;
  readonly pressed: WeakSet<Element>;
  /** Buttons that brought nothing more. */
  readonly spent: WeakSet<Element>;
  lastPressed: Element | undefined;
}

/** One answer to a consent layer or an overlay. */
export interface LayerDeed {
  readonly did: 'refused' | 'accepted' | 'closed' | 'hidden';
  /** Name of the consent manager, or what kind of layer it was. */
  readonly what: string;
  /** The answer leads to another document. */
  readonly leaves?: boolean;
}

export type ButtonKind = 'refuse' | 'settings' | 'save' | 'accept' | 'close';

export interface ConsentLayer {
  readonly element: HTMLElement;
  readonly manager: ConsentManager | undefined;
}

/** All that is taken of a page at the end. */
export interface PageSum {
  readonly facts: PageFacts;
  /** Absolute addresses of files that the page names, without those of `sheets`. */
  readonly files: readonly string[];
  readonly sheets: readonly SheetFiles[];
}

/** A style sheet of the page, and the files it names; null when it was known and has not been read again. */
export type SheetFiles = readonly [address: string, files: readonly string[] | null];

/**
 * The functions of this folder, bound to one document. They are sent there as text: each one is whole by itself and
 * reaches the others, the words and the state through the kit alone.
 */
export interface PageKit {
  readonly words: WordTable;
  readonly managers: readonly ConsentManager[];
  readonly state: KitState;

  roots(): readonly (Document | ShadowRoot)[];
  all(selector: string): readonly HTMLElement[];
  inside(layer: Element, selector: string): readonly HTMLElement[];
  parentOf(element: Element): Element | null;
  isVisible(element: Element): boolean;
  shownText(element: Element): string;
  textOf(element: Element): string;
  labelsOf(element: HTMLElement): readonly string[];
  says(element: HTMLElement, words: keyof WordTable): boolean;
  pause(ms: number): Promise<void>;
  frame(): Promise<void>;
  untilPainted(waitMs: number): Promise<void>;

  staysHere(link: HTMLAnchorElement): boolean;
  mayClick(element: HTMLElement): boolean;
  guard(): void;
  click(element: HTMLElement): void;

  layers(): readonly HTMLElement[];
  topmostAt(x: number, y: number): Element | null;
  layerAround(from: Element | null): HTMLElement | undefined;
  holdsContent(element: Element): boolean;
  isGone(element: HTMLElement, waitMs: number): Promise<boolean>;
  hide(element: HTMLElement): void;
  giveScrollBack(): void;

  findConsent(isFrame: boolean): ConsentLayer | undefined;
  isConsent(element: HTMLElement): boolean;
  buttonFor(layer: ConsentLayer, kind: ButtonKind): HTMLElement | undefined;
  answerConsent(layer: ConsentLayer, isFrame: boolean): Promise<LayerDeed>;
  refuseInSettings(layer: ConsentLayer, isFrame: boolean): Promise<boolean>;
  clearConsent(isFrame: boolean): Promise<readonly LayerDeed[]>;
  consentFrames(): readonly HTMLElement[];
  framesAnswered(hasAnswered: boolean): number;

  kindOfOverlay(element: HTMLElement): string;
  findOverlays(): readonly HTMLElement[];
  closeButton(layer: HTMLElement): HTMLElement | undefined;
  clearOverlays(): Promise<readonly LayerDeed[]>;

  openNotebook(): Notebook;
  watchRoots(observer: MutationObserver): void;
  listOf(container: Element): RowList;
  noteMutations(records: readonly MutationRecord[]): void;
  noteChanged(target: Node): void;
  noteAdded(parent: Element, element: Element): void;
  noteRemoved(parent: Element, element: Element): void;
  rowSigns(element: Element): RowSigns | undefined;
  noteRow(list: RowList, element: Element): void;
  findLists(): void;
  gather(): void;
  plainText(node: Node): string;

  scrollers(): readonly Element[];
  isBusy(): boolean;
  untilDrawn(): Promise<void>;
  endSign(): ScrollSight['sign'];
  size(): PageSize;
  scrollOn(maxSteps: number, wantsLooks: boolean): Promise<ScrollSight>;
  hasGrown(before: PageSize): boolean;
  watchTimers(): void;
  timerMs(): number;
  awaitGrowth(before: PageSize, waitMs: number): Promise<boolean>;
  growsByItself(before: PageSize, waitMs: number): Promise<boolean>;
  scrollToTop(): void;

  moreButtons(): readonly HTMLElement[];
  pressMore(last: 'more' | 'nothing' | 'less'): string;
  expanders(): readonly HTMLElement[];
  panelOf(control: HTMLElement): HTMLElement | null;
  opensPanel(control: HTMLElement): boolean;
  expandAll(atMost: number): Promise<number>;
  carousels(): readonly HTMLElement[];
  nextOf(carousel: HTMLElement): HTMLElement | undefined;
  slideInView(carousel: HTMLElement): string;
  nextSlide(carousel: HTMLElement, slide: number): boolean;
  showSlides(): Promise<number>;
  sideScroller(carousel: HTMLElement): HTMLElement | undefined;
  idleMedia(): readonly HTMLMediaElement[];
  startMedia(): Promise<number>;

  arrive(): Promise<Looks>;
  lookOver(): Looks;
  look(): Looks;
  readFacts(): PageFacts;
  seenFacts(): PageFacts;
  sum(knownSheets: readonly string[]): PageSum;
  withRows(text: string, container: Element, list: RowList): string;
  withNotes(text: string): string;
  namedIn(root: Document | ShadowRoot | Element): readonly string[];
  candidatesOf(srcset: string): readonly string[];
  urlsOf(css: string): readonly string[];
  lazyNames(root: Document | ShadowRoot | Element): readonly string[];
  unscriptedNames(root: Document | ShadowRoot | Element): readonly string[];
  styleFiles(knownSheets: readonly string[]): {
    readonly files: readonly string[];
    readonly sheets: readonly SheetFiles[];
  };
  picturesOf(sheet: CSSStyleSheet): readonly string[];
}

/** Name under which the kit lies in the document. */
export const kitKey = 'lastpost.kit';
