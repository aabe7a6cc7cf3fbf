// The closed vocabularies of the record, as people say them.
type Pair = readonly [zh: string, en: string]

export const terms: Record<string, Record<string, Pair>> = {
  kind: {
    legislation: ['立法', 'Legislation'], standard: ['标准', 'Standard'], enforcement: ['行政执法', 'Enforcement'], 'app-notice': ['应用通报', 'App notice'],
    'criminal-case': ['刑事案件', 'Criminal case'], judgment: ['裁判', 'Judgment'], campaign: ['专项行动', 'Campaign'], filing: ['备案登记', 'Filing'],
    incident: ['安全事件', 'Incident'], report: ['报告', 'Report'], statistics: ['统计', 'Statistics'], warning: ['提示预警', 'Warning'], meeting: ['会议', 'Meeting'],
    activity: ['活动', 'Activity'], organization: ['机构人事', 'Organisation'], industry: ['行业', 'Industry'], other: ['其他', 'Other'],
  },
  field: {
    kind: ['类别', 'Kind'], event_date: ['事件日期', 'Event date'], dates: ['日期', 'Dates'], deadlines: ['期限', 'Deadlines'], terms: ['推算日期', 'Reckoned days'], authorities: ['机关', 'Authorities'],
    regions: ['地区', 'Regions'], apps: ['应用', 'Apps'], orgs: ['机构企业', 'Organisations'], instruments: ['文件', 'Instruments'], citations: ['引用条款', 'Citations'], references: ['回指', 'References back'],
    standards: ['标准号', 'Standards'], doc_numbers: ['文号', 'Document numbers'], cve: ['漏洞编号', 'CVE'], figures: ['数量', 'Figures'], enumerations: ['列举', 'Enumerations'],
    sanctions: ['处理措施', 'Sanctions'], sources: ['来源', 'Sources'], path: ['栏目', 'Section'], title: ['标题', 'Title'], parts: ['分项', 'Parts'], number: ['序号', 'Number'],
  },
  sanction: {
    warning: ['警告', 'Warning'], fine: ['罚款', 'Fine'], confiscation: ['没收', 'Confiscation'], order_to_correct: ['责令改正', 'Order to correct'], suspension: ['停业暂停', 'Suspension'],
    removal: ['下架清理', 'Removal'], public_notice: ['公开通报', 'Public notice'], interview: ['约谈', 'Interview'], account_closure: ['关闭账号', 'Account closure'],
    admin_penalty: ['行政处罚', 'Administrative penalty'], admin_detention: ['行政拘留', 'Administrative detention'], criminal_detention: ['刑事拘留', 'Criminal detention'],
    capture: ['抓获', 'Capture'], arrest: ['逮捕', 'Arrest'], coercive_measure: ['强制措施', 'Coercive measure'], case_filed: ['立案', 'Case filed'], imprisonment: ['有期徒刑', 'Imprisonment'],
    damages: ['赔偿', 'Damages'], apology: ['道歉', 'Apology'], criticism: ['训诫教育', 'Criticism'], freezing: ['冻结', 'Freezing'], seizure: ['扣押', 'Seizure'],
  },
  role: {
    on: ['发生', 'on'], reported: ['报道', 'reported'], effective: ['施行', 'in force'], expires: ['失效', 'expires'], deadline: ['截止', 'deadline'], comment_by: ['征求意见截止', 'comments by'],
    start: ['开始', 'start'], end: ['结束', 'end'], past: ['此前', 'past'], issued: ['发布', 'issued'], draft: ['草案', 'draft'], published: ['公布', 'published'], cited: ['援引', 'cited'], amended: ['修订', 'amended'],
    repealed: ['废止', 'repealed'], consultation: ['征求意见', 'consultation'], issue: ['发布', 'issues'], decide: ['决定', 'decides'], investigate: ['调查', 'investigates'], publish: ['公布', 'publishes'], punish: ['处罚', 'punishes'], act: ['行动', 'acts'],
    notice: ['通报', 'notice'], notified: ['通报', 'notified'], retested: ['复测', 'retested'], relapse: ['再次被通报', 'notified again'], restored: ['恢复上架', 'restored'], registered: ['备案', 'registered'],
    results_period: ['阶段成果', 'results of a period'], results_total: ['累计成果', 'results so far'], mentioned: ['提及', 'mentioned'], named: ['提及', 'named'], punished: ['被处罚', 'punished'],
    filed: ['立案', 'case filed'], captured: ['抓获', 'captured'], detained: ['刑拘', 'detained'], arrested: ['逮捕', 'arrested'], indicted: ['提起公诉', 'indicted'], sued: ['起诉', 'sued'], judged: ['判决', 'judged'], appealed: ['上诉、抗诉', 'appealed'],
    adopted: ['审议通过', 'adopted'], accepted: ['受理', 'accepted'], solved: ['破案', 'solved'], restrained: ['刑事强制措施', 'restrained'], bailed: ['取保候审', 'bailed'], transferred: ['移送审查起诉', 'sent for prosecution'], dropped: ['不起诉、撤诉', 'dropped'],
    heard: ['开庭', 'heard'], settled: ['和解、调解', 'settled'], appeal_judged: ['二审裁判', 'judged on appeal'], retried: ['再审', 'retried'], ends: ['结束', 'ends'],
    rectify_by: ['限期整改', 'rectify by'], removed: ['下架', 'removed'], launched: ['启动', 'launched'], results: ['成果', 'results'],
  },
  approx: { over: ['以上', 'or more'], about: ['左右', 'about'], nearly: ['近', 'nearly'], under: ['以下', 'or less'] },
  userrole: { reader: ['读者', 'reader'], editor: ['编辑', 'editor'], admin: ['管理员', 'administrator'] },
  reason: {
    instrument: ['同一文件', 'same instrument'], campaign: ['同一行动', 'same campaign'], case: ['同一案件', 'same case'], app: ['同一应用', 'same app'], duplicate: ['同一报道', 'same report'],
    org: ['同一机构', 'same organisation'], authority: ['同一机关', 'same authority'], title: ['标题相近', 'similar headline'], doc_number: ['同一文号', 'same document number'], document: ['同一文件内', 'same file'],
  },
}
