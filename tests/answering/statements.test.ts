import { describe, expect, it } from 'vitest';
import { madeUpFile } from './made-up-file.ts';

const told = [
  { id: 'a', text: 'La maire a fermé le viaduc après la visite des ingénieurs.' },
  { id: 'b', text: 'Le viaduc, la maire l’a fermé après la visite des ingénieurs mardi.' },
];
const asked = 'Qui a fermé le viaduc ?';

describe('sentences of two articles with the same names and words', () => {
  it('are one statement where they mean the same', async () => {
    const { statements } = await madeUpFile(told)(asked);
    expect(statements.map(({ support }) => support.length)).toEqual([1]);
  });

  it('are two where they do not: a meeting is not its cancelling', async () => {
    const apart = (text: string) => (text.includes('mardi') ? [0, 1] : text.includes(' ') ? [1, 0] : [0, 0]);
    const { statements } = await madeUpFile(told, [], apart)(asked);
    expect(statements.map(({ support }) => support.length)).toEqual([0, 0]);
  });
});
