/** Hands the user a file, as a download of the page. */
export function giveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken the address by then; an hour is more than any dialog stays open.
  setTimeout(() => URL.revokeObjectURL(link.href), 3_600_000);
}
