/** Rules that bound what a site can make without end; the report counts by these names, docs/scope.md explains them. */
export type TrapName =
  | 'reply-link'
  | 'login-link'
  | 'logout-link'
  | 'share-link'
  | 'cart-link'
  | 'print-link'
  | 'feed-link'
  | 'sort-link'
  | 'filter-link'
  | 'facets'
  | 'combinations'
  | 'calendar-future'
  | 'calendar'
  | 'calendar-empty'
  | 'repeating-path'
  | 'long-address';
