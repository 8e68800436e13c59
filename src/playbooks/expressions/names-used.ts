import { data, type Expr } from '@actions/expressions';
import {
  type Binary,
  ContextAccess,
  type ExprVisitor,
  type FunctionCall,
  type Grouping,
  IndexAccess,
  Literal,
  type Logical,
  Star,
  type Unary,
} from '@actions/expressions/ast';
import { parseExpression } from './parse-expression.ts';

/** One name in an expression: `steps.archive.outputs.pages` is `['steps', 'archive', 'outputs', 'pages']`. */
export interface NameUse {
  readonly path: readonly string[];
  /** It goes on with something that is known only when it is worked out: `steps[inputs.which]`, `steps.*`. */
  readonly isOpenEnded: boolean;
  /** From 0, where its first word stands in the expression. */
  readonly at: number;
}

/** Walks down an expression; each visit gives the names below. */
class Names implements ExprVisitor<readonly NameUse[]> {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  visitLiteral(): readonly NameUse[] {
    return [];
  }

  visitUnary({ expr }: Unary): readonly NameUse[] {
    return expr.accept(this);
  }

  visitBinary({ left, right }: Binary): readonly NameUse[] {
    return [...left.accept(this), ...right.accept(this)];
  }

  visitLogical({ args }: Logical): readonly NameUse[] {
    return args.flatMap((one) => one.accept(this));
  }

  visitGrouping({ group }: Grouping): readonly NameUse[] {
    return group.accept(this);
  }

  visitFunctionCall({ args }: FunctionCall): readonly NameUse[] {
    return args.flatMap((one) => one.accept(this));
  }

  visitContextAccess({ name }: ContextAccess): readonly NameUse[] {
    const { line, column } = name.range.start;
    const before = this.#source.split('\n').slice(0, line);
    const at = before.reduce((sum, text) => sum + text.length + 1, 0) + column;
    return [{ path: [name.lexeme], isOpenEnded: false, at }];
  }

  visitIndexAccess({ expr, index }: IndexAccess): readonly NameUse[] {
    // A star has nothing in it, and throws when it is visited.
    const inner = index instanceof Star ? [] : index.accept(this);
    const [name, ...others] = expr.accept(this);
    if (name === undefined || !(expr instanceof ContextAccess || expr instanceof IndexAccess)) {
      return [...(name === undefined ? [] : [name]), ...others, ...inner];
    }
    const word = wordOf(index);
    const longer =
      name.isOpenEnded || word === undefined ? { ...name, isOpenEnded: true } : { ...name, path: [...name.path, word] };
    return [longer, ...others, ...inner];
  }
}

function wordOf(index: Expr): string | undefined {
  return index instanceof Literal && index.literal instanceof data.StringData ? index.literal.value : undefined;
}

/** The names in a parsed expression, in the order in which they stand there. */
export function namesIn(expression: Expr, source: string): readonly NameUse[] {
  return expression.accept(new Names(source));
}

/**
 * The names that an expression (without braces) uses.
 * @throws KnownError `expression.syntax`
 */
export function namesUsed(source: string): readonly NameUse[] {
  return namesIn(parseExpression(source), source);
}
