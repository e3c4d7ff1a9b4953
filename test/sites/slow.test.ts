import { buildAll } from './build-all.ts';

buildAll(['vitepress', 'docusaurus', 'astro-mdx']);
