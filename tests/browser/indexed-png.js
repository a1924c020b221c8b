/** A picture as a small PNG: of its colours the 256 that make no difference to the eye, one byte for each pixel. */
import { deflateSync } from "node:zlib";

/** Colours nearer than this to each other look the same. */
const NEAR = 8;

/** @param {{ width: number, height: number, data: Uint8Array }} picture */
export function packed({ width, height, data }) {
  for (let step = NEAR; ; step += 2) {
    const found = indexed(data, width, height, step);
    if (found) {
      const header = Buffer.alloc(13);
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      // Eight bits a pixel, each the place of its colour in a list.
      header.set([8, 3], 8);
      return Buffer.concat([
        Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
        chunk("IHDR", header),
        chunk("PLTE", Buffer.from(found.colours)),
        chunk("IDAT", deflateSync(found.rows, { level: 9, memLevel: 9 })),
        chunk("IEND", Buffer.alloc(0)),
      ]);
    }
  }
}

/**
 * The colours, rounded to multiples of a step, and the place of each pixel's;
 * nothing where these are more than 256.
 *
 * @param {Uint8Array} data
 * @param {number} width
 * @param {number} height
 * @param {number} step
 */
function indexed(data, width, height, step) {
  /** @type {Map<number, number>} */
  const places = new Map();
  /** @type {number[]} */
  const colours = [];
  const rows = Buffer.alloc((width + 1) * height);
  const round = (/** @type {number} */ value) => Math.min(255, Math.round(value / step) * step);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [red, green, blue] = [0, 1, 2].map((part) => round(data[pixel * 4 + part]));
    const key = (red << 16) | (green << 8) | blue;
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      if (place > 255) {
        return undefined;
      }
      places.set(key, place);
      colours.push(red, green, blue);
    }
    // A row begins with a byte that says it stands as it is.
    rows[pixel + Math.floor(pixel / width) + 1] = place;
  }
  return { colours, rows };
}

/** @param {string} name @param {Buffer} content */
function chunk(name, content) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(sum(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** The check of a chunk, CRC-32. @param {Buffer} bytes */
function sum(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return ~crc >>> 0;
}
