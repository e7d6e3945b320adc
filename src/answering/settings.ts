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
    /** Cosines of single words, by the embedding model and by what they mean. */
    embedded: { unrelated: 0.14, same: 0.45 },
    meant: { unrelated: 0.25, same: 0.75 },
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
   * Sentences that the reader reads, a millisecond each; further ones where it is not as sure as this (log-odds) of any.
   * None whose log-odds without it lie further than `within` below the best's.
   */
  reading: { sentences: 5, further: 3, sure: -1.5, within: 3 },
  /** Sentences that are read for another version of the point, and how many of the best are looked at for them. */
  versions: { read: 3, among: 15 },
  abstention: {
    /** Log-odds that the file tells above which it is taken to. */
    threshold: -0.4,
    /** Best sentences that are looked at. */
    among: 5,
    /** Log-odds at which the reader must take one of them for an answer at least, whatever else speaks for it. */
    readsAtLeast: -3.5,
    /** A term that is covered less is named as missing. */
    missing: 0.4,
    /** A term covered less than this by each of them is not even hinted at. */
    unaccounted: 0.15,
    /** Names of at least this weight tell what the question is about. */
    rareName: 2.7,
    /** … and must be accounted for this much by the sentence that answers what takes something for granted. */
    nameNear: 0.7,
    /** Share of the words of a question that a sentence holds itself when it is the one that tells it. */
    inWords: 0.5,
    /** What a question without a predicate is given for one. */
    noPredicate: 0.6,
    /** Below this coverage the question is about something else altogether, unless the reader is sure of a sentence. */
    offTopic: 0.3,
    /** An unknown name is covered only by something this similar. */
    unknownName: 0.6,
    /** How well a value must fit where only one answers: a number of what is counted, a name. */
    valueFit: 0.7,
  },
  sameStatement: {
    /** Share of the shorter sentence's content that must stand in the longer; of two with one value less. */
    content: 0.62,
    contentOfOneValue: 0.5,
    /** Cosine of their vectors: sentences of one affair share names and words without telling the same. */
    meaning: 0.45,
  },
  selection: {
    passages: 14,
    widenedPassages: 10,
    candidates: 20,
    /** Characters of statements in all. */
    space: 700,
    /** A further statement answers with this chance at least, among all that were found. */
    likely: 0.1,
    /** … or with this one where it may be another version of the point. */
    likelyOtherwise: 0.045,
    mostStatements: 5,
    /** No answer is longer, markers and notes included. */
    longestAnswer: 900,
    /** Characters of the sentence where the whole would be too long: lead-in, markers and note need the rest. */
    longestStatement: 560,
    /** Log-odds below the best sentence of a statement at which another tells it about as well. */
    aboutAsWell: 1.5,
    /** Log-odds added to a statement that may be another version of the point … */
    otherVersion: 1.5,
    /** … and must not repeat one already chosen. */
    repeats: 0.75,
  },
  divergence: {
    /** Log-odds from which a sentence that differs from the best counts as another version. */
    odds: -2.3,
    /** Only sentences whose coverage reaches this share of the best's may contradict it. */
    values: 0.45,
    stance: 0.4,
    /** … and the names of the question must be accounted for to this share. */
    names: 0.5,
    /** Names and dates are values of the point asked only in sentences that account for its words this much. */
    predicate: 0.6,
    /** … or, for lists, that the reader takes for answers with these log-odds. */
    read: -1.2,
    /** Names that two lists must share for one to be another version of the other. */
    sharedInLists: 2,
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
