/** Garden's own drawings that the page uses, as markup for `SafeSvg`. */

import sliders from '@zendeskgarden/svg-icons/src/16/adjust-stroke.svg?raw';
import reply from '@zendeskgarden/svg-icons/src/16/arrow-reverse-stroke.svg?raw';
import note from '@zendeskgarden/svg-icons/src/16/book-open-stroke.svg?raw';
import check from '@zendeskgarden/svg-icons/src/16/check-circle-stroke.svg?raw';
import chevronDown from '@zendeskgarden/svg-icons/src/16/chevron-down-stroke.svg?raw';
import chevronRight from '@zendeskgarden/svg-icons/src/16/chevron-right-stroke.svg?raw';
import clock from '@zendeskgarden/svg-icons/src/16/clock-stroke.svg?raw';
import mail from '@zendeskgarden/svg-icons/src/16/email-stroke.svg?raw';
import home from '@zendeskgarden/svg-icons/src/16/home-stroke.svg?raw';
import table from '@zendeskgarden/svg-icons/src/16/list-bullet-stroke.svg?raw';
import panels from '@zendeskgarden/svg-icons/src/16/panels-stroke.svg?raw';
import puzzle from '@zendeskgarden/svg-icons/src/16/puzzle-piece-stroke.svg?raw';
import reload from '@zendeskgarden/svg-icons/src/16/reload-stroke.svg?raw';
import thumbsDown from '@zendeskgarden/svg-icons/src/16/thumbs-down-stroke.svg?raw';
import thumbsUp from '@zendeskgarden/svg-icons/src/16/thumbs-up-stroke.svg?raw';
import close from '@zendeskgarden/svg-icons/src/16/x-stroke.svg?raw';

export const icons = {
  check,
  chevronDown,
  chevronRight,
  clock,
  close,
  home,
  mail,
  note,
  panels,
  puzzle,
  reload,
  reply,
  sliders,
  table,
  thumbsDown,
  thumbsUp,
};
