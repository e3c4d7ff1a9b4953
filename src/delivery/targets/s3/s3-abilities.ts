/**
 * What conditions on `PUT` do in a bucket. They come in four kinds: obeyed, refused with 501, ignored with 200, and
 * switched off by versioning; so a bucket is tried, not a product.
 */
export interface S3Abilities {
  /** `If-None-Match: *` keeps from writing over an object, and says 412. */
  readonly createIf: boolean;
  /** How `If-Match` wants the ETag: as the server wrote it, or without its quotes. False where it is not obeyed. */
  readonly updateIf: 'quoted' | 'bare' | false;
}
