CREATE EXTERNAL SCHEMA IF NOT EXISTS smart_city
FROM DATA CATALOG
DATABASE 'smart_city'
REGION 'eu-west-2'
IAM_ROLE 'arn:aws:iam::111122223333:role/smart-city-lake-RedshiftRole';
