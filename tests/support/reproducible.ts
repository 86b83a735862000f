import fc from 'fast-check';

/**
 * `npm test` is the same run every time: what it says of a commit can be said again. `npm run test:long` asks for a
 * new seed; a property that fails names it, and `SUANPAN_SEED` runs it again.
 */
fc.configureGlobal({ seed: Number(process.env.SUANPAN_SEED ?? 20_260_601) });
