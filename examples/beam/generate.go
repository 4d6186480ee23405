package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/eduplan/tonghua/indicators/quantity"
)

// generatedShards is how many files [generate] writes. The last one has a header alone.
const generatedShards = 64

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
	{name: "专任教师", words: []string{"是", "是", "是", "是", "是", "是", "是", "否"}},
	{name: "学历", words: []string{"本科", "本科", "本科", "大专", "硕士研究生", "博士研究生", ""}},
	{name: "是否专业课教师", words: []string{"是", "否"}},
	{name: "骨干教师级别", words: []string{"无", "无", "无", "无", "县级", "市级", "省级", ""}},
	{name: "是否双师型", words: []string{"是", "是", "否"}},
	{name: "是否开通实名空间", words: []string{"1", "1", "1", "0"}},
	{name: "本周期培训学时", from: 357, to: 720},
	{name: "信息技术培训学时", from: 49, to: 90},
	{name: "信息技术实践应用学时", from: 24, to: 60},
	{name: "是否农村或艰苦边远岗位", words: []string{"否", "否", "是"}},
	{name: "实发津贴", from: 300, to: 600},
	{name: "应发津贴", words: []string{"300"}},
	{name: "教龄", from: 0, to: 40},
}

// generate writes a register of made-up teachers into a folder, the same one each time.
func generate(folder string, teachers int) error {
	for shard := range generatedShards {
		full := generatedShards - 1
		n := 0
		if shard < full {
			n = (teachers + shard) / full // the parts of all full shards add up to the whole
		}
		name := filepath.Join(folder, fmt.Sprintf("shard-%02d.csv", shard))
		if err := generateShard(name, shard, n); err != nil {
			return fmt.Errorf("%s: %w", name, err)
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
	buffer := bufio.NewWriter(file)
	out := csv.NewWriter(buffer)
	cells := []string{"教职工号", "区县"}
	for _, c := range generatedColumns {
		cells = append(cells, c.name)
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(20, uint64(shard)))
	for i := range teachers {
		county := generatedCounties[0]
		if i%10 == 9 {
			county = generatedCounties[1+i/10%(len(generatedCounties)-1)]
		}
		cells = append(cells[:0], fmt.Sprintf("%02d-%06d", shard, i), county)
		for _, c := range generatedColumns {
			cell := ""
			if c.words != nil {
				cell = c.words[random.IntN(len(c.words))]
			} else {
				cell = strconv.Itoa(c.from + random.IntN(c.to-c.from+1))
			}
			cells = append(cells, cell)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return errors.Join(out.Error(), buffer.Flush())
}
