-- 均衡发展：学校数据和自评的结果
ALTER TABLE schools ADD COLUMN county_basic_balance TEXT; -- 所在县（市、区）是否达到基本均衡
ALTER TABLE county_years ADD COLUMN balance_ready TEXT; -- 优质均衡自评是否达到
ALTER TABLE county_years ADD COLUMN primary_narrowed TEXT; -- 据学校数据小学差异系数是否低于上年
ALTER TABLE county_years ADD COLUMN junior_narrowed TEXT; -- 据学校数据初中差异系数是否低于上年
