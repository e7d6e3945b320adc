/**
 * The vocabulary of the pipeline: article → passage → embedding → index → retrieval → answer → surface.
 * Stages meet here and nowhere else; this file imports nothing.
 */

export type Language = 'fr' | 'en';

/** A calendar date known to the day, the month or the year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string;

/** Half-open range of UTF-16 code units, as `String.prototype.slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// ---------------------------------------------------------------- corpus

export interface Article {
  readonly id: string;
  /** Path inside the corpus folder, with `/`. */
  readonly file: string;
  /** Hex digest of the file's bytes: an article whose digest is unchanged is not read again. */
  readonly sha256: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly language: Language;
  /** Cleaned text, NFC, paragraphs separated by `\n\n`. Every offset of this article refers to it. */
  readonly text: string;
}

/** A stretch of an article that is embedded and retrieved as one; `text === article.text.slice(start, end)`. */
export interface Passage extends Span {
  /** `<article id>#<ordinal>` */
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  /** Sentences in order, as offsets into the ARTICLE's text; they lie inside [start, end). */
  readonly sentences: readonly Span[];
}

export type NameKind = 'person' | 'organisation' | 'place' | 'other';

/** One person, organisation or place of the file with every spelling that the file or names.yml gives it. */
export interface NameEntry {
  /** Folded canonical spelling, `-` between words: stable between runs on the same file. */
  readonly id: string;
  readonly kind: NameKind;
  /** The spelling most articles use. */
  readonly canonical: string;
  /** All spellings, the canonical one first; e.g. `Eyal Hulata`, `Hulata`, `Hulta`, `Holata`. */
  readonly variants: readonly string[];
  readonly articleIds: readonly string[];
}

/** Recognises names in any text (a question, a sentence), typos and missing accents allowed. */
export interface NameIndex {
  readonly entries: readonly NameEntry[];
  get(id: string): NameEntry | undefined;
  /** Mentions in text order; never overlapping. `exact` is false when the spelling was mended. */
  find(text: string): readonly NameMention[];
  /** Entries whose spelling starts with or resembles `prefix`, best first; for autocomplete. */
  suggest(prefix: string, limit: number): readonly NameEntry[];
}

export interface NameMention extends Span {
  readonly entry: NameEntry;
  readonly exact: boolean;
}

/** The press file as the index holds it: everything that answers are made from. */
export interface Dossier {
  readonly articles: ReadonlyMap<string, Article>;
  /** In article order, then text order. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** Article id → id of the article it copies or reprints (near-duplicate text). Originals are absent. */
  readonly copies: ReadonlyMap<string, string>;
  readonly names: NameIndex;
}

// ---------------------------------------------------------------- retrieval

/**
 * Structurally langchain's `EmbeddingsInterface`, plus what binds an index to a model.
 * Vectors have `dimensions` numbers and unit length.
 */
export interface Embedder {
  readonly modelId: string;
  readonly dimensions: number;
  /** Changes whenever the model's files or its settings (prefixes, pooling) change. */
  readonly fingerprint: string;
  embedQuery(text: string): Promise<number[]>;
  embedDocuments(texts: string[]): Promise<number[][]>;
  close(): Promise<void>;
}

