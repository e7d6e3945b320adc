import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Dossier, Filter, PartialDate, Retriever } from '../types.ts';

/** What a document says about where its text stands; `pageContent === article.text.slice(start, end)`. */
export interface PassageMetadata extends Record<string, unknown> {
  readonly passageId: string;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: PartialDate | null;
  readonly url: string | null;
  readonly score: number;
}

export interface PassageRetrieverFields extends BaseRetrieverInput {
  readonly retriever: Retriever;
  readonly dossier: Pick<Dossier, 'articles'>;
  /** Documents a query gives at most. */
  readonly limit: number;
  readonly filter?: Filter | undefined;
}

/** The project's retrieval as a retriever of langchain, for chains and tools. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  readonly lc_namespace = ['bellerophon', 'retrieval'];
  readonly #fields: PassageRetrieverFields;

  constructor(fields: PassageRetrieverFields) {
    super(fields);
    this.#fields = fields;
  }

  static override lc_name(): string {
    return 'PassageRetriever';
  }

  override async _getRelevantDocuments(
    query: string,
    _callbacks?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PassageMetadata>[]> {
    const { retriever, dossier, limit, filter } = this.#fields;
    const found = await retriever.retrieve(query, { limit, filter });
    return found.map(({ passage, score }) => {
      const { id: passageId, articleId, start, end, text } = passage;
      const { title = '', outlet = null, published = null, url = null } = dossier.articles.get(articleId) ?? {};
      return new Document({
        id: passageId,
        pageContent: text,
        metadata: { passageId, articleId, start, end, title, outlet, published, url, score },
      });
    });
  }
}
