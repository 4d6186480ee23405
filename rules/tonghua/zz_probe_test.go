package tonghua_test
import ("testing";"fmt";"time"
"github.com/eduplan/tonghua/indicators"
"github.com/eduplan/tonghua/indicators/bilingual"
"github.com/eduplan/tonghua/indicators/quantity"
"github.com/eduplan/tonghua/indicators/enrolment"
"github.com/eduplan/tonghua/indicators/attainment"
"github.com/eduplan/tonghua/indicators/teacher"
"github.com/eduplan/tonghua/indicators/pupil"
"github.com/eduplan/tonghua/indicators/countyyear"
"github.com/eduplan/tonghua/rules/tonghua"
)
func TestProbe(t *testing.T){
 d:=quantity.DateOf(2023,time.June,30)
 p:=func(r any, err error){ fmt.Println(r,err)}
 p(tonghua.PrimaryNetEnrolment.Evaluate(d, enrolment.Record{Level:indicators.Primary,EnrolledOfAge:quantity.N(101),OfficialAge:quantity.N(100)}))
 p(tonghua.PrimaryNetEnrolment.Evaluate(d, enrolment.Record{Level:indicators.JuniorHigh,EnrolledOfAge:quantity.N(99),OfficialAge:quantity.N(100)}))
 p(tonghua.DigitalTrainingPractice.Evaluate(d, teacher.Record{Stage:indicators.Primary,DigitalHours:quantity.WholeHours(0),PracticeHours:quantity.WholeHours(0)}))
 p(tonghua.MeanYearsSchooling.Evaluate(d, attainment.Record{AgeFrom:quantity.N(3),AgeTo:quantity.N(-1),NoSchooling:quantity.N(1),Preschool:quantity.N(1),Primary:quantity.N(1),JuniorHigh:quantity.N(1),SeniorHigh:quantity.N(1),College:quantity.N(1),BachelorUp:quantity.N(1)}))
 f:=tonghua.FitnessCertificate.Check(d, pupil.Record{Fitness:indicators.FitnessFailed,PEExempt:indicators.No,Certificate:indicators.Yes})
 fmt.Println(f.Outcome,f.Reason,f.Due,f.Breach(),f.Text(bilingual.English))
 p(tonghua.SpendingOnlyRises.Evaluate(d, countyyear.Record{Year:quantity.N(2023),Spending:quantity.WholeYuan(1),SpendingBefore:quantity.WholeYuan(2)}))
 r,_:=tonghua.MeanYearsSchooling.Evaluate(d, attainment.Record{AgeFrom:quantity.N(3),NoSchooling:quantity.N(1),Preschool:quantity.N(1),Primary:quantity.N(1),JuniorHigh:quantity.N(1),SeniorHigh:quantity.N(1),College:quantity.N(1),BachelorUp:quantity.N(1)})
 fmt.Println(r.Text(bilingual.English))
}
