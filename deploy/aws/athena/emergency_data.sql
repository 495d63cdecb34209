CREATE EXTERNAL TABLE IF NOT EXISTS `smart_city`.`emergency_data` (
  `id` string COMMENT 'Identity of this record, derived from seed, topic, device and timestamp: the same run gives the same id',
  `deviceId` string COMMENT 'The reporter; the Kafka key',
  `incidentId` string COMMENT 'The incident, the same from its first report to its last',
  `type` string COMMENT 'Kind of emergency',
  `timestamp` timestamp COMMENT 'When this was reported, UTC with microseconds',
  `location` struct<`latitude`:double,`longitude`:double> COMMENT 'Place of the incident on the road',
  `status` string COMMENT 'Active until cleared, then Resolved once',
  `description` string COMMENT 'One sentence with the facts of this record',
  `severity` string COMMENT 'Severity on the FIWARE Alert scale',
  `lanesClosed` int COMMENT 'Lanes closed at this instant',
  `road` string COMMENT 'Road by its official number',
  `carriageway` string COMMENT 'Carriageway: northbound leads to Birmingham, southbound to London',
  `kafka_partition` int COMMENT 'Partition of the record',
  `kafka_offset` bigint COMMENT 'Offset of the record, unique within its partition',
  `kafka_timestamp` timestamp COMMENT 'Timestamp of the record in Kafka')
PARTITIONED BY (`date` string, `hour` string)
STORED AS PARQUET
LOCATION 's3://BUCKET/data/emergency_data/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2020-01-01,NOW+1DAYS',
  'projection.hour.type' = 'integer',
  'projection.hour.range' = '0,23',
  'projection.hour.digits' = '2',
  'storage.location.template' = 's3://BUCKET/data/emergency_data/date=${date}/hour=${hour}/')
