-- 教职工表
CREATE TABLE staff (
    county TEXT REFERENCES counties(county), -- 区县代码
    staff_no TEXT NOT NULL PRIMARY KEY, -- 教职工号
    staff_kind TEXT, -- 教职工类别
    stage TEXT, -- 任教学段
    specialist TEXT, -- 是否专业课教师
    degree TEXT, -- 学历
    academic_degree TEXT, -- 学位
    backbone_title TEXT, -- 骨干教师级别
    leader_title TEXT, -- 专业带头人级别
    dual_qualified TEXT, -- 是否双师型
    space TEXT, -- 是否开通实名空间
    round_trained TEXT, -- 是否完成新一轮全员培训
    digital_hours DOUBLE PRECISION, -- 信息技术培训学时
    practice_hours DOUBLE PRECISION, -- 信息技术实践应用学时
    hard_post TEXT, -- 是否农村或艰苦边远岗位
    rural_years DOUBLE PRECISION, -- 上述岗位任教年限
    allowance_paid DOUBLE PRECISION, -- 实发津贴（元/月）
    allowance_due DOUBLE PRECISION, -- 应发津贴（元/月）
    province_qualified TEXT, -- 是否符合省级骨干、名师条件
    province_suggested TEXT, -- 是否已推荐
    enterprise_months DOUBLE PRECISION, -- 五年内企业实践月数
    skill_certificate TEXT, -- 有无职业资格或技能证书
    born TEXT, -- 出生日期
    upgrading TEXT, -- 是否在读高一层次学历
    ethnic_school TEXT, -- 是否民族学校
    ethics_assessed TEXT, -- 是否参加年度师德考核
    newly_appointed TEXT, -- 是否规划期内新聘
    rural_service_fixed TEXT, -- 是否已安排农村服务期
    highest_training TEXT, -- 参加培训最高级别
    hired TEXT -- 入职日期
);

-- 教师培训登记：每人每次培训一行；一个周期的学时是各行之和
CREATE TABLE trainings (
    staff_no TEXT NOT NULL REFERENCES staff(staff_no) ON DELETE CASCADE, -- 教职工号
    training_no INTEGER NOT NULL, -- 次序
    day TEXT, -- 结业日期
    title TEXT, -- 培训名称
    hours DOUBLE PRECISION, -- 学时
    PRIMARY KEY (staff_no, training_no)
);

-- 学籍表
CREATE TABLE pupils (
    county TEXT REFERENCES counties(county), -- 区县代码
    school TEXT REFERENCES schools(school_code), -- 学校标识码
    pupil_no TEXT NOT NULL PRIMARY KEY, -- 学号
    stage TEXT, -- 学段
    grade TEXT, -- 年级代码
    fitness TEXT, -- 体测等级
    pe_exempt TEXT, -- 是否免修体育
    certificate TEXT, -- 是否已发毕业证书
    space TEXT, -- 空间是否实名认证
    sports_skills INTEGER, -- 运动技能（项）
    art_skills INTEGER, -- 艺术技能（项）
    poor TEXT, -- 是否家庭经济困难
    disabled TEXT, -- 是否残疾
    aided TEXT, -- 是否享受资助
    quality_standard TEXT, -- 是否达到学业质量标准
    sleep_hours DOUBLE PRECISION, -- 睡眠时长（小时）
    songs TEXT, -- 是否会唱主旋律歌曲
    in_district TEXT, -- 是否学区内入学
    fee_exempt TEXT, -- 是否免学杂费
    free_textbooks TEXT, -- 是否免费教科书
    living_subsidy TEXT, -- 是否享受生活补助
    subsidy_due TEXT -- 是否应享生活补助
);

-- 职业院校学生表
CREATE TABLE students (
    county TEXT REFERENCES counties(county), -- 区县代码，或市本级
    student_no TEXT NOT NULL PRIMARY KEY, -- 学号
    level TEXT, -- 办学层次
    year INTEGER, -- 年级
    space TEXT, -- 是否开通实名空间
    placement_months DOUBLE PRECISION, -- 已实习月数
    certificates INTEGER -- 职业技能等级证书（个）
);

-- 特殊群体儿童台账
CREATE TABLE special_children (
    county TEXT REFERENCES counties(county), -- 区县代码
    child_no TEXT NOT NULL PRIMARY KEY, -- 编号
    child_group TEXT, -- 类别
    compulsory_age TEXT, -- 是否义务教育适龄
    at_school TEXT, -- 是否在学
    severity TEXT, -- 残疾等级
    applied TEXT, -- 是否申请随班就读
    admitted TEXT, -- 是否接收
    placement TEXT, -- 安置方式
    rehab_applied TEXT, -- 是否申请康复资助
    rehab_aided TEXT -- 是否获得康复资助
);

-- 教研员
CREATE TABLE researchers (
    county TEXT REFERENCES counties(county), -- 区县代码，或市本级
    researcher_no TEXT NOT NULL PRIMARY KEY, -- 编号
    space TEXT -- 是否开通实名空间
);

-- 网络学习空间
CREATE TABLE accounts (
    county TEXT REFERENCES counties(county), -- 区县代码
    account_no TEXT NOT NULL PRIMARY KEY, -- 空间号
    holder TEXT, -- 用户类别
    certified TEXT, -- 是否实名认证
    uses INTEGER, -- 本学期使用次数
    uses_before INTEGER -- 上学期使用次数
);

-- 评优选先审批表
CREATE TABLE decisions (
    county TEXT REFERENCES counties(county), -- 区县代码
    decision_no TEXT NOT NULL PRIMARY KEY, -- 审批号
    kind TEXT, -- 类别
    problem TEXT, -- 有无师德问题
    passed TEXT, -- 师德考核是否合格
    granted TEXT -- 是否通过
);

-- 师德案件台账
CREATE TABLE ethics_cases (
    county TEXT REFERENCES counties(county), -- 区县代码
    case_no TEXT NOT NULL PRIMARY KEY, -- 案号
    confirmed TEXT, -- 是否查实
    exposed TEXT, -- 是否曝光
    dealt_with TEXT -- 是否处理
);
