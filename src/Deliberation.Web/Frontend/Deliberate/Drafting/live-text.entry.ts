import { LiveText } from './live-text';

customElements.define('live-text', LiveText);
