// Every word of the interface. en.ts has the same keys; the compiler sees to it.
export const zh = {
  'app.name': '观澜',
  'app.tagline': '监管信息工作台',
  'app.skip': '跳到正文',
  'app.menu': '菜单',
  'app.main': '主导航',
  'nav.stream': '动态', 'nav.laws': '法规', 'nav.subjects': '主体', 'nav.deadlines': '期限', 'nav.map': '地图',
  'nav.stats': '统计', 'nav.desk': '编辑部', 'nav.import': '导入', 'nav.admin': '管理',
  'theme.dark': '深色', 'theme.light': '浅色', 'language.other': 'English',
  'session.login': '登录', 'session.logout': '退出', 'session.user': '用户名', 'session.password': '密码',
  'session.wrong': '用户名或密码不正确。', 'session.expired': '登录已过期，请重新登录。登录后回到刚才的页面。', 'session.lead': '使用本机构分配的账号登录。',
  'role.reader': '读者', 'role.editor': '编辑', 'role.admin': '管理员',
  'common.loading': '正在读取…', 'common.more': '继续载入', 'common.retry': '重试', 'common.close': '关闭', 'common.cancel': '取消', 'common.save': '保存',
  'common.delete': '删除', 'common.all': '全部', 'common.none': '无', 'common.total': '共 {n} 条', 'common.search': '搜索', 'common.print': '打印', 'common.undated': '日期不详',
  'common.items': '{n} 条', 'common.list': '列表', 'common.back': '返回', 'common.export': '导出', 'common.name': '名称', 'common.count': '条数', 'common.date': '日期',
<<<<<<< HEAD
  'error.offline': '连接不上服务器。', 'error.hint': '建议：{hint}', 'error.unavailable': '本服务器没有提供这一项。', 'error.missing': '没有这个页面。', 'error.home': '回到动态',
=======
  'error.offline': '连接不上服务器。', 'error.hint': '建议：{hint}', 'error.missing': '没有这个页面。', 'error.home': '回到动态',
>>>>>>> serve
  'keys.title': '键盘', 'keys.next': '下一条', 'keys.previous': '上一条', 'keys.open': '打开', 'keys.search': '搜索', 'keys.help': '本说明', 'keys.back': '关闭、返回列表',
  'stream.search': '搜索全文，可用 kind: law: fine:>100000 等条件', 'stream.example': '例：罚款 kind:enforcement law:网络安全法#44',
  'stream.sort': '排序', 'stream.sort.date': '按日期', 'stream.sort.relevance': '按相关度', 'stream.filters': '筛选', 'stream.clear': '清除筛选',
  'stream.since': '起', 'stream.until': '止', 'stream.same': '另有 {n} 条同题报道', 'stream.same.hide': '收起同题报道', 'stream.empty': '没有符合条件的条目。', 'stream.empty.hint': '放宽筛选条件，或先在“导入”中加入文件。',
  'stream.take': '去掉条件 {name}', 'stream.saved': '常用检索', 'stream.save': '存为常用检索', 'stream.save.name': '名称', 'stream.saved.none': '还没有。设好条件后存一个，下次一键打开。', 'stream.feed': '订阅（Atom）', 'stream.reported': '消息', 'stream.drop': '删除常用检索“{name}”',
  'facet.kind': '类别', 'facet.region': '地区', 'facet.authority': '机关', 'facet.outlet': '来源', 'facet.month': '月份', 'facet.more': '更多', 'facet.less': '收起',
  'filter.kind': '类别', 'filter.region': '地区', 'filter.authority': '机关', 'filter.law': '法规', 'filter.org': '机构企业', 'filter.app': '应用', 'filter.outlet': '来源', 'filter.month': '月份',
  'filter.since': '起始', 'filter.until': '截止', 'filter.document': '文件', 'filter.q': '检索词', 'filter.sort': '排序',
  'item.list': '条目列表', 'item.source': '原文', 'item.facts': '事实', 'item.near': '相关', 'item.text': '文字', 'item.page': '版面', 'item.pageN': '第 {n} 页', 'item.previousPage': '上一页', 'item.nextPage': '下一页',
  'item.pageAlt': '原文件第 {n} 页的图像', 'item.why': '依据', 'item.rule': '规则', 'item.cue': '提示词', 'item.place': '位置', 'item.bytes': '第 {begin}–{end} 字节', 'item.pick': '点一项事实看它的依据和出处；点原文里的划线词看它被读成什么。',
  'item.context': '显示前后文', 'item.nocontext': '只看本条', 'item.download': '下载原文件', 'item.nofacts': '没有读出事实。', 'item.noneighbours': '没有相关条目。', 'item.document': '原文件',
  'item.all': '显示全部事实', 'item.only': '只显示', 'item.jump': '在原文中定位', 'item.check': '校对本文件',
  'laws.lead': '已导入的法律法规及其历次版本；“引用”是库中条目援引它的次数。', 'laws.search': '法规名称', 'laws.versions': '版本', 'laws.cited': '引用', 'laws.from': '{from} 起', 'laws.range': '{from} 至 {to}', 'laws.empty': '尚未导入法规（guanlan laws import）。',
  'laws.heat': '各条被引次数', 'laws.heat.lead': '每格一条，颜色越深援引越多；点一格看条文和条目。', 'laws.article': '条文', 'laws.cites': '援引 {n} 次', 'laws.life': '沿革', 'laws.life.none': '库中没有关于它的起草、发布、施行的条目。', 'laws.enforcement': '援引本条的条目', 'laws.none': '没有条目援引本条。', 'laws.version': '适用版本', 'laws.gap': '本页所示为库中该日有效的文本。',
  'subjects.lead': '谁在何时做了什么，或受到什么处理。', 'subject.authority': '机关', 'subject.org': '机构企业', 'subject.app': '应用', 'subjects.search': '名称', 'subjects.first': '首见', 'subjects.last': '最近', 'subjects.empty': '没有这样的名称。', 'subjects.months': '各月条数', 'subjects.steps': '经过', 'subjects.items': '查看全部条目',
  'deadlines.lead': '从文中读出的截止、征求意见、施行日期。', 'deadlines.left': '还有 {n} 天', 'deadlines.today': '今天', 'deadlines.past': '已过 {n} 天', 'deadlines.calendar': '日历', 'deadlines.list': '列表', 'deadlines.ics': '订阅日历（.ics）', 'deadlines.who': '对象', 'deadlines.what': '事项', 'deadlines.empty': '这段时间没有期限。', 'deadlines.month': '{year}年{month}月', 'deadlines.earlier': '上个月', 'deadlines.later': '下个月', 'deadlines.vague': '本月内，日期不详：', 'deadlines.days': '余日',
  'map.lead': '按条目所涉地区计数。方格示意省份的大致方位，不是地图，不表示边界。', 'map.province': '省份', 'map.cities': '{name}各地', 'map.back': '回到全国', 'map.abroad': '境外与全国', 'map.none': '没有条目。', 'map.kind': '类别', 'map.items': '查看条目',
  'stats.lead': '库中条目的计数，每个数都能点开看到条目。', 'stats.by': '统计口径', 'stats.law': '按法规', 'stats.authority': '按机关', 'stats.region': '按地区', 'stats.sanction': '按处理措施', 'stats.kind': '按类别', 'stats.month': '按月', 'stats.csv': '导出 CSV', 'stats.xlsx': '导出 XLSX', 'stats.png': '导出图片', 'stats.chart': '图', 'stats.table': '表', 'stats.share': '占比', 'stats.top': '图中为前 {n} 项，表中为全部。', 'stats.empty': '没有可统计的条目。',
<<<<<<< HEAD
  'desk.lead': '当期刊物：上传稿件、校对、编排、定稿。', 'desk.check': '校对', 'desk.document': '稿件', 'desk.run': '开始校对', 'desk.findings': '问题', 'desk.nofindings': '没有发现问题。', 'desk.notrun': '没有执行的规则', 'desk.fix': '建议改为', 'desk.level.error': '错误', 'desk.level.warning': '疑点', 'desk.level.note': '提示', 'desk.choose': '选择一份已导入的稿件，或上传新稿。', 'desk.upload': '上传稿件', 'desk.text': '稿件原文',
  'import.lead': '把文件拖到这里，或选择文件。支持文本、网页、Word、PDF、扫描件、表格、邮件与订阅源。', 'import.choose': '选择文件', 'import.drop': '松开即开始导入', 'import.progress': '进度', 'import.file': '文件', 'import.state': '状态', 'import.items': '条目', 'import.waiting': '排队', 'import.reading': '读取中', 'import.done': '完成', 'import.known': '已在库中', 'import.failed': '失败', 'import.summary': '{done} 个完成，{failed} 个失败，得到 {items} 条', 'import.see': '查看条目', 'import.quarantine': '未能读入的文件', 'import.quarantine.none': '没有。', 'import.reason': '原因', 'import.documents': '已导入的文件', 'import.when': '时间', 'import.lost': '进度中断，结果以“已导入的文件”为准。', 'import.role': '导入需要编辑权限。',
  'admin.lead': '来源、词表、用户与操作记录。', 'admin.sources': '来源', 'admin.words': '词表', 'admin.users': '用户', 'admin.log': '操作记录', 'admin.created': '创建', 'admin.lastseen': '最近登录', 'admin.role': '角色', 'admin.action': '操作', 'admin.object': '对象', 'admin.from': '来自', 'admin.noaccounts': '当前未启用账号，仅限本机访问。启用方法见 guanlan serve 的说明。', 'admin.denied': '需要管理员权限。', 'admin.api': '接口说明（OpenAPI）',
=======
  'desk.lead': '当期刊物：上传稿件、校对、编排、定稿。', 'desk.check': '校对', 'desk.document': '稿件', 'desk.run': '开始校对', 'desk.findings': '问题', 'desk.nofindings': '没有发现问题。', 'desk.notrun': '没有执行的规则', 'desk.fix': '建议改为', 'desk.level.error': '错误', 'desk.level.warning': '疑点', 'desk.level.note': '提示', 'desk.choose': '选择一份已导入的稿件，或上传新稿。', 'desk.upload': '上传稿件',
  'desk.issues': '当期', 'desk.soon': '本服务器没有提供编排接口。', 'desk.text': '稿件原文',
  'import.lead': '把文件拖到这里，或选择文件。支持文本、网页、Word、PDF、扫描件、表格、邮件与订阅源。', 'import.choose': '选择文件', 'import.drop': '松开即开始导入', 'import.progress': '进度', 'import.file': '文件', 'import.state': '状态', 'import.items': '条目', 'import.waiting': '排队', 'import.reading': '读取中', 'import.done': '完成', 'import.known': '已在库中', 'import.failed': '失败', 'import.summary': '{done} 个完成，{failed} 个失败，得到 {items} 条', 'import.see': '查看条目', 'import.quarantine': '未能读入的文件', 'import.quarantine.none': '没有。', 'import.reason': '原因', 'import.documents': '已导入的文件', 'import.when': '时间', 'import.lost': '进度中断，结果以“已导入的文件”为准。', 'import.role': '导入需要编辑权限。',
  'admin.lead': '来源、词表、用户与操作记录。', 'admin.sources': '来源', 'admin.words': '词表', 'admin.users': '用户', 'admin.log': '操作记录', 'admin.created': '创建', 'admin.lastseen': '最近登录', 'admin.role': '角色', 'admin.action': '操作', 'admin.object': '对象', 'admin.from': '来自', 'admin.noaccounts': '当前未启用账号，仅限本机访问。启用方法见 guanlan serve 的说明。', 'admin.denied': '需要管理员权限。', 'admin.unavailable': '本服务器没有提供这一项。', 'admin.api': '接口说明（OpenAPI）',
>>>>>>> serve
} as const

export type Messages = Record<keyof typeof zh, string>
