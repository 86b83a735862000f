import { BulkModule } from '#engine/bulk/module';

/**
 * Counts how often the bulk reader fails from now on. Its importers read once more without it then, to the same result: whoever only
 * compares results would not see it.
 */
export function countBulkTraps(): { readonly count: number } {
  const traps = { count: 0 };
  const watched = <Parameters extends unknown[], Result>(call: (this: BulkModule, ...parameters: Parameters) => Result) =>
    function (this: BulkModule, ...parameters: Parameters): Result {
      try {
        return call.apply(this, parameters);
      } catch (thrown) {
        if (thrown instanceof WebAssembly.RuntimeError) traps.count++;
        throw thrown;
      }
    };
  const { prototype } = BulkModule;
  prototype.run = watched(prototype.run);
  prototype.addRow = watched(prototype.addRow);
  prototype.takeColumns = watched(prototype.takeColumns);
  return traps;
}
