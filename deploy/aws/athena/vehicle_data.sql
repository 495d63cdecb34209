CREATE EXTERNAL TABLE IF NOT EXISTS `smart_city`.`vehicle_data` (
  `id` string COMMENT 'Identity of this record, derived from seed, topic, device and timestamp: the same run gives the same id',
  `deviceId` string COMMENT 'The vehicle; the Kafka key',
  `timestamp` timestamp COMMENT 'When it was measured, UTC with microseconds',
  `location` struct<`latitude`:double,`longitude`:double> COMMENT 'Place of the vehicle on the road',
  `speed` double COMMENT 'Ground speed [km/h]',
  `direction` string COMMENT 'Heading as a point of the 8-point compass',
  `heading` double COMMENT 'Direction of travel, clockwise from true north [deg]',
  `make` string COMMENT 'Manufacturer',
  `model` string COMMENT 'Model of the manufacturer',
  `year` int COMMENT 'Year of first registration [a]',
  `fuelType` string COMMENT 'Source of the vehicle\'s energy',
  `vehicleType` string COMMENT 'Class of vehicle',
  `odometer` double COMMENT 'Distance driven since manufacture: the integral of the speed. A distance that closures prevented is added while the vehicle is parked at home [km]',
  `energyLevel` double COMMENT 'Share of the tank or battery that is full: falls by the consumption for air and rolling resistance, acceleration and idling; rises when the parked vehicle is filled and, for electric vehicles, when it brakes',
  `road` string COMMENT 'Road by its official number',
  `kafka_partition` int COMMENT 'Partition of the record',
  `kafka_offset` bigint COMMENT 'Offset of the record, unique within its partition',
  `kafka_timestamp` timestamp COMMENT 'Timestamp of the record in Kafka')
PARTITIONED BY (`date` string, `hour` string)
STORED AS PARQUET
LOCATION 's3://BUCKET/data/vehicle_data/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2020-01-01,NOW+1DAYS',
  'projection.hour.type' = 'integer',
  'projection.hour.range' = '0,23',
  'projection.hour.digits' = '2',
  'storage.location.template' = 's3://BUCKET/data/vehicle_data/date=${date}/hour=${hour}/')
