import { archive } from './archive.ts';
import { arrow } from './arrow.ts';
import type { Importer } from './define.ts';
import { delimited } from './delimited.ts';
import { excel } from './excel.ts';
import { fixedWidth } from './fixed-width.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { opendocument } from './opendocument.ts';
import { parquet } from './parquet.ts';
import { sqlite } from './sqlite.ts';
import { weblog } from './weblog.ts';
import { xlsx } from './xlsx.ts';

export const IMPORTERS: readonly Importer[] = Object.freeze([archive, arrow, delimited, excel, fixedWidth, json, markdown, opendocument, parquet, sqlite, weblog, xlsx]);
