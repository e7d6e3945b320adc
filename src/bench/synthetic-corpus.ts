import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../evaluation/seeded-random.ts';
import { words } from '../text/terms.ts';

/**
 * Writes articles that look like those of a press file and say nothing: chains of word pairs as they stand in `texts`,
 * in paragraphs of a passage's length. The same texts and the same number give the same files on any machine.
 */
export async function writeSyntheticCorpus(
  folder: string,
  { texts, passages }: { readonly texts: readonly string[]; readonly passages: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const followers = pairs(texts);
  const starts = [...followers.keys()];
  const random = seededRandom(20_211_021);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

  for (let article = 0; article * passagesPerArticle < passages; article += 1) {
    const sentence = () => {
      let word = pick(starts);
      const chain = [word];
      const length = 12 + Math.floor(random() * 14);
      while (chain.length < length) {
        word = pick(followers.get(word) ?? starts);
        chain.push(word);
      }
      const text = chain.join(' ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    };
    const paragraphs = Array.from(
      { length: Math.min(passagesPerArticle, passages - article * passagesPerArticle) },
      () => Array.from({ length: 4 }, sentence).join(' '),
    );
    const day = new Date(Date.UTC(2021, 6, 18 + (article % 1000))).toISOString().slice(0, 10);
    const front = `---\ntitle: ${JSON.stringify(sentence())}\noutlet: Outlet ${article % 40}\npublished: ${day}\n---\n`;
    await writeFile(
      join(folder, `synthetic-${String(article).padStart(5, '0')}.md`),
      `${front}\n${paragraphs.join('\n\n')}\n`,
    );
  }
}

const passagesPerArticle = 5;

/** word → the words that follow it somewhere, as often as they do. */
function pairs(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const followers = new Map<string, string[]>();
  for (const text of texts) {
    const chain = words(text).map(({ start, end }) => text.slice(start, end));
    for (const [at, word] of chain.entries()) {
      const next = chain[at + 1];
      if (next === undefined) continue;
      const known = followers.get(word);
      if (known === undefined) followers.set(word, [next]);
      else known.push(next);
    }
  }
  return followers;
}
