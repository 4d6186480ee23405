package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// generatedShards is how many files generate writes. The last one has a header alone.
const generatedShards = 64

// generatedBy is the column of the county of generated shards.
const generatedBy = "区县"

// generatedDate is the date that generated shards describe.
var generatedDate = quantity.DateOf(2025, time.December, 31)

// generatedCounties are the counties of generated teachers. Nine in ten are of the first.
var generatedCounties = []string{"东昌区", "二道江区", "通化县", "辉南县", "柳河县", "梅河口市", "集安市"}

// generatedColumns are the columns of generated shards after those of number and county.
var generatedColumns = []struct {
	name     string
	words    []string // one of these, or
	from, to int      // a number
}{
	{name: "任教学段", words: []string{"小学", "小学", "小学", "初中", "初中", "普通高中", "幼儿园", "中职"}},
	{name: "专任教师", words: append(slices.Repeat([]string{"是"}, 19), "否")},
	{name: "学历", words: []string{"本科", "本科", "本科", "大专", "硕士研究生", "博士研究生", ""}},
	{name: "是否专业课教师", words: []string{"是", "否"}},
	{name: "骨干教师级别", words: []string{"无", "无", "无", "无", "县级", "市级", "省级", ""}},
	{name: "是否双师型", words: []string{"是", "是", "否"}},
	{name: "是否开通实名空间", words: append(slices.Repeat([]string{"1"}, 39), "0")},
	{name: "是否完成新一轮全员培训", words: append(slices.Repeat([]string{"是"}, 29), "否")},
	{name: "本周期培训学时", from: 358, to: 720},
	{name: "信息技术培训学时", from: 49, to: 90},
	{name: "信息技术实践应用学时", from: 44, to: 60},
	{name: "是否民族学校", words: []string{"是", "否", "否"}},
	{name: "是否参加年度师德考核", words: append(slices.Repeat([]string{"是"}, 29), "")},
	{name: "入职年份", from: 1986, to: 2020},
}

// generate writes a register of made-up teachers into a folder, the same one each time.
func generate(folder string, teachers int) error {
	for shard := range generatedShards {
		number := 0
		if shard < generatedShards-1 {
			number = (teachers + shard) / (generatedShards - 1) // the numbers add up to that of all teachers
		}
		if err := generateShard(filepath.Join(folder, fmt.Sprintf("shard-%02d.csv", shard)), shard, number); err != nil {
			return err
		}
	}
	return nil
}

func generateShard(name string, shard, teachers int) (err error) {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := csv.NewWriter(file)
	header := []string{"教职工号", generatedBy}
	for _, c := range generatedColumns {
		header = append(header, c.name)
	}
	if err := out.Write(header); err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(20, uint64(shard)))
	for i := range teachers {
		county := generatedCounties[0]
		if i%10 == 9 {
			county = generatedCounties[1+(i/10+shard)%(len(generatedCounties)-1)]
		}
		cells := []string{fmt.Sprintf("%02d-%06d", shard, i), county}
		for _, c := range generatedColumns {
			if c.words != nil {
				cells = append(cells, c.words[random.IntN(len(c.words))])
			} else {
				cells = append(cells, strconv.Itoa(c.from+random.IntN(c.to-c.from+1)))
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
