import type { BlockDefinition } from '../define.ts';
import { breakdownTable } from './breakdown-table.ts';
import { dailyChart } from './daily-chart.ts';
import { definitions } from './definitions.ts';
import { drivers } from './drivers.ts';
import { headline } from './headline.ts';
import { rfmTable } from './rfm-table.ts';
import { sources } from './sources.ts';
import { tiles } from './tiles.ts';

/** Every report block, by id. */
export const BLOCKS: readonly BlockDefinition[] = Object.freeze([breakdownTable, dailyChart, definitions, drivers, headline, rfmTable, sources, tiles]);
