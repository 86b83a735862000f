// The language, Node and Playwright ask these of any object.
const ASKED_OF_ANY = new Set(['then', 'toJSON', 'inspect', 'constructor', 'prototype', 'nodeType', 'asymmetricMatch', '__esModule', 'default', 'length', 'name']);

const strictOnes = new WeakSet<object>();

/**
 * What the double lacks fails by its name, instead of being `undefined` and passing for a quiet Electron.
 * Methods stay bound to `target`, so that private fields work through the proxy.
 */
export function strict<T extends object>(target: T, label: string): T {
  const guarded = new Proxy(target, {
    get(_target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value === 'function' && !isClass(value) && !strictOnes.has(value)) return value.bind(target);
      if (value !== undefined || typeof key === 'symbol' || key in target || ASKED_OF_ANY.has(key) || key.startsWith('_')) return value;
      throw new Error(`electron double: ${label}.${key} is not doubled`);
    },
    set: (_target, key, value) => Reflect.set(target, key, value, target),
  });
  strictOnes.add(guarded);
  return guarded;
}

const isClass = (value: object) => Function.prototype.toString.call(value).startsWith('class');
