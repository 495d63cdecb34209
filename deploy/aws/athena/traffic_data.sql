CREATE EXTERNAL TABLE IF NOT EXISTS `smart_city`.`traffic_data` (
  `id` string COMMENT 'Identity of this record, derived from seed, topic, device and timestamp: the same run gives the same id',
  `deviceId` string COMMENT 'The roadside unit, which holds one camera per carriageway; the Kafka key',
  `cameraId` string COMMENT 'The camera',
  `location` struct<`latitude`:double,`longitude`:double> COMMENT 'Place of the roadside unit',
  `timestamp` timestamp COMMENT 'End of the minute the figures cover and instant of the snapshot, UTC with microseconds',
  `snapshot` binary COMMENT 'The image the camera took, at most 8 KiB before base64',
  `carriageway` string COMMENT 'Carriageway: northbound leads to Birmingham, southbound to London',
  `trafficDensity` double COMMENT 'Vehicles per kilometre of carriageway, all lanes [1/km]',
  `averageSpeed` double COMMENT 'Mean speed of the vehicles that passed or stand; free-flow speed on an empty road [km/h]',
  `intensity` double COMMENT 'Flow, all lanes [1/h]',
  `occupancy` double COMMENT 'Share of time a detector loop in a lane is covered, mean of the lanes',
  `congested` boolean COMMENT 'Whether traffic is denser or slower than at capacity: it is in a queue',
  `vehicleId` string COMMENT 'deviceId of a fleet vehicle in the image, null when there is none',
  `kafka_partition` int COMMENT 'Partition of the record',
  `kafka_offset` bigint COMMENT 'Offset of the record, unique within its partition',
  `kafka_timestamp` timestamp COMMENT 'Timestamp of the record in Kafka')
PARTITIONED BY (`date` string, `hour` string)
STORED AS PARQUET
LOCATION 's3://BUCKET/data/traffic_data/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2020-01-01,NOW+1DAYS',
  'projection.hour.type' = 'integer',
  'projection.hour.range' = '0,23',
  'projection.hour.digits' = '2',
  'storage.location.template' = 's3://BUCKET/data/traffic_data/date=${date}/hour=${hour}/')
