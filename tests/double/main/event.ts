export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** An event as Electron's emitters hand out, with what it carries. */
export function preventable<T extends object>(carried?: T): PreventableEvent & T {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
    ...(carried as T),
  };
  return event;
}
