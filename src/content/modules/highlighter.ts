import { startHighlighter } from '../highlighter/start-highlighter.ts';

startHighlighter();
