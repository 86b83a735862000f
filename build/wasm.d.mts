export function compileBulk(file: string): Promise<void>;
/** Writes the module that turns rows into records of SQLite's format. */
export function compileRecords(file: string): Promise<void>;
