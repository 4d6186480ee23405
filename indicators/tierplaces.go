package indicators

import "strings"

// placesOfTiers are the places by which a title is named instead of its level: all units
// of provincial level by their names, and the units of Jilin down to the counties by those
// of GB/T 2260. A place that stands in no table is not read, since 市 may be a city or a
// county-level city and nothing in the name says which.
var placesOfTiers = []phrase{
	{terms(ProvinceTier), []string{
		"北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省",
		"四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省", "内蒙古自治区", "内蒙古", "广西壮族自治区", "广西", "西藏自治区", "西藏", "宁夏回族自治区", "宁夏", "新疆维吾尔自治区", "新疆",
		"香港特别行政区", "澳门特别行政区",
		"北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "香港", "澳门"}},
	{terms(ProvinceTier, CityTier), []string{"吉林"}}, // the province has a city of its name
	{terms(CityTier), []string{"长春市", "吉林市", "四平市", "辽源市", "通化市", "白山市", "松原市", "白城市", "延边朝鲜族自治州", "延边州"}},
	{terms(CountyTier), []string{
		"南关区", "宽城区", "朝阳区", "二道区", "绿园区", "双阳区", "九台区", "农安县", "榆树市", "德惠市", "公主岭市",
		"昌邑区", "龙潭区", "船营区", "丰满区", "永吉县", "蛟河市", "桦甸市", "舒兰市", "磐石市",
		"铁西区", "铁东区", "梨树县", "伊通满族自治县", "伊通县", "双辽市", "龙山区", "西安区", "东丰县", "东辽县",
		"东昌区", "二道江区", "通化县", "辉南县", "柳河县", "梅河口市", "集安市",
		"浑江区", "江源区", "抚松县", "靖宇县", "长白朝鲜族自治县", "长白县", "临江市",
		"宁江区", "前郭尔罗斯蒙古族自治县", "前郭县", "长岭县", "乾安县", "扶余市", "洮北区", "镇赉县", "通榆县", "洮南市", "大安市",
		"延吉市", "图们市", "敦化市", "珲春市", "龙井市", "和龙市", "汪清县", "安图县"}},
}

// placeNames lists those that end in the kind of the place. A short name before 市级 would
// be half of another place: 北京 in 北京市级.
func placeNames() (names []string) {
	for _, p := range placesOfTiers {
		for _, name := range p.texts {
			if strings.HasSuffix(name, "省") || strings.HasSuffix(name, "市") || strings.HasSuffix(name, "区") || strings.HasSuffix(name, "县") || strings.HasSuffix(name, "州") {
				names = append(names, name)
			}
		}
	}
	return names
}
