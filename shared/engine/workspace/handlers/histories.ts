import type { Area, Session } from './session.ts';

export function historyHandlers(session: Session): Area<'history'> {
  const move = async (n: number, context: Parameters<Session['work']>[0]) => {
    await session.open.moveCursor(n, session.work(context));
    return session.open.log.list();
  };
  return {
    'history.list': () => session.open.read(() => session.open.log.list()),
    'history.undo': (_request, context) => move(session.open.log.cursor - 1, context),
    'history.redo': (_request, context) => move(session.open.log.cursor + 1, context),
    'history.goto': ({ n }, context) => move(n, context),
  };
}
