import { Bm25LexicalIndex } from '../../src/indexing/bm25-lexical-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { lexicalIndexContract } from './lexical-index-contract.ts';

lexicalIndexContract(
  'BM25',
  async () => Bm25LexicalIndex.create(),
  async (index) => {
    const folder = await temporaryFolder();
    await (index as Bm25LexicalIndex).save(folder);
    return Bm25LexicalIndex.load(folder);
  },
);
