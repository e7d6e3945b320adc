// As much of the ONNX format as a table lookup needs (onnx.proto3): Gather, and a mean over the words if wanted.

type Bytes = Uint8Array;

const join = (...parts: Bytes[]): Bytes => Buffer.concat(parts);
const text = (value: string): Bytes => Buffer.from(value);

function varint(value: number): Bytes {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

/** A protobuf field: a number, or bytes with their length. */
const field = (number: number, value: number | Bytes): Bytes =>
  typeof value === 'number'
    ? join(varint(number * 8), varint(value))
    : join(varint(number * 8 + 2), varint(value.length), value);

const float = 1;
const int64 = 7;

function valueInfo(name: string, type: number, dimensions: (string | number)[]): Bytes {
  const shape = join(
    ...dimensions.map((size) => field(1, typeof size === 'number' ? field(1, size) : field(2, text(size)))),
  );
  return join(field(1, text(name)), field(2, field(1, join(field(1, type), field(2, shape)))));
}

function node(operator: string, inputs: string[], output: string, ...attributes: Bytes[]): Bytes {
  return join(
    ...inputs.map((input) => field(1, text(input))),
    field(2, text(output)),
    field(4, text(operator)),
    ...attributes.map((attribute) => field(5, attribute)),
  );
}

/**
 * The bytes of a model that looks its words up in a table.
 * @param rows one vector a token
 * @param pooled output one mean vector a text instead of one a token
 */
export function onnxLookup(rows: readonly (readonly number[])[], pooled: boolean): Bytes {
  const dimensions = rows[0]!.length;
  const values = new Float32Array(rows.flat());
  const table = join(
    field(1, rows.length),
    field(1, dimensions),
    field(2, float),
    field(8, text('table')),
    field(9, new Uint8Array(values.buffer)),
  );
  const axes = join(field(1, text('axes')), field(8, 1), field(20, 7));
  const keep = join(field(1, text('keepdims')), field(3, 1), field(20, 2));
  const nodes = pooled
    ? [
        node('Gather', ['table', 'input_ids'], 'tokens'),
        node('ReduceMean', ['tokens'], 'last_hidden_state', axes, keep),
      ]
    : [node('Gather', ['table', 'input_ids'], 'last_hidden_state')];
  const graph = join(
    ...nodes.map((bytes) => field(1, bytes)),
    field(2, text('lookup')),
    field(5, table),
    ...['input_ids', 'attention_mask', 'token_type_ids'].map((name) => field(11, valueInfo(name, int64, ['B', 'L']))),
    field(12, valueInfo('last_hidden_state', float, ['B', pooled ? 1 : 'L', dimensions])),
  );
  return join(field(1, 8), field(8, join(field(1, text('')), field(2, 13))), field(7, graph));
}
