import { describe, expect, it } from 'vitest';
import { checkAttribution } from '../../../src/evaluation/answers/attribution.ts';
import { modalityWords, reportingPhrases } from '../../../src/evaluation/answers/reporting-patterns.ts';
import { answer, article, cite, dossier } from './small-file.ts';

const said = 'La maire affirme que la lettre est perdue.';
const pronoun = 'Elle assure que le pont tiendra.';
const hearsay = 'Le rendez-vous aurait été annulé en janvier.';
const denied = 'The spokesman denied that any advice had been received.';
const plain = 'Le pont mesure 84 mètres.';
const trailing = 'Le contrat a été perdu, selon Halden & Moor, et le pont a fermé.';
const file = article('radio', 'Radio Sourde', [[said, pronoun], [hearsay], [denied, plain], [trailing]]);
const small = dossier(file);

const check = (texts: readonly string[], quotes: readonly string[]) =>
  checkAttribution(
    answer(
      texts,
      quotes.map((quote, index) => cite(index + 1, file, quote)),
    ),
    small,
  );
const missing = (texts: readonly string[], quotes: readonly string[]) =>
  check(texts, quotes).lost.map((loss) => loss.missing);

describe('attribution kept', () => {
  it('checks only statements whose sentence reports, hedges or denies', () => {
    expect(check([`${plain} [1]`], [plain])).toEqual({ checked: 0, lost: [] });
    expect(check(['Le dossier ne le dit pas.'], [])).toEqual({ checked: 0, lost: [] });
  });

  it('is content with a sentence that names its speaker', () => {
    expect(check([`${said} [1]`], [said])).toEqual({ checked: 1, lost: [] });
  });

  it('misses the speaker when the quote is cut out of the report', () => {
    expect(missing(['La lettre est perdue [1].'], ['la lettre est perdue'])).toEqual([['speaker']]);
    expect(missing(['Le contrat a été perdu [1].'], ['Le contrat a été perdu'])).toEqual([['speaker']]);
  });

  it('takes a lead-in that names the outlet or the speaker', () => {
    for (const leadIn of ['Selon Radio Sourde (1er mars 2024) : ', 'According to Radio Sourde, ', 'Selon la maire, '])
      expect(missing([`${leadIn}la lettre est perdue [1].`], ['la lettre est perdue'])).toEqual([]);
  });

  it('takes one outlet of several, and no outlet that is only counted behind the markers', () => {
    const carried = article('carried', 'AFP / France 24 (via TellerReport)', [[hearsay]]);
    const lost = (text: string) => checkAttribution(answer([text], [cite(1, carried, hearsay)]), dossier(carried)).lost;
    expect(lost(`Selon AFP : ${hearsay} [1] (une seule source : AFP)`)).toEqual([]);
    expect(lost(`${hearsay} [1] (une seule source : AFP)`)).toHaveLength(1);
    expect(lost(`${hearsay} [1], selon AFP`)).toEqual([]);
  });

  it('takes the title of an article that has no outlet', () => {
    const raw = article('raw', null, [[hearsay]]);
    const given = answer([`« Title of raw » : ${hearsay} [1]`], [cite(1, raw, hearsay)]);
    expect(checkAttribution(given, dossier(raw)).lost).toEqual([]);
  });

  it('wants a name for a pronoun: in a lead-in or in the sentence before', () => {
    expect(missing([`${pronoun} [1]`], [pronoun])).toEqual([['speaker']]);
    expect(missing([`Selon Radio Sourde : ${pronoun} [1]`], [pronoun])).toEqual([]);
    expect(missing([`${said} [1]`, `${pronoun} [2]`], [said, pronoun])).toEqual([]);
    expect(missing([`${plain} [1]`, `${pronoun} [2]`], [plain, pronoun])).toEqual([['speaker']]);
  });

  it('judges each sentence of a long quote; a speaker goes for the hearsay that follows at once', () => {
    const other = article('long', 'Le Quotidien', [
      [plain, hearsay],
      [said, hearsay, hearsay.replace('janvier', 'mars')],
    ]);
    const lost = (quote: string) =>
      checkAttribution(answer([`${quote} [1]`], [cite(1, other, quote)]), dossier(other)).lost;
    expect(lost(`${plain} ${hearsay}`)).toMatchObject([{ sentence: hearsay, missing: ['speaker'] }]);
    expect(lost(`${said} ${hearsay} ${hearsay.replace('janvier', 'mars')}`)).toEqual([]);
  });

  it('wants a speaker for hearsay', () => {
    expect(missing([`${hearsay} [1]`], [hearsay])).toEqual([['speaker']]);
    expect(missing([`Selon Radio Sourde : ${hearsay} [1]`], [hearsay])).toEqual([]);
  });

  it('sees a conditional that became a fact and a denial that became the fact', () => {
    expect(missing(['Selon Radio Sourde, le rendez-vous a été annulé [1].'], ['été annulé en janvier'])).toEqual([
      ['hedge'],
    ]);
    expect(
      missing(['Selon Radio Sourde, any advice had been received [1].'], ['any advice had been received']),
    ).toEqual([['denial']]);
  });

  it('lets a rephrasing hedge and deny in words of its own, in either language', () => {
    const rephrased = 'According to Radio Sourde, the meeting was reportedly cancelled [1].';
    expect(missing([rephrased], [hearsay])).toEqual([]);
    expect(missing(['According to Radio Sourde, the meeting was cancelled [1].'], [hearsay])).toEqual([['hedge']]);
    expect(missing(["Selon Radio Sourde, le porte-parole n'a reçu aucun conseil [1]."], [denied])).toEqual([]);
    expect(missing(['Selon Radio Sourde, le porte-parole a reçu un conseil [1].'], [denied])).toEqual([['denial']]);
  });

  it('compares only the citation whose words are shown', () => {
    expect(check([`${plain} [1] [2]`], [plain, hearsay])).toEqual({ checked: 0, lost: [] });
  });

  it('leaves the hedge of another clause where it is', () => {
    const two = 'Le maire parle, mais le préfet serait absent.';
    const other = article('two', 'Le Quotidien', [[two]]);
    const given = answer(['Selon Le Quotidien : le maire parle [1].'], [cite(1, other, 'Le maire parle')]);
    expect(checkAttribution(given, dossier(other)).lost).toEqual([]);
  });

  it('makes do with the quote where the file is not at hand', () => {
    const given = answer([`${hearsay} [1]`], [cite(1, file, hearsay)]);
    expect(checkAttribution(given)).toMatchObject({ checked: 1, lost: [{ missing: ['speaker'], sentence: hearsay }] });
  });
});

