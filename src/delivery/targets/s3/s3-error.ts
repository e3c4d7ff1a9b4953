import type { ClipError, FailureCode } from '../../../core/model/failure.ts';
import { httpError } from '../../http/http-error.ts';
import { childText, readXml, type XmlElement } from '../../http/read-xml.ts';
import { answerText, type HttpAnswer } from '../../http/send-request.ts';

/** The error codes that tell more than their status (Amazon S3 API Reference, "Error responses"; Swift's and Ceph's own). */
const CODES: Readonly<Record<string, FailureCode>> = {
  SignatureDoesNotMatch: 'auth-expired',
  InvalidAccessKeyId: 'auth-expired',
  ExpiredToken: 'auth-expired',
  InvalidToken: 'auth-expired',
  InvalidClientTokenId: 'auth-expired',
  TokenRefreshRequired: 'auth-expired',
  RequestTimeTooSkewed: 'clock-skew',
  RequestExpired: 'clock-skew',
  AuthorizationHeaderMalformed: 'wrong-region',
  IllegalLocationConstraintException: 'wrong-region',
  PermanentRedirect: 'wrong-region',
  TemporaryRedirect: 'wrong-region',
  QuotaExceeded: 'disk-full',
  XMinioStorageFull: 'disk-full',
  EntityTooLarge: 'too-large',
  KeyTooLongError: 'name-too-long',
  NoSuchBucket: 'folder-gone',
  SlowDown: 'rate-limited',
  TooManyRequests: 'rate-limited',
  RequestLimitExceeded: 'rate-limited',
  ConditionalRequestConflict: 'file-locked',
  OperationAborted: 'file-locked',
  RequestTimeout: 'offline',
  InvalidBucketName: 'folder-gone',
  BadDigest: 'not-kept',
  IncompleteBody: 'not-kept',
  XAmzContentSHA256Mismatch: 'not-kept',
};

/** What the body of a refusal says; empty strings where it says nothing. */
export interface S3Problem {
  readonly code: string;
  /** The region that the bucket is in, where the server tells. */
  readonly region: string;
}

export function readProblem(answer: HttpAnswer): S3Problem {
  const root = rootOf(answerText(answer));
  const error = root?.name === 'Error' ? root : undefined;
  const [code, region] = [childText(error, 'Code'), childText(error, 'Region')];
  // Words of a table, and nothing that may repeat a key.
  return { code: /^\w{1,64}$/.test(code) ? code : '', region: /^[a-z\d-]{1,32}$/i.test(region) ? region : '' };
}

/** Returns the failure for a server's refusal. */
export function s3Error(answer: HttpAnswer, now: number): ClipError {
  const { code, region } = readProblem(answer);
  const reason = code + (region && ` (${region})`);
  const named = Object.hasOwn(CODES, code) ? CODES[code] : answer.status === 409 ? 'file-locked' : undefined;
  return httpError(answer, now, named, reason);
}

/** The region that the bucket is really in, where a refusal for the wrong one names it. */
export function regionOf(answer: HttpAnswer): string | undefined {
  const { code, region } = readProblem(answer);
  if (CODES[code] !== 'wrong-region') return undefined;
  return region || answer.headers.get('x-amz-bucket-region') || undefined;
}

/** A proxy's page of HTML is not an S3 error. */
function rootOf(text: string): XmlElement | undefined {
  try {
    return readXml(text);
  } catch {
    return undefined;
  }
}
