import { describe, expect, it } from 'vitest';
import { predicateOf } from '../../src/answering/predicate.ts';

describe('what a question says is done', () => {
  it.each([
    ['La maire a-t-elle été arrêtée ?', ['maire', 'arretee'], 'arretee'],
    ['Le pont a déjà été réparé ?', ['pont', 'repare'], 'repare'],
    ['Quand le pont s’est-il effondré ?', ['pont', 'effondre'], 'effondre'],
    ['La ville va-t-elle payer le pont ?', ['ville', 'payer', 'pont'], 'payer'],
    ['Pourquoi l’a-t-on fermé ?', ['ferme'], 'ferme'],
  ])('is the participle or infinitive of "%s"', (question, terms, predicate) => {
    expect(predicateOf(question, terms)).toBe(predicate);
  });

  it.each([
    ['Qui a fermé le pont ?', ['ferme', 'pont'], 'ferme'],
    ['Qui l’a fermé ?', ['ferme'], 'ferme'],
    ['Who founded the town?', ['founded', 'town'], 'founded'],
  ])('stands behind the "who" of "%s"', (question, terms, predicate) => {
    expect(predicateOf(question, terms)).toBe(predicate);
  });

  it.each([
    ['Was the bridge closed?', ['bridge', 'closed'], 'closed'],
    ['Why was the old bridge quietly repaired?', ['old', 'bridge', 'repaired'], 'repaired'],
    ['Did Vasseur sue the town?', ['sue', 'town'], 'sue'],
    ['Did the mayor sue the town?', ['mayor', 'sue', 'town'], 'sue'],
    ['How much did the town spend on it?', ['town', 'spend'], 'spend'],
    ['When did the mayor publicly sue the town?', ['mayor', 'publicly', 'sue', 'town'], 'sue'],
    ['Did the mayor supply the stone?', ['mayor', 'supply', 'stone'], 'supply'],
    ["How did Vasseur's staff brush off the press?", ['staff', 'brush', 'press'], 'brush'],
    ['Will they rebuild the bridge?', ['rebuild', 'bridge'], 'rebuild'],
  ])('is the verb of "%s"', (question, terms, predicate) => {
    expect(predicateOf(question, terms)).toBe(predicate);
  });

  it('is always one of the terms', () => {
    expect(predicateOf('Qui a fermé le pont ?', ['pont'])).toBeUndefined();
    expect(predicateOf('Did the mayor sue the town?', [])).toBeUndefined();
  });

  it('is nothing where nothing is done', () => {
    expect(predicateOf('Quel pont ?', ['pont'])).toBeUndefined();
    expect(predicateOf('Who is the mayor?', ['mayor'])).toBeUndefined();
    expect(predicateOf('', [])).toBeUndefined();
  });
});
