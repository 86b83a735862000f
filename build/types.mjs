// Types, zone by zone: each has its own globals, so that the engine cannot touch `window` or `process`.
import { tool } from './setup.mjs';

for (const zone of ['engine', 'node', 'renderer', 'tests']) tool('tsc', ['-p', `build/tsconfig.${zone}.json`]);
