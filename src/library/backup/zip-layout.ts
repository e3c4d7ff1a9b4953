/** The layout of a zip archive: APPNOTE.TXT 6.3.10, section 4.3. Numbers are little-endian. */

/** Signatures of records. */
export const LOCAL_HEADER = 0x04034b50;
export const DATA_DESCRIPTOR = 0x08074b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END = 0x06054b50;
export const END_64 = 0x06064b50;
export const END_64_LOCATOR = 0x07064b50;

/** Sizes of records, in bytes, without what is of changing length. */
export const LOCAL_HEADER_BYTES = 30;
export const DATA_DESCRIPTOR_BYTES = 16;
export const CENTRAL_HEADER_BYTES = 46;
export const END_BYTES = 22;
export const END_64_BYTES = 56;
export const END_64_LOCATOR_BYTES = 20;

/** Numbers that say: the real one does not fit here, and is in the zip64 field or record. */
export const IN_ZIP64_32 = 0xff_ff_ff_ff;
export const IN_ZIP64_16 = 0xff_ff;
/** The tag of the zip64 field. */
export const ZIP64_FIELD = 1;

/** Methods of compression. */
export const STORED = 0;
export const DEFLATED = 8;
