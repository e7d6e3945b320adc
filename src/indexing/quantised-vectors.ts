/** Unit vectors in a byte a number, with a scale each: a quarter of the memory, cosines right to about 0.005. */
export class QuantisedVectors {
  readonly count: number;
  readonly #dimensions: number;
  readonly #values: Int8Array;
  readonly #scales: Float32Array;

  constructor(dimensions: number, values: Int8Array, scales: Float32Array) {
    this.count = scales.length;
    this.#dimensions = dimensions;
    this.#values = values;
    this.#scales = scales;
  }

  static from(dimensions: number, units: readonly ArrayLike<number>[]): QuantisedVectors {
    const values = new Int8Array(units.length * dimensions);
    const scales = Float32Array.from(units, (unit) => greatestOf(unit) / 127);
    for (const [row, unit] of units.entries()) {
      const scale = scales[row] as number;
      if (scale > 0)
        for (let i = 0; i < dimensions; i++) values[row * dimensions + i] = Math.round((unit[i] as number) / scale);
    }
    return new QuantisedVectors(dimensions, values, scales);
  }

  /** The greatest cosine with any of them; -Infinity when there are none. */
  best(unit: Float32Array): number {
    let best = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < this.count; row++) best = Math.max(best, this.cosine(unit, row));
    return best;
  }

  /** With the vector of a row, which must be there. */
  cosine(unit: Float32Array, row: number): number {
    return this.#dot(unit, row * this.#dimensions) * this.#scales[row]!;
  }

  /** Four sums at once, as in `text/text-vectors.ts`. */
  #dot(unit: Float32Array, start: number): number {
    const values = this.#values;
    const whole = this.#dimensions - (this.#dimensions % 4);
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < whole; i += 4) {
      a += unit[i]! * values[start + i]!;
      b += unit[i + 1]! * values[start + i + 1]!;
      c += unit[i + 2]! * values[start + i + 2]!;
      d += unit[i + 3]! * values[start + i + 3]!;
    }
    for (let i = whole; i < this.#dimensions; i++) a += unit[i]! * values[start + i]!;
    return a + b + c + d;
  }

  /** Of a row, which must be there, as a vector again. */
  vector(row: number): Float32Array {
    const scale = this.#scales[row]!;
    return Float32Array.from(this.#row(row), (value) => value * scale);
  }

  /** As vectors again. */
  toArrays(): number[][] {
    return Array.from({ length: this.count }, (_, row) =>
      Array.from(this.#row(row), (value) => value * (this.#scales[row] as number)),
    );
  }

  #row(row: number): Int8Array {
    return this.#values.subarray(row * this.#dimensions, (row + 1) * this.#dimensions);
  }

  /** Scales, then values. */
  bytes(): Uint8Array {
    return Buffer.concat([
      new Uint8Array(this.#scales.buffer, this.#scales.byteOffset, this.#scales.byteLength),
      new Uint8Array(this.#values.buffer, this.#values.byteOffset, this.#values.byteLength),
    ]);
  }

  /** Reads what `bytes` gave for `count` vectors; the values stay where they are, in the memory of `bytes`. */
  static parse(dimensions: number, count: number, bytes: Uint8Array): QuantisedVectors {
    const scales = new Float32Array(count);
    // Copied: they need not be aligned.
    new Uint8Array(scales.buffer).set(bytes.subarray(0, scales.byteLength));
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + scales.byteLength, count * dimensions);
    return new QuantisedVectors(dimensions, values, scales);
  }

  static byteLength(dimensions: number, count: number): number {
    return count * (Float32Array.BYTES_PER_ELEMENT + dimensions);
  }
}

function greatestOf(unit: ArrayLike<number>): number {
  let greatest = 0;
  for (let i = 0; i < unit.length; i++) greatest = Math.max(greatest, Math.abs(unit[i]!));
  return greatest;
}
