package main

import (
	"fmt"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/indicators/teacher"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/tonghua"
)

type Staff struct { // your own struct
	Stage, Degree string
	Hours         float64
}

func main() {
	panel := rules.MustPanel(func(s *Staff, t *teacher.Record) {
		t.Stage, t.Education = indicators.ParseStage(s.Stage), indicators.ParseEducation(s.Degree)
		t.TrainingHours = quantity.HoursOf(s.Hours)
	}, tonghua.SeniorMaster, tonghua.TeacherTrainingHours)
	results, err := panel.Evaluate(quantity.DateOf(2025, 12, 31), []Staff{{"高中", "硕士", 372}, {"高中", "本科", 355.5}})
	fmt.Println(results, err)
}
