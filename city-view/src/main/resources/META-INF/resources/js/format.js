// Numbers, times and places in words.

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const pad = (number) => String(number).padStart(2, '0');

export const count = (number) => whole.format(number);
export const oneDigit = (number) => tenths.format(number);

/** Simulated or real time of day, UTC. */
export function timeOfDay(millis) {
  const date = new Date(millis);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
}

export const dateOf = (millis) => new Date(millis).toISOString().slice(0, 10);

export function duration(seconds) {
  if (seconds < 90) return `${Math.round(seconds)}\u00a0s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)}\u00a0min`;
  return `${(seconds / 3600).toFixed(1)}\u00a0h`;
}

export function bytes(number) {
  if (number < 1024) return `${number} B`;
  if (number < 1024 * 1024) return `${(number / 1024).toFixed(0)} KiB`;
  return `${(number / 1024 / 1024).toFixed(1)} MiB`;
}

export const carriagewayOf = (northbound) => (northbound ? 'northbound' : 'southbound');
export const shortName = (station) => station.replace(/^weather-/, '');
