// Says when what the page shows is not of now: after five seconds without data, or when Kafka is away.

import { $, setText } from './dom.js';
import { store } from './store.js';

const PATIENCE_MILLIS = 5000;
const begun = performance.now();

export function startBanner() {
  setInterval(() => {
    const text = trouble();
    $('banner').hidden = text === null;
    if (text !== null) setText($('banner'), text);
  }, 500);
}

function trouble() {
  const silence = performance.now() - (store.receivedAt || begun);
  if (silence > PATIENCE_MILLIS) {
    return `No data for ${Math.round(silence / 1000)} s: the page is connecting again, and shows what was known before`;
  }
  const { clock } = store;
  if (!clock) return null;
  if (!clock.kafka) return 'Kafka does not answer: nothing new arrives, and no change can be made until it is back';
  const behind = clock.behindSeconds / Math.max(1, clock.factor);
  if (clock.vehicles === 0 && behind <= PATIENCE_MILLIS / 1000) return null;
  if (clock.factor > 0 && clock.vehicles > 0 && behind > 15) return `The simulators are ${Math.round(behind)} s behind, or silent`;
  return null;
}
