import { describe, expect, test } from 'vitest';
import { asksForSeveral, enumerates } from '../../src/answering/enumeration.ts';
import { questionKind } from '../../src/answering/question-kind.ts';

describe('asking for several things', () => {
  test.each([
    'Quels délits vise l’enquête ?',
    'Quelles infractions la justice a-t-elle retenues ?',
    'Which countries bought it?',
    'What new crimes does the inquiry name?',
    'Who are the plaintiffs?',
    'Qui sont les plaignants ?',
    'les noms des ministres visés',
    'Names of the ministers concerned',
  ])('%s', (question) => expect(asksForSeveral(question, questionKind(question))).toBe(true));

  test.each([
    'Quel délit vise l’enquête ?',
    'Qui a signé le contrat ?',
    'Which country bought it?',
    'What is the press saying?',
    'Les ministres ont-ils porté plainte ?',
    'Pourquoi les pays voisins ont-ils refusé ?',
    'Combien de pays ont signé ?',
  ])('not: %s', (question) => expect(asksForSeveral(question, questionKind(question))).toBe(false));
});

describe('a sentence that enumerates', () => {
  test.each([
    ['Les plaignants viennent d’Azerbaïdjan, du Mexique et du Togo.', 0.6],
    ['The ministers are Anna Leroy (Housing), Paul Mas (Health, then Budget), Inès Roy, Léo Vidal and Max Or.', 1],
    ['Figurent l’atteinte à la vie privée, l’accès frauduleux à un système et l’association de malfaiteurs.', 0.6],
  ])('%s', (sentence, share) => expect(enumerates(sentence)).toBeCloseTo(share));

  test.each([
    'La ministre, reçue lundi à Paris, et son homologue se sont parlé.',
    'Le Mexique et le Togo ont signé.',
    'Le montant, de 1,5 million, a été versé.',
    '',
  ])('not: %s', (sentence) => expect(enumerates(sentence)).toBe(0));
});
