import { parentPort, workerData } from 'node:worker_threads';
import { runIsolated } from '#engine/isolated';
import type { WorkbookInput } from '#engine/ports';

// Where a workbook is read that could hang or swell: a process of its own, or a thread where none can be started. Whoever started it ends it.

function answer(input: WorkbookInput) {
  try {
    return { ok: true, result: runIsolated(input) };
  } catch (thrown) {
    return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

if (parentPort !== null) parentPort.postMessage(answer(workerData as WorkbookInput));
else process.once('message', (input) => process.send?.(answer(input as WorkbookInput)));
