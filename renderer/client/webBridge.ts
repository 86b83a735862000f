import type { HostBridge } from '#contract/bridge';

/** The bridge of the page in a browser: uploads instead of paths, downloads instead of dialogs. */
export function webBridge(): HostBridge {
  return {
    kind: 'web',
    platform: /mac/i.test(navigator.userAgent) ? 'darwin' : /win/i.test(navigator.userAgent) ? 'win32' : 'linux',
    openEngine: async () => {},
    async sourceOf(file) {
      const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file, headers: { 'x-suanpan': '1' } });
      if (!response.ok) throw new Error(`${file.name}: upload failed (${response.status})`);
      const { id } = (await response.json()) as { id: string };
      return { kind: 'upload', id, name: file.name };
    },
    pickFiles: async () => null,
    exportTarget: async (suggestedName) => ({ kind: 'download', name: suggestedName }),
    async reveal(file) {
      const link = document.createElement('a');
      link.href = `/download/${encodeURIComponent(file)}`;
      link.download = file;
      document.body.append(link);
      link.click();
      link.remove();
    },
    onCommand: () => {},
  };
}
