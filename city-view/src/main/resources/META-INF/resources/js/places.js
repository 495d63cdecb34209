// Towns for orientation: name, latitude, longitude, and rank (3 a city at an end of the road, 1 a small town).

export const TOWNS = [
  ['London', 51.507, -0.1276, 3], ['Birmingham', 52.4796, -1.9026, 3],
  ['Oxford', 51.752, -1.2577, 2], ['Coventry', 52.4081, -1.5106, 2], ['Reading', 51.4543, -0.9781, 2],
  ['Northampton', 52.2405, -0.9027, 2], ['Milton Keynes', 52.0406, -0.7594, 2], ['Luton', 51.8787, -0.42, 2],
  ['Swindon', 51.5558, -1.7797, 2], ['Cheltenham', 51.8994, -2.0783, 2], ['Worcester', 52.192, -2.22, 2],
  ['Wolverhampton', 52.587, -2.1288, 2], ['Leicester', 52.6369, -1.1398, 2], ['Gloucester', 51.8642, -2.2382, 2],
  ['Banbury', 52.0629, -1.3398, 1], ['Bicester', 51.8998, -1.1536, 1], ['High Wycombe', 51.6287, -0.7482, 1],
  ['Slough', 51.5105, -0.595, 1], ['Watford', 51.6565, -0.3903, 1], ['Aylesbury', 51.8156, -0.8084, 1],
  ['Thame', 51.7475, -0.9743, 1], ['Warwick', 52.2823, -1.5849, 1], ['Solihull', 52.4118, -1.7776, 1],
  ['Stratford-upon-Avon', 52.1917, -1.7083, 1], ['Redditch', 52.3069, -1.9411, 1], ['Rugby', 52.3709, -1.2651, 1],
  ['Witney', 51.7859, -1.4851, 1], ['Evesham', 52.0924, -1.9468, 1], ['Hemel Hempstead', 51.7526, -0.4692, 1],
  ['Buckingham', 51.9995, -0.9877, 1], ['Daventry', 52.2584, -1.1603, 1], ['Maidenhead', 51.5218, -0.7242, 1],
  ['St Albans', 51.752, -0.336, 1], ['Didcot', 51.6067, -1.2406, 1], ['Chipping Norton', 51.9418, -1.5447, 1],
];
