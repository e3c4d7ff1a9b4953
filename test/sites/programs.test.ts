import { buildAll } from './build-all.ts';

buildAll(['hexo', 'eleventy', 'astro', 'pandoc']);