/** Says what sentences mean: vectors of `dimensions` numbers and length one, questions and sentences in one space. */
export interface SentenceEmbedder {
  /** Changes whenever it would give other vectors. */
  readonly id: string;
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** Cosine of a text with a sentence of the file, given by its passage and its place in it. */
export type Likeness = (passageId: string, sentence: number) => number;

/** How alike in meaning texts and sentences of the file are. */
export interface SentenceLikeness {
  toText(text: string): Promise<Likeness>;
  /** Of one sentence of the file with others. */
  readonly toSentence: (passageId: string, sentence: number) => Likeness;
}

/** What of the file may be used for an answer. */
export interface Filter {
  /** Only articles published by this day; an article without a date is left out. */
  readonly asOf?: PartialDate | undefined;
  readonly outlet?: string | undefined;
}

export interface RetrievedPassage {
  readonly passage: Passage;
  /** Fused score; comparable only within one result. */
  readonly score: number;
  /** BM25 score, 0 where no term matched. */
  readonly lexical: number;
  /** Cosine similarity in [-1, 1]. */
  readonly dense: number;
}

export interface RetrieveOptions {
  readonly limit: number;
  readonly filter?: Filter | undefined;
  /** The query is a list of alternatives, not a question: its words are not looked for one by one. */
  readonly wordList?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Passages for a query, best first. */
export interface Retriever {
  retrieve(query: string, options: RetrieveOptions): Promise<readonly RetrievedPassage[]>;
}

// ---------------------------------------------------------------- reading

/** What is read beside a question or a claim: a sentence of the file and what stands around it. */
export interface ToldText {
  /** One sentence, or several that are cited together. */
  readonly sentence: string;
  /** What stands before it in its article; may be empty. */
  readonly before: string;
  /** Outlet and title of its article. */
  readonly title: string;
}

/** What a reader makes of a text beside what is asked. */
export interface Reading {
  /** Log-odds that the sentence answers the question, against "nothing does". */
  readonly answers: number;
  /** Log-odds that the sentence bears out the claim. */
  readonly bearsOut: number;
  /** Chances, in [0, 1] and 1 together, of how it answers a question of yes or no, if it does. */
  readonly stances: Readonly<Record<Stance, number>>;
}

/** How a sentence stands to what a question asks: it tells it as so, denies it, or says that it is not known. */
export type Stance = 'asserts' | 'denies' | 'unknown';

/** Reads a question, or a claim, and sentences of the file together. */
export interface Reader {
  /** One reading a text, in their order. */
  read(asked: string, texts: readonly ToldText[]): Promise<readonly Reading[]>;
}

// ---------------------------------------------------------------- answers

/** `quote === article.text.slice(start, end)`, always. */
export interface Citation extends Span {
  readonly marker: number;
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly quote: string;
}

/** How many independent sources of the file carry a statement; copies and reprints count once. */
export interface SourceCount {
  readonly independent: number;
  /** Names of the outlets, one per independent source, in order of publication. */
  readonly outlets: readonly string[];
}

/**
 * - `heading`: a line that frames the rest ("Les versions divergent.", "État au 1er octobre 2021.")
 * - `statement`: a sentence of the file, with its markers
 * - `version`: one side of a divergence, with its markers
 * - `notice`: what the bot itself says ("Le dossier ne le dit pas."), no marker needed
 */
export type AnswerPartKind = 'heading' | 'statement' | 'version' | 'notice';

export interface AnswerPart {
  readonly kind: AnswerPartKind;
  /** As shown, with its [n] markers. */
  readonly text: string;
  readonly markers: readonly number[];
  /** For statements and versions. */
  readonly sources?: SourceCount | undefined;
}

/**
 * - `not-in-file`, `false-premise`: the file does not tell; it does not even say that what the question presumes was done
 * - `off-topic`: something else altogether
 * - `no-antecedent`: the question points back to somebody or something that nobody named
 * - the others: no question about the file
 */
export type AbstentionReason =
  | 'not-in-file'
  | 'false-premise'
  | 'off-topic'
  | 'no-antecedent'
  | 'chit-chat'
  | 'thanks'
  | 'identity'
  | 'manipulation'
  | 'empty';

export interface ArticleReference {
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of CHAT_PRICE_INPUT and CHAT_PRICE_OUTPUT; absent while they are not set. */
  readonly cost?: number | undefined;
}

/** The stable contract of `ask --json` is the first block; the rest is for surfaces. */
export interface Answer {
  readonly id?: string | undefined;
  readonly question: string;
  readonly conversation?: string | undefined;
  readonly language: Language;
  readonly status: 'answered' | 'abstained';
  /** The parts joined: what a plain surface prints. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly mode: 'extractive' | 'generative';
  readonly timings: { readonly totalMs: number; readonly [stage: string]: number };

  readonly parts: readonly AnswerPart[];
  /** True when sources of the file contradict each other on the point asked. */
  readonly divergent: boolean;
  readonly asOf?: PartialDate | undefined;
  readonly abstention?: AbstentionReason | undefined;
  /** The nearest article, offered with an abstention. */
  readonly nearest?: ArticleReference | undefined;
  readonly usage?: TokenUsage | undefined;
}

export interface AskRequest {
  readonly id?: string | undefined;
  readonly question: string;
  /** Requests of one conversation share memory, in order; others never do. */
  readonly conversation?: string | undefined;
  readonly asOf?: PartialDate | undefined;
  readonly outlet?: string | undefined;
  /** Forces the language of the answer's own words; default: the question's. */
  readonly language?: Language | undefined;
  /** The surface's: taken where the question's words do not tell theirs ("Tellier ?", "😀"). */
  readonly interfaceLanguage?: Language | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with pieces of a draft while a chat model writes; the draft is unchecked. */
  readonly onDraft?: ((piece: string) => void) | undefined;
}

/** question → passages → answer: the one path all surfaces use. Rejects with AbortError when the signal fires. */
export type Ask = (request: AskRequest) => Promise<Answer>;

/** One exchange of a conversation, as far as a follow-up needs it. */
export interface Turn {
  readonly question: string;
  /** The question made independent of the turns before it. */
  readonly standalone: string;
  /** Ids of the names the exchange was about, most salient first. */
  readonly nameIds: readonly string[];
  /** The quotes shown, for "and when?" after an answer. */
  readonly quotes: readonly { readonly articleId: string; readonly start: number; readonly end: number }[];
  readonly at: number;
}

/** Where conversations are remembered; a database on Discord, memory elsewhere. */
export interface ConversationStore {
  /** The latest turns, oldest first; empty for an unknown conversation. */
  turns(conversation: string): Promise<readonly Turn[]>;
  append(conversation: string, turn: Turn): Promise<void>;
  forget(conversation: string): Promise<void>;
}

// ---------------------------------------------------------------- overviews

export interface OverviewOptions extends Filter {
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
}

export interface TimelineRequest extends OverviewOptions {
  /** Any spelling of a name. */
  readonly name?: string | undefined;
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}

export interface TimelineEvent {
  readonly date: PartialDate;
  /** An exact sentence (or clause) of the file. */
  readonly text: string;
  readonly markers: readonly number[];
  readonly sources: SourceCount;
}

export interface Timeline {
  /** In order of date. */
  readonly events: readonly TimelineEvent[];
  readonly citations: readonly Citation[];
}

export interface Profile {
  readonly entry: NameEntry;
  /** Roles as the sources give them, with the day of the article: "conseiller à la sécurité nationale" … */
  readonly roles: readonly {
    readonly text: string;
    readonly date: PartialDate | null;
    readonly markers: readonly number[];
  }[];
  readonly firstMention: ArticleReference | null;
  readonly lastMention: ArticleReference | null;
  /** Telling sentences about or by the name. */
  readonly statements: readonly AnswerPart[];
  readonly citations: readonly Citation[];
}

export type VerdictKind = 'supported' | 'disputed' | 'contradicted' | 'attributed' | 'absent';

export interface Verdict {
  readonly claim: string;
  readonly language: Language;
  readonly verdict: VerdictKind;
  readonly supporting: readonly AnswerPart[];
  readonly opposing: readonly AnswerPart[];
  readonly citations: readonly Citation[];
  /** Shown instead of the verdict: what was given is no claim. */
  readonly notice?: string | undefined;
}

/** A quote in its passage, for "open n". `before + quote + after` is the passage's text. */
export interface QuoteContext {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** All that a surface may call. */
export interface Bellerophon {
  readonly ask: Ask;
  timeline(request: TimelineRequest): Promise<Timeline>;
  /** Null when the file names nobody like that. */
  who(name: string, options: OverviewOptions): Promise<Profile | null>;
  check(claim: string, options: OverviewOptions): Promise<Verdict>;
  /** The file's articles, newest first; filtered by words of title or outlet. */
  sources(filter?: string): readonly ArticleReference[];
  outlets(): readonly string[];
  suggestNames(prefix: string, limit: number): readonly NameEntry[];
  quoteContext(citation: Pick<Citation, 'articleId' | 'start' | 'end'>): QuoteContext | null;
  /** A question that the file answers, for greetings and help. */
  exampleQuestion(language: Language): string;
  readonly conversations: ConversationStore;
  close(): Promise<void>;
}
