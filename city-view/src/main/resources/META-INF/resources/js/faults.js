// The faults of each simulator by slider. The sliders show what operators have set.

import { onSubmit, openDialog } from './change.js';
import { $, el, setText } from './dom.js';
import { store } from './store.js';

const KINDS = ['late', 'out-of-order', 'duplicate', 'dropped', 'malformed', 'missing-field', 'null-field', 'gps-outage',
  'frozen-sensor', 'clock-skew', 'burst'];
const form = () => $('faults-dialog').querySelector('form');

export const percent = (rate) => `${Number((100 * rate).toPrecision(3))} %`;

export function startFaults() {
  for (const kind of KINDS) {
    const input = el('input', { type: 'range', name: kind, min: 0, max: 100, step: 0.5, oninput: () => setRate(kind, input.value / 100) });
    $('fault-sliders').append(el('label', {}, kind, input, el('output')));
  }
  $('open-faults').addEventListener('click', () => {
    openDialog('faults-dialog');
    showRates();
  });
  form().service.addEventListener('change', showRates);
  $('faults-none').addEventListener('click', () => KINDS.forEach((kind) => setRate(kind, 0)));
  onSubmit('faults-dialog', request);
}

const current = () => store.faults[form().service.value] ?? {};

function showRates() {
  for (const kind of KINDS) setRate(kind, current()[kind] ?? 0);
  setText($('faults-source'), store.faults[form().service.value]
    ? 'As operators have set them.' : 'No operator has set faults of this simulator: those of its settings are in effect, and Set replaces them.');
}

/** The rate is kept beside the slider, whose steps may be too coarse for it. */
function setRate(kind, rate) {
  const input = form()[kind];
  input.dataset.rate = rate;
  input.value = 100 * rate;
  input.setAttribute('aria-valuetext', percent(rate));
  setText(input.nextElementSibling, percent(rate));
}

/** All faults of the simulator; what is no rate, as the episodes' length, stays as it is. */
function request() {
  const body = Object.fromEntries(Object.entries(current()).filter(([name]) => !KINDS.includes(name)));
  const set = KINDS.filter((kind) => Number(form()[kind].dataset.rate) > 0);
  for (const kind of set) body[kind] = Number(form()[kind].dataset.rate);
  const service = form().service.value;
  return { method: 'PUT', path: `/faults/${service}`, body, done: set.length ? `Faults of ${service} set` : `No more faults of ${service}` };
}
