import type { Language, Span } from '../types.ts';

/** What a reporting verb makes of what it reports. */
export type ReportingVerbKind = 'report' | 'claim' | 'denial';

export interface ReportingVerb extends Span {
  readonly kind: ReportingVerbKind;
  /** A form of several words ("a confirmé", "se dit"), which no noun looks like. */
  readonly compound: boolean;
}

interface Verbs {
  readonly finite: ReadonlyMap<string, ReportingVerbKind>;
  /** After an auxiliary. */
  readonly participles: ReadonlyMap<string, ReportingVerbKind>;
  /** First word → what must follow. */
  readonly phrases: ReadonlyMap<
    string,
    readonly { readonly rest: readonly string[]; readonly kind: ReportingVerbKind }[]
  >;
}

type Lists = Readonly<Record<ReportingVerbKind, string>>;

const kinds: readonly ReportingVerbKind[] = ['denial', 'claim', 'report'];

function mapOf(lists: Lists, formsOf: (item: string) => readonly string[]): Map<string, ReportingVerbKind> {
  const found = new Map<string, ReportingVerbKind>();
  for (const kind of kinds) {
    for (const item of lists[kind].split(/\s+/).filter(Boolean))
      for (const form of formsOf(item)) found.set(form, kind);
  }
  return found;
}

function phrasesOf(lists: Lists): Verbs['phrases'] {
  const found = new Map<string, { rest: string[]; kind: ReportingVerbKind }[]>();
  for (const kind of kinds) {
    for (const phrase of lists[kind].split('|').filter(Boolean)) {
      const [first = '', ...rest] = phrase.split(' ');
      found.set(first, [...(found.get(first) ?? []), { rest, kind }]);
    }
  }
  return found;
}

/** Stems of verbs in -er whose forms are regular. */
const regularFrench: Lists = {
  report:
    'rapport indiqu not soulign précis expliqu déclar annonc confirm ajout constat signal relat confi évoqu détaill observ racont mentionn analys résum invoqu parl',
  claim: 'affirm assur accus jug estim considèr dénonc insist qualifi reproch imput argu déplor plaid',
  denial: 'ni contest réfut récus',
};
const finiteFrench: Lists = {
  report:
    'écrit écrivent dit disent relève relèvent révèle révèlent répète répètent rappelle rappellent conclut concluent',
  claim: 'soutient soutiennent prétend prétendent promet promettent croit croient allègue allèguent',
  denial: 'dément démentent rejette rejettent',
};
const participlesFrench: Lists = {
  report: 'écrit dit relevé révélé répété rappelé conclu répondu',
  claim: 'soutenu prétendu promis cru allégué considéré',
  denial: 'démenti rejeté',
};
const phrasesFrench: Lists = {
  report:
    'poursuit il|poursuit elle|poursuit le site|poursuit le journal|fait savoir|font savoir|fait état|font état|laisse entendre|laissent entendre|a fait savoir|ont fait savoir|avait laissé entendre|a laissé entendre|en expliquant|en précisant|s est déclaré|s est déclarée',
  claim: 'se dit|se disent|s est dit|s est dite|en assurant|en affirmant',
  denial: 'se défend de|se défendent de',
};

const finiteEnglish: Lists = {
  report:
    'say says said report reports reported write writes wrote note notes noted add adds added announce announces announced tell tells told state states stated explain explains explained confirm confirms confirmed recall recalls recalled describe describes described reveal reveals revealed mention mentions mentioned warn warns warned admit admits admitted acknowledge acknowledges acknowledged suggest suggests suggested point points pointed remark remarks remarked respond responds responded reply replies replied relate relates related conclude concludes concluded learn learnt learned',
  claim:
    'claim claims claimed insist insists insisted maintain maintains maintained argue argues argued assert asserts asserted accuse accuses accused believe believes believed stress stresses stressed complain complains complained promise promises promised consider considers considered contend contends contended estimate estimates estimated call calls called',
  denial:
    'deny denies denied reject rejects rejected dispute disputes disputed contest contests contested refute refutes refuted',
};

const verbs: Readonly<Record<Language, Verbs>> = {
  fr: {
    finite: new Map([
      ...mapOf(regularFrench, (stem) => [`${stem}e`, `${stem}ent`]),
      ...mapOf(finiteFrench, (form) => [form]),
    ]),
    participles: new Map([
      ...mapOf(regularFrench, (stem) => [`${stem}é`]),
      ...mapOf(participlesFrench, (form) => [form]),
    ]),
    phrases: phrasesOf(phrasesFrench),
  },
  en: { finite: mapOf(finiteEnglish, (form) => [form]), participles: new Map(), phrases: new Map() },
};

const auxiliaries = new Set('a ont avait avaient aurait auraient ayant'.split(' '));
const adverbs = new Set(
  'toujours aussi également en outre notamment déjà d abord ensuite enfin pourtant toutefois bien depuis lui leur ainsi encore même'.split(
    ' ',
  ),
);
/** Words that may stand between an auxiliary and its participle: "a en outre précisé". */
const mostBetween = 3;

/** Reporting verbs of a sentence: in text order, small letters only ("the United States" reports nothing). */
export function findReportingVerbs(sentence: string, language: Language): ReportingVerb[] {
  const { finite, participles, phrases } = verbs[language];
  const words = [...sentence.matchAll(/\p{L}+/gu)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  const found: ReportingVerb[] = [];
  const add = (first: number, last: number, kind: ReportingVerbKind): void => {
    found.push({ start: words[first]!.start, end: words[last]!.end, kind, compound: last > first });
  };
  for (const [index, word] of words.entries()) {
    if (sentence[word.start - 1] === '-') continue;
    const phrase = phrases
      .get(word.text)
      ?.find(({ rest }) => rest.every((part, offset) => words[index + 1 + offset]?.text === part));
    if (phrase !== undefined) {
      add(index, index + phrase.rest.length, phrase.kind);
      continue;
    }
    if (language === 'fr' && auxiliaries.has(word.text)) {
      let last = index + 1;
      while (last <= index + mostBetween && isAdverb(words[last]?.text)) last += 1;
      const kind = participles.get(words[last]?.text ?? '');
      if (kind !== undefined) add(index, last, kind);
      continue;
    }
    const kind = finite.get(word.text);
    if (kind !== undefined && !found.some(({ end }) => end >= word.end)) add(index, index, kind);
  }
  return found;
}

const isAdverb = (word: string | undefined): boolean =>
  word !== undefined && (adverbs.has(word) || /.{4}ment$/.test(word));
