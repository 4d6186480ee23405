-- 佐证材料
CREATE TABLE evidence (
    line INTEGER PRIMARY KEY, -- 行次
    statement TEXT NOT NULL, -- 条款编号
    kind TEXT NOT NULL, -- 类别
    title TEXT, -- 名称
    number TEXT, -- 文号
    issuer TEXT, -- 印发单位
    from_day TEXT, -- 起始日期
    on_day TEXT, -- 日期
    until_day TEXT, -- 失效日期
    stage TEXT, -- 项目进度
    components TEXT, -- 证明的事项，以空格分开
    whole BOOLEAN NOT NULL, -- 是否报告全部要求
    year INTEGER NOT NULL DEFAULT 0, -- 所属年度，0为日期所在年度
    reference TEXT -- 存放位置
);

-- 经批准的例外
CREATE TABLE exceptions (
    line INTEGER PRIMARY KEY, -- 行次
    statement TEXT NOT NULL, -- 条款编号
    record_key TEXT, -- 记录编号
    scope TEXT, -- 范围，如学校标识码
    document TEXT, -- 批准文件
    reason TEXT, -- 原因
    last_day TEXT -- 有效期至
);

-- 历次结果：同一日期的数据重新判定后，以后一次为准
CREATE TABLE results (
    as_of TEXT NOT NULL, -- 数据日期
    statement TEXT NOT NULL, -- 条款编号
    group_name TEXT NOT NULL, -- 县（市、区），空为全市
    saved_at TEXT NOT NULL, -- 保存时间
    result TEXT NOT NULL, -- 结果
    PRIMARY KEY (statement, group_name, as_of)
);

-- 整改台账
CREATE TABLE remedies (
    statement TEXT NOT NULL, -- 条款编号
    record_key TEXT NOT NULL, -- 记录编号
    opened TEXT NOT NULL, -- 发现日期
    name_zh TEXT, -- 事项
    name_en TEXT,
    citation_zh TEXT, -- 条文
    citation_en TEXT,
    answers TEXT, -- 责任单位
    due TEXT, -- 整改期限
    seen TEXT, -- 最近一次数据的日期
    state TEXT, -- 当时的状况
    closed TEXT, -- 销号日期
    PRIMARY KEY (statement, record_key, opened)
);

-- 变动：每保存一次，编号加一；先提交的编号在前
CREATE TABLE changes (
    change_no BIGINT NOT NULL PRIMARY KEY, -- 变动编号
    saved_at TEXT NOT NULL, -- 保存时间
    register TEXT NOT NULL, -- 登记表
    record_key TEXT -- 记录编号
);

CREATE TABLE change_number (
    last BIGINT NOT NULL -- 已用的最大编号
);

INSERT INTO change_number (last) VALUES (0);
