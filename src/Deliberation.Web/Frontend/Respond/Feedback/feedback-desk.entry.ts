import { QueueKeys } from './queue-keys';

customElements.define('queue-keys', QueueKeys);