describe('patterns of report and hedge', () => {
  it.each([
    ['Le Monde affirme que oui.', 'affirme', true],
    ['NSO a démenti.', 'démenti', true],
    ['Il a déclaré que non.', 'déclaré', false],
    ['C’est faux, assure-t-elle.', 'assure', false],
    ['« Non », a-t-il répondu.', 'répondu', false],
    ['Mme Vasseur viendra, a-t-elle annoncé.', 'annoncé', true],
    ['Selon elle, rien ne presse.', 'Selon', false],
    ['Selon RFI, tout est dit.', 'Selon', true],
    ['He said no.', 'said', false],
    ['When Macron phoned, he said no.', 'said', true],
    ['The paper, citing officials, goes on.', 'citing', true],
  ])('“%s” is reported by “%s”, named: %s', (text, phrase, named) => {
    const found = reportingPhrases(text).map(({ start, end, named }) => [text.slice(start, end), named]);
    expect(found).toContainEqual([phrase, named]);
  });

  it('finds nothing in plain narration', () => {
    expect(reportingPhrases('Le pont mesure 84 mètres et date de 1931.')).toEqual([]);
    expect(reportingPhrases('The bridge opened on Thursday.')).toEqual([]);
  });

  it.each([
    ['La compromission daterait de 2019.', ['daterait']],
    ['La visite remonterait à septembre ; le coût serait double.', ['serait', 'remonterait']],
    ['Il considérait que la ville désirait payer et tirait profit du retard.', []],
    ['Il faudrait attendre.', []],
    ['The firm allegedly lost.', ['allegedly']],
  ])('the hearsay of “%s”', (text, expected) => {
    expect(modalityWords(text, 'hearsay')).toEqual(expected);
  });
});
