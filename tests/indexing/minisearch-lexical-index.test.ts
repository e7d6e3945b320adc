import { MiniSearchLexicalIndex } from '../../src/indexing/minisearch-lexical-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { lexicalIndexContract } from './lexical-index-contract.ts';

lexicalIndexContract(
  'MiniSearch',
  async () => MiniSearchLexicalIndex.create(),
  async (index) => {
    const folder = await temporaryFolder();
    await (index as MiniSearchLexicalIndex).save(folder);
    return MiniSearchLexicalIndex.load(folder);
  },
);
