import { parseSync } from 'vite';

/** Cuts one exported declaration, with the comment before it, out of a TypeScript source. `line` counts from 1. */
export function extractExport(source: string, name: string, file: string): { code: string; line: number } {
  const { program, comments, errors } = parseSync(file, source);
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || !exportedNames(node.declaration).includes(name)) continue;
    const comment = comments.findLast(({ end }) => end <= node.start && /^\s*$/.test(source.slice(end, node.start)));
    const start = comment?.start ?? node.start;
    return { code: source.slice(start, node.end), line: source.slice(0, start).split('\n').length };
  }
  throw new Error(`${file} exports no "${name}"`);
}

interface Declared {
  type: string;
  id?: { name?: string } | null;
  declarations?: readonly { id: { name?: string } }[];
}

function exportedNames(declaration: unknown): (string | undefined)[] {
  const declared = declaration as Declared | null;
  if (declared?.declarations) return declared.declarations.map(({ id }) => id.name);
  return [declared?.id?.name];
}
