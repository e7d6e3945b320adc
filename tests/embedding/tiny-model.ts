import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onnxLookup } from './onnx.ts';

export interface TinyModel {
  /** Each word gets a direction of its own; others are unknown and point nowhere. */
  readonly words?: readonly string[];
  readonly dimensions?: number;
  /** As the bundled model is: the mean is taken in the graph. */
  readonly pooled?: boolean;
}

export const tinyWords =
  'query passage : un deux trois le la chat chien pont ville dort mange accord israel france the cat dog sleeps eats'.split(
    ' ',
  );

/** The files of a model in the layout of @xenova/transformers. */
export function tinyModelFiles({
  words = tinyWords,
  dimensions = 8,
  pooled = true,
}: TinyModel = {}): Map<string, Uint8Array> {
  const tokens = ['[PAD]', '[UNK]', ...words];
  const special = ['[PAD]', '[UNK]'].map((content, id) => ({ id, content, special: true, normalized: false }));
  const tokenizer = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special,
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: false,
      strip_accents: true,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    },
  };
  const rows = tokens.map((_, id) =>
    Array.from({ length: dimensions }, (_, i) => (id < 2 ? 0 : Math.sin(id * 37 + i * 11))),
  );
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  return new Map<string, Uint8Array>([
    ['config.json', json({ model_type: 'bert', hidden_size: dimensions })],
    ['tokenizer.json', json(tokenizer)],
    [
      'tokenizer_config.json',
      json({ tokenizer_class: 'BertTokenizer', model_max_length: 128, pad_token: '[PAD]', unk_token: '[UNK]' }),
    ],
    ['onnx/model_quantized.onnx', onnxLookup(rows, pooled)],
  ]);
}

export async function writeTinyModel(folder: string, model?: TinyModel): Promise<void> {
  await mkdir(join(folder, 'onnx'), { recursive: true });
  for (const [file, bytes] of tinyModelFiles(model)) await writeFile(join(folder, file), bytes);
}
