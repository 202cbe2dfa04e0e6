const USER = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#\\\s]*@/i

/** The address without who asks: a name may be a secret as well. Any other text stays as it is. */
export const withoutPassword = (address: string): string => address.replace(USER, '$1***@')
