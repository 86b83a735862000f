export { type CanonicalTables, type MetricsCache, prepareCache } from './cache.ts';
export { CATALOGUE } from './catalogue.ts';
export { METRICS } from './catalogue/registry.ts';
export { lmdi, salesDrivers } from './drivers.ts';
export { metricById, queryMetrics, resolvePeriod } from './evaluate.ts';
export { catalogueInfo, DIMENSIONS, scopeInfo, valueTitle } from './info.ts';
export { bucketStart, comparedPeriod, lastFullMonth } from './periods.ts';
export { metricRows } from './rows.ts';
export { measureSql, VIEWS } from './sql.ts';
