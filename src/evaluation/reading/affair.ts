import { UsageError } from '../../errors.ts';
import type { Language, PartialDate } from '../../types.ts';

/** Words of a numbered sentence that answer. */
export interface AnswerWords {
  /** `a1.3`: article, number of the sentence. */
  readonly sentence: string;
  readonly words: string;
}

export interface WrittenQuestion {
  readonly language: Language;
  /** `who`, `when`, …, `yes-no:no`; what stands behind the colon is the stance of the answer. */
  readonly kind: string;
  /** The articles give different answers. */
  readonly disputed: boolean;
  readonly wording: string;
  readonly question: string;
  /** Empty when the file does not tell. */
  readonly answers: readonly AnswerWords[];
  /** For a question without an answer: why, and the sentence that tempts most. */
  readonly none?: { readonly type: string; readonly near: string } | undefined;
}

/** What a chat model might write of some sentences, and whether they bear it out. */
export interface WrittenClaim {
  readonly language: Language;
  readonly faithful: boolean;
  readonly type: string;
  readonly sentences: readonly string[];
  readonly claim: string;
}

export interface WrittenArticle {
  readonly id: string;
  readonly language: Language;
  readonly outlet: string;
  readonly published: PartialDate;
  readonly title: string;
  /** Sentences by paragraph, in order of their numbers. */
  readonly paragraphs: readonly (readonly string[])[];
}

/** A small invented press file with questions on it. */
export interface Affair {
  readonly slug: string;
  readonly articles: readonly WrittenArticle[];
  readonly questions: readonly WrittenQuestion[];
  readonly claims: readonly WrittenClaim[];
}

/** Reads an affair; training/reading/README.md explains the lines. @throws UsageError naming the line. */
export function parseAffair(text: string, slug: string): Affair {
  const articles: { head: Omit<WrittenArticle, 'paragraphs'>; paragraphs: string[][] }[] = [];
  const questions: WrittenQuestion[] = [];
  const claims: WrittenClaim[] = [];
  let newParagraph = false;
  for (const [index, line] of text.split('\n').entries()) {
    const wrong = () => new UsageError(`${slug}, line ${index + 1} is not understood: “${line.slice(0, 80)}”.`);
    if (line.trim() === '') {
      newParagraph = true;
      continue;
    }
    if (line.startsWith('#')) continue;
    const fields = line.split(' | ').map((field) => field.trim());
    if (fields[0] === 'A') {
      const [, id, language, outlet, published, title] = fields as [string, string, Language, string, string, string];
      articles.push({ head: { id, language, outlet, published, title }, paragraphs: [[]] });
      newParagraph = false;
    } else if (fields[0] === 'Q') {
      const [, language, kind, wording, question, references] = fields as [
        string,
        Language,
        string,
        string,
        string,
        string,
      ];
      const none = /^NONE:([\w-]+) near (a\d+\.\d+)$/.exec(references);
      const answers = none
        ? []
        : references.split(/(?<=")\s*;\s*(?=a\d)/).map((reference) => {
            const match = /^(a\d+\.\d+)="(.*)"$/.exec(reference.trim());
            if (!match) throw wrong();
            return { sentence: match[1]!, words: match[2]! };
          });
      questions.push({
        language,
        kind: kind.replace('*', ''),
        disputed: kind.endsWith('*'),
        wording,
        question,
        answers,
        none: none ? { type: none[1]!, near: none[2]! } : undefined,
      });
    } else if (fields[0] === 'C') {
      const [, language, label, sentences, claim] = fields as [string, Language, string, string, string];
      const [truth, type] = label.split(':') as [string, string];
      claims.push({
        language,
        faithful: truth === 'ok',
        type,
        sentences: sentences.split(/[,;]\s*/).map((one) => one.trim()),
        claim,
      });
    } else {
      const sentence = /^\d+[.)]? (.+)$/.exec(line)?.[1];
      const article = articles.at(-1);
      if (sentence === undefined || !article) throw wrong();
      if (newParagraph && article.paragraphs.at(-1)!.length > 0) article.paragraphs.push([]);
      newParagraph = false;
      article.paragraphs.at(-1)!.push(sentence.trim());
    }
  }
  return { slug, articles: articles.map(({ head, paragraphs }) => ({ ...head, paragraphs })), questions, claims };
}
