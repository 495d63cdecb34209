// Sends changes to the service, with the token where one is needed, and the dialogs that describe them.

import { $, el, setText } from './dom.js';
import { timeOfDay } from './format.js';
import { nameOf, road, sectionAt } from './road.js';
import { store } from './store.js';

const TOKEN = 'smartcity.token';
const PRESETS = {
  rain: { precipitation: 12, humidity: 97 },
  drizzle: { precipitation: 1.5, humidity: 92 },
  snow: { temperature: -2, precipitation: 4, humidity: 96 },
  fog: { humidity: 100, windSpeed: 2, precipitation: 0 },
  storm: { windSpeed: 95, precipitation: 6 },
  fine: { precipitation: 0, humidity: 60, windSpeed: 8 },
};
const FAULTS = ['late', 'out-of-order', 'duplicate', 'dropped', 'malformed', 'missing-field', 'null-field', 'gps-outage',
  'frozen-sensor', 'clock-skew', 'burst'];
let toastEnd = 0;

/** Shows what has happened, for some seconds. */
export function toast(text, bad = false) {
  setText($('toast'), text);
  $('toast').className = bad ? 'shown bad' : 'shown';
  clearTimeout(toastEnd);
  toastEnd = setTimeout(() => { $('toast').className = ''; }, bad ? 9000 : 5000);
}

/** Asks the service for a change. Returns its answer, or null when it was refused, which the page then shows. */
export async function change(method, path, body, done) {
  const answer = await send(method, path, body);
  if (answer.status === 401) {
    return (await askToken()) ? change(method, path, body, done) : null;
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    toast(json.detail ?? `The service answers ${answer.status}`, true);
    return null;
  }
  const when = json.simulatedAt ? `, in effect at ${timeOfDay(Date.parse(json.simulatedAt))}` : '';
  if (done) toast(done + when);
  return json;
}

async function send(method, path, body) {
  const headers = {};
  const token = sessionStorage.getItem(TOKEN);
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(path, { method, headers, body: body ? JSON.stringify(body) : undefined });
  } catch {
    return new Response(JSON.stringify({ detail: 'The service does not answer' }), { status: 503 });
  }
}

function askToken() {
  const dialog = $('token-dialog');
  const form = dialog.querySelector('form');
  form.token.value = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const given = dialog.returnValue === 'given' && form.token.value !== '';
      if (given) sessionStorage.setItem(TOKEN, form.token.value);
      resolve(given);
    }, { once: true });
  });
}

export function openIncident(km, northbound) {
  if (!road || store.clock?.readOnly) return;
  const form = $('incident-dialog').querySelector('form');
  form.km.value = km.toFixed(1);
  form.km.max = (road.lengthMetres / 1000).toFixed(1);
  form.carriageway.value = northbound ? 'northbound' : 'southbound';
  showPlace();
  $('incident-dialog').showModal();
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
  if (!road || store.clock?.readOnly) return;
  const form = $('weather-dialog').querySelector('form');
  form.fromKm.value = fromKm.toFixed(1);
  form.toKm.value = toKm.toFixed(1);
  $('weather-dialog').showModal();
  form.preset.focus();
}

function onSubmit(id, act) {
  const dialog = $(id);
  const form = dialog.querySelector('form');
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(form, dialog);
  });
}

async function raise(form, dialog) {
  dialog.close();
  const body = {
    type: form.type.value,
    km: Number(form.km.value),
    carriageway: form.carriageway.value,
    lanesClosed: Number(form.lanesClosed.value),
    duration: form.duration.value,
  };
  await change('POST', '/incidents', body, `Raised ${body.type} at ${nameOf(body.km, body.carriageway === 'northbound')}`);
}

async function setWeather(form, dialog) {
  dialog.close();
  const body = {
    fromKm: Number(form.fromKm.value),
    toKm: Number(form.toKm.value),
    duration: form.duration.value,
    ...PRESETS[form.preset.value],
  };
  const name = form.preset.selectedOptions[0].textContent;
  await change('POST', '/weather', body, `${name} from km ${body.fromKm} to km ${body.toKm}`);
}

async function setFaults(form, dialog) {
  dialog.close();
  const body = {};
  for (const kind of FAULTS) {
    if (Number(form[kind].value) > 0) body[kind] = Number(form[kind].value) / 100;
  }
  const set = Object.keys(body).length;
  await change('PUT', `/faults/${form.service.value}`, body, set ? `Faults of ${form.service.value} set` : `No more faults of ${form.service.value}`);
}

function sliders(form) {
  for (const kind of FAULTS) {
    const output = el('output', {}, '0 %');
    const input = el('input', { type: 'range', name: kind, min: 0, max: 50, value: 0, oninput: () => setText(output, `${input.value} %`) });
    $('fault-sliders').append(el('label', {}, kind, input, output));
  }
  $('faults-none').addEventListener('click', () => {
    for (const input of form.querySelectorAll('[type=range]')) {
      input.value = 0;
      input.dispatchEvent(new Event('input'));
    }
  });
}

export function startActions() {
  $('open-incident').addEventListener('click', () => openIncident(97.5, true));
  $('open-weather').addEventListener('click', () => openWeather(60, 110));
  $('open-faults').addEventListener('click', () => $('faults-dialog').showModal());
  const incident = $('incident-dialog').querySelector('form');
  incident.km.addEventListener('input', showPlace);
  incident.carriageway.addEventListener('change', showPlace);
  onSubmit('incident-dialog', raise);
  onSubmit('weather-dialog', setWeather);
  onSubmit('faults-dialog', setFaults);
  onSubmit('token-dialog', (form, dialog) => dialog.close('given'));
  sliders($('faults-dialog').querySelector('form'));
}
