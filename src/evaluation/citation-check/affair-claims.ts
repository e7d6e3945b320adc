import { citedPassage } from '../../answering/citation-check/cited-passage.ts';
import type { CitedPassage } from '../../answering/citation-check/contracts.ts';
import type { Dossier } from '../../types.ts';
import type { Affair } from '../reading/affair.ts';
import { type PlacedSentence, placesOf } from '../reading/affair-corpus.ts';
import { copiedClaims } from '../reading/copied-claims.ts';
import type { CheckCase } from './train.ts';

/** Made by program, and many: they must not outweigh what people wrote. */
const weightOfCopies = 0.5;

/** The claims of an affair, each on the passages that hold the sentences it cites, whole sentences for quotes. */
export function affairClaims(affair: Affair, dossier: Dossier): CheckCase[] {
  const places = placesOf(affair, dossier);
  return affair.claims.flatMap(({ claim, faithful, sentences }) => {
    const cited = sentences.map((id) => places.get(id)).filter((place) => place !== undefined);
    if (cited.length < sentences.length) return [];
    const passages = new Map(cited.map((place) => [find(place, dossier)?.id, passageOf(place, dossier)]));
    return [
      {
        input: { sentence: claim, quotes: cited.map(({ text }) => text), citedPassages: [...passages.values()] },
        tampered: !faithful,
        group: affair.slug,
        origin: 'affairs',
        weight: 1,
      },
    ];
  });
}

/** Copies of the sentences of an affair, shortened or tampered with, each on the passage that holds its sentence. */
export function affairCopies({ slug, ...affair }: Affair, dossier: Dossier): CheckCase[] {
  const places = [...placesOf({ slug, ...affair }, dossier).values()];
  return copiedClaims(places, dossier.names, slug.length).flatMap(({ claim, faithful, sentence }) => {
    const passage = passageOf(sentence, dossier);
    const input = { sentence: claim, quotes: [sentence.text], citedPassages: [passage] };
    return passage ? [{ input, tampered: !faithful, group: slug, origin: 'copies', weight: weightOfCopies }] : [];
  });
}

function find({ article, start, text }: PlacedSentence, { passages }: Dossier) {
  const own = [...passages.values()].filter(
    (passage) => passage.articleId === article.id && passage.start <= start && start < passage.end,
  );
  return own.find(({ end }) => end >= start + text.length) ?? own[0];
}

function passageOf(place: PlacedSentence, dossier: Dossier): CitedPassage | undefined {
  const passage = find(place, dossier);
  return passage && citedPassage(passage, dossier);
}
