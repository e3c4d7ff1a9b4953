import type { ClipError } from '../../../core/model/failure.ts';
import { httpError } from '../../http/http-error.ts';
import { answerText, type HttpAnswer } from '../../http/send-request.ts';

/** 坚果云 answers 503 without a `Retry-After` where an account has asked too often, and says so in the body. */
const TOO_OFTEN = /BlockedTemporarily|TooManyRequests|too many requests|rate limit/i;

/** Returns the failure for a WebDAV server's response. */
export function webdavError(answer: HttpAnswer, now: number): ClipError {
  const { status } = answer;
  if (status === 503 && TOO_OFTEN.test(answerText(answer))) return httpError(answer, now, 'rate-limited');
  // 409: the folder that it should go into is not there (RFC 4918, 9.7.1). 207 holds a refusal of a part.
  if (status === 409) return httpError(answer, now, 'folder-gone');
  if (status === 207) return httpError(answer, now, 'not-kept');
  return httpError(answer, now);
}

/**
 * The failure of an upload to a new name. rclone answers 405 where its disk is full, to a `PUT` that it has taken
 * before.
 */
export function uploadError(answer: HttpAnswer, now: number): ClipError {
  return answer.status === 405 ? httpError(answer, now, 'disk-full') : webdavError(answer, now);
}
