import { describe, expect, it } from 'vitest';
import { leadIn, nearestNote, sourceNote, wordingIn } from '../../src/answering/wording.ts';
import type { AbstentionReason, Article, ArticleReference } from '../../src/types.ts';

const one = (...outlets: string[]) => ({ independent: 1, outlets });
const article = (more: Partial<ArticleReference>) =>
  ({ articleId: 'a', title: 'Le pont', outlet: null, published: null, url: null, ...more }) as ArticleReference &
    Article;

describe('the note on sources', () => {
  it('names the only outlet', () => {
    expect(sourceNote(one('La Gazette'), 'fr')).toBe('(une seule source : La Gazette)');
    expect(sourceNote(one('La Gazette'), 'en')).toBe('(a single source: La Gazette)');
  });

  it('counts several', () => {
    const several = { independent: 3, outlets: ['La Gazette', 'L’Écho', 'Radio Rive'] };
    expect(sourceNote(several, 'fr')).toBe('(3 sources indépendantes)');
    expect(sourceNote(several, 'en')).toBe('(3 independent sources)');
  });

  it('cuts the long name of an outlet', () => {
    const note = sourceNote(one('Le pont '.repeat(20)), 'fr');
    expect(note.length).toBeLessThan(90);
    expect(note).toMatch(/…\)$/);
  });
});

describe('the words around a quote', () => {
  it('say who reports and when, as far as is known', () => {
    const dated = article({ outlet: 'RFI (reprise)', published: '2024-03-05' });
    expect(leadIn(dated, 'fr')).toBe('Selon RFI (5 mars 2024) : ');
    expect(leadIn(article({}), 'fr')).toBe('Selon un article du dossier : ');
    expect(leadIn(article({ outlet: 'RFI' }), 'en')).toBe('According to RFI: ');
  });

  it('do not say “according to” twice', () => {
    const dated = article({ outlet: 'RFI (reprise)', published: '2024-03-05' });
    expect(leadIn(dated, 'fr', 'D’après ce portail, le pont ferme.')).toBe('RFI (5 mars 2024) : ');
    expect(leadIn(article({}), 'fr', 'Selon ce magazine, le pont ferme.')).toBe('Un article du dossier : ');
    expect(leadIn(dated, 'en', 'According to the magazine, it closes.')).toBe('RFI (5 March 2024): ');
    expect(leadIn(dated, 'en', 'The bridge closes.')).toBe('According to RFI (5 March 2024): ');
  });

  it('offer the nearest article with what is known of it', () => {
    expect(nearestNote(article({}), 'fr')).toContain('Le pont');
    expect(nearestNote(article({ outlet: 'L’Écho', published: '2024-03' }), 'en')).toBe(
      'Nearest article: “Le pont”, L’Écho, March 2024.',
    );
  });

  it('end every abstention in both languages, naming what is missing', () => {
    const reasons: AbstentionReason[] = [
      'not-in-file',
      'false-premise',
      'off-topic',
      'no-antecedent',
      'chit-chat',
      'thanks',
      'identity',
      'manipulation',
    ];
    for (const language of ['fr', 'en'] as const) {
      const { abstention } = wordingIn(language);
      for (const reason of reasons)
        expect(abstention[reason]({ missing: [], example: 'Et le pont ?' })).toMatch(/[.?!]\s?[»”]?$/);
      expect(abstention['not-in-file']({ missing: ['pont', 'gare'], asOf: '2024', example: '' })).toMatch(
        /2024.*pont.*gare/,
      );
    }
  });

  it('say as of which day the file does not tell', () => {
    for (const [language, asOf] of [
      ['fr', '5 mars 2024'],
      ['en', '5 March 2024'],
    ] as const) {
      const { abstention } = wordingIn(language);
      for (const reason of ['not-in-file', 'false-premise', 'off-topic'] as const) {
        expect(abstention[reason]({ missing: [], asOf, example: '' })).toContain(asOf);
        expect(abstention[reason]({ missing: [], example: '' })).not.toMatch(/undefined|as of|\bau\b/);
      }
    }
  });

  it('answer thanks, a question about the bot and one about nobody each in its way', () => {
    for (const language of ['fr', 'en'] as const) {
      const said = (['chit-chat', 'thanks', 'identity', 'no-antecedent'] as const).map((reason) =>
        wordingIn(language).abstention[reason]({ missing: [], example: 'Et le pont ?' }),
      );
      expect(new Set(said).size).toBe(4);
    }
  });
});
