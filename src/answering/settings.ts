/**
 * The numbers of the extractive answerer, all in one place. Chosen on the dev half of evaluation/questions.jsonl in
 * coarse steps; the test half measures what they are worth.
 */
export const settings = {
  /** How a term of the question is accounted for, each in [0, 1]. */
  coverage: {
    /** A name that stands near a sentence is often meant by a pronoun in it; other words are less. */
    name: { neighbour: 0.8, continued: 0.95, passage: 0.65, title: 0.6, publication: 0.9 },
    word: { neighbour: 0.55, continued: 0.75, passage: 0.35, title: 0.45, publication: 0.8 },
    correction: 0.9,
    /** Of a word with one meaning, with two, with three, with more. */
    synonym: [0.8, 0.75, 0.65, 0.5],
    similar: 0.8,
    /** Cosines of single words: unrelated ones stay below the first, translations and inflections reach the second. */
    unrelatedCosine: 0.14,
    sameCosine: 0.45,
    /** Share of its weight that a term of an earlier turn counts. */
    inherited: 0.35,
    /** A word that the file never uses says little about which passage answers: its weight is cut to this idf. */
    unknownWordWeight: 2,
    /** Words that name the kind of thing asked for ("which city") weigh this share. */
    kindWord: 0.4,
    /** The commonest words of general language weigh this share; from this place on words weigh in full. */
    leastSpecific: 0.35,
    commonWords: 5000,
  },
  /** Shares at which the sentences before and after count for a sentence, nearest first; none further than `reach` characters. */
  context: { before: [0.9, 0.8, 0.7, 0.6], after: [0.6, 0.5], reach: 900 },
  /** Words between two terms at which their closeness is halved. */
  closeness: { reach: 6 },
  /** Sentences longer than this many characters lose a little: the same fact in fewer words reads better. */
  comfortableLength: 260,
  /**
   * Listwise logistic regression (softmax over the candidates of a question) on what speaks for a sentence, fitted by
   * `npm run tune-ranking`.
   */
  ranking: {
    coverage: 4.1,
    inSentence: -1.31,
    words: 0.46,
    focus: 1.37,
    closeness: 1.43,
    similarity: 3.06,
    window: 3.13,
    passage: -1.91,
    title: 4.3,
    article: 1.77,
    articleNames: 2.47,
    articleSentence: 1.97,
    articleSimilarity: 3.85,
    opens: -1.11,
    retrieval: 0.21,
    lexical: 1.04,
    value: 2.76,
    valueInContext: 0.26,
    severalValues: 0.9,
    unsettled: 2.39,
    length: -0.01,
  },
  abstention: {
    /** Logistic regression: log-odds that the file tells, from what speaks for the deciding sentence. */
    bias: -3.3,
    weights: { evidence: 0.34, coverage: 0.9, similarity: 3.2, words: 1.85, onlyNames: 1, missing: -1.7 },
    threshold: 0.4,
    /** A term is missing when none of this many best sentences accounts for it this much. */
    missingAmong: 4,
    unaccounted: 0.15,
    /** In questions that take their predicate for granted a missing word counts this many times. */
    presumed: 1.8,
    /** Names of at least this weight must stand next to a number that is said of them, this strongly. */
    rareName: 2.7,
    nameNear: 0.7,
    /** Below this coverage the question is about something else altogether. */
    offTopic: 0.3,
    /** A term that is covered less is named as missing. */
    missing: 0.4,
    /** An unknown name is covered only by something this similar. */
    unknownName: 0.6,
    /** Best sentences among which a value of the kind asked for must stand. */
    valueAmong: 6,
    valueFit: 0.7,
  },
  selection: {
    passages: 14,
    widenedPassages: 10,
    candidates: 30,
    /** Characters of statements after which no further one is begun. */
    enough: 420,
    enoughLong: 560,
    mostStatements: 4,
    /** No answer is longer, markers and notes included. */
    longestAnswer: 900,
    /** Characters of the sentence where the whole would be too long: lead-in, markers and note need the rest. */
    longestStatement: 560,
    /** A further statement's log-odds are at most this much below the best's … */
    nearlyAsGood: 1.5,
    /** … and must not repeat one already chosen. */
    repeats: 0.75,
  },
  divergence: {
    /** Only sentences whose score and coverage reach this share of the best's may contradict it. */
    values: 0.68,
    stance: 0.6,
    /** … and the names of the question must be accounted for to this share. */
    names: 0.75,
    /** Names and dates are values of the point asked only in sentences that account for its words this much. */
    predicate: 0.6,
    /** Log-odds below the best's at which a sentence is too unlikely to be a version. */
    nearlyAsGood: 2.5,
    /** How much a sentence must tell of one side of "A or B", and how much more than of the other. */
    alternativeTold: 0.6,
    alternativeClear: 0.25,
    /** Numbers and degrees that fit less are not versions of what is counted. */
    numberFit: 0.6,
    /** Share of content that two sentences must have in common to be about the same point. */
    samePoint: 0.35,
    mostVersions: 3,
  },
} as const;
