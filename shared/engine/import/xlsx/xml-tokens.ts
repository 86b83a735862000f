/** What the scanner found. */
export const MORE = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const END = 4;

/** Bytes that mean something in XML. */
export const BANG = 33;
export const SLASH = 47;
export const COLON = 58;
export const LT = 60;
export const EQUALS = 61;
export const GT = 62;
export const QUESTION = 63;
