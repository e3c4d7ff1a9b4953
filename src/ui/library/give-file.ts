/** How long the browser may take to begin reading the file. */
const KEPT = 60_000;

/** Gives a file to the user by way of the browser's downloads. */
export function giveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
