// The binary frames of the stream. VehicleFrame.java and RoadSpeeds.java say what is in them.

const UNIT_METRES = 0.75;
export const UNKNOWN = 255;
export const DRIVING = 1;
export const PARKED = 2;
export const SILENT = 3;

function split(data) {
  const space = data.indexOf(' ');
  return { at: Number(data.slice(0, space)), bytes: fromBase64(data.slice(space + 1)) };
}

export function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** All vehicles at one simulated instant, by slot: place [m], speed [km/h], and the other bits. */
export function decodeVehicles(data) {
  const { at, bytes } = split(data);
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
  const chainage = new Float32Array(words.length);
  for (let slot = 0; slot < words.length; slot++) chainage[slot] = (words[slot] & 0x3ffff) * UNIT_METRES;
  return { at, words, chainage, slots: words.length };
}

export const isNorthbound = (word) => ((word >>> 26) & 1) === 1;
export const classOf = (word) => (word >>> 27) & 7;
export const activityOf = (word) => word >>> 30;

/** Percent of the limit, by kilometre: those to Birmingham, then those to London. */
export function decodeSpeeds(data) {
  const { at, bytes } = split(data);
  return { at, cells: bytes.length / 2, percent: bytes };
}
