// What the weather stations say, from London to Birmingham.

import { $, el } from './dom.js';
import { oneDigit, shortName } from './format.js';
import { on, store } from './store.js';

export function startWeather() {
  on('station', show);
}

function show() {
  const stations = [...store.stations.values()].sort((one, other) => one.km - other.km);
  $('weather').tBodies[0].replaceChildren(...stations.map((station) => el(
    'tr',
    { class: [station.precipitation >= 0.1 ? 'wet' : '', station.silent ? 'silent' : ''].join(' '), title: `km ${station.km}, visibility ${Math.round(station.visibility)} m, humidity ${Math.round(station.humidity)} %, air quality ${station.daqi} of 10` },
    el('td', {}, shortName(station.id)),
    el('td', {}, oneDigit(station.temperature)),
    el('td', {}, station.precipitation ? oneDigit(station.precipitation) : '0'),
    el('td', {}, String(Math.round(station.windSpeed))),
    el('td', {}, `${skySign(station)} ${station.condition}${station.silent ? ' (silent)' : ''}`),
  )));
}

/** A sign that every font has. */
export function skySign(station) {
  const { code } = station;
  if (code >= 71 && code <= 77) return '❄';
  if (code >= 85 && code <= 86) return '❄';
  if (code >= 95) return '⚡';
  if (code >= 51) return '☂';
  if (code === 45 || code === 48) return '≡';
  if (code >= 2) return '☁';
  return isNight(store.clock?.now ?? 0) ? '☾' : '☀';
}

/** Whether the sun is below the horizon in the middle of the road; to a few minutes. */
function isNight(millis) {
  const radians = Math.PI / 180;
  const days = millis / 86_400_000;
  const declination = -23.44 * radians * Math.cos((2 * Math.PI * ((days % 365.2425) + 10)) / 365.2425);
  const hourAngle = ((days % 1) * 360 - 180 - 1.2) * radians;
  const height = Math.sin(52 * radians) * Math.sin(declination) + Math.cos(52 * radians) * Math.cos(declination) * Math.cos(hourAngle);
  return height < -0.015;
}
