import { LiveText } from './live-text';
import { OpenText } from './open-text';
import { TextMargin } from './text-margin';

customElements.define('text-margin', TextMargin);
customElements.define('live-text', LiveText);
customElements.define('open-text', OpenText);
