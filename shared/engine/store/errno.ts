const EIO = 29;
/** errno values of WASI, which SQLite inside sql.js is built for. */
const ERRNO: Readonly<Record<string, number>> = { EACCES: 2, EEXIST: 20, EMFILE: 33, ENOENT: 44, ENOSPC: 51, EPERM: 63, EROFS: 69, EBUSY: 10, EDQUOT: 19 };

/** The number that SQLite knows an error of the host by; one that it does not know is an error of the disk. */
export const errnoOf = (code: string): number => (Object.hasOwn(ERRNO, code) ? ERRNO[code] : undefined) ?? EIO;
