import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseReporting, needsAttribution, type ReportingKind } from '../../src/text/reported-speech.ts';
import type { Language } from '../../src/types.ts';

const analyse = (sentence: string, language: Language) => {
  const { source, ...rest } = analyseReporting(sentence, language);
  return { ...rest, source: source === null ? null : sentence.slice(source.start, source.end) };
};

type Case = [sentence: string, source: string | null, kind: ReportingKind, hedged: boolean];

describe('who says it, in French', () => {
  it.each<Case>([
    ['Selon Axios, l’envoyé israélien a offert des garanties.', 'Axios', 'report', false],
    ['NSO nie les faits.', 'NSO', 'denial', false],
    ['Rabat affirme ne pas être client de NSO.', 'Rabat', 'denial', false],
    [
      'L’Élysée a confirmé le vendredi 22 octobre 2021 qu’un responsable israélien avait été reçu.',
      'L’Élysée',
      'report',
      false,
    ],
    [
      'Le dossier n’est pas refermé mais « mis de côté », confie une source diplomatique.',
      'une source diplomatique',
      'report',
      false,
    ],
    [
      'Laurent Richard, directeur de Forbidden Stories, a précisé sur LCI que le téléphone n’avait pas été examiné.',
      'Laurent Richard',
      'report',
      false,
    ],
    ['C’est, relève LCI, l’entrée de la justice dans le dossier.', 'LCI', 'report', false],
    ['Mediapart affirme que le logiciel a infecté les téléphones de cinq ministres.', 'Mediapart', 'claim', false],
    [
      'D’après l’enquête du consortium, quatorze ministres auraient été visés.',
      'l’enquête du consortium',
      'report',
      true,
    ],
    ['Le ministre conteste des accusations qu’il juge graves.', null, 'denial', false],
    ['RFI précise qu’on ignore si Paris a accepté cette issue.', 'RFI', 'question', false],
    ['Pour l’ONG, vendre à l’étranger est une décision d’État.', null, 'report', false],
  ])('%s', (sentence, source, kind, hedged) => {
    expect(analyse(sentence, 'fr')).toEqual({ attributed: true, source, kind, hedged });
  });

  it.each([
    'L’enquête est confiée à un juge d’instruction.',
    'Gantz arrive en fin d’après-midi.',
    'La décision figure dans une note de synthèse.',
    'Les deux hommes se connaissent depuis 2014.',
  ])('nobody in particular: %s', (sentence) => {
    expect(analyse(sentence, 'fr')).toEqual({ attributed: false, source: null, kind: 'none', hedged: false });
  });
});

describe('who says it, in English', () => {
  it.each<Case>([
    ['Axios notes that US and UK numbers already benefit from such a ban.', 'Axios', 'report', false],
    ['According to Haaretz, the session is set for August 9, 2021.', 'Haaretz', 'report', false],
    ['Rabat denies having spied on any public figure.', 'Rabat', 'denial', false],
    [
      'A senior official of NSO maintained that Macron had not been targeted.',
      'A senior official of NSO',
      'denial',
      false,
    ],
    ['NSO insists that it sells only to governments.', 'NSO', 'claim', false],
    ['Hulio, 39, relates that he heard of the affair a month earlier.', 'Hulio', 'report', false],
    ['A US court has cut what the firm must pay, Cybernews reports.', 'Cybernews', 'report', false],
    ['The spyware is gone, says Scotland Yard.', 'Scotland Yard', 'report', false],
    ['He also told Parly that the licence forbids it.', null, 'report', false],
    ['NSO, for its part, rejected the claims about Macron.', 'NSO', 'denial', false],
    ['Sources said the phones may have been hacked.', 'Sources', 'report', true],
  ])('%s', (sentence, source, kind, hedged) => {
    expect(analyse(sentence, 'en')).toEqual({ attributed: true, source, kind, hedged });
  });

  it.each(['The press reports on Pegasus shook Paris.', 'The claims were examined.', 'Nothing will be public.'])(
    'nobody in particular: %s',
    (sentence) => {
      expect(analyse(sentence, 'en').attributed).toBe(false);
    },
  );
});

describe('reserve', () => {
  it.each<[string, Language]>([
    ['Le logiciel aurait servi à espionner 180 journalistes.', 'fr'],
    ['La compromission daterait de 2019.', 'fr'],
    ['Les versions récentes n’exigeraient plus aucun geste.', 'fr'],
    ['L’usage présumé de Pegasus', 'fr'],
    ['Le logiciel est soupçonné d’avoir servi.', 'fr'],
    ['a list of numbers that governments allegedly asked to crack', 'en'],
    ['French politicians were said to be among the targets.', 'en'],
    ['Macron may have been hacked.', 'en'],
  ])('%s', (sentence, language) => {
    expect(analyseReporting(sentence, language).hedged).toBe(true);
  });

  it.each<[string, Language]>([
    ['Un portrait montrait le ministre, qui ignorait tout.', 'fr'],
    ['Il a déclaré qu’il porterait plainte.', 'fr'],
    ['Macron a changé de téléphone.', 'fr'],
    ['The court found NSO liable.', 'en'],
  ])('none: %s', (sentence, language) => {
    expect(analyseReporting(sentence, language).hedged).toBe(false);
  });
});

describe('a sentence out of its place', () => {
  it.each<[string, string | null, Language]>([
    ['Il a ajouté que rien n’était réglé.', null, 'fr'],
    ['Selon elle, Paris attend des explications.', 'Une source le confie.', 'fr'],
    ['La même source affirme que la France applique un gel.', null, 'fr'],
    ['Le logiciel aurait servi contre des journalistes.', null, 'fr'],
    ['Elle n’a jamais eu de contact avec la base.', 'NSO assure n’y être pour rien.', 'fr'],
    ['He also promised that France would join.', null, 'en'],
    ['According to the officials, the licence contained terms.', null, 'en'],
    ['It was never used there.', 'NSO insists that all is legal.', 'en'],
  ])('needs a lead-in: %s', (sentence, previous, language) => {
    expect(needsAttribution(sentence, previous, language)).toBe(true);
  });

  it.each<[string, string | null, Language]>([
    ['Selon Axios, la coopération a été gelée.', null, 'fr'],
    ['La visite a eu lieu le 28 juillet 2021.', 'NSO nie les faits.', 'fr'],
    ['Elle a reçu Lapid à Paris.', 'La visite de Lapid referme le chapitre.', 'fr'],
    ['Axios reported it first.', null, 'en'],
  ])('stands alone: %s', (sentence, previous, language) => {
    expect(needsAttribution(sentence, previous, language)).toBe(false);
  });
});

describe('any text', () => {
  it('gives a source inside the sentence or none', () => {
    const piece = fc.constantFrom(
      'selon ',
      'Axios',
      ' affirme',
      ' que',
      ', ',
      'dit',
      '-il',
      ' « ',
      '.',
      ' said',
      ' NSO',
      ' nie',
      '?',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string()), { maxLength: 15 }),
        fc.constantFrom<Language>('fr', 'en'),
        (pieces, language) => {
          const sentence = pieces.join('');
          const { source, attributed } = analyseReporting(sentence, language);
          if (source === null) return;
          expect(attributed).toBe(true);
          expect(source.start).toBeGreaterThanOrEqual(0);
          expect(source.end).toBeGreaterThan(source.start);
          expect(source.end).toBeLessThanOrEqual(sentence.length);
        },
      ),
    );
  });
});
