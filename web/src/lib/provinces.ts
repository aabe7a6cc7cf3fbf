// A tile for each of the 34 provincial regions, set roughly where it lies. No borders, no geodata.
export interface Tile { name: string; short: string; en: string; column: number; row: number }

const t = (name: string, short: string, en: string, column: number, row: number): Tile => ({ name, short, en, column, row })

export const tiles: readonly Tile[] = [
  t('黑龙江省', '黑龙江', 'Heilongjiang', 8, 0),
  t('内蒙古自治区', '内蒙古', 'Inner Mongolia', 5, 1), t('辽宁省', '辽宁', 'Liaoning', 7, 1), t('吉林省', '吉林', 'Jilin', 8, 1),
  t('新疆维吾尔自治区', '新疆', 'Xinjiang', 1, 2), t('甘肃省', '甘肃', 'Gansu', 2, 2), t('宁夏回族自治区', '宁夏', 'Ningxia', 3, 2), t('河北省', '河北', 'Hebei', 5, 2), t('北京市', '北京', 'Beijing', 6, 2), t('天津市', '天津', 'Tianjin', 7, 2),
  t('西藏自治区', '西藏', 'Tibet', 1, 3), t('青海省', '青海', 'Qinghai', 2, 3), t('陕西省', '陕西', 'Shaanxi', 3, 3), t('山西省', '山西', 'Shanxi', 4, 3), t('河南省', '河南', 'Henan', 5, 3), t('山东省', '山东', 'Shandong', 6, 3),
  t('四川省', '四川', 'Sichuan', 2, 4), t('重庆市', '重庆', 'Chongqing', 3, 4), t('湖北省', '湖北', 'Hubei', 4, 4), t('安徽省', '安徽', 'Anhui', 5, 4), t('江苏省', '江苏', 'Jiangsu', 6, 4), t('上海市', '上海', 'Shanghai', 7, 4),
  t('云南省', '云南', 'Yunnan', 2, 5), t('贵州省', '贵州', 'Guizhou', 3, 5), t('湖南省', '湖南', 'Hunan', 4, 5), t('江西省', '江西', 'Jiangxi', 5, 5), t('浙江省', '浙江', 'Zhejiang', 6, 5),
  t('广西壮族自治区', '广西', 'Guangxi', 3, 6), t('广东省', '广东', 'Guangdong', 4, 6), t('福建省', '福建', 'Fujian', 5, 6), t('台湾省', '台湾', 'Taiwan', 7, 6),
  t('海南省', '海南', 'Hainan', 3, 7), t('澳门特别行政区', '澳门', 'Macao', 4, 7), t('香港特别行政区', '香港', 'Hong Kong', 5, 7),
]

export interface RegionCount { path: string; count: number }

// Counts of a region with all that lies in it; a path is 省/市/县.
export function totals(counts: readonly RegionCount[], under: string | null): Map<string, number> {
  const found = new Map<string, number>()
  const depth = under ? under.split('/').length : 0
  for (const { path, count } of counts) {
    if (under && path !== under && !path.startsWith(`${under}/`)) continue
    const name = path.split('/').slice(0, depth + 1).join('/')
    found.set(name, (found.get(name) ?? 0) + count)
  }
  return found
}
