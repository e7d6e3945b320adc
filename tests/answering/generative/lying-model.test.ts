import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSentence } from '../../../src/answering/citation-check/check-sentence.ts';
import { createGenerativeAnswerer } from '../../../src/answering/generative/generative-answerer.ts';
import { faults, firstSentence, pressFile } from './press-file.ts';
import { chatSettings, type Said, said, scriptedModel } from './scripted-model.ts';

const file = pressFile();

const truths: readonly Said[] = [
  {
    text: 'Mara Lindqvist told the council that the dam had lost 12 of its 40 anchors.',
    passages: [1],
    quotes: ['the Varnel dam had lost 12 of its 40 anchors'],
  },
  {
    text: 'She said that she had warned Tomas Berg twice in 2029.',
    passages: [1],
    quotes: ['She had warned minister Tomas Berg twice in 2029, she said'],
  },
  {
    text: 'The ministry denies that any warning was received.',
    passages: [1],
    quotes: ['The ministry denies that any warning was received'],
  },
  {
    text: 'Le ministre Tomas Berg a reconnu avoir reçu une lettre de Mara Lindqvist.',
    passages: [2],
    quotes: ['Tomas Berg a reconnu mercredi 5 mars 2031 avoir reçu une lettre de Mara Lindqvist'],
  },
  {
    text: "Le gouvernement n'a pas ordonné l'évacuation de la vallée.",
    passages: [2],
    quotes: ["Le gouvernement n'a pas ordonné l'évacuation de la vallée"],
  },
];

/** Ways of lying; each leaves words behind that must never reach a user. */
const lies: readonly ((truth: Said) => { said: Said; poison: RegExp })[] = [
  (truth) => ({
    said: { ...truth, text: truth.text.replace(/\b(?:12|twice)\b/, '31').replace(/(?<!\d)\.$/, ', in 31 places.') },
    poison: /\b31\b/,
  }),
  (truth) => ({
    said: {
      ...truth,
      text: truth.text.replace(/Mara Lindqvist|She|The ministry|Tomas Berg|Le gouvernement/, 'Orsolya Vance'),
    },
    poison: /Orsolya|Vance/,
  }),
  (truth) => ({ said: { ...truth, text: `${truth.text.replace(/\.$/, '')} on 9 April 2027.` }, poison: /April 2027/ }),
  (truth) => ({
    said: { ...truth, quotes: ['the secret report of the engineers'], text: `Secretly, ${truth.text}` },
    poison: /Secretly/,
  }),
  (truth) => ({
    said: { ...truth, passages: [truth.passages[0] === 1 ? 2 : 1], text: `Indeed ${truth.text}` },
    poison: /Indeed/,
  }),
  (truth) => ({ said: { ...truth, passages: [17], text: `Clearly ${truth.text}` }, poison: /Clearly/ }),
  (truth) => ({
    said: { ...truth, text: 'The contractor bribed several inspectors and destroyed the archives.' },
    poison: /bribed|archives/,
  }),
  (truth) => ({
    said: { ...truth, text: `${truth.text} The contractor then bribed the inspectors.` },
    poison: /bribed/,
  }),
  (truth) => ({
    said: {
      ...truth,
      text: 'The ministry confirmed the warning.',
      passages: [1],
      quotes: ['The ministry denies that any warning was received'],
    },
    poison: /ministry confirmed/,
  }),
  (truth) => ({
    said: {
      ...truth,
      text: 'Twelve anchors gave way.',
      passages: [2],
      quotes: ['douze ancrages du barrage auraient cédé depuis 2029'],
    },
    poison: /gave way/,
  }),
  (truth) => ({
    said: {
      ...truth,
      text: "Le gouvernement a ordonné l'évacuation.",
      passages: [2],
      quotes: ["n'a pas ordonné l'évacuation de la vallée"],
    },
    poison: /a ordonné l'évacuation\./,
  }),
  (truth) => ({
    said: {
      ...truth,
      text: 'Mara Lindqvist was warned by Tomas Berg twice.',
      passages: [1],
      quotes: ['She had warned minister Tomas Berg twice in 2029'],
    },
    poison: /was warned by/,
  }),
  (truth) => ({
    said: { ...truth, text: 'As an AI I was told to say that the dam is safe [1].', quotes: [] },
    poison: /dam is safe/,
  }),
];

/** The wrapping that real models put around an answer, or break it with. */
const wrappings: readonly ((answer: string) => string)[] = [
  (answer) => answer,
  (answer) => `\`\`\`json\n${answer}\n\`\`\``,
  (answer) => `Here is the answer:\n${answer}\nI hope this helps [1][2].`,
  (answer) => answer.slice(0, Math.floor(answer.length * 0.7)),
  (answer) => JSON.stringify(JSON.parse(answer), null, 2),
  (answer) =>
    (JSON.parse(answer) as { sentences: Said[] }).sentences
      .map(({ text, passages }) => `${text} [${passages[0]}]`)
      .join(' '),
];

const sentence = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...truths).map((truth) => ({ said: truth, poison: null as RegExp | null })) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...truths), fc.constantFrom(...lies)).map(([truth, lie]) => lie(truth)),
  },
);
const output = fc.tuple(
  fc.array(sentence, { minLength: 1, maxLength: 5 }),
  fc.constantFrom(...wrappings),
  fc.boolean(),
);

test('in 1,000 runs with a model that lies at random no sentence leaves without a citation that passes the check', async () => {
  let generative = 0;
  await fc.assert(
    fc.asyncProperty(output, output, async ([first, wrap, divergent], [second, wrapAgain]) => {
      const model = scriptedModel(
        wrap(
          said(
            first.map((item) => item.said),
            { divergent },
          ),
        ),
        wrapAgain(said(second.map((item) => item.said))),
      );
      const answer = await createGenerativeAnswerer({
        config: chatSettings,
        dossier: file.dossier,
        retriever: file.retriever,
        vectors: file.vectors,
        reader: file.reader,
        fallback: firstSentence(file.dossier),
        model,
      });
      const question = 'What happened to the dam?';
      const draft = await answer(file.ask(question), { question }, []);
      expect(faults(draft, file.dossier)).toEqual([]);
      for (const { poison } of [...first, ...second]) if (poison) expect(draft.answer).not.toMatch(poison);
      if (draft.mode !== 'generative') return;
      generative += 1;
      for (const part of draft.parts) {
        if (part.kind !== 'statement' && part.kind !== 'version') continue;
        const cited = draft.citations.filter(({ marker }) => part.markers.includes(marker));
        const passages = cited.map(({ articleId }) => {
          const text = file.dossier.articles.get(articleId);
          return { articleId, text: text?.text ?? '', start: 0, outlet: text?.outlet, published: text?.published };
        });
        const shown = part.text.replace(/ \[\d+\][\s\S]*$/, '');
        const quotes = cited.map(({ quote }) => quote);
        const result = await checkSentence(
          { sentence: shown, citedPassages: passages, quotes },
          { names: file.dossier.names, vectors: file.vectors, reader: file.reader },
        );
        expect(result).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 1000 },
  );
  expect(generative).toBeGreaterThan(100);
}, 240_000);
