// For frameworks that look for the types of elements: the types alone, beside this file.
export {};
