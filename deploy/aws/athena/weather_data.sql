CREATE EXTERNAL TABLE IF NOT EXISTS `smart_city`.`weather_data` (
  `id` string COMMENT 'Identity of this record, derived from seed, topic, device and timestamp: the same run gives the same id',
  `deviceId` string COMMENT 'The weather station; the Kafka key',
  `location` struct<`latitude`:double,`longitude`:double> COMMENT 'Place of the station',
  `timestamp` timestamp COMMENT 'When it was observed, UTC with microseconds',
  `temperature` double COMMENT 'Air temperature at 2 m [degC]',
  `weatherCondition` string COMMENT 'Name of the WMO code',
  `weatherCode` int COMMENT 'WMO code table 4677, the subset used by weather services',
  `precipitation` double COMMENT 'Rate of precipitation as water: 1 mm/h = 1 l/m2 in an hour [mm/h]',
  `windSpeed` double COMMENT 'Mean wind at 10 m [km/h]',
  `windDirection` double COMMENT 'Direction from which the wind blows, clockwise from true north [deg]',
  `humidity` double COMMENT 'Relative humidity [%]',
  `airQualityIndex` int COMMENT 'US EPA air quality index',
  `daqi` int COMMENT 'UK Daily Air Quality Index',
  `visibility` double COMMENT 'Meteorological visibility [m]',
  `pressure` double COMMENT 'Pressure at mean sea level [hPa]',
  `kafka_partition` int COMMENT 'Partition of the record',
  `kafka_offset` bigint COMMENT 'Offset of the record, unique within its partition',
  `kafka_timestamp` timestamp COMMENT 'Timestamp of the record in Kafka')
PARTITIONED BY (`date` string, `hour` string)
STORED AS PARQUET
LOCATION 's3://BUCKET/data/weather_data/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.date.type' = 'date',
  'projection.date.format' = 'yyyy-MM-dd',
  'projection.date.range' = '2020-01-01,NOW+1DAYS',
  'projection.hour.type' = 'integer',
  'projection.hour.range' = '0,23',
  'projection.hour.digits' = '2',
  'storage.location.template' = 's3://BUCKET/data/weather_data/date=${date}/hour=${hour}/')
