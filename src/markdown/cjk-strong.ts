import { defineMdastPlugin } from 'satteri';

/**
 * CommonMark leaves `**가중치(weight)**를` as typed, because `**` between a closing bracket and a letter neither opens nor
 * closes. Chinese, Japanese and Korean need it to, so leftover pairs of `**` in CJK text become strong here.
 */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const cjk = /[぀-ヿ㐀-鿿가-힯]/;
const holdsStars = (node: Node) => node.type === 'text' && (node.value ?? '').includes('**');

/** The children with leftover `**` pairs made strong, or undefined where there is nothing to do. */
export function pairStrong(children: readonly Node[]): Node[] | undefined {
  const text = children.map((child) => child.value ?? '').join('');
  if (!children.some(holdsStars) || !cjk.test(text)) return undefined;
  const result: Node[] = [];
  let open: Node[] | undefined;
  for (const child of children) {
    if (!holdsStars(child)) {
      (open ?? result).push(child);
      continue;
    }
    for (const [index, part] of (child.value ?? '').split('**').entries()) {
      if (index > 0 && open) {
        result.push({ type: 'strong', children: open });
        open = undefined;
      } else if (index > 0) open = [];
      if (part) (open ?? result).push({ type: 'text', value: part });
    }
  }
  return open ? undefined : result;
}

/** The plugin for Sätteri, on all nodes that hold running text. */
export function cjkStrongPlugin() {
  type Context = { setProperty(node: Node, key: 'children', value: Node[]): void };
  const visit = (node: Node, context: Context) => {
    const children = pairStrong(node.children ?? []);
    if (children) context.setProperty(node, 'children', children);
  };
  const containers = ['paragraph', 'heading', 'tableCell', 'emphasis', 'link'];
  return defineMdastPlugin({
    name: 'cjk-strong',
    ...Object.fromEntries(containers.map((type) => [type, visit])),
  } as never);
}
