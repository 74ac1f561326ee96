import { defineContentScript } from '#imports';
import { views } from './content/draw-page.tsx';
import { offerPageViews } from './content/page-views.ts';

export default defineContentScript({
  registration: 'runtime',
  main: () => offerPageViews(views),
});
