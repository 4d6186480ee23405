package pushdown_test

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/pushdown"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// What a database administrator is shown: one query, named after fields and rules, that
// gives back how many rows of each county are alike in all that the rule asks.
func ExampleNew() {
	panel := rules.MustPanel(rules.AsIs[teacher.Record], tonghua.TeacherTrainingHours)
	query, err := pushdown.New(panel, asOf, pushdown.PostgreSQL, pushdown.Table[teacher.Record]{
		From: "staff", Group: "county", Skip: "staff_kind = '工勤人员'",
		Columns: []pushdown.Column[teacher.Record]{
			pushdown.Decimal(teacher.TrainingHours, "training_hours"),
			pushdown.Whole(teacher.AppointedYear, "EXTRACT(YEAR FROM hired)"),
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	statements, err := query.Statements()
	fmt.Println(statements[0], err)
	// Output:
	// -- Rules on records of teachers 教师 as of 2025-12-31: how many rows are alike in all that the rules ask.
	// -- It gives back numbers of rows by group, and writes nothing. A profile is a number whose digits
	// -- are the bins of fields.
	// WITH "tonghua_rows" AS (
	//   SELECT
	//     CAST((county) AS text) COLLATE "C" AS "tonghua_group",
	//     CASE WHEN staff_kind = '工勤人员' THEN 1 ELSE 0 END AS "tonghua_skip",
	//     -- year of appointment 入职年份; -1 is invalid
	//     CASE WHEN (EXTRACT(YEAR FROM hired)) IS NULL THEN NULL WHEN (EXTRACT(YEAR FROM hired)) BETWEEN 0 AND 9223372036854775807 AND CAST((EXTRACT(YEAR FROM hired)) AS bigint) = (EXTRACT(YEAR FROM hired)) THEN (EXTRACT(YEAR FROM hired)) ELSE -1 END AS "appointed_year",
	//     -- training hours in the cycle 本周期培训学时, in parts of 100; -1 is invalid
	//     CASE WHEN (training_hours) IS NULL THEN NULL WHEN (training_hours) >= 0 AND (training_hours) < 92233720368547758.08 AND (training_hours) * 100 = FLOOR((training_hours) * 100) THEN CAST((training_hours) * 100 AS bigint) ELSE -1 END AS "training_hours"
	//   FROM staff OFFSET 0
	// ), "tonghua_profiles" AS (
	//   SELECT "tonghua_group",
	//     -- teacher-training-hours
	//     CASE WHEN "tonghua_skip" = 1 THEN -1 ELSE CASE WHEN "appointed_year" IS NULL THEN 0 WHEN "appointed_year" < 0 THEN 3 WHEN "appointed_year" < 2021 THEN 1 ELSE 2 END +
	//       4 * CASE WHEN "training_hours" IS NULL THEN 0 WHEN "training_hours" < 0 THEN 3 WHEN "training_hours" < 36000 THEN 1 ELSE 2 END
	//     END AS "tonghua_profile_1"
	//   FROM "tonghua_rows"
	// )
	// SELECT 0 AS "tonghua_set", "tonghua_group", "tonghua_profile_1", COUNT(*) AS "tonghua_records"
	// FROM "tonghua_profiles"
	// GROUP BY "tonghua_group", "tonghua_profile_1" <nil>
}

// The texts of columns of words are fetched first; the program's own parsers read them.
func ExampleQuery_Lists() {
	panel := rules.MustPanel(rules.AsIs[teacher.Record], tonghua.SeniorMaster)
	query, err := pushdown.New(panel, asOf, pushdown.MySQL, pushdown.Table[teacher.Record]{
		From:    "staff",
		Columns: []pushdown.Column[teacher.Record]{pushdown.Words(teacher.Education, "degree", indicators.ParserOf[indicators.Education]().Parse)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, list := range query.Lists() {
		fmt.Println(list)
	}
	// Output:
	// -- level of education 学历: which texts there are
	// SELECT CAST(CONVERT((degree) USING utf8mb4) AS BINARY) AS `tonghua_text`
	// FROM staff
	// WHERE (degree) IS NOT NULL
	// GROUP BY 1
	// ORDER BY COUNT(*) DESC
	// LIMIT 4097
}

// Who breaks a duty is listed by the key that the table gives them.
func ExampleQuery_OffendersStatement() {
	panel := rules.MustPanel(rules.AsIs[teacher.Record], tonghua.RealnameTeachers)
	query, err := pushdown.New(panel, asOf, pushdown.SQLite, pushdown.Table[teacher.Record]{
		From: "staff", Group: "county", Key: "staff_no",
		Columns: []pushdown.Column[teacher.Record]{
			pushdown.Steps(teacher.RealNameSpace.Field, "CASE WHEN space = 1 THEN 1 WHEN space = 0 THEN 2 END"),
			pushdown.Steps(teacher.Stage.Field, "stage_number"),
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(query.OffendersStatement("realname-teachers"))
	// Output:
	// -- The keys of the records that break the duty realname-teachers as of 2025-12-31. It writes nothing.
	// WITH "tonghua_rows" AS (
	//   SELECT
	//     CAST((county) AS TEXT) COLLATE BINARY AS "tonghua_group",
	//     (staff_no) AS "tonghua_key",
	//     -- stage taught 任教学段: 0 unknown, 1 preschool or vocational or vocational-college or special or senior-secondary or other, 2 primary or junior-high or senior-high, 3 invalid
	//     CASE WHEN (stage_number) IS NULL THEN 0 WHEN (stage_number) IN (1, 5, 6, 7, 8, 254) THEN 1 WHEN (stage_number) IN (2, 3, 4) THEN 2 ELSE 3 END AS "stage",
	//     -- real-name learning space 实名制网络学习空间: 0 unknown, 1 yes, 2 no, 3 invalid
	//     CASE WHEN (CASE WHEN space = 1 THEN 1 WHEN space = 0 THEN 2 END) IS NULL THEN 0 WHEN (CASE WHEN space = 1 THEN 1 WHEN space = 0 THEN 2 END) IN (1) THEN 1 WHEN (CASE WHEN space = 1 THEN 1 WHEN space = 0 THEN 2 END) IN (2) THEN 2 ELSE 3 END AS "real_name_space"
	//   FROM staff
	// ), "tonghua_profiles" AS (
	//   SELECT "tonghua_group", "tonghua_key",
	//     -- realname-teachers
	//     "stage" +
	//       4 * "real_name_space" AS "tonghua_profile_1"
	//   FROM "tonghua_rows"
	// )
	// -- profile 10: stage primary or junior-high or senior-high, real_name_space no
	// SELECT CAST("tonghua_key" AS TEXT) COLLATE BINARY, "tonghua_group", "tonghua_profile_1"
	// FROM "tonghua_profiles"
	// WHERE "tonghua_profile_1" < -1 OR "tonghua_profile_1" >= 16 OR "tonghua_profile_1" = 10
	// ORDER BY "tonghua_key" <nil>
}
