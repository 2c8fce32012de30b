import { literalText, type SyntaxNode, syntaxTrees, walk } from './syntax.ts';

/** One module that a file asks for. */
export interface Import {
  /** As written, without a query: `#random/seed.ts`, `./seed.ts`, `vite`. */
  specifier: string;
  /** It vanishes when the types are stripped. */
  typeOnly: boolean;
  offset: number;
}

/** All imports of a file: static, dynamic, of types, of workers (`new URL(..., import.meta.url)`) and by glob. */
export function importsOf(path: string, text: string): Import[] {
  const imports: Import[] = [];
  for (const tree of syntaxTrees(path, text)) {
    walk(tree, (node) => {
      for (const specifier of specifiersOf(node)) {
        // `?raw` reads a file as text: data, not a dependency.
        if (!specifier.includes('?raw')) {
          imports.push({ specifier: specifier.replace(/\?.*$/, ''), typeOnly: isTypeOnly(node), offset: node.start });
        }
      }
    });
  }
  return imports;
}

function specifiersOf(node: SyntaxNode): string[] {
  if (/^(Import|ExportAll|ExportNamed)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type)) {
    const specifier = literalText(node.source);
    return specifier === undefined ? [] : [specifier];
  }
  const args = (node.arguments ?? []) as SyntaxNode[];
  if (node.type === 'NewExpression' && isName(node.callee, 'URL') && isMeta(args[1], 'url')) {
    const file = literalText(args[0]) ?? '';
    return /\.(ts|tsx|mjs|js)$/.test(file) ? [file] : []; // a worker; anything else is data
  }
  if (node.type === 'CallExpression' && isMeta(node.callee, 'glob')) return globbed(args);
  return [];
}

function globbed([patterns, options]: SyntaxNode[]): string[] {
  const properties = (options?.properties ?? []) as SyntaxNode[];
  if (properties.some(({ key, value }) => isName(key, 'query') && literalText(value) === '?raw')) return [];
  const all = patterns?.type === 'ArrayExpression' ? (patterns.elements as SyntaxNode[]) : [patterns];
  return all.flatMap((pattern) => literalText(pattern) ?? []);
}

const isName = (node: unknown, name: string): boolean => (node as { name?: string } | undefined)?.name === name;

/** `import.meta.<name>` */
function isMeta(node: unknown, name: string): boolean {
  const member = node as { object?: SyntaxNode; property?: unknown } | undefined;
  return member?.object?.type === 'MetaProperty' && isName(member.property, name);
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers ?? []) as SyntaxNode[];
  return specifiers.length > 0 && specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type');
}
