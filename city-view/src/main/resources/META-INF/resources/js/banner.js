// Says when what the page shows is not of now: after five seconds without data, when Kafka is away, or when the
// simulators do not keep up.

import { $, setText } from './dom.js';
import { store } from './store.js';

// Real time without anything new [s].
const SILENCE_SECONDS = 5;
// Simulators that still send, later than simulated time has it [real s]: a busy machine makes up for less.
const MOST_BEHIND_SECONDS = 15;
const begun = performance.now();

export function startBanner() {
  setInterval(() => {
    const text = trouble();
    $('banner').hidden = text === null;
    if (text !== null) setText($('banner'), text);
  }, 500);
}

function trouble() {
  const silence = (performance.now() - (store.receivedAt || begun)) / 1000;
  if (silence > SILENCE_SECONDS) {
    return `No data for ${Math.round(silence)} s: the page is connecting again, and shows what was known before`;
  }
  const { clock } = store;
  if (!clock) return null;
  if (!clock.kafka) return 'Kafka does not answer: nothing new arrives, and no change can be made until it is back';
  if (clock.factor === 0) return null;
  const silent = Object.entries(clock.silentSeconds).filter(([, seconds]) => seconds >= SILENCE_SECONDS);
  if (silent.length) {
    return `No new data for ${Math.max(...silent.map(([, seconds]) => seconds))} s from ${silent.map(([simulator]) => simulator).join(', ')}`;
  }
  const behind = clock.behindSeconds / Math.max(1, clock.factor);
  return clock.vehicles > 0 && behind > MOST_BEHIND_SECONDS ? `The slowest simulator is ${Math.round(behind)} s behind` : null;
}
