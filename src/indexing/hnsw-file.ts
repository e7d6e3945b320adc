import { open } from 'node:fs/promises';
import { IndexError } from '../errors.ts';

const headerBytes = 96;

/**
 * Whether a graph file is complete and fits: hnswlib itself accepts a wrong dimension and answers garbage, crashes on
 * a damaged header, and reports success after writing to a full disk.
 *
 * Layout (hnswalg.h, saveIndex, 64-bit): six size_t (offset of level 0, capacity, count, bytes per element, offset of
 * the label, offset of the vector), int highest level, unsigned entry point, size_t maxM, maxM0, M, double, size_t
 * efConstruction; then `count` elements; then for each element the length of its upper links and the links.
 *
 * @throws IndexError that says what does not fit.
 */
export async function checkHnswFile(path: string, dimensions: number, count: number): Promise<void> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new IndexError(`The vector graph was not written to ${path} (${error.code}).`, { cause: error });
  });
  try {
    const { size } = await file.stat();
    const fail = (what: string) => {
      throw new IndexError(`The vector graph ${path} (${size} bytes) is not whole: ${what}. Is the disk full?`);
    };
    const header = Buffer.alloc(headerBytes);
    if ((await file.read(header, 0, headerBytes, 0)).bytesRead < headerBytes) fail('its header is cut off');
    const word = (position: number) => Number(header.readBigUInt64LE(position));
    const [capacity, stored, elementBytes, labelOffset, vectorOffset] = [
      word(8),
      word(16),
      word(24),
      word(32),
      word(40),
    ];
    if (stored !== count) fail(`expected ${count} vectors, got ${stored}`);
    if (capacity < stored) fail(`its capacity ${capacity} is below its ${stored} vectors`);
    const vectorBytes = labelOffset - vectorOffset;
    if (vectorBytes !== dimensions * 4) fail(`expected vectors of ${dimensions * 4} bytes, got ${vectorBytes}`);
    if (elementBytes !== labelOffset + 8) fail(`elements of ${elementBytes} bytes are impossible`);
    const linksStart = headerBytes + stored * elementBytes;
    if (size < linksStart) fail(`its ${stored} vectors are cut off`);
    const links = Buffer.alloc(size - linksStart);
    await file.read(links, 0, links.length, linksStart);
    let position = 0;
    for (let element = 0; element < stored; element++) {
      if (position + 4 > links.length) fail('its links are cut off');
      position += 4 + links.readUInt32LE(position);
    }
    if (position !== links.length) fail('its links do not end where the file ends');
  } finally {
    await file.close();
  }
}
