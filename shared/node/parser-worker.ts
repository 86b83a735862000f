import { parentPort, workerData } from 'node:worker_threads';
import { runIsolated } from '#engine/isolated';
import type { WorkbookInput } from '#engine/ports';

// The thread in which a workbook is read that could hang or swell: whoever started it ends it.
try {
  parentPort?.postMessage({ ok: true, result: runIsolated(workerData as WorkbookInput) });
} catch (thrown) {
  parentPort?.postMessage({ ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) });
}
