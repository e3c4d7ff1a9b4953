/** The toolbar's style. The page's own styles do not reach in. */
export const STYLE = `
  .bar { position: fixed; inset: auto 0 12px; margin: 0 auto; inline-size: min(560px, calc(100vw - 24px));
    max-block-size: min(60vh, 420px); overflow: auto; box-sizing: border-box; padding: 10px 14px; border-radius: 12px;
    color: #1d1b18; background: #fff; border: 1px solid #e4dfd5; box-shadow: 0 2px 16px rgb(0 0 0 / 30%); outline: none;
    font: 14px/1.5 system-ui, sans-serif; pointer-events: auto; text-align: start }
  .head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px }
  .title { margin: 0; font-weight: 600; margin-inline-end: auto }
  p { margin: 4px 0 0 }
  [hidden] { display: none !important }
  .help, .status, .lost-head { color: #5f5a52; font-size: 13px }
  .failed { color: #9c2b1f }
  button { font: inherit; color: inherit; background: none; border: 1px solid #cfc8bb; border-radius: 8px; padding: 3px 10px;
    min-block-size: 28px; cursor: pointer }
  button:hover { background: #f4f1ea }
  button:focus-visible, textarea:focus-visible, .bar:focus-visible { outline: 2px solid #b5382a; outline-offset: 1px }
  .colours { display: flex; gap: 6px }
  .colour { inline-size: 30px; min-block-size: 30px; padding: 0; border-radius: 50%; color: #1d1b18; font-size: 12px }
  .yellow { background: #ffe27a } .green { background: #b9ecb0 } .blue { background: #b5dcff } .pink { background: #ffc9de }
  .colour:hover { filter: brightness(.95) }
  .colour[aria-pressed="true"] { box-shadow: 0 0 0 2px #fff, 0 0 0 4px #1d1b18 }
  .note { display: grid; gap: 6px; margin-block-start: 8px }
  .quote { margin: 0; padding-inline-start: 8px; border-inline-start: 4px solid; overflow-wrap: anywhere; background: none }
  label { display: grid; gap: 2px; font-size: 13px }
  textarea { font: inherit; color: inherit; background: #fbfaf7; border: 1px solid #8a8479; border-radius: 8px; padding: 6px 8px;
    resize: vertical; min-block-size: 3em; box-sizing: border-box; inline-size: 100% }
  .row { display: flex; flex-wrap: wrap; gap: 8px; justify-content: space-between }
  ul { list-style: none; margin: 8px 0 0; padding: 0; display: grid; gap: 4px }
  li button { inline-size: 100%; text-align: start; border-color: transparent; border-inline-start: 4px solid #ffe27a; border-radius: 4px;
    overflow-wrap: anywhere }
  li .green, .quote.green { border-inline-start-color: #7ecb70; background: none } li .blue, .quote.blue { border-inline-start-color: #74b7ef; background: none }
  li .pink, .quote.pink { border-inline-start-color: #f08fb4; background: none } li .yellow, .quote.yellow { border-inline-start-color: #e6b800; background: none }
  li .lost { border-inline-start-style: dashed }
  .words { color: #5f5a52; font-size: 13px; display: block }
  .retry { margin-inline-start: 8px }
  @media (prefers-reduced-motion: no-preference) { .bar { animation: rise .15s ease-out } @keyframes rise { from { opacity: 0 } } }
  @media (prefers-color-scheme: dark) {
    .bar { color: #ece8e1; background: #232220; border-color: #35332f }
    .help, .status, .lost-head, .words { color: #b3ada3 }
    .failed { color: #f0907f }
    button { border-color: #55524c } button:hover { background: #32302c }
    .yellow:hover { background: #ffe27a } .green:hover { background: #b9ecb0 } .blue:hover { background: #b5dcff } .pink:hover { background: #ffc9de }
    li button:hover { background: #32302c }
    textarea { background: #1b1a18; border-color: #8a8479 }
    .colour[aria-pressed="true"] { box-shadow: 0 0 0 2px #232220, 0 0 0 4px #ece8e1 }
  }
  @media (forced-colors: active) { .colour { forced-color-adjust: none } }
`;
