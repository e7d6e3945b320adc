import { describe, expect, it } from 'vitest';
import { askedOutlet, isWordOf } from '../../src/answering/asked-outlet.ts';
import { madeUpFile, name } from './made-up-file.ts';

const written = [
  { id: 'a', text: 'La maire a fermé le viaduc lundi soir.', outlet: 'Le Phare (édition du soir)' },
  { id: 'b', text: 'Selon Le Phare, la maire a fermé le viaduc mardi soir.', outlet: 'Radio Rive' },
  { id: 'c', text: 'La maire a fermé le viaduc mercredi soir.', outlet: 'Radio Rive' },
];
const names = [name('organisation', 'Le Phare'), name('organisation', 'Radio Rive')];
const file = madeUpFile(written, names);

describe('the outlet whose word a question asks for', () => {
  it.each([
    ['Selon Le Phare, quand la maire a-t-elle fermé le viaduc ?', 'le phare'],
    ["D'après l'enquête du Phare, qui a fermé le viaduc ?", 'le phare'],
    ["d'apres le phare, qui a ferme le viaduc", 'le phare'],
    ['When was the bridge closed, according to Radio Rive?', 'radio rive'],
    ['Who closed the bridge, per Radio Rive?', 'radio rive'],
    ['Quels ponts Radio Rive a-t-elle cités ?', 'radio rive'],
    ['List the bridges that Radio Rive mentions.', 'radio rive'],
    ['Pourquoi Radio Rive a-t-elle fermé ?', undefined],
    ['Qui dirige Le Phare ?', undefined],
    ['Selon la maire, qui a fermé le viaduc ?', undefined],
  ])('in "%s" is %s', async (text, expected) => {
    const { question, dossier } = await file(text);
    expect(askedOutlet(question, dossier)?.name).toBe(expected);
  });

  it('speaks in its own articles and where others quote it', async () => {
    const { question, ranked, dossier } = await file('Selon Le Phare, quand la maire a-t-elle fermé le viaduc ?');
    const asked = askedOutlet(question, dossier)!;
    const heard = ranked.filter((one) => isWordOf(asked, one, dossier)).map(({ article }) => article.id);
    expect(heard.sort()).toEqual(['a', 'b']);
  });
});
