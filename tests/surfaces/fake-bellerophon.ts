import type {
  Answer,
  AskRequest,
  Bellerophon,
  Citation,
  ConversationStore,
  NameEntry,
  Profile,
  Timeline,
  Turn,
  Verdict,
} from '../../src/types.ts';

/** The article all fake answers quote. */
export const article = {
  articleId: '2021-10-21-axios',
  title: 'Israel held secret talks with France',
  outlet: 'Axios',
  published: '2021-10-21',
  url: 'https://www.axios.com/secret-talks',
  text: 'Eyal Hulata flew to Paris. He met Emmanuel Bonne on Tuesday. NSO denies everything.',
} as const;

const other = {
  articleId: '2021-07-20-rfi',
  title: 'Les numéros de Macron sur la liste',
  outlet: 'RFI',
  published: '2021-07-20',
  url: null,
} as const;

const hulata: NameEntry = {
  id: 'eyal-hulata',
  kind: 'person',
  canonical: 'Eyal Hulata',
  variants: ['Eyal Hulata', 'Hulata', 'Hulta'],
  articleIds: [article.articleId],
};

function cite(marker: number, quote: string): Citation {
  const start = article.text.indexOf(quote);
  const { text: _, ...reference } = article;
  return { marker, ...reference, quote, start, end: start + quote.length };
}

export interface FakeBellerophon extends Bellerophon {
  readonly requests: AskRequest[];
  readonly calls: { readonly method: string; readonly argument: unknown }[];
  closed: boolean;
}

/**
 * A Bellerophon whose answers are known beforehand, for tests of surfaces alone. It answers what mentions "met" or
 * "rencontré", abstains otherwise, and obeys a few words: "slow" waits until aborted or 200 ms, "fail" rejects,
 * "drafts" streams.
 */
export function fakeBellerophon(answerOverride?: (answer: Answer) => Answer): FakeBellerophon {
  const turns = new Map<string, Turn[]>();
  const requests: AskRequest[] = [];
  const calls: { method: string; argument: unknown }[] = [];
  const conversations: ConversationStore = {
    turns: async (conversation) => turns.get(conversation) ?? [],
    append: async (conversation, turn) => void turns.set(conversation, [...(turns.get(conversation) ?? []), turn]),
    forget: async (conversation) => void turns.delete(conversation),
  };

  const ask = async (request: AskRequest): Promise<Answer> => {
    requests.push(request);
    const { question, conversation, id, asOf } = request;
    if (question.includes('fail')) throw new TypeError('cannot read the moon');
    if (question.includes('slow')) await sleep(200, request.signal);
    if (question.includes('drafts')) {
      for (const piece of ['He met ', 'somebody ', 'in Paris.']) {
        request.onDraft?.(piece);
        await sleep(5, request.signal);
      }
    }
    const earlier = conversation === undefined ? [] : await conversations.turns(conversation);
    const turn = { question, standalone: question, nameIds: [], quotes: [], at: 0 };
    if (conversation !== undefined) await conversations.append(conversation, turn);
    const common = {
      id,
      question,
      conversation,
      language: request.language ?? (/\b(?:qui|rencontré)\b/i.test(question) ? ('fr' as const) : ('en' as const)),
      mode: 'extractive' as const,
      timings: { totalMs: 1 + earlier.length },
      asOf,
    };
    if (!/met|rencontré/.test(question)) {
      const text = 'The file does not say so.';
      return {
        ...common,
        status: 'abstained',
        answer: text,
        citations: [],
        parts: [{ kind: 'notice', text, markers: [] }],
        divergent: false,
        abstention: 'not-in-file',
        nearest: other,
      };
    }
    const text = 'He met Emmanuel Bonne on Tuesday. [1]';
    const answer: Answer = {
      ...common,
      status: 'answered',
      answer: text,
      citations: [cite(1, 'He met Emmanuel Bonne on Tuesday.')],
      parts: [{ kind: 'statement', text, markers: [1], sources: { independent: 1, outlets: ['Axios'] } }],
      divergent: false,
    };
    return answerOverride?.(answer) ?? answer;
  };

  const fake: FakeBellerophon = {
    requests,
    calls,
    closed: false,
    ask,
    conversations,
    async timeline(request): Promise<Timeline> {
      calls.push({ method: 'timeline', argument: request });
      if (request.name === 'Nobody') return { events: [], citations: [] };
      const quote = 'He met Emmanuel Bonne on Tuesday.';
      const sources = { independent: 2, outlets: ['Axios', 'RFI'] };
      return {
        events: [{ date: '2021-10-19', text: quote, markers: [1], sources }],
        citations: [cite(1, quote)],
      };
    },
    async who(name, options): Promise<Profile | null> {
      calls.push({ method: 'who', argument: { name, ...options } });
      if (!hulata.variants.includes(name)) return null;
      const quote = 'Eyal Hulata flew to Paris.';
      const { text: _, ...reference } = article;
      return {
        entry: hulata,
        roles: [{ text: 'national security adviser', date: '2021-10-21', markers: [1] }],
        firstMention: reference,
        lastMention: reference,
        statements: [{ kind: 'statement', text: `${quote} [1]`, markers: [1] }],
        citations: [cite(1, quote)],
      };
    },
    async check(claim, options): Promise<Verdict> {
      calls.push({ method: 'check', argument: { claim, ...options } });
      const quote = 'NSO denies everything.';
      return {
        claim,
        language: options.language,
        verdict: 'disputed',
        supporting: [{ kind: 'statement', text: 'He met Emmanuel Bonne on Tuesday. [1]', markers: [1] }],
        opposing: [{ kind: 'statement', text: `${quote} [2]`, markers: [2] }],
        citations: [cite(1, 'He met Emmanuel Bonne on Tuesday.'), cite(2, quote)],
      };
    },
    sources(filter) {
      const { text: _, ...reference } = article;
      return [reference, other].filter(
        ({ title, outlet }) =>
          filter === undefined || `${title} ${outlet}`.toLowerCase().includes(filter.toLowerCase()),
      );
    },
    outlets: () => ['Axios', 'RFI'],
    suggestNames: (prefix) => (prefix.toLowerCase().startsWith('h') ? [hulata] : []),
    quoteContext({ articleId, start, end }) {
      if (articleId !== article.articleId) return null;
      return {
        before: article.text.slice(0, start),
        quote: article.text.slice(start, end),
        after: article.text.slice(end),
      };
    },
    exampleQuestion: (language) => (language === 'fr' ? 'Qui a-t-il rencontré ?' : 'Whom did he meet?'),
    async close() {
      fake.closed = true;
    },
  };
  return fake;
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
  });
}
