// Where each vehicle is at the moment that is drawn: on its way from the frame before to the latest, so about a second ago.

import { isNorthbound } from './frames.js';

// A slot whose vehicle jumps further has another vehicle now [m per simulated second, with a margin].
const MOST_METRES_PER_SECOND = 80;

let previous = null;
let latest = null;
export let positions = { chainage: new Float32Array(0), words: new Uint32Array(0), slots: 0 };

export function addFrame(frame) {
  frame.receivedAt = performance.now();
  if (latest && frame.at < latest.at) previous = latest = null;
  if (latest && frame.at === latest.at) return;
  previous = latest;
  latest = frame;
}

export const latestFrame = () => latest;

/** Moves the vehicles on to now; returns whether there are any. */
export function advance(now) {
  if (!latest) return false;
  if (!previous) {
    positions = latest;
    return true;
  }
  const between = latest.receivedAt - previous.receivedAt;
  const share = Math.max(0, Math.min(1, (now - latest.receivedAt) / Math.max(between, 200)));
  const chainage = new Float32Array(latest.slots);
  const most = MOST_METRES_PER_SECOND * Math.max(1, (latest.at - previous.at) / 1000);
  for (let slot = 0; slot < latest.slots; slot++) {
    const to = latest.chainage[slot];
    const from = slot < previous.slots ? previous.chainage[slot] : to;
    const same = Math.abs(to - from) <= most && isNorthbound(latest.words[slot]) === isNorthbound(previous.words[slot] ?? 0);
    chainage[slot] = same ? from + (to - from) * share : to;
  }
  positions = { chainage, words: latest.words, slots: latest.slots };
  return true;
}
