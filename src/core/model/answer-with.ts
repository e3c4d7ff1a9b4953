import type { AnswerWith } from './clip-answer.ts';

/** Returns an answer with what `write` returns for each of its articles. */
export function answerWith<From, To>(answer: AnswerWith<From>, write: (article: From) => To): AnswerWith<To> {
  if (!answer.ok) return answer;
  const { selection, article, ...rest } = answer;
  return { ...rest, article: write(article), ...(selection ? { selection: write(selection) } : {}) };
}
