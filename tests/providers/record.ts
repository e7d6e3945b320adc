/**
 * Records a provider's true answer: `npx tsx tests/providers/record.ts openai:gpt-4o-mini https://api.openai.com`,
 * with the provider's usual key in the environment. The file lands in fixtures/, which replay.test.ts plays; an answer
 * that is not the model's is shown and not kept.
 */
import { fileURLToPath } from 'node:url';
import { createGenerativeAnswerer } from '../../src/answering/generative/generative-answerer.ts';
import { promptVersion } from '../../src/answering/generative/prompt.ts';
import { firstSentence, pressFile } from '../answering/generative/press-file.ts';
import { record } from './recording.ts';

const [name = '', upstream = ''] = process.argv.slice(2);
if (!/^[^:]+:./.test(name) || !/^https?:\/\//.test(upstream) || !URL.canParse(upstream)) {
  process.stderr.write(
    'Expected a model and the address of its provider, without a path:\n' +
      '  npx tsx tests/providers/record.ts openai:gpt-4o-mini https://api.openai.com\n',
  );
  process.exit(2);
}
const [provider = '', ...rest] = name.split(':');
const model = rest.join(':');
const question = 'What did Mara Lindqvist tell the council?';
const recorded = new Date().toISOString().slice(0, 10);
const proxy = await record(upstream, { provider, model, recorded, promptVersion, question });
const { dossier, retriever, vectors, reader, ask } = pressFile();
const answer = await createGenerativeAnswerer({
  config: {
    CHAT_MODEL: name,
    CHAT_BASE_URL: provider === 'openai' ? `${proxy.url}/v1` : proxy.url,
    ANSWER_TIMEOUT: 120_000,
    CHAT_CONCURRENCY: 1,
    CHAT_REWRITE_FOLLOW_UPS: false,
    DATA_DIR: '.data',
  },
  dossier,
  retriever,
  vectors,
  reader,
  fallback: firstSentence(dossier),
  onProblem: (reason) => process.stderr.write(`${name}: ${reason}\n`),
});
const draft = await answer(ask(question), { question }, []);
await proxy.close();
process.stdout.write(`${draft.mode}: ${draft.answer}\n`);
if (draft.mode === 'generative') {
  const file = fileURLToPath(new URL(`fixtures/${provider}-${model.replace(/[^\w.-]+/g, '-')}.json`, import.meta.url));
  proxy.save(file);
  process.stderr.write(`${file}\n`);
} else {
  process.stderr.write('Nothing was recorded: the answer is not the model’s.\n');
  process.exitCode = 1;
}
