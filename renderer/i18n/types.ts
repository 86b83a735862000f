/** A catalogue in another language: the same keys, the same parameters. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] };

/** What has to be given along with a message: nothing for plain texts, the parameter for functions. */
export type MessageParams<V> = V extends (params: infer P) => string ? [params: P] : [];
