// Draws the icons of the packaged application from renderer/icon.svg: PNGs for Linux, and the two containers that Windows and macOS want.
// Run by hand when the drawing changes (`node build/icons.mjs`); the files are committed, so that packaging needs no tools.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './browser.mjs';
import { root } from './setup.mjs';

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];
const ICNS_TYPES = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };
const out = path.join(root, 'build/icons');

async function draw() {
  const svg = fs.readFileSync(path.join(root, 'renderer/icon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const pngs = new Map();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    pngs.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return pngs;
}

/** Windows: a directory of pictures, each a PNG. */
function ico(pngs) {
  const chosen = [...pngs].filter(([size]) => size <= 256);
  const header = Buffer.alloc(6 + 16 * chosen.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(chosen.length, 4);
  let offset = header.length;
  for (const [index, [size, png]] of chosen.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...chosen.map(([, png]) => png)]);
}

/** macOS: pictures one after the other, each with its type and length. */
function icns(pngs) {
  const parts = Object.entries(ICNS_TYPES).map(([size, type]) => {
    const png = pngs.get(Number(size));
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

const pngs = await draw();
fs.mkdirSync(out, { recursive: true });
for (const [size, png] of pngs) if (size <= 512) fs.writeFileSync(path.join(out, `${size}x${size}.png`), png);
fs.writeFileSync(path.join(out, 'icon.ico'), ico(pngs));
fs.writeFileSync(path.join(out, 'icon.icns'), icns(pngs));
