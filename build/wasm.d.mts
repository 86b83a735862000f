export function compileBulk(file: string): Promise<void>;
