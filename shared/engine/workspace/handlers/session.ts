import { SuanpanError } from '#contract/errors';
import type { CallContext, MethodName, Reply, Request } from '#contract/methods';
import type { Ports, Work } from '../../ports.ts';
import { Recent } from '../recent.ts';
import { SeenFiles } from '../seen-files.ts';
import { Workspace } from '../workspace.ts';

/** One engine: its ports and the workspace that is open in it. */
export class Session {
  readonly ports: Ports;
  workspace: Workspace | null = null;
  readonly seenFiles = new SeenFiles();
  /** Set-aside rows of files in the import dialog, of which one page after the other is asked for. */
  readonly looked = new Recent(2);
  /** Orders, compared tables and searches of the views looked at last: every page of them would make them again. */
  readonly views = new Recent(6);

  constructor(ports: Ports) {
    this.ports = ports;
  }

  /** The open workspace. @throws SuanpanError `no-workspace` */
  get open(): Workspace {
    if (this.workspace === null)
      throw new SuanpanError({ code: 'no-workspace', message: { en: 'No workspace is open', zh: '尚未打开工作区' }, hint: { en: 'Open one, or import files', zh: '请打开一个工作区，或导入文件' } });
    return this.workspace;
  }

  work(context: CallContext): Work {
    // Progress is told at most ten times a second: a loop over many small files must not flood the wire.
    let last = 0;
    return {
      signal: context.signal,
      progress: (progress) => {
        const now = this.ports.clock();
        if (now - last < 100 && progress.done < progress.total) return;
        last = now;
        context.progress(progress);
      },
      breathe: this.ports.breathe,
    };
  }

  async switchTo(path: string, create: { readonly name: string } | null): Promise<Workspace> {
    if (this.workspace?.path === path) return this.workspace;
    const next = await Workspace.open(this.ports, path, create);
    this.workspace?.close();
    this.views.clear();
    this.workspace = next;
    return next;
  }

  close(): void {
    this.workspace?.close();
    this.views.clear();
    this.workspace = null;
  }
}

/** Handlers of one area. */
export type Area<Prefix extends string> = { readonly [M in Extract<MethodName, `${Prefix}.${string}`>]: (request: Request<M>, context: CallContext) => Reply<M> | Promise<Reply<M>> };
