import { buildAll } from './build-all.ts';

buildAll(['raw', 'jekyll', 'hugo', 'obsidian']);
