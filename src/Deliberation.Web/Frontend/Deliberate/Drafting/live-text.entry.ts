import { LiveText } from './live-text';
import { TextMargin } from './text-margin';

customElements.define('text-margin', TextMargin);
customElements.define('live-text', LiveText);
