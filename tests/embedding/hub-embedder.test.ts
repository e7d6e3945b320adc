import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBundledEmbedder } from '../../src/embedding/bundled-embedder.ts';
import { type HubProgress, type HubSettings, openHubEmbedder } from '../../src/embedding/hub-embedder.ts';
import { EmbeddingError, UsageError } from '../../src/errors.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Answer, send, serveModel } from './hub-server.ts';
import { tinyModelFiles, writeTinyModel } from './tiny-model.ts';

const model = 'Tester/tiny-model';
const files = tinyModelFiles();

async function open(settings: Partial<HubSettings> & { HF_ENDPOINT?: string }, onProgress?: (p: HubProgress) => void) {
  const DATA_DIR = settings.DATA_DIR ?? (await temporaryFolder());
  const opened = await openHubEmbedder(
    { EMBEDDING_MODEL: model, EMBEDDING_POOLING: 'cls', ...settings, DATA_DIR },
    onProgress,
  );
  onTestFinished(() => opened.embedder.close());
  return { ...opened, DATA_DIR };
}

/** Fails the download of one file in some way. */
const failing =
  (file: string, fail: Answer): Answer =>
  (request, response, bytes) =>
    (request.url?.endsWith(file) ? fail : send)(request, response, bytes);

async function refusal(answer: Answer): Promise<{ message: string; left: string[] }> {
  const { endpoint } = await serveModel(model, files, answer);
  const DATA_DIR = await temporaryFolder();
  const error = await open({ DATA_DIR, HF_ENDPOINT: endpoint }).then(
    () => expect.fail('The model was opened.'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddingError);
  const { message } = error as Error;
  expect(message).toContain(`EMBEDDING_MODEL=${model}`);
  expect(message).toContain('bellerophon-static-fr-en');
  return { message, left: readdirSync(join(DATA_DIR, 'models')) };
}

/** The child processes of this process that embed. */
function embeddingChildren(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes('embedding-child') && Number(line.trim().split(/\s+/)[1]) === process.pid)
    .map((line) => Number(line.trim().split(/\s+/)[0]));
}

test('downloads a model once, with progress, and embeds as the same files do in process', async () => {
  const { endpoint, requests } = await serveModel(model, files);
  const progress: HubProgress[] = [];
  const first = await open({ HF_ENDPOINT: endpoint }, (step) => progress.push(step));
  expect(requests).toHaveLength(4);
  expect(progress.filter(({ stage }) => stage === 'download').at(-1)).toMatchObject({
    file: 'onnx/model_quantized.onnx',
  });
  expect(progress.at(-1)).toEqual({ stage: 'load', done: 1, total: 1 });
  expect(first.folder).toBe(join(first.DATA_DIR, 'models', model));

  const folder = await temporaryFolder();
  await writeTinyModel(folder);
  const local = await openBundledEmbedder(folder);
  const texts = ['un chat dort', 'le chien mange', 'deux'];
  const [there, here] = [await first.embedder.embedDocuments(texts), await local.embedDocuments(texts)];
  for (const i of texts.keys()) for (const k of here[i]!.keys()) expect(there[i]![k]).toBeCloseTo(here[i]![k]!, 5);

  const again = await open({ DATA_DIR: first.DATA_DIR, HF_ENDPOINT: 'http://127.0.0.1:9' });
  expect(await again.embedder.embedQuery('chat')).toEqual(await first.embedder.embedQuery('chat'));
  expect(again.embedder.fingerprint).toBe(first.embedder.fingerprint);
});

test('puts the prefixes of the settings, or of the model’s card, before the texts', async () => {
  const folder = await temporaryFolder();
  await writeTinyModel(join(folder, 'multilingual-e5-small'), { pooled: false });
  const e5 = { EMBEDDING_MODEL: join(folder, 'multilingual-e5-small'), EMBEDDING_POOLING: undefined };
  const card = await open(e5);
  const none = await open({ ...e5, EMBEDDING_QUERY_PREFIX: '', EMBEDDING_PASSAGE_PREFIX: '' });
  expect(await card.embedder.embedQuery('chat')).toEqual(await none.embedder.embedQuery('query: chat'));
  expect(await card.embedder.embedDocuments(['chat'])).toEqual(await none.embedder.embedDocuments(['passage: chat']));
  expect(card.embedder.fingerprint).not.toBe(none.embedder.fingerprint);
});

test('keeps the first dimensions only, of unit length, where EMBEDDING_DIMENSIONS says so', async () => {
  const folder = await temporaryFolder();
  await writeTinyModel(folder);
  const { embedder } = await open({ EMBEDDING_MODEL: folder, EMBEDDING_DIMENSIONS: 3 });
  const vector = await embedder.embedQuery('chat');
  expect(embedder.dimensions).toBe(3);
  expect(vector).toHaveLength(3);
  expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
  await expect(open({ EMBEDDING_MODEL: folder, EMBEDDING_DIMENSIONS: 9 })).rejects.toThrow(UsageError);
});

test('finds a model in EMBEDDING_MODELS_DIR without a network', async () => {
  const EMBEDDING_MODELS_DIR = await temporaryFolder();
  await writeTinyModel(join(EMBEDDING_MODELS_DIR, model));
  const { embedder, DATA_DIR } = await open({ EMBEDDING_MODELS_DIR, HF_ENDPOINT: 'http://127.0.0.1:9' });
  expect(embedder.modelId).toBe(model);
  expect(readdirSync(DATA_DIR)).toEqual([]);
});

