package indicators

import "github.com/eduplan/tonghua/indicators/bilingual"

// Education is the highest completed level of education (学历). A level left
// without completing it (结业, 肄业) does not count, nor does a degree without graduation.
// The levels are ordered. 研究生 without saying which is read as the lower of the two, so
// that no count is flattered.
//
// Its codes have tables of their own: [AttainmentCodes2006] and [AttainmentCodes1984].
type Education uint8

// The values of Education; zero is unknown.
const (
	NoSchooling         Education = iota + 1 // 未上过学
	PrimaryEducation                         // 小学毕业
	JuniorHighEducation                      // 初中毕业
	SeniorHighEducation                      // 高中阶段毕业
	College                                  // 大专
	Bachelor                                 // 本科
	Master                                   // 硕士研究生
	Doctor                                   // 博士研究生
)

var educations = NewVocabulary(bilingual.Text{ZH: "学历", EN: "level of education"},
	Entry{Key: "no-schooling", Name: bilingual.Text{ZH: "未上过学", EN: "no schooling"}, Also: []string{"未上学", "文盲", "半文盲", "不识字", "识字很少", "文盲半文盲"}},
	Entry{Key: "primary", Name: bilingual.Text{ZH: "小学毕业", EN: "primary"}, Also: []string{"小学"}},
	Entry{Key: "junior-high", Name: bilingual.Text{ZH: "初中毕业", EN: "junior high"}, Also: []string{"初中", "初级中学", "普通初中", "职业初中", "农业初中"}},
	Entry{Key: "senior-high", Name: bilingual.Text{ZH: "高中阶段毕业", EN: "senior high"}, Also: []string{"高中", "普通高中", "高级中学", "高中阶段", "中专", "中等专科", "中等专业学校",
		"中师", "中等师范", "中等师范学校", "幼师", "职高", "职业高中", "农业高中", "职业中学", "职业中专", "职专", "职中", "中职", "中等职业教育", "中等职业学校", "技校", "技工学校", "中技"}},
	Entry{Key: "college", Name: bilingual.Text{ZH: "大专", EN: "junior college"}, Also: []string{"专科", "大学专科", "高职", "高职高专", "高职专科", "高专"}},
	Entry{Key: "bachelor", Name: bilingual.Text{ZH: "本科", EN: "bachelor"}, Also: []string{"大学本科", "大学", "大本", "职业本科"}},
	Entry{Key: "master", Name: bilingual.Text{ZH: "硕士研究生", EN: "master"}, Also: []string{"硕士", "研究生", "研究生(硕士)"}},
	Entry{Key: "doctor", Name: bilingual.Text{ZH: "博士研究生", EN: "doctor"}, Also: []string{"博士", "研究生(博士)"}},
).worded(educationWording)

// How a level was reached changes nothing in the level: full-time or beside work, by
// correspondence or by self-study. Left without completing it (结业, 肄业), still at it
// (在读), of equal ability (同等学力), beside the post (在职研究生, who may hold a degree
// alone) and a degree (学位) are no completed level.
var educationWording = wording{
	before: []phrase{
		{terms(College, Bachelor, Master, Doctor), []string{"全日制", "非全日制", "普通全日制", "全日制普通", "国民教育", "国民教育系列", "普通高等教育", "普通高校", "统招"}},
		{terms(College, Bachelor), []string{"成人", "成人教育", "成人高等教育", "成人高校", "成教", "函授", "自考", "自学考试", "高等教育自学考试", "夜大", "夜大学", "电大", "广播电视大学", "开放大学",
			"国家开放大学", "网络", "网络教育", "远程", "远程教育", "开放教育", "业余", "脱产", "师范", "师范类", "非师范", "非师范类"}},
		{terms(Bachelor), []string{"双学士学位", "双学位", "第二学士学位", "四年制", "五年制"}},
		{terms(College), []string{"二年制", "三年制", "五年制", "五年一贯制", "初中起点五年制"}},
		{terms(SeniorHighEducation), []string{"普通", "成人", "师范", "幼儿师范", "非师范", "全日制", "函授", "电大", "职业"}},
		{terms(JuniorHighEducation, PrimaryEducation), []string{"成人"}},
	},
	after: []phrase{
		{terms(PrimaryEducation, JuniorHighEducation, SeniorHighEducation, College, Bachelor, Master, Doctor), []string{"毕业", "学历", "毕业学历", "毕业生"}},
	},
	notes: []phrase{
		{terms(College, Bachelor, Master, Doctor), []string{"第一学历", "最高学历", "后续学历", "学历"}},
		{terms(Master, Doctor), []string{"研究生"}},
	},
	ordered: true,
}

// ParseEducation reads a value as school systems store it; an empty text is unknown,
// a text outside the list is invalid.
func ParseEducation(text string) Education { return Education(educations.parse(text)) }

// Vocabulary returns the closed list.
func (Education) Vocabulary() *Vocabulary { return educations }

// String returns the key; unknown is "".
func (e Education) String() string { return educations.Key(uint8(e)) }

// In returns the value in words.
func (e Education) In(l bilingual.Language) string { return educations.in(uint8(e), l) }

// MarshalText writes the key.
func (e Education) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what ParseEducation reads, but refuses a text outside the list.
func (e *Education) UnmarshalText(text []byte) error { return unmarshalWord(e, string(text)) }
