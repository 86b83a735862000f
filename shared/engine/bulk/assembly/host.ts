// What the host is asked for.

/** The texts of a column that were handed over: the host calls `roomBack` and fills it. */
export declare function textsBack(column: u32): void;

/** Whether the text of a code that was handed over is the one at that place. */
export declare function isText(column: u32, code: u32, text: usize, length: u32): bool;
