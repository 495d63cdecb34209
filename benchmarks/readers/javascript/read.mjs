// Prints the rows of a file as hyparquet reads them; of decimals and instants it keeps what its numbers and dates can.
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const file = await asyncBufferFromFile(process.argv[2])
// Without an annotation, bytes are bytes and no text.
const rows = await parquetReadObjects({ file, compressors, utf8: false })
for (const row of rows) {
  const hex = Array.from(row.picture, byte => byte.toString(16).padStart(2, '0')).join('')
  console.log('ROW ' + [row.kafka_offset, row.kafka_partition, row.id, row.at.getTime(), row.word, row.note ?? '-', row.n,
    row.total, row.speed, row.latitude, row.moving ?? '-', row.day.toISOString().slice(0, 10), hex, row.place.x,
    '[' + row.tags.join(',') + ']'].join('|'))
}
