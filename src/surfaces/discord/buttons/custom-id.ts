/**
 * What a button does stands in its custom id, `verb:v1:<answer>:<page>`, so that buttons work after a restart and in
 * another process. A change of meaning takes a new version; ids of other versions are answered as expired.
 */
export type ButtonAction =
  | { readonly verb: 'quotes' | 'more'; readonly answerId: string; readonly page: number }
  | { readonly verb: 'publish' | 'good' | 'bad' | 'reason'; readonly answerId: string }
  | { readonly verb: 'sources'; readonly page: number; readonly filter: string };

const version = 'v1';
/** Discord's limit for custom ids. */
export const customIdLimit = 100;
/** Leaves room for the verb, the version and the page. */
export const filterLimit = 60;

export function customId(action: ButtonAction): string {
  switch (action.verb) {
    case 'sources':
      return `sources:${version}:${action.page}:${action.filter.slice(0, filterLimit)}`;
    case 'quotes':
    case 'more':
      return `${action.verb}:${version}:${action.answerId}:${action.page}`;
    default:
      return `${action.verb}:${version}:${action.answerId}`;
  }
}

/** @returns null for ids that this version of the bot has not made. */
export function parseCustomId(id: string): ButtonAction | null {
  const sources = /^sources:v1:(\d{1,4}):(.*)$/s.exec(id);
  if (sources) return { verb: 'sources', page: Number(sources[1]), filter: sources[2] ?? '' };
  const paged = /^(quotes|more):v1:(\w{1,40}):(\d{1,4})$/.exec(id);
  if (paged) return { verb: paged[1] as 'quotes' | 'more', answerId: paged[2] ?? '', page: Number(paged[3]) };
  const plain = /^(publish|good|bad|reason):v1:(\w{1,40})$/.exec(id);
  if (plain) return { verb: plain[1] as 'publish' | 'good' | 'bad' | 'reason', answerId: plain[2] ?? '' };
  return null;
}
