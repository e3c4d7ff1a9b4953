import type { BylineWords } from '../model/byline-words.ts';
import type { Phrases } from '../model/phrases.ts';

export const english: Phrases = {
  labels: `
    source:|sources:|photo:|photos:|photo by|photo credit|image:|image credit|images:|picture:|credit:|
    credits:|©|ⓒ|(c)|copyright|all rights reserved|tags:|tagged|filed under|categories:|topics:|reading time|
    estimated reading|posted in|posted by|media contact|press contact|release date|keywords:|last modified|
    last updated|reporting by|notice:
  `,
  openings: `
    by|written by|posted|published|updated|first published|edited by|tags|category|topics|text:|interview|
    this story was|this article|this post was|this report was
  `,
  calls: `
    subscribe|sign up|join our|join us|get our|get the|get breaking|get daily|follow us|follow the|follow our|follow @|like us|download our|download the|click here|click the|click to|support our|support us|
    become a|already a|for more|for the latest|to read more|to subscribe|to view|stay up to date|stay informed|
    keep up with|never miss|want more|want to|do you|have a tip|got a tip|send us|email us|contact us|
    let us know|tell us|share this|share your|what do you think|leave a comment|start your|there's plenty|
    help us|donate|thank you for reading|thanks for reading|buy now|whatsapp|you can keep|you can follow|
    this post contains|this post may|this article contains|this article may|some posts on|we may earn|if you buy|
    first-time|add us|watch live|tune in|advertisement|story continues|article continues|
    continue reading|media playback|your browser|please enable|you need to enable|loading|let our news|log in|
    register|back to top|print this|the views|the opinions|opinions expressed|views expressed|your content is|
    newsletter|we use cookies|our website uses|this website uses|this site uses|we and our|we value your|
    by continuing|by clicking|add your comment|add a comment|post a comment|view comments|read comments|
    you must log in|you must be logged|commenting
  `,
  related: `
    related|related news|related stories|related articles|related posts|related topics|read more|read also|
    read our|read next|read the full|read:|also read|see also|see more|more:|more news|
    more on|more about|more from|more great|more stories|further reading|watch:|listen:|you may also|
    you might also|recommended|don't miss|check out|next:|next story|popular|click here|learn more|video:
  `,
  tailHeadings: `
    about|author|comments|leave a reply|leave a comment|contact|media contact|press contact|investor contact|
    forward-looking statements|share|tags|topics|newsletter|subscribe|related|disclaimer|how to listen
  `,
  callWords: `
    newsletter subscri sign.up inbox facebook twitter instagram youtube whatsapp telegram podcast patreon app.store google.play
    click e-?mail donat affiliate advert copyright account browser cookie links?\\b pdf latest update
  `,
  promoWords: `
    follow free\\b alert comment commission member tips?\\b stories coverage authors?\\b partner social
    news\\b here\\b
  `,
  addressWords: 'your? our us\\b we\\b here\\b now\\b today this\\b',
  signOffs: `
    contact|for more information|for further information|reach the reporter|email|follow|this article|this story|
    read or share|he can be reached|she can be reached|they can be reached|reach him|reach her|questions?|
    this post|the author|the writer|the post|read more|associated press|join our|reprinted|originally|download
  `,
};

export const englishBylines: BylineWords = {
  starts:
    'written by|posted by|published by|reported by|article by|story by|words by|text by|submitted by|created by|view all posts by|posts by|' +
    'authors|author(s)|author|contributors|contributor|byline|by',
  colonLabels: 'text words story interview essay',
  ends:
    'is published posted updated last first follow email twitter facebook view see more read share leave comments comment minutes min photo photos ' +
    'illustration via monday tuesday wednesday thursday friday saturday sunday | • · – — - » › ~ // /',
  smallEnds: 'on in at for with reports writes',
  endsBeforeNumber: 'a',
  offices:
    'reporter correspondent editor writer columnist contributor journalist producer director manager analyst professor fellow president ceo founder ' +
    'attorney consultant engineer developer designer strategist specialist dietitian nutritionist physician researcher scientist historian ' +
    'critic blogger copywriter officer coordinator co-founder cofounder owner architect economist',
  ranks:
    'staff senior junior chief deputy associate assistant freelance executive intern news politics political national international ' +
    'washington business sports science',
  organisations:
    'foundation institute university agency inc ltd company group media press news online team staff office for of',
  notNames:
    'admin|administrator|webmaster|wordpressadmin|wpadmin|siteadmin|site admin|account|user|author|byline|unknown|anonymous|undefined|null|none|' +
    'default|guest|super user|name|home|share|print|email|facebook|twitter|follow|subscribe|login|comments|reply|menu|search|more|read more|' +
    'archive|profile|website|all posts|view all posts|about|contact|news|blog|editorial|sponsored|size|google|photo|photos|date|source|' +
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|' +
    // Blogger's link to the profile.
    'view my complete profile|contact us|member login|log in|sign in|image credit|photo credit|myself|yourself|updated',
};
