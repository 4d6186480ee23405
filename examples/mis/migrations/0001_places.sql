-- 县（市、区）；市本级也是一行，排在最后
CREATE TABLE counties (
    county TEXT NOT NULL PRIMARY KEY, -- 区划代码
    county_name TEXT NOT NULL, -- 名称
    position INTEGER NOT NULL -- 排列次序
);

-- 学校表
CREATE TABLE schools (
    county TEXT REFERENCES counties(county), -- 区县代码
    school_code TEXT NOT NULL PRIMARY KEY, -- 学校标识码
    school_name TEXT, -- 学校名称
    kind TEXT, -- 办学类型
    locality TEXT, -- 城乡分类
    large_district TEXT, -- 是否纳入大学区
    football TEXT, -- 足球特色学校级别
    arts TEXT, -- 艺术特色学校级别
    law_model TEXT, -- 依法治校示范校级别
    current_affairs TEXT, -- 是否开设时事新闻课
    multimedia TEXT, -- 有无交互式多媒体设备
    bandwidth INTEGER, -- 接入带宽（Mbps）
    courses_due INTEGER, -- 应开国家课程
    courses_in_full INTEGER, -- 其中开齐开足
    sports_meets INTEGER, -- 近一年运动会
    music TEXT, -- 音乐是否开足
    fine_art TEXT, -- 美术是否开足
    calligraphy TEXT, -- 书法是否开足
    admission_test TEXT, -- 入学是否测试
    quota_places INTEGER, -- 指标到校名额
    law_provincial TEXT, -- 是否达到依法治校省级标准
    standard_met TEXT, -- 是否达到办学标准
    indicators_reached INTEGER, -- 七项资源指标达到数
    indicators_near INTEGER, -- 达到85%以上数
    new_curriculum TEXT, -- 是否实施新课程
    new_textbooks TEXT, -- 是否使用新教材
    safety_textbooks TEXT, -- 是否免费提供安全教材
    included_pupils TEXT, -- 有无随班就读学生
    funds_separate TEXT, -- 特教公用经费是否单独核定
    funds_fixed DOUBLE PRECISION, -- 核定特教公用经费（元）
    funds_paid DOUBLE PRECISION, -- 到校特教公用经费（元）
    eyesight_screened TEXT, -- 本学期是否视力筛查
    art_troupe TEXT, -- 有无艺术团队
    art_professionals TEXT, -- 有无专业人才兼职
    local_art_course TEXT, -- 是否开设地方艺术课程
    parent_committee TEXT, -- 有无家长委员会
    law_reviewed TEXT, -- 示范校是否复核
    idle_rooms TEXT, -- 闲置校舍是否办园
    homework_monitored TEXT, -- 是否作业监测
    after_class TEXT, -- 是否课后服务
    quality_monitored TEXT, -- 是否纳入质量监测
    featured_senior TEXT, -- 是否特色或综合高中
    resource_room TEXT, -- 有无资源教室
    village_linked TEXT, -- 是否开通专递课堂
    smart_campus TEXT, -- 是否建成智慧校园
    party_brand TEXT, -- 有无党建品牌
    safety_passed TEXT, -- 安全检查是否通过
    video_networked TEXT, -- 视频监控是否联网
    police_room TEXT, -- 有无警务室
    safety_trainings INTEGER -- 近一年安全培训
);

-- 乡镇、街道
CREATE TABLE townships (
    county TEXT REFERENCES counties(county), -- 区县代码
    town_code TEXT NOT NULL PRIMARY KEY, -- 乡镇代码，9位
    kind TEXT, -- 类型
    public_kindergartens INTEGER -- 公办幼儿园
);

-- 幼儿园名录
CREATE TABLE kindergartens (
    county TEXT REFERENCES counties(county), -- 区县代码
    town TEXT REFERENCES townships(town_code), -- 乡镇代码
    school_code TEXT NOT NULL PRIMARY KEY REFERENCES schools(school_code), -- 学校标识码
    owner TEXT, -- 办别
    inclusive TEXT, -- 是否普惠性，含公办园
    children INTEGER, -- 在园幼儿
    branches INTEGER -- 连锁分园
);

-- 班级表
CREATE TABLE classes (
    county TEXT REFERENCES counties(county), -- 区县代码
    school TEXT NOT NULL REFERENCES schools(school_code), -- 学校标识码
    class_no TEXT NOT NULL, -- 班号
    stage TEXT, -- 学段
    grade INTEGER, -- 年级
    pupils INTEGER, -- 班额
    ethnic_school TEXT, -- 是否民族学校
    pe_lessons INTEGER, -- 周体育课时
    pe_due INTEGER, -- 应开周体育课时
    homework INTEGER, -- 书面作业时长（分钟）
    PRIMARY KEY (school, class_no)
);

-- 年级表
CREATE TABLE grades (
    line INTEGER PRIMARY KEY, -- 行次
    county TEXT REFERENCES counties(county), -- 区县代码
    school TEXT REFERENCES schools(school_code), -- 学校标识码
    stage TEXT, -- 学段
    number INTEGER, -- 年级
    locality TEXT, -- 城乡分类
    combined TEXT, -- 是否与低年级复式教学
    multimedia INTEGER, -- 交互式多媒体设备（套）
    labour_hours DOUBLE PRECISION, -- 劳动教育课时（年）
    practice_hours DOUBLE PRECISION, -- 综合实践活动课时（含劳动）
    both_courses DOUBLE PRECISION, -- 劳动与综合实践合计
    other_practice_hours DOUBLE PRECISION -- 综合实践活动课时（不含劳动）
);

-- 住宅小区
CREATE TABLE estates (
    line INTEGER PRIMARY KEY, -- 行次
    county TEXT REFERENCES counties(county), -- 区县代码
    kind TEXT, -- 小区类型
    locality TEXT, -- 城乡分类
    needed TEXT, -- 规划是否需要配建幼儿园
    completed TEXT, -- 是否竣工交付
    kindergartens INTEGER -- 配建幼儿园
);

-- 民办学校登记表
CREATE TABLE private_schools (
    county TEXT REFERENCES counties(county), -- 区县代码
    licence_no TEXT NOT NULL PRIMARY KEY, -- 办学许可证号
    state TEXT, -- 办学状态
    registration TEXT -- 分类登记
);

-- 专业设置表
CREATE TABLE programmes (
    county TEXT REFERENCES counties(county), -- 区县代码，或市本级
    programme_code TEXT NOT NULL PRIMARY KEY, -- 专业代码
    level TEXT, -- 办学层次
    site TEXT, -- 是否产教融合示范专业点
    demonstration TEXT, -- 是否示范专业、精品专业
    practice DOUBLE PRECISION, -- 实践教学学时（含实习）
    total DOUBLE PRECISION, -- 总学时（含实习）
    school_practice DOUBLE PRECISION, -- 校内实践学时
    school_total DOUBLE PRECISION, -- 校内总学时
    practice_before DOUBLE PRECISION, -- 上年方案实践学时
    total_before DOUBLE PRECISION, -- 上年方案总学时
    placement_months DOUBLE PRECISION, -- 岗位实习月数
    one_plus_x TEXT, -- 是否申报1+X试点
    through_training TEXT -- 是否学制贯通试点
);

-- 季度报送单位
CREATE TABLE reporting_units (
    county TEXT REFERENCES counties(county), -- 区划代码
    unit_code TEXT NOT NULL PRIMARY KEY, -- 单位代码
    tier TEXT, -- 级别
    quarters INTEGER -- 近四个季度已报送
);
