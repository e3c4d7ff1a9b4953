/**
 * Makes a story's nodes fit for the extension's pages: links open in a new tab, pictures load late and send no referrer,
 * ticks cannot be ticked.
 *
 * @param images `named`: pictures are not fetched, and their descriptions take their places. Fetching tells the site that
 * its story is being read.
 */
export function decorateStory(story: ParentNode, images: 'shown' | 'named'): void {
  if (images === 'named') story.querySelectorAll('img').forEach(nameImage);
  for (const link of story.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
    nameLink(link);
  }
  for (const image of story.querySelectorAll('img')) {
    image.setAttribute('loading', 'lazy');
    image.setAttribute('decoding', 'async');
    image.setAttribute('referrerpolicy', 'no-referrer');
    // One that cannot be had is named: Firefox, say, asks plain-http sites for a picture by https only.
    image.addEventListener('error', () => nameImage(image));
  }
  // The only input that a post has is a task's tick, and it is not for ticking here.
  for (const input of story.querySelectorAll('input')) {
    if (input.type === 'checkbox') input.disabled = true;
    else input.remove();
  }
}

/** A link around a picture without a description is named by its address; one that holds nothing any more is removed. */
function nameLink(link: Element): void {
  if (link.textContent.trim() !== '') return;
  const images = [...link.querySelectorAll('img')];
  if (images.length === 0) link.remove();
  else if (images.every(({ alt }) => alt === '')) link.setAttribute('aria-label', link.getAttribute('href') ?? '');
}

function nameImage(image: HTMLImageElement): void {
  const name = image.ownerDocument.createElement('span');
  name.className = 'image-name';
  name.textContent = image.alt;
  image.replaceWith(...(image.alt === '' ? [] : [name]));
}
