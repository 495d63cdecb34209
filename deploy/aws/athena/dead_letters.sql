CREATE EXTERNAL TABLE IF NOT EXISTS `smart_city`.`dead_letters` (
  `kafka_topic` string COMMENT 'Topic of the record',
  `kafka_partition` int COMMENT 'Partition of the record',
  `kafka_offset` bigint COMMENT 'Offset of the record, unique within its partition',
  `kafka_timestamp` timestamp COMMENT 'Timestamp of the record in Kafka',
  `key` binary COMMENT 'Key of the record',
  `value` binary COMMENT 'Value of the record',
  `reason` string COMMENT 'Why it could not become a row')
PARTITIONED BY (`topic` string, `date` string, `hour` string)
STORED AS PARQUET
LOCATION 's3://BUCKET/data/dead_letters/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.topic.type' = 'enum',
  'projection.topic.values' = 'vehicle_data,gps_data,traffic_data,weather_data,emergency_data',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2020-01-01,NOW+1DAYS',
  'projection.hour.type' = 'integer',
  'projection.hour.range' = '0,23',
  'projection.hour.digits' = '2',
  'storage.location.template' = 's3://BUCKET/data/dead_letters/topic=${topic}/date=${date}/hour=${hour}/')
