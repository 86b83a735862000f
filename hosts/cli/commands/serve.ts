import path from 'node:path';
import { hasDisplay, openAppWindow } from '../../web/app-window.ts';
import { defineCommand, stringOption } from '../command.ts';
import { VERSION } from '../version.ts';

export const serve = defineCommand({
  name: 'serve',
  usage: 'serve [workspace] [--port n] [--no-open]',
  help: 'the loopback web host, opens the browser',
  args: [0, 1],
  options: { port: { type: 'string', help: 'port on 127.0.0.1' }, 'no-open': { type: 'boolean', help: 'only print the address' } },
  async run(context) {
    const workspace = context.args[0];
    const { startWebHost } = await import('../../web/server.ts');
    const host = await startWebHost({ out: __dirname, version: VERSION, port: Number(stringOption(context, 'port') ?? 0), workspace: workspace === undefined ? undefined : path.resolve(workspace) });
    await host.ready;
    process.stdout.write(`${context.json ? JSON.stringify({ address: host.launchUrl }) : host.launchUrl}\n`);
    if (context.options['no-open'] !== true && hasDisplay()) openAppWindow(host.launchUrl, path.join(process.env.SUANPAN_HOME ?? path.dirname(host.launchUrl), 'browser-profile'));
    await new Promise<void>((resolve) => context.signal.addEventListener('abort', () => resolve(), { once: true }));
    await host.stop();
  },
});
