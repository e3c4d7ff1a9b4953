/** The fields of the library's editor as they were typed. */
export interface EditFields {
  readonly title: string;
  readonly authors: string;
  /** Absent in what was typed before the editor had these fields. */
  readonly date?: string;
  readonly source?: string;
  readonly tags: string;
  readonly notes: string;
  readonly markdown: string;
}

/** What was typed in the editor and not saved. */
export interface EditDraft {
  readonly clipId: string;
  /** The version of the clip that the editor was opened on. */
  readonly version: number;
  readonly fields: EditFields;
  /** Unix milliseconds. */
  readonly typedAt: number;
}
