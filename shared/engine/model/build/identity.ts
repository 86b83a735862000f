/** Values that stand for nobody (domain-model.md 5). */
const PLACEHOLDER = /^(null|none|n\/a|na|0|-|13800138000|unknown|guest)$/i;
const RELAY = /@(marketplace\.amazon\.|members\.ebay\.)/i;

/** Somebody, by the first of the nodes that were joined. */
export interface Person {
  readonly root: number;
  readonly code: string;
}

/**
 * Joins people over orders: equal platform buyer id, equal phone, equal e-mail (union-find). A masked value is never an identity.
 */
export class Identities {
  readonly #parent: number[] = [];
  readonly #nodes = new Map<string, number>();
  readonly #hmac: (text: string) => string;

  constructor(hmac: (text: string) => string) {
    this.#hmac = hmac;
  }

  /** The node of an identity, or -1 when the value cannot be one. */
  node(kind: 'buyer' | 'phone' | 'email', scope: string, value: string | null): number {
    const plain = normalise(kind, value);
    if (plain === null) return -1;
    const key = `${kind}:${kind === 'buyer' ? scope : ''}:${plain}`;
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = this.#parent.length;
    this.#parent.push(node);
    this.#nodes.set(key, node);
    return node;
  }

  join(a: number, b: number): void {
    if (a < 0 || b < 0) return;
    const x = this.root(a);
    const y = this.root(b);
    // The smaller node stays root: roots do not depend on the order of joining.
    if (x < y) this.#parent[y] = x;
    else this.#parent[x] = y;
  }

  root(node: number): number {
    let at = node;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at] as number] as number;
      at = this.#parent[at] as number;
    }
    return at;
  }

  /** The person of a node, `undefined` for nodes that are new since. The code is the smallest keyed hash among the person's identities, so that it is the same on every build. */
  people(): (node: number) => Person | undefined {
    const people = new Map<number, { root: number; code: string }>();
    for (const [key, node] of this.#nodes) {
      const root = this.root(node);
      const code = `c_${this.#hmac(key).slice(0, 16)}`;
      const person = people.get(root);
      if (person === undefined) people.set(root, { root, code });
      else if (code < person.code) person.code = code;
    }
    return (node) => people.get(this.root(node));
  }
}

function normalise(kind: 'buyer' | 'phone' | 'email', value: string | null): string | null {
  if (value === null) return null;
  const text = value.trim();
  if (text === '' || text.includes('*') || PLACEHOLDER.test(text)) return null;
  if (kind === 'email') return RELAY.test(text) || !text.includes('@') ? null : text.toLowerCase();
  if (kind === 'phone') {
    // A whole number with an extension is a marketplace's virtual number; `555-010-2030` is one number in groups.
    const extension = /^(.*)[-转]\d{3,5}$/.exec(text);
    if (extension !== null && (extension[1] as string).replace(/\D/g, '').length >= 10) return null;
    const digits = text.replace(/\D/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '');
    return digits.length < 7 ? null : digits;
  }
  return text;
}
