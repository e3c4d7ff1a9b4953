import { ClipError } from '../../core/model/failure.ts';

/**
 * Returns a token as it goes into a header: as it was copied, without the space around it.
 *
 * @throws {ClipError} `auth-expired` where it has characters that no token has. `fetch` would name one of them in its
 * complaint.
 */
export function bearerToken(secret: string): string {
  const token = secret.trim();
  if (!/^[!-~]+$/.test(token)) {
    throw new ClipError('auth-expired', 'a token has letters, digits and signs of ASCII only');
  }
  return token;
}
