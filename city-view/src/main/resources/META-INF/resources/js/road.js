// The geometry of the road: its line in kilometres on a flat map, sections and junctions.

const KM_PER_DEGREE = 111.195;
const MIDDLE_LATITUDE = 52.0;
const EAST = KM_PER_DEGREE * Math.cos((MIDDLE_LATITUDE * Math.PI) / 180);

export let road = null;

/** Longitude and latitude to kilometres on the map: x to the east, y to the south. */
export const project = (longitude, latitude) => [longitude * EAST, -latitude * KM_PER_DEGREE];
export const unproject = (x, y) => [x / EAST, -y / KM_PER_DEGREE];

export async function loadRoad() {
  const json = await (await fetch('/road')).json();
  const points = json.line.length / 2;
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  let latitude = 0;
  let longitude = 0;
  for (let i = 0; i < points; i++) {
    latitude += json.line[2 * i];
    longitude += json.line[2 * i + 1];
    [x[i], y[i]] = project(longitude * json.unitDegrees, latitude * json.unitDegrees);
  }
  road = { ...json, x, y, points, cells: json.limits.length };
  road.normals = normals(x, y);
  return road;
}

/** Unit vectors to the left of the way to Birmingham, where the carriageway to Birmingham is. */
function normals(x, y) {
  const all = new Float64Array(2 * x.length);
  for (let i = 0; i < x.length; i++) {
    const from = Math.max(0, i - 1);
    const to = Math.min(x.length - 1, i + 1);
    const dx = x[to] - x[from];
    const dy = y[to] - y[from];
    const length = Math.hypot(dx, dy) || 1;
    all[2 * i] = dy / length;
    all[2 * i + 1] = -dx / length;
  }
  return all;
}

/** The place of a chainage [m] on the map. */
export function placeAt(metres) {
  const at = Math.max(0, Math.min(road.points - 1.001, metres / road.stepMetres));
  const i = Math.floor(at);
  const share = at - i;
  return [road.x[i] + (road.x[i + 1] - road.x[i]) * share, road.y[i] + (road.y[i + 1] - road.y[i]) * share];
}

export const sectionAt = (metres) =>
  road.sections.find((section) => metres < section.to) ?? road.sections.at(-1);

/** The chainage [m] of the point of the road nearest to a place on the map, how far that is [km], and on which side. */
export function nearest(x, y) {
  let best = Infinity;
  let at = 0;
  for (let i = 0; i < road.points; i++) {
    const square = (road.x[i] - x) ** 2 + (road.y[i] - y) ** 2;
    if (square < best) {
      best = square;
      at = i;
    }
  }
  const from = Math.max(0, at - 1);
  const to = Math.min(road.points - 1, at + 1);
  const dx = road.x[to] - road.x[from];
  const dy = road.y[to] - road.y[from];
  const share = ((x - road.x[from]) * dx + (y - road.y[from]) * dy) / (dx * dx + dy * dy || 1);
  const metres = Math.max(0, Math.min(road.lengthMetres, (from + share * (to - from)) * road.stepMetres));
  const left = (x - road.x[at]) * road.normals[2 * at] + (y - road.y[at]) * road.normals[2 * at + 1] >= 0;
  return { metres, km: Math.sqrt(best), northbound: left };
}

/** A place in words: `M40 northbound, km 97.5`. */
export const nameOf = (km, northbound) =>
  `${sectionAt(km * 1000).road} ${northbound ? 'northbound' : 'southbound'}, km ${km.toFixed(1)}`;

/** Where the road is signed: `J9`; others than junctions by number have their names. */
export const signOf = (junction) => /^J\d+A?/.exec(junction.name)?.[0] ?? junction.name;
