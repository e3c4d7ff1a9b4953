import { render } from 'preact';

render(<main>Jianbao</main>, document.body);
