import type { DomNode } from 'html-to-text';

/** The text inside a node, scripts and styles left out; no recursion, since pages can be nested at will. */
export function textOf(node: DomNode, separator = ''): string {
  const parts: string[] = [];
  const open: DomNode[] = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    if (next.type === 'text') parts.push(next.data ?? '');
    else if (next.name !== 'script' && next.name !== 'style') open.push(...(next.children ?? []).toReversed());
  }
  return parts.join(separator);
}

export function rootOf(node: DomNode): DomNode {
  let root = node;
  while (root.parent) root = root.parent as DomNode;
  return root;
}
