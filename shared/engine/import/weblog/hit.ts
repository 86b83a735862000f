/** The columns of a log's table, those that hold nothing left out. Names are those of `access_log_hits` where it has them. */
export const HIT_FIELDS = ['hit_at', 'ip', 'user', 'host', 'method', 'path', 'query', 'protocol', 'status', 'bytes', 'duration_ms', 'referrer', 'referrer_host', 'user_agent', 'extra'] as const;

export type HitField = (typeof HIT_FIELDS)[number];

/** One request as text; what the log does not say is absent or empty. */
export type Hit = { readonly [Field in HitField]?: string };

/** The dash that logs write for nothing. */
export const known = (text: string | undefined): string => (text === undefined || text === '-' ? '' : text);
