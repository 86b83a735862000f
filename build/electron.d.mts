export function electronFolder(): string | null;
export function findElectron(): string | null;
