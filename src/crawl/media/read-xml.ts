import { Parser } from 'htmlparser2';

export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, trimmed. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** No document we read nests this deep; one that does would exhaust the stack of whoever walks it. */
const maxDepth = 64;

/** Reads an XML document into a tree. Damaged XML gives what could be read; undefined when that is nothing. */
export function readXml(text: string): XmlElement | undefined {
  let root: XmlElement | undefined;
  const stack: Open[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        stack.push({ name: name.replace(/^.*:/, ''), attributes, children: [], text: '' });
      },
      ontext: (chunk) => {
        const open = stack.at(-1);
        if (open) open.text += chunk;
      },
      onclosetag: () => {
        const closed = stack.pop();
        if (!closed || stack.length >= maxDepth) return;
        const element = { ...closed, text: closed.text.trim() };
        const parent = stack.at(-1);
        if (parent) parent.children.push(element);
        else root ??= element;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root;
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