test('sends the token to the hub, not to the storage that the hub redirects to', async () => {
  const storage = await serveModel('storage', files);
  const { endpoint, authorizations } = await serveModel(model, files, (request, response) => {
    const file = request.url?.split('/resolve/main/')[1];
    response.writeHead(302, { location: `${storage.endpoint}/storage/resolve/main/${file}` }).end();
  });
  await open({ HF_ENDPOINT: endpoint, HF_TOKEN: 'secret' });
  expect(new Set(authorizations)).toEqual(new Set(['Bearer secret']));
  expect(new Set(storage.authorizations)).toEqual(new Set([undefined]));
});

test('without a network says so, and leaves nothing behind', async () => {
  const DATA_DIR = await temporaryFolder();
  const opening = open({ DATA_DIR, HF_ENDPOINT: 'http://127.0.0.1:9' });
  await expect(opening).rejects.toThrow(
    /EMBEDDING_MODEL=Tester\/tiny-model cannot be used: .*127\.0\.0\.1:9.*bellerophon-static-fr-en/,
  );
  expect(readdirSync(join(DATA_DIR, 'models'))).toEqual([]);
});

test('says that a model does not exist (404)', async () => {
  const { message, left } = await refusal((_request, response) => response.writeHead(404).end());
  expect(message).toMatch(/404/);
  expect(left).toEqual([]);
});

test('says that a model wants a token (401)', async () => {
  const { message, left } = await refusal((_request, response) => response.writeHead(401).end());
  expect(message).toMatch(/HF_TOKEN/);
  expect(left).toEqual([]);
});

test('tries again when the server fails for a moment, and gives up when it goes on', async () => {
  let failures = 2;
  const { endpoint } = await serveModel(model, files, (request, response, bytes) => {
    if (failures-- > 0) response.writeHead(503).end();
    else send(request, response, bytes);
  });
  await open({ HF_ENDPOINT: endpoint });
  const { message } = await refusal((_request, response) => response.writeHead(503).end());
  expect(message).toMatch(/503/);
});

test('refuses a file that breaks off', async () => {
  const { message, left } = await refusal(
    failing('.onnx', (_request, response, bytes) => {
      response.writeHead(200, { 'content-length': bytes!.length });
      response.write(bytes!.subarray(0, 100), () => response.destroy());
    }),
  );
  expect(message).toMatch(/model_quantized\.onnx was not received whole/);
  expect(left).toEqual([]);
});

test('refuses a file whose digest is not the one the hub names', async () => {
  const { message, left } = await refusal(
    failing('.onnx', (_request, response, bytes) => {
      const etag = createHash('sha256').update('another file').digest('hex');
      response.writeHead(200, { 'content-length': bytes!.length, 'x-linked-etag': `"${etag}"` }).end(bytes);
    }),
  );
  expect(message).toMatch(/SHA-256/);
  expect(left).toEqual([]);
});

test('refuses a file that is whole but no model, and does not keep it', async () => {
  const junk = Buffer.from('<html>Please log in to the guest network</html>');
  for (const file of ['tokenizer.json', '.onnx']) {
    const { left } = await refusal(
      failing(file, (_request, response) => response.writeHead(200, { 'content-length': junk.length }).end(junk)),
    );
    expect(left).toEqual([]);
  }
});

test('refuses what is neither a folder nor a name on the hub', async () => {
  for (const name of ['nonsense', '../../etc', 'a/b/c', 'a/..'])
    await expect(open({ EMBEDDING_MODEL: name })).rejects.toThrow(/expected a folder/);
});

test('starts a killed child anew once and repeats the request', async () => {
  const folder = await temporaryFolder();
  await writeTinyModel(folder);
  const { embedder } = await open({ EMBEDDING_MODEL: folder });
  const before = await embedder.embedQuery('chat');
  const running = embedder.embedDocuments(Array.from({ length: 2000 }, () => 'un chat dort le chien mange'));
  for (const pid of embeddingChildren()) process.kill(pid, 'SIGKILL');
  expect(await running).toHaveLength(2000);
  expect(await embedder.embedQuery('chat')).toEqual(before);
});

test('gives a clear error when the child dies again and again', async () => {
  const folder = await temporaryFolder();
  await writeTinyModel(folder);
  const { embedder } = await open({ EMBEDDING_MODEL: folder });
  const killAll = () => {
    for (const pid of embeddingChildren()) process.kill(pid, 'SIGKILL');
  };
  killAll();
  const killer = setInterval(killAll, 20);
  try {
    await expect(embedder.embedQuery('chat')).rejects.toThrow(/ended twice .*SIGKILL/);
  } finally {
    clearInterval(killer);
  }
  expect(await embedder.embedQuery('chat')).toHaveLength(8);
});

test('a question overtakes the passages that wait', async () => {
  const folder = await temporaryFolder();
  await writeTinyModel(folder);
  const { embedder } = await open({ EMBEDDING_MODEL: folder });
  const order: string[] = [];
  const documents = embedder
    .embedDocuments(Array.from({ length: 3000 }, () => 'un chat'))
    .then(() => order.push('documents'));
  const query = embedder.embedQuery('le chien').then(() => order.push('query'));
  await Promise.all([documents, query]);
  expect(order).toEqual(['query', 'documents']);
});

test('closing ends the child, and later requests are refused', async () => {
  const folder = await temporaryFolder();
  await writeTinyModel(folder);
  const { embedder } = await open({ EMBEDDING_MODEL: folder });
  await embedder.close();
  expect(embeddingChildren()).toEqual([]);
  await expect(embedder.embedQuery('chat')).rejects.toThrow(/closed/);
  expect(existsSync(folder)).toBe(true);
});
