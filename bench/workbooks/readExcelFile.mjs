import read from 'read-excel-file/node'

console.log((await read(process.argv[2])).length)
