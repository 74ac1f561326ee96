import type { MarkStyle } from '../../lib/core/settings.ts';

/**
 * What each style of marks adds to style.css. It stands in our own element, outside its shadow root, and must outweigh
 * a sheet that browsers put before or after the page's.
 */
export const markStyles: Record<MarkStyle, string> = {
  colour: '',
  underline: `
    ::highlight(reader-a), ::highlight(reader-b), ::highlight(reader-c), ::highlight(reader-d) {
      background-color: transparent !important;
      color: currentcolor !important;
    }
    ::highlight(reader-d) {
      text-decoration: underline 4px double currentcolor !important;
    }`,
};
