/** What is put behind a question of yes or no: it asks for nothing more, and its "not" is no denial. */
const tag =
  /(?:[\s,;–—:-]*(?<!\p{L})(?:oui ou non|ou (?:bien )?(?:non|pas)(?: du tout)?|yes or no|or not)|,\s*(?:n['’]est-ce pas|pas vrai|hein|right|(?:is|was|were|are|did|does|do|has|have|had)n['’]t (?:he|she|it|they)))\s*(?=[?!.\s]*$)/iu;

/** The question without "oui ou non", "or not", "n'est-ce pas" behind it; as it is where little else is asked. */
export function withoutTag(question: string): string {
  const asked = question.replace(tag, '');
  return /\p{L}{2}.*\s.*\p{L}{2}/u.test(asked) ? asked : question;
}
