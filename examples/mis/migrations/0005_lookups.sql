-- 按学校查找
CREATE INDEX pupils_by_school ON pupils(school);
CREATE INDEX grades_by_school ON grades(school);
