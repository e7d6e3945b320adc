import { fileURLToPath } from 'node:url';

/** The folder of the model that is shipped with the project, and the name that messages give it. */
export const bundledModelName = 'bellerophon-static-fr-en';
export const bundledModelFolder = fileURLToPath(new URL(`../../models/${bundledModelName}`, import.meta.url));
