// @ts-check
/** Short digests: to recognise an id or an unchanged row, not to keep anybody out. */

/** FNV-1a, 32 bits. @param {string} text */
export function hash32(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** FNV-1a folded to 16 bits. @param {string} text */
export function hash16(text) {
  const hash = hash32(text);
  return (hash >>> 16) ^ (hash & 0xffff);
}

/** CRC-32 as in ZIP. @param {Uint8Array} bytes */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
