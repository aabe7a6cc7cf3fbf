#include "text/charset_score.h"

#include <algorithm>
#include <bitset>

#include "text/utf8.h"

namespace guanlan {
namespace {

// The thousand most frequent characters of modern Chinese, and the traditional forms among them.
constexpr std::string_view kCommon =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "说产种面而方后"
    "多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去"
    "把性好应开它合"
    "还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第"
    "向道命此变条只"
    "没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件"
    "长求老头基资边"
    "流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色"
    "光门即保治北造"
    "百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速"
    "花带安场身车例"
    "真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段"
    "研界拉林律叫且"
    "究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便"
    "团往酸历市克何"
    "除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适"
    "属圆包火住调满"
    "县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防举球英氧"
    "势告李台落木帮"
    "轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章早朝害续轻服试食充兵"
    "源判护司足某练"
    "差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春职觉汉画功巴跟虽杂飞检吸助升阳互"
    "初创抗考投坏策"
    "古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿宣环双请超微让控州良轴找否纪益依优顶础载倒房"
    "突坐粉敌略客袁"
    "冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦夜刑移频逐靠混母短皮终聚村云哪既距卫停央察烧迅境若印洲刻"
    "括激孔搞待室核"
    "校散侵吧旧模湖货损预阻普稳息扩银语守拿序纸医缺雨吗针刘误训愿审附获粮孩龙演血欢械掌歌沙刚攻讨晚"
    "乱药宁贵读班香"
    "介句培握担沉假执答顺征喜松脚困异免背星福买染井概慢促静补评肉践伤操垂宜套督振架亮末宪庆编触映销"
    "诗座居抓裂景威"
    "盟衡延危胶屋乡临陆顾掉灯岁措束剧玉赵季课额款绍卷齐伟蒸永宗岩零杨奏沿露镇浓航怀库途归召鼓播裁险"
    "康唯录私努堂域"
    "哈竟熟遍侧敢虑纳弹址诈骗网络账户违链脑拟诚罚款涉嫌拘警闻媒页邮箱码技签署云智算赋版协征罪贷扣款"
    "币盗犯肃纠倡汇";
constexpr std::string_view kTraditional =
    "這為個國來們時對發動會經學說產種過後還進兩體機當點從業開應無關與實現當樣長見間問題門車東話電頭"
    "書報級線組織結給"
    "統計記設議論證認識語請調談讀變讓該試詳誤護財責貨費資質購賣買賽超軍農運達選遠還連適邊鄉醫釋銀鋼"
    "錄錢鐵長門閉開"
    "間聞陸陽際隊隨險難電響頁項順須預領題顏願類風飛館馬驗體齊龍萬與專業叢東絲兩嚴喪個豐臨為麗舉義烏"
    "樂習書買亂爭於"
    "虧雲亞產畝親億僅從侖倉儀們價眾優傷傳偽體餘側債傾償儲兒黨蘭關興養獸內岡冊寫軍農決況凍淨準減湊鳳"
    "處憑凱擊則剛創"
    "別劇劃劉動務勝勞勢勵勸勻匯區協單賣盧衛卻廠廳歷壓縣參雙發變敘葉號嘆嚇嗎啟員聽響園圍圖圓聖場壞塊"
    "堅壇墳墜壘夠夥"
    "奪奮婦媽孫學寧實寵審寬將爾塵嘗層屆屬歲島師帥帳帶幣幫廣莊慶庫應廟廢開張彈強彎歸當錄後徑徹態總戀"
    "惡惱愛慣慮憂憶"
    "懷懇戰戲戶拋擇擊擔據擴掃揚換損搖搶攜數敵斷無舊時晉晝曆書會東條來極構樓標樣樹橋機權歡歲歷殘殺氣"
    "決沒況洩淚滅滿"
    "漲漸潔潛濟災為無爾牆狀獎獲獨現環產畫異療發監盤眾睏確碼磚禮種稱穩窮竊競筆簡糧紀約紅純級紙細終組"
    "絕網緊編練縮總"
    "繼續罰罷義習聯聲職腦興舉艦艱藝藥處蘇號蟲蠻術衛裝裡製複見規視覺觀觸計訊討訓記訪設許訴評詞試詩話"
    "該詳認語誠說誰"
    "課調請諸謂謝證識譯議護讓貝負財責貪販貫貴費賀資賊賞賠質賴贏趕跡蹤軌軟較載輔輕輛輸轉辦農運過達違"
    "遠適遲選還邏鄭";
constexpr std::string_view kPunctuation =
    "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕—…·　～％＋－／＝";

class CharSet {
 public:
  CharSet(std::initializer_list<std::string_view> lists) {
    for (const std::string_view list : lists) {
      for (std::size_t at = 0; at < list.size();) {
        const utf8::Decoded d = utf8::decode(list, at);
        if (d.cp < 0x10000) bits_.set(d.cp);
        at += d.size;
      }
    }
    for (char32_t cp = 0xFF10; cp <= 0xFF5A; ++cp) bits_.set(cp);  // full-width letters, digits
  }
  [[nodiscard]] bool contains(char32_t cp) const { return cp < 0x10000 && bits_.test(cp); }

 private:
  std::bitset<0x10000> bits_;
};

double weight(char32_t cp, const CharSet& common) {
  if (common.contains(cp)) return 1;
  if (cp >= 0x4E00 && cp <= 0x9FA5) return 0.2;
  if (cp == 0xFEFF || cp == 0xA0 || cp == 0xB7 || (cp >= 0x2000 && cp <= 0x206F)) return 0.2;
  if (cp >= 0x2460 && cp <= 0x24FF) return 0.5;  // ①
  if (cp >= 0x20000 && cp <= 0x3FFFF) return 0;  // rare names
  return -1;
}

}  // namespace

double chinese_score(std::string_view text) {
  static const CharSet common{kCommon, kTraditional, kPunctuation};
  text = text.substr(0, 64 * 1024);
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const utf8::Decoded d = utf8::decode(text, at);
    if (at + 4 > text.size() && d.cp == 0xFFFD) break;  // cut by the limit
    sum += weight(d.cp, common);
    ++count;
    at += d.size;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace guanlan
