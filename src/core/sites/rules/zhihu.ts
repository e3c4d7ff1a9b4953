import type { SiteRule } from '../../model/site-rule.ts';

/**
 * 知乎 columns and answers. The page of one answer goes on with the answers of others: only the first card is the one
 * that the address names.
 */
export const zhihu: SiteRule = {
  places: ['zhihu.com'],
  name: '知乎',
  zone: 'Asia/Shanghai',
  headline: ['.Post-Title', '.QuestionHeader-title'],
  byline: ['.Post-Author .AuthorInfo-name', '.AnswerCard .AuthorInfo-name', '.QuestionAnswer-content .AuthorInfo-name'],
  date: ['.Post-Main .ContentItem-time', '.AnswerCard .ContentItem-time', '.QuestionAnswer-content .ContentItem-time'],
  take: ['.Post-RichTextContainer', '.AnswerCard .RichContent-inner', '.QuestionAnswer-content .RichContent-inner'],
  drop: [
    '.RichContent-actions',
    '.ContentItem-time',
    '.Reward',
    '.Post-topicsAndReviewer',
    '.RichText-MCNLinkCardContainer',
  ],
};
