// The dialogs that raise an incident and set the weather.

import { onSubmit, openDialog } from './change.js';
import { $, el, setText } from './dom.js';
import { nameOf, road, sectionAt } from './road.js';
import { store } from './store.js';

const PRESETS = {
  rain: { precipitation: 12, humidity: 97 },
  drizzle: { precipitation: 1.5, humidity: 92 },
  snow: { temperature: -2, precipitation: 4, humidity: 96 },
  fog: { humidity: 100, windSpeed: 2, precipitation: 0 },
  storm: { windSpeed: 95, precipitation: 6 },
  fine: { precipitation: 0, humidity: 60, windSpeed: 8 },
};

/** Whether the page may act on the road: not before the road is there, and not on a screen that only shows. */
export const canAct = () => road !== null && store.clock !== null && !store.clock.readOnly;

// The last kilometre that a form takes.
const lastKm = () => Math.floor(road.lengthMetres / 100) / 10;

export function openIncident(km, northbound) {
  if (!canAct()) return;
  const form = $('incident-dialog').querySelector('form');
  form.km.value = Math.min(km, lastKm()).toFixed(1);
  form.km.max = lastKm();
  form.carriageway.value = northbound ? 'northbound' : 'southbound';
  showPlace();
  openDialog('incident-dialog');
  form.type.focus();
}

/** The place in words, and as many lanes as there are. */
function showPlace() {
  const form = $('incident-dialog').querySelector('form');
  const km = Number(form.km.value);
  const { lanes } = sectionAt(km * 1000);
  setText($('incident-place'), nameOf(km, form.carriageway.value === 'northbound'));
  const chosen = form.lanesClosed.value === '' ? Math.min(2, lanes) : Math.min(Number(form.lanesClosed.value), lanes);
  form.lanesClosed.replaceChildren(...Array.from({ length: lanes + 1 }, (_, closed) =>
    el('option', { value: closed }, closed === 0 ? 'none' : `${closed} of ${lanes}`)));
  form.lanesClosed.value = chosen;
}

export function openWeather(fromKm, toKm) {
  if (!canAct()) return;
  const form = $('weather-dialog').querySelector('form');
  for (const input of [form.fromKm, form.toKm]) input.max = lastKm();
  form.fromKm.value = fromKm.toFixed(1);
  form.toKm.value = Math.min(toKm, lastKm()).toFixed(1);
  openDialog('weather-dialog');
  form.preset.focus();
}

function raise(form) {
  const body = {
    type: form.type.value,
    km: Number(form.km.value),
    carriageway: form.carriageway.value,
    lanesClosed: Number(form.lanesClosed.value),
    duration: form.duration.value,
  };
  return { method: 'POST', path: '/incidents', body, done: `Raised ${body.type} at ${nameOf(body.km, body.carriageway === 'northbound')}` };
}

function setWeather(form) {
  const body = {
    fromKm: Number(form.fromKm.value),
    toKm: Number(form.toKm.value),
    duration: form.duration.value,
    ...PRESETS[form.preset.value],
  };
  const name = form.preset.selectedOptions[0].textContent;
  return { method: 'POST', path: '/weather', body, done: `${name} from km ${body.fromKm} to km ${body.toKm}` };
}

export function startActions() {
  $('open-incident').addEventListener('click', () => openIncident(97.5, true));
  $('open-weather').addEventListener('click', () => openWeather(60, 110));
  const incident = $('incident-dialog').querySelector('form');
  incident.km.addEventListener('input', showPlace);
  incident.carriageway.addEventListener('change', showPlace);
  onSubmit('incident-dialog', raise);
  onSubmit('weather-dialog', setWeather);
}
