import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';

/** Under which name a rendering says how far it spares; no template can name it, as it is no variable. */
export const SPARED = 'spared';

/** `{% spare 1 %} … {% endspare %}`: left out where the text would not fit, 1 first. */
export class SpareTag extends Tag {
  readonly level: number;
  private readonly inside: Template[] = [];

  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remaining, liquid);
    this.level = Number(token.args.trim());
    if (!/^[1-9]$/.test(token.args.trim()))
      throw new Error(`spare needs a number from 1 to 9, not "${token.args.trim()}"`);
    while (remaining.length > 0) {
      const next = remaining.shift() as TopLevelToken;
      if ((next as Partial<TagToken>).name === 'endspare') return;
      this.inside.push(parser.parseToken(next, remaining));
    }
    throw new Error(`tag ${token.getText()} not closed`);
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const { [SPARED]: spared = 0 } = context.globals as { readonly [SPARED]?: number };
    if (this.level > spared) yield this.liquid.renderer.renderTemplates(this.inside, context, emitter);
  }

  *children(): Generator<unknown, Template[]> {
    // liquidjs wants a generator, for tags that have to load what is in them.
    yield* [];
    return this.inside;
  }
}

/** The levels that occur in parsed templates, the lowest first. */
export function spareLevels(source: string): readonly number[] {
  const found = [...source.matchAll(/\{%-?\s*spare\s+([1-9])\s*-?%\}/g)].map(([, level]) => Number(level));
  return [...new Set(found)].sort();
}
