import path from 'node:path';

/**
 * Article ids for files given by their path inside the folder: the name without its ending. Where several files would
 * share one, each gets its whole path instead, with the ending where even that is shared.
 */
export function assignIds(files: readonly string[]): string[] {
  const naming = [
    (file: string) => path.posix.basename(withoutEnding(file)),
    (file: string) => withoutEnding(file),
    (file: string) => file,
  ];
  const ids: string[] = new Array(files.length);
  let open = files.map((_, index) => index);
  const taken = new Set<string>();
  for (const name of naming) {
    const groups = new Map<string, number[]>();
    for (const index of open) {
      const id = clean(name(files[index]!));
      groups.set(id, [...(groups.get(id) ?? []), index]);
    }
    open = [];
    for (const [id, members] of groups) {
      if (members.length === 1 && !taken.has(id)) {
        ids[members[0]!] = id;
        taken.add(id);
      } else open.push(...members);
    }
  }
  // Only reached when the names differ in nothing but characters that an id cannot hold.
  for (const index of open) {
    let number = 2;
    while (taken.has(`${clean(files[index]!)}-${number}`)) number += 1;
    ids[index] = `${clean(files[index]!)}-${number}`;
    taken.add(ids[index]);
  }
  return ids;
}

function withoutEnding(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length);
}

/** "#" parts a passage's id from its article's; control characters would break lines. */
function clean(name: string): string {
  return name.normalize('NFC').replace(/[#\p{Cc}]/gu, '-');
}
