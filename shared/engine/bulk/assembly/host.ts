// What the host is asked for.

/** The texts of a column that were handed over: the host calls `roomBack` and fills it. */
export declare function textsBack(column: u32): void;
