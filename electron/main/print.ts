import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BrowserWindow } from 'electron';

/** Prints a report in a hidden window without scripts; the document brings its own fonts and charts. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), 'suanpan-print-'));
  const file = path.join(folder, 'report.html');
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false } });
  try {
    await fs.promises.writeFile(file, html, { mode: 0o600 });
    await window.loadFile(file);
    return new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }));
  } finally {
    window.destroy();
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}
