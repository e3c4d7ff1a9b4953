/** All that wakes the background, and the one function that each calls. */

import { type BackgroundRequests, backgroundRequests, highlighterRequests } from '../app/background-requests.ts';
import { readFeedText } from '../app/check-feeds.ts';
import { onPendingSave, onPendingSaveGone } from '../app/pending-save.ts';
import { onBrowserStart, onCommand, onInstalled, onMenuItem, onOnline, onSitesAllowed } from '../platform/events.ts';
import { onFeedsAlarm } from '../platform/feeds-alarm.ts';
import { answerMessages, answerTabs, checkedHandler, type RequestHandler } from '../platform/messages.ts';
import { onOutboxAlarm } from '../platform/outbox-alarm.ts';
import { onQuickClipAlarm } from '../platform/quick-clip-alarm.ts';
import { closeStorageToContentScripts } from '../platform/storage.ts';
import { checkFollowedFeeds } from './check-feeds.ts';
import { clipLink } from './clip-link.ts';
import { finishSaves, reviewFailedSaves } from './finish-saves.ts';
import { changeFromPage, endHighlights, highlightPage, highlightTab } from './highlight-page.ts';
import { installMenu } from './install-menu.ts';
import { deliver, deliverLinkedPictures } from './library.ts';
import { openBatch } from './open-batch.ts';
import { pickOnPage } from './pick-on-page.ts';
import { finishQuickClips, quickClip, quickClipSelection } from './quick-clip.ts';
import { resumeJobs } from './resume-jobs.ts';
import { welcomeNewUser } from './welcome-new-user.ts';

void closeStorageToContentScripts();
onInstalled(installMenu);
onInstalled(welcomeNewUser);
onCommand('quick-clip', quickClip);
onCommand('highlight', highlightTab);
onMenuItem('clip-page', quickClip);
onMenuItem('clip-selection', quickClipSelection);
onMenuItem('clip-link', clipLink);
onMenuItem('clip-several', openBatch);

answerMessages({
  drain: checkedHandler(backgroundRequests.drain, deliver),
  finishSaves: checkedHandler(backgroundRequests.finishSaves, finishSaves),
  pick: checkedHandler(backgroundRequests.pick, pickOnPage),
  readFeed: checkedHandler(backgroundRequests.readFeed, readFeedText),
  checkFeeds: checkedHandler(backgroundRequests.checkFeeds, checkFollowedFeeds),
  highlight: checkedHandler(backgroundRequests.highlight, highlightPage),
} satisfies Record<keyof BackgroundRequests, RequestHandler>);
answerTabs({
  putHighlight: (tab, args) =>
    checkedHandler(highlighterRequests.putHighlight, (put) => changeFromPage(tab, { put: [put] }))(args),
  removeHighlight: (tab, args) =>
    checkedHandler(highlighterRequests.removeHighlight, (id) => changeFromPage(tab, { remove: [id] }))(args),
  endHighlights: (tab, args) => checkedHandler(highlighterRequests.endHighlights, () => endHighlights(tab))(args),
});
onQuickClipAlarm(finishQuickClips);
onPendingSave(finishSaves);
onPendingSaveGone(reviewFailedSaves);
onBrowserStart(finishSaves);
onInstalled(finishSaves);
onOutboxAlarm(finishSaves);
onBrowserStart(() => deliver(true));
onBrowserStart(resumeJobs);
onOnline(() => deliver(true));
onSitesAllowed(deliverLinkedPictures);
onInstalled(() => deliver(true));
onInstalled(resumeJobs);
onOutboxAlarm(() => deliver(false));
onBrowserStart(() => checkFollowedFeeds());
onInstalled(() => checkFollowedFeeds());
onOnline(() => checkFollowedFeeds());
onFeedsAlarm(() => checkFollowedFeeds());
