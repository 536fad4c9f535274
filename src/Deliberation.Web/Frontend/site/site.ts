import { ConfirmAct } from './confirm-act';
import { CopyText } from './copy-text';
import { DismissNotice } from './dismiss-notice';
import { ErrorFocus } from './error-focus';
import { FreshAnswers } from './fresh-answers';
import { PrintButton } from './print-button';
import { SliderValue } from './slider-value';

customElements.define('confirm-act', ConfirmAct);
customElements.define('copy-text', CopyText);
customElements.define('dismiss-notice', DismissNotice);
customElements.define('error-focus', ErrorFocus);
customElements.define('fresh-answers', FreshAnswers);
customElements.define('print-button', PrintButton);
customElements.define('slider-value', SliderValue);
