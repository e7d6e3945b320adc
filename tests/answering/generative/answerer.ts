import { expect } from 'vitest';
import type { Draft } from '../../../src/answering/extractive-answerer.ts';
import type { ChatModel } from '../../../src/answering/generative/chat-model.ts';
import { createGenerativeAnswerer } from '../../../src/answering/generative/generative-answerer.ts';
import type { GenerativeSettings } from '../../../src/answering/generative/settings.ts';
import type { AskRequest, Reader, RetrieveOptions, Turn } from '../../../src/types.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { faults, firstSentence, pressFile } from './press-file.ts';
import { chatSettings, said } from './scripted-model.ts';

export const file = pressFile();

/** What a model says that passes the check. */
export const goodSentence = {
  text: 'Mara Lindqvist told the council that the dam had lost 12 of its 40 anchors.',
  passages: [1],
  quotes: ['the Varnel dam had lost 12 of its 40 anchors'],
};
export const good = said([goodSentence]);

export const turn: Turn = {
  question: 'Who warned the minister?',
  standalone: 'Who warned the minister?',
  nameIds: ['mara-lindqvist'],
  quotes: [],
  at: 0,
};

interface Stand {
  readonly reader?: Reader;
  readonly fallback?: () => Promise<Draft>;
}

/** Asks about the made-up press file; every draft is looked through for faults. */
export async function answererOf(
  model: ChatModel,
  settings: Partial<GenerativeSettings> = {},
  searched: string[] = [],
  stand: Stand = {},
) {
  const answer = await createGenerativeAnswerer({
    config: { ...chatSettings, DATA_DIR: await temporaryFolder(), ...settings },
    dossier: file.dossier,
    retriever: {
      retrieve: (query: string, options: RetrieveOptions) => {
        searched.push(query);
        return file.retriever.retrieve(query, options);
      },
    },
    vectors: file.vectors,
    reader: file.reader,
    fallback: firstSentence(file.dossier),
    ...stand,
    model,
  });
  return async (text: string, request: Partial<AskRequest> = {}, turns: readonly Turn[] = []) => {
    const draft = await answer(file.ask(text), { question: text, ...request }, turns);
    expect(faults(draft, file.dossier)).toEqual([]);
    return draft;
  };
}
