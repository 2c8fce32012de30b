import { type Finding, lineAt } from './finding.ts';
import { literalText, type SyntaxNode, syntaxTrees, walk } from './syntax.ts';

/** Exact by the standards, so the same in every engine; and the constants, which are given to the last bit. */
const exact = new Set(
  'sqrt fround imul clz32 abs min max floor trunc PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2'.split(' '),
);

/**
 * Whatever in a file may give other bits in another engine: functions of Math whose last bit the standard leaves open
 * (Node 22 and Chromium 156 disagree on one exp in ten), `**`, and any use of Math that hides which function it means.
 */
export function mathFindings(path: string, text: string): Finding[] {
  const findings: Finding[] = [];
  for (const tree of syntaxTrees(path, text)) {
    walk(tree, (node, parent) => {
      const message = wrongMath(node, parent);
      if (message !== undefined) findings.push({ file: path, line: lineAt(text, node.start), message });
    });
  }
  return findings;
}

function wrongMath(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (node.operator === '**' || node.operator === '**=') return `${node.operator} is not exact; multiply`;
  if (node.type !== 'Identifier' || node.name !== 'Math' || isMerelyAName(node, parent)) return undefined;
  if (parent?.type !== 'MemberExpression')
    return 'name the function where Math stands, so that it can be seen to be exact';
  const member = memberName(parent);
  if (member === undefined) return 'Math[...] hides which function it means';
  return exact.has(member) ? undefined : `Math.${member} differs between engines; see src/numerics/elementary.ts`;
}

/** `x.Math` and `{ Math: 1 }` are other things of that name; `globalThis.Math` is not. */
function isMerelyAName(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent?.type === 'MemberExpression' && parent.property === node && parent.computed === false) {
    return (parent.object as SyntaxNode).name !== 'globalThis';
  }
  return parent?.type === 'Property' && parent.key === node && parent.value !== node && parent.computed === false;
}

function memberName({ computed, property }: SyntaxNode): string | undefined {
  return computed ? literalText(property) : String((property as SyntaxNode).name);
}
