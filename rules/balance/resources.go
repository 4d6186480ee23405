// Part 资源配置: resources of schools.

package balance

import (
	"github.com/eduplan/tonghua/plan/evaluation"
	"github.com/eduplan/tonghua/rules"
)

// PrimaryResources binds each primary school and primary part of a school: six of the seven
// indicators of resources reach what is required, and the others 85 % of it. Teaching points
// below fifty pupils, special and vocational schools are left out.
//
// Formula: schools that do ÷ schools that are assessed.
// Unit and range: per cent, 0 to 100.
// Source: 资源配置; the shares of parts of schools are those of the annex of 2012.
var PrimaryResources = rules.MustDuty(evaluation.Measures(), evaluation.PrimaryResources, primary.resources())

// JuniorResources binds each junior secondary school and junior part of a school in the same way.
//
// Formula: schools that do ÷ schools that are assessed.
// Unit and range: per cent, 0 to 100.
// Source: 资源配置.
var JuniorResources = rules.MustDuty(evaluation.Measures(), evaluation.JuniorResources, junior.resources())

// PrimaryQualifiedDifference measures how far the primary schools of a county differ in
// teachers above the required qualification (高于规定学历教师).
//
// Formula: the coefficient of difference of the amount ÷ pupils between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第1项.
var PrimaryQualifiedDifference = rules.MustDifference(evaluation.Measures(), evaluation.PrimaryQualifiedDifference, primary.difference("qualified"))

// JuniorQualifiedDifference measures how far the junior secondary schools of a county differ in
// teachers above the required qualification (高于规定学历教师).
//
// Formula: the coefficient of difference of the amount ÷ pupils between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第1项.
var JuniorQualifiedDifference = rules.MustDifference(evaluation.Measures(), evaluation.JuniorQualifiedDifference, junior.difference("qualified"))

// PrimaryBackboneDifference measures how far the primary schools of a county differ in
// backbone teachers (县级以上骨干教师).
//
// Formula: the coefficient of difference of the amount ÷ pupils between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第2项.
var PrimaryBackboneDifference = rules.MustDifference(evaluation.Measures(), evaluation.PrimaryBackboneDifference, primary.difference("backbone"))

// JuniorBackboneDifference measures how far the junior secondary schools of a county differ in
// backbone teachers (县级以上骨干教师).
//
// Formula: the coefficient of difference of the amount ÷ pupils between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第2项.
var JuniorBackboneDifference = rules.MustDifference(evaluation.Measures(), evaluation.JuniorBackboneDifference, junior.difference("backbone"))

// PrimaryPeArtDifference measures how far the primary schools of a county differ in
// teachers of physical education and art (体育、艺术专任教师).
//
// Formula: the coefficient of difference of the amount ÷ pupils between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第3项.
var PrimaryPeArtDifference = rules.MustDifference(evaluation.Measures(), evaluation.PrimaryPeArtDifference, primary.difference("pe-art"))

// JuniorPeArtDifference measures how far the junior secondary schools of a county differ in
// teachers of physical education and art (体育、艺术专任教师).
//
// Formula: the coefficient of difference of the amount ÷ pupils between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第3项.
var JuniorPeArtDifference = rules.MustDifference(evaluation.Measures(), evaluation.JuniorPeArtDifference, junior.difference("pe-art"))

// PrimaryTeachingAreaDifference measures how far the primary schools of a county differ in
// teaching and auxiliary rooms (教学及辅助用房).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第4项.
var PrimaryTeachingAreaDifference = rules.MustDifference(evaluation.Measures(), evaluation.PrimaryTeachingAreaDifference, primary.difference("teaching-area"))

// JuniorTeachingAreaDifference measures how far the junior secondary schools of a county differ in
// teaching and auxiliary rooms (教学及辅助用房).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第4项.
var JuniorTeachingAreaDifference = rules.MustDifference(evaluation.Measures(), evaluation.JuniorTeachingAreaDifference, junior.difference("teaching-area"))

// PrimarySportsAreaDifference measures how far the primary schools of a county differ in
// sports grounds and halls (体育运动场馆).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第5项.
var PrimarySportsAreaDifference = rules.MustDifference(evaluation.Measures(), evaluation.PrimarySportsAreaDifference, primary.difference("sports-area"))

// JuniorSportsAreaDifference measures how far the junior secondary schools of a county differ in
// sports grounds and halls (体育运动场馆).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第5项.
var JuniorSportsAreaDifference = rules.MustDifference(evaluation.Measures(), evaluation.JuniorSportsAreaDifference, junior.difference("sports-area"))

// PrimaryEquipmentDifference measures how far the primary schools of a county differ in
// teaching equipment (教学仪器设备).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第6项.
var PrimaryEquipmentDifference = rules.MustDifference(evaluation.Measures(), evaluation.PrimaryEquipmentDifference, primary.difference("equipment"))

// JuniorEquipmentDifference measures how far the junior secondary schools of a county differ in
// teaching equipment (教学仪器设备).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第6项.
var JuniorEquipmentDifference = rules.MustDifference(evaluation.Measures(), evaluation.JuniorEquipmentDifference, junior.difference("equipment"))

// PrimaryMultimediaDifference measures how far the primary schools of a county differ in
// networked multimedia classrooms (网络多媒体教室).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第7项.
var PrimaryMultimediaDifference = rules.MustDifference(evaluation.Measures(), evaluation.PrimaryMultimediaDifference, primary.difference("multimedia"))

// JuniorMultimediaDifference measures how far the junior secondary schools of a county differ in
// networked multimedia classrooms (网络多媒体教室).
//
// Formula: the coefficient of difference of the amount ÷ the school's weighted heads between schools,
// weighted by pupils; see package difference.
// Unit and range: a coefficient, from nought.
// Source: 资源配置第7项.
var JuniorMultimediaDifference = rules.MustDifference(evaluation.Measures(), evaluation.JuniorMultimediaDifference, junior.difference("multimedia"))
