import { PrivateAddressError, RedirectError } from './judged-fetch.ts';
import { HostRestsError } from './network/host-pace.ts';
import { RobotsError } from './network/robots-rules.ts';

/** Why a request failed, by Node's error code; `%` is the host. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host %',
  EAI_AGAIN: 'the name % could not be looked up; is there a network?',
  ECONNREFUSED: '% refused the connection',
  ECONNRESET: '% broke off the connection',
  EPIPE: '% broke off the connection',
  ERR_STREAM_PREMATURE_CLOSE: '% broke off the connection',
  Z_BUF_ERROR: '% broke off the connection, or sent half a page',
  EHOSTUNREACH: '% cannot be reached',
  ENETUNREACH: '% cannot be reached; is there a network?',
  ETIMEDOUT: '% did not answer',
  CERT_HAS_EXPIRED: 'the certificate of % has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of % is not signed by anybody known',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of % is not signed by anybody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of % is not signed by anybody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of % is for another name',
  UND_ERR_CONNECT_TIMEOUT: '% did not answer',
  UND_ERR_SOCKET: '% broke off the connection',
  EPROTO: '% answers, but not by https',
  ERR_SSL_WRONG_VERSION_NUMBER: '% answers, but not by https',
  Z_DATA_ERROR: '% sent what it compressed damaged',
  ERR__ERROR_FORMAT_PADDING_1: '% sent what it compressed damaged',
};

/** Why a request to `host` failed, as the rest of a sentence. */
export function networkReason(error: unknown, host: string): string {
  if (error instanceof PrivateAddressError) {
    return error.host === host
      ? `${host} is an address of a private network, which no page may name`
      : `${host} leads to ${error.host}, an address of a private network; it was not followed`;
  }
  if (error instanceof RedirectError) {
    const isCircle = error.message === 'redirect count exceeded';
    return isCircle ? `${host} redirects in a circle; there is no page at the end of it` : `${host}: ${error.message}`;
  }
  if (error instanceof RobotsError || error instanceof HostRestsError) return error.message;
  const code = codeIn(error);
  const known = REASONS[code];
  if (known !== undefined) return known.replace('%', () => host);
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim();
}

/** The code of an error; of several (one for each address that was tried), the first one's. */
function codeIn(error: unknown): string {
  if (error instanceof AggregateError && !('code' in error)) return codeIn(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
