// Without a file of its own, this app would start with the one of the app around it.
export function register() {}
