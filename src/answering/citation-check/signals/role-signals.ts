import { alignClauses } from '../alignment.ts';
import type { Comparison, ReadText } from '../comparison.ts';
import { copying } from '../near-copy.ts';
import { exchangedOwners, exchangedSubjects, turnedRoles } from '../roles.ts';
import type { Signal, SignalReader } from './signal.ts';

/** Who can act: people, organisations and countries, not "israélienne" nor "Glasgow". */
function withActors({ text, terms, names: things }: ReadText, { names }: Comparison) {
  const actors = things.filter(({ id, kind, adjective }) => {
    if (kind === 'entry') return names.get(id.replace(/^entry:/, ''))?.kind !== 'place';
    return kind === 'country' && !adjective;
  });
  return { text, terms, actors };
}

const passive =
  /(?<![\p{L}])(?:été|est|sont|était|étaient|fut|furent|be|been|being|was|were|is|are)\s(?:\p{L}+(?:ment|ly)\s)?\p{L}+(?:\s\S+){0,4}\s(?:by|par)(?![\p{L}])/iu;

type Side = ReturnType<typeof withActors>;

/** Two names in the order of the other side's, one of them turned by a passive: the same; else turned round. */
function inverted(claim: Side, source: Side): string[] {
  const found: string[] = [];
  claim.actors.forEach((first, index) => {
    for (const second of claim.actors.slice(index + 1)) {
      if (first.id === second.id) continue;
      const a = source.actors.find(({ id }) => id === first.id);
      const b = source.actors.find(({ id }) => id === second.id);
      if (!a || !b) continue;
      const between = claim.text.slice(first.end, second.start);
      const sourceBetween = source.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
      const turned = a.start > b.start;
      const passives = passive.test(between) !== passive.test(sourceBetween);
      if (turned !== passives)
        found.push(`${claim.text.slice(first.start, first.end)} – ${claim.text.slice(second.start, second.end)}`);
    }
  });
  return found;
}

/** Whether who does what to whom stands as in the source. */
export const roleSignals: SignalReader = (comparison) => {
  const { claim, sources } = comparison;
  const own = withActors(claim, comparison);
  const aligned = alignClauses(comparison).filter(({ support }) => support >= 0.4);
  const quoted = sources.filter((source) => source.quoted);
  const among = quoted.map((source) => withActors(source, comparison));
  const owners = ({ text, terms, names }: ReadText) => ({ text, terms, actors: names });
  const signal = (name: string, found: readonly string[]): Signal => ({
    name,
    value: found.length,
    kind: 'roles',
    detail: found[0] ?? '',
  });
  const turned = quoted.flatMap((source, index) => {
    const side = among[index];
    const found = side ? [...turnedRoles(own, side), ...exchangedSubjects(own, side)] : [];
    return found.map((detail) => ({ detail, copied: copying(claim.content, source) }));
  });
  const worst = turned.toSorted((a, b) => b.copied - a.copied)[0];
  return [
    { name: 'turnedInCopy', value: worst?.copied ?? 0, kind: 'roles', detail: worst?.detail ?? '' },
    signal(
      'turnedRoles',
      among.flatMap((source) => turnedRoles(own, source)),
    ),
    signal(
      'exchangedSubjects',
      among.flatMap((source) => exchangedSubjects(own, source)),
    ),
    signal('exchangedOwners', exchangedOwners(owners(claim), sources.map(owners))),
    signal(
      'inverted',
      aligned.flatMap(({ clause, source }) => {
        const actors = own.actors.filter(({ start, end }) => start >= clause.start && end <= clause.end);
        return inverted({ ...own, actors }, withActors(source, comparison));
      }),
    ),
  ];
};
