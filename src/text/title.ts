interface Titled {
  readonly outlet?: string | null | undefined;
  readonly title?: string | undefined;
}

/** Who says it, under which title: what a reader of a sentence sees above it. */
export function titleOf({ outlet, title }: Titled): string {
  return `${outlet ?? ''} - ${title ?? ''}`;
}
