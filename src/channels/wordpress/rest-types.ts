import { asObject, asText, parseJson } from '../reading/json-reader.ts';

/** Lists of the interface that hold no posts of the site: its parts, its settings, and what builders keep in it. */
const inner =
  /^(types|statuses|taxonomies|categories|tags|users|comments|media|search|settings|themes|plugins|sidebars|widgets?|widget-types|block-\w+|blocks|templates?|template-parts|navigation|menus|menu-items|menu-locations|global-styles|font-\w+|pattern-\w+|wp_\w+|elementor\w*|e-\w+|jet-\w+|oembed\w*|feedback|jp_\w+|acf-\w+|ct_\w+|fl-\w+|et_\w+|rm_content_editor|amp_\w+|nav_menu_item|attachment|custom_css|customize_changeset|user_request)$/;

/** Whether a list holds posts. `posts`, `pages`, and what themes and plugins add, as `products`. */
export function holdsPosts(base: string): boolean {
  return /^[\w-]+$/.test(base) && !inner.test(base);
}

/** The lists of posts that `/wp/v2/types` names; posts and pages where it says nothing. */
export function readTypes(text: string): readonly string[] {
  const types = Object.values(asObject(parseJson(text)) ?? {}).map(asObject);
  const bases = types
    .filter((type) => (asText(type?.rest_namespace) ?? 'wp/v2') === 'wp/v2' && !inner.test(asText(type?.slug) ?? ''))
    .map((type) => asText(type?.rest_base))
    .filter((base) => base !== null && holdsPosts(base));
  return [...new Set(['posts', 'pages', ...bases])] as readonly string[];
}
