// A PNG of few colours, which has a fifth of the size: flat colours and the edges of letters need no more.
import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

const parts = png => {
  const found = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return found;
};

const paeth = (a, b, c) => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** The bytes of the pixels, three each, of a PNG with eight bits a channel. */
const pixels = png => {
  const all = parts(png);
  const head = all[0][1];
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const raw = inflateSync(Buffer.concat(all.filter(([type]) => type === 'IDAT').map(([, data]) => data)));
  const row = width * channels;
  const whole = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < channels ? 0 : whole[at - channels];
      const up = y === 0 ? 0 : whole[at - row];
      const both = x < channels || y === 0 ? 0 : whole[at - row - channels];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, both)][filter];
      whole[at] = raw[y * (row + 1) + 1 + x] + guess;
    }
  }
  const count = width * height;
  const colours = new Uint32Array(count);
  for (let at = 0; at < count; at++)
    colours[at] = whole[at * channels] << 16 | whole[at * channels + 1] << 8 | whole[at * channels + 2];
  return { width, height, colours };
};

// Eyes miss a lost hue more than a lost grey.
const distance = (one, other) => {
  const [red, green, blue] = [16, 8, 0].map(shift => (one >> shift & 255) - (other >> shift & 255));
  return red ** 2 + green ** 2 + blue ** 2 + 4 * ((red - green) ** 2 + (blue - green) ** 2);
};

const nearest = (palette, colour) => {
  let [best, least] = [0, Infinity];
  palette.forEach((each, at) => {
    const far = distance(each, colour);
    if (far < least)
      [best, least] = [at, far];
  });
  return best;
};

/** Colours one by one: the one that is worst without, by how often it stands and how far it is from those chosen. */
const choose = (counts, most, needed) => {
  const chosen = [...needed];
  const far = counts.map(([colour]) => Math.min(...needed.map(each => distance(each, colour)), Infinity));
  for (let next = 0; chosen.length < most && far[next] > 0;) {
    chosen.push(counts[next][0]);
    counts.forEach(([colour], at) => far[at] = Math.min(far[at], distance(colour, counts[next][0])));
    next = counts.reduce((best, [, count], at) => count * far[at] > counts[best][1] * far[best] ? at : best, 0);
  }
  return chosen;
};

// Node has it since 20.15 alone.
const crc32 = data => {
  let sum = -1;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++)
      sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
};

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** The same picture with sixteen colours, two pixels a byte; those that are needed are among them if the picture has them. */
export const shrink = (png, needed) => {
  const { width, height, colours } = pixels(png);
  const counts = new Map();
  for (const colour of colours)
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const palette = choose(sorted, 16, needed.filter(colour => counts.has(colour)));
  const index = new Map(sorted.map(([colour]) => [colour, nearest(palette, colour)]));
  const row = Math.ceil(width / 2) + 1;
  const packed = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = index.get(colours[y * width + x]);
      packed[y * row + 1 + (x >> 1)] |= x % 2 ? value : value << 4;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3], 8);
  const table = Buffer.from(palette.flatMap(each => [each >> 16, each >> 8 & 255, each & 255]));
  return Buffer.concat([
    signature, chunk('IHDR', head), chunk('PLTE', table), chunk('IDAT', deflateSync(packed, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
