/** In a file of its own, so that its 15 KB are loaded with the first upload and not with the transport. */
export { Upload } from 'tus-js-client'
