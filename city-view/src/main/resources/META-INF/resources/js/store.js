// What the page knows. Modules subscribe to the parts that they show.

const listeners = new Map();

export const store = {
  clock: null,
  speeds: null,
  cameras: new Map(),
  stations: new Map(),
  incidents: [],
  commands: [],
  faults: {},
  lake: null,
  rows: [],
  receivedAt: 0,
};

/** Calls back whenever a part changes. */
export function on(part, listener) {
  if (!listeners.has(part)) listeners.set(part, []);
  listeners.get(part).push(listener);
}

/** Calls those who show a part that it has changed. */
export function changed(part, detail) {
  for (const listener of listeners.get(part) ?? []) listener(detail);
}
