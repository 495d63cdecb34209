CREATE EXTERNAL TABLE IF NOT EXISTS `smart_city`.`gps_data` (
  `id` string COMMENT 'Identity of this record, derived from seed, topic, device and timestamp: the same run gives the same id',
  `deviceId` string COMMENT 'The vehicle that carries the receiver; the Kafka key',
  `timestamp` timestamp COMMENT 'When the fix was taken, UTC with microseconds; the same instant as the vehicle\'s vehicle_data record',
  `speed` double COMMENT 'Ground speed [km/h]',
  `direction` string COMMENT 'Heading as a point of the 8-point compass',
  `heading` double COMMENT 'Direction of travel, clockwise from true north [deg]',
  `vehicleType` string COMMENT 'Class of vehicle',
  `location` struct<`latitude`:double,`longitude`:double> COMMENT 'Measured place: the true place plus the receiver\'s noise',
  `accuracy` double COMMENT 'Estimated horizontal error, 68 % radius [m]',
  `satellites` int COMMENT 'Satellites used in the fix',
  `kafka_partition` int COMMENT 'Partition of the record',
  `kafka_offset` bigint COMMENT 'Offset of the record, unique within its partition',
  `kafka_timestamp` timestamp COMMENT 'Timestamp of the record in Kafka')
PARTITIONED BY (`date` string, `hour` string)
STORED AS PARQUET
LOCATION 's3://BUCKET/data/gps_data/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2020-01-01,NOW+1DAYS',
  'projection.hour.type' = 'integer',
  'projection.hour.range' = '0,23',
  'projection.hour.digits' = '2',
  'storage.location.template' = 's3://BUCKET/data/gps_data/date=${date}/hour=${hour}/')
