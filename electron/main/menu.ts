import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** The native menu. Its commands are the page's own; the menu only names them. */
export function installMenu(send: (command: string) => void): void {
  const zh = app.getLocale().startsWith('zh');
  const item = (id: string, en: string, zhText: string, accelerator: string): MenuItemConstructorOptions => ({ id, label: zh ? zhText : en, accelerator, click: () => send(id) });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: zh ? '文件' : 'File', submenu: [item('import', 'Import…', '导入…', 'CmdOrCtrl+O'), item('print', 'Print…', '打印…', 'CmdOrCtrl+P'), { type: 'separator' }, { role: 'quit' }] },
      {
        label: zh ? '编辑' : 'Edit',
        submenu: [item('undo', 'Undo', '撤销', 'CmdOrCtrl+Z'), item('redo', 'Redo', '重做', 'CmdOrCtrl+Shift+Z'), { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }],
      },
      { label: zh ? '视图' : 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
    ]),
  );
}
