// What the weather stations say, from London to Birmingham.

import { $, el } from './dom.js';
import { oneDigit, shortName } from './format.js';
import { skySign } from './signs.js';
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
