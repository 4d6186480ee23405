-- 县区工作台账
CREATE TABLE county_years (
    line INTEGER PRIMARY KEY, -- 行次
    county TEXT REFERENCES counties(county), -- 区划代码
    year INTEGER, -- 年度
    tier TEXT, -- 级别
    balance_passed TEXT, -- 是否通过优质均衡国家评估
    safety_centres INTEGER, -- 安全教育体验室
    special_schools INTEGER, -- 特殊教育学校
    master_studios INTEGER, -- 名师工作室
    skills_contests INTEGER, -- 近一年技能大赛
    lesson_activities INTEGER, -- 当年优课活动次数
    public_places INTEGER, -- 公办园学位
    public_places_before INTEGER, -- 上年
    inclusive_places INTEGER, -- 普惠性学位
    inclusive_places_before INTEGER, -- 上年
    inclusive_kindergartens INTEGER, -- 普惠性民办园
    inclusive_kindergartens_before INTEGER, -- 上年
    primary_difference INTEGER, -- 小学校际差异系数（千分之）
    primary_difference_before INTEGER, -- 上年
    junior_difference INTEGER, -- 初中校际差异系数（千分之）
    junior_difference_before INTEGER, -- 上年
    projects_planned INTEGER, -- 规划项目
    projects_completed INTEGER,
    special_posts INTEGER, -- 特岗、免费师范生岗位
    special_posts_filled INTEGER,
    shortage_posts INTEGER, -- 紧缺学科岗位
    shortage_posts_filled INTEGER,
    vocational_students INTEGER, -- 职业院校学生
    vocational_students_before INTEGER, -- 上年
    vocational_spaces INTEGER, -- 其中开通实名空间
    vocational_spaces_before INTEGER -- 上年
);

-- 教育经费统计表
CREATE TABLE finances (
    line INTEGER PRIMARY KEY, -- 行次
    county TEXT REFERENCES counties(county), -- 区划代码
    year INTEGER, -- 年度
    tier TEXT, -- 级别
    pupils INTEGER, -- 在校生
    pupils_before INTEGER, -- 上年
    spending DOUBLE PRECISION, -- 一般公共预算教育支出
    spending_before DOUBLE PRECISION, -- 上年
    total DOUBLE PRECISION, -- 一般公共预算支出
    total_before DOUBLE PRECISION, -- 上年
    weak DOUBLE PRECISION, -- 农村和薄弱学校支出
    weak_before DOUBLE PRECISION, -- 上年
    ethnic DOUBLE PRECISION, -- 民族教育支出
    ethnic_before DOUBLE PRECISION, -- 上年
    special DOUBLE PRECISION, -- 特殊教育支出
    special_before DOUBLE PRECISION, -- 上年
    teacher_pay DOUBLE PRECISION, -- 义务教育教师年均工资
    servant_pay DOUBLE PRECISION, -- 公务员年均工资
    town_quota DOUBLE PRECISION, -- 城镇小学生均定额
    rural_quota DOUBLE PRECISION, -- 农村小学生均定额
    ordinary_funds DOUBLE PRECISION, -- 普通小学生均公用经费
    ethnic_funds DOUBLE PRECISION, -- 民族小学生均公用经费
    ethnic_primary TEXT, -- 有无民族小学（班）
    ethnic_junior TEXT, -- 民族初中（班）
    town_junior DOUBLE PRECISION, -- 城镇
    rural_junior DOUBLE PRECISION, -- 农村初中生均定额
    ordinary_junior DOUBLE PRECISION, -- 普通
    ethnic_junior_funds DOUBLE PRECISION, -- 民族初中生均公用经费
    public_funds DOUBLE PRECISION, -- 各级生均公用经费拨款
    public_funds_before DOUBLE PRECISION, -- 上年
    preschool_due DOUBLE PRECISION, -- 公办园生均公用经费：应拨
    preschool_paid DOUBLE PRECISION, -- 实拨
    inclusive_due DOUBLE PRECISION, -- 普惠性民办园补助：应拨
    inclusive_paid DOUBLE PRECISION, -- 实拨
    vocational_due DOUBLE PRECISION, -- 中职生均拨款：应拨
    vocational_paid DOUBLE PRECISION, -- 实拨
    senior_due DOUBLE PRECISION, -- 普通高中生均公用经费：应拨
    senior_paid DOUBLE PRECISION, -- 实拨
    bus_due DOUBLE PRECISION, -- 校车奖补：应拨
    bus_paid DOUBLE PRECISION -- 实拨
);

-- 入学情况统计表
CREATE TABLE enrolments (
    line INTEGER PRIMARY KEY, -- 行次
    county TEXT REFERENCES counties(county), -- 区县代码
    level TEXT, -- 学段
    enrolled INTEGER, -- 在校（园）人数
    of_age INTEGER, -- 其中适龄
    official_age INTEGER -- 适龄人口
);

-- 人口受教育程度表
CREATE TABLE attainments (
    line INTEGER PRIMARY KEY, -- 行次
    county TEXT REFERENCES counties(county), -- 区县代码
    age_from INTEGER, -- 年龄下限
    age_to INTEGER, -- 年龄上限，空为“以上”
    no_schooling INTEGER, -- 未上过学
    preschool INTEGER, -- 学前教育
    primary_school INTEGER, -- 小学
    junior INTEGER, -- 初中
    senior INTEGER, -- 高中（含中专）
    college INTEGER, -- 大学专科
    bachelor INTEGER -- 大学本科及以上
);

-- 升学情况统计表
CREATE TABLE transitions (
    line INTEGER PRIMARY KEY, -- 行次
    county TEXT REFERENCES counties(county), -- 区县代码
    year INTEGER, -- 年度
    general INTEGER, -- 普通高中招生
    vocational INTEGER, -- 中职招生
    graduates INTEGER, -- 中职毕业生
    to_colleges INTEGER, -- 升入高职专科、本科的毕业生
    to_colleges_before INTEGER, -- 上年升入人数
    to_colleges_start INTEGER -- 规划期前一年升入人数
);

-- 骨干教师、名师分布表
CREATE TABLE cells (
    county TEXT REFERENCES counties(county), -- 区县代码
    cell_name TEXT NOT NULL PRIMARY KEY, -- 单元
    dimension TEXT, -- 维度
    backbone INTEGER, -- 骨干教师
    masters INTEGER -- 名师
);
