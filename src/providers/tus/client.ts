/** Apart from our own code, so that the 15 KB load with the first upload that needs them. */
export { Upload } from 'tus-js-client'
