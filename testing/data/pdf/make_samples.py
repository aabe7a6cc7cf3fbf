#!/usr/bin/env python3
"""Writes the flat ODT sources of the sample PDFs; all of the text is invented."""
HEAD='''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Song" svg:font-family="Noto Sans CJK SC" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"/>
<style:font-face style:name="Hei" svg:font-family="Noto Sans CJK SC" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:punctuation-wrap="hanging"/><style:text-properties style:font-name="Noto Sans CJK SC" style:font-name-asian="Song" fo:font-size="10.5pt" style:font-size-asian="10.5pt" fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-indent="21pt" fo:text-align="justify" fo:line-height="150%"/></style:style>
<style:style style:name="Drop" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:line-height="150%"><style:drop-cap style:lines="2" style:length="1" style:distance="2pt"/></style:paragraph-properties></style:style>
<style:style style:name="Cell" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:style style:name="CellL" style:family="paragraph"><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-top="6pt" fo:margin-bottom="8pt"/><style:text-properties fo:font-size="18pt" style:font-size-asian="18pt" style:font-name-asian="Hei" style:font-weight-asian="bold" fo:font-weight="bold"/></style:style>
<style:style style:name="H2" style:family="paragraph"><style:paragraph-properties fo:margin-top="6pt" fo:text-indent="21pt"/><style:text-properties fo:font-size="12pt" style:font-size-asian="12pt" style:font-name-asian="Hei" style:font-weight-asian="bold" fo:font-weight="bold"/></style:style>
<style:style style:name="Source" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:style style:name="Caption" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt" style:font-name-asian="Hei" style:font-weight-asian="bold" fo:font-weight="bold"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="15.5cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="8pt" style:font-size-asian="8pt"/></style:style>
<style:style style:name="Foot" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="Sup" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:style style:name="T" style:family="table"><style:table-properties style:width="15.5cm" table:align="margins"/></style:style>
<style:style style:name="B" style:family="table-cell"><style:table-cell-properties fo:padding="2pt" fo:border="0.5pt solid #000000" style:vertical-align="middle"/></style:style>
<style:style style:name="N" style:family="table-cell"><style:table-cell-properties fo:padding="2pt" fo:border="none"/></style:style>
<style:style style:name="NT" style:family="table-cell"><style:table-cell-properties fo:padding="2pt" fo:border="none" fo:border-top="1pt solid #000000" fo:border-bottom="0.5pt solid #000000"/></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.75cm" fo:margin-right="2.75cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p text:style-name="Head">%(head)s</text:p></style:header><style:footer><text:p text:style-name="Foot">%(foot)s</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
'''
TAIL='</office:text></office:body></office:document>\n'
def p(style,text): return f'<text:p text:style-name="{style}">{text}</text:p>\n'
def cell(text,style='B',para='Cell',span=1,rows=1):
    extra=(f' table:number-columns-spanned="{span}"' if span>1 else '')+(f' table:number-rows-spanned="{rows}"' if rows>1 else '')
    return f'<table:table-cell table:style-name="{style}"{extra}>'+''.join(p(para,t) for t in text.split('\n'))+'</table:table-cell>'+'<table:covered-table-cell/>'*(span-1)
def table(name,widths,head,rows,style='B',left=(),heads=None):
    s=''
    for i,w in enumerate(widths): s+=f'<style:style style:name="{name}{i}" style:family="table-column"><style:table-column-properties style:column-width="{w}cm"/></style:style>'
    auto.append(s)
    t=f'<table:table table:name="{name}" table:style-name="T">'+''.join(f'<table:table-column table:style-name="{name}{i}"/>' for i in range(len(widths)))
    if head: t+='<table:table-header-rows>'+''.join('<table:table-row>'+''.join(c if c.startswith('<') else cell(c,heads or style) for c in h)+'</table:table-row>' for h in head)+'</table:table-header-rows>'
    for r in rows: t+='<table:table-row>'+''.join(c if c.startswith('<') else cell(c,style,'CellL' if i in left else 'Cell') for i,c in enumerate(r))+'</table:table-row>'
    return t+'</table:table>\n'
auto=[]
PAGE='<text:page-number text:select-page="current"/>'
def save(name,head,foot,body):
    s=(HEAD.replace('%(head)s',head).replace('%(foot)s',foot)).replace('</office:automatic-styles>',''.join(auto)+'</office:automatic-styles>')
    open(name,'w',encoding='utf8').write(s+body+TAIL); auto.clear()

# 1. A notice in one column with a list of apps over two pages and a table without rulings.
apps=[]
names=['青山日历','小山记账','白云通信','山海导航大师','青山通信二','海天相机','北山天气助手','白山通知','小海网店','天云通信','云山相机','北海网店','小青相机','白海日历','山海记账']
bad=['违规收集个人信息','未经用户同意向第三方提供个人信息；频繁自启动和关联启动','App强制、频繁、过度索取权限','未公开收集使用规则']
for i,n in enumerate(names):
    apps.append([str(i+1),n,f'示例市{n[:2]}网络科技有限公司',f'{1+i%4}.{i%10}.{i%7}',['应用商店甲','应用商店乙'][i%2],bad[i%4]])
body=p('Title','示例省通信管理局关于侵害用户权益行为App的通报')
body+=p('Title','（2023年第3批，总第12批）')
body+=p('Body','依据《个人信息保护法》《网络安全法》等法律法规，示例省通信管理局对应用商店中的移动应用程序进行检查。截至5月20日，尚有15款App未完成整改（详见附件）<text:span text:style-name="Sup">①</text:span>。')
body+=p('H2','一、总体情况')
body+=p('Body','今年1月至4月，全省共检查App 1,286款，同比增长12.5%，发现问题App 143款，责令限期整改131款，下架12款。上述App应在6月5日前完成整改。逾期不整改的，依法依规处置。电话 0000-1234567，网址 https://example.org/notice。')
body+=p('Caption','表1 2023年1—4月检查情况')
body+=table('O',[4,3.8,3.8,3.9],[['月份','检查数（款）','问题数（款）','同比']],[['1月','301','42','3.1%'],['2月','288','35','-1.7%'],['3月','342','38','5.0%'],['4月','355','28','-12.4%'],['合计','1,286','143','—']],'N',heads='NT')
body+=p('H2','二、下一步要求')
body+=p('Body','各应用商店应当落实责任，各应用程序应当依法收集个人信息，保护用户权益。')
body+=p('Source','示例省通信管理局')
body+=p('Source','2023年5月22日')
body+=p('Caption','附件 存在问题的App名单')
body+=table('A',[1.2,2.8,3.7,1.8,2.2,3.8],[['序号','应用名称','开发者','版本','来源','存在问题']],apps,'B',(5,))
body+=p('Caption','表2 按地区统计')
body+=table('M',[3.5,3,3,3,3],[[cell('地区',rows=2),cell('检查',span=2),cell('整改',span=2)],['<table:covered-table-cell/>','数量','占比','数量','占比']],[['甲市','620','48.2%','60','45.8%'],['乙市','666','51.8%','71','54.2%']])
save('notice.fodt','示例省通信管理局<text:tab/>通报','— '+PAGE+' —',body)

# 2. A newsletter in two columns.
long1='随着示例市城市网络安全运营中心正式启用，全市重点单位的安全监测实现了统一接入、统一处置。该中心已接入单位312家，平均处置时间由48小时缩短到6小时。'
long2='示例市网信办负责人表示，下一步将围绕“防得住、管得好”的目标，推动安全能力向区县延伸，计划年内再接入单位100家，培训网络安全员2000名。'
long3='活动现场还举行了网络安全志愿者授旗仪式。来自8所高校的志愿者代表参加活动，呼吁全市单位学习网络安全知识，提高防范意识，共同守护网络空间。'
long4='在随后的研讨会上，与会专家围绕数据安全、供应链安全、人工智能安全等议题展开讨论，认为应当尽快形成可操作、可检查、可评估的工作规范，让制度落到实处。'
body=p('Title','示例市启用城市网络安全运营中心')
sec=lambda n,x: f'<text:section text:style-name="Two" text:name="{n}">{x}</text:section>\n'
body+=sec('a',p('Drop',long1)+p('Body',long2)+p('Body',long3)+p('Source','来源：示例日报'))
body+=p('Title','“护航 2023”演练举行\n多部门安全处置网络事件'.replace('\n','<text:line-break/>'))
body+=sec('b',p('Drop','9月6日，'+long4)+p('H2','安全培训  全员参加')+p('Body',long2)+p('Body',long3)+p('H2','重点单位  统一处置')+p('Body',long4)+p('Source','来源：示例市广播电视台'))
body+=p('Title','示例市发布上半年网络安全数据')
body+=sec('c',p('Drop','上半年，'+long4)+p('Body',long3)+p('Body',long1)+p('Body',long2)+p('Body',long4)+p('Body',long3)+p('Source','来源：本刊编辑部'))
body+=p('Caption','表1.1 上半年各区县接入单位数量')
body+=table('R',[2,5,4.5,4],[['排名','区县名称','接入单位\n（家）','排名较上\n季度变化']],[['1','东湖区','86','-'],['2','西山区','71','↑1'],['3','南岭区','64','↓1'],['4','北原县','52','-'],['5','中洲新区','39','新进']])
body+=sec('d',p('Body',long1)+p('Body',long4)+p('Body',long2))
save('newsletter.fodt','示例网络安全动态<text:tab/>2023年第9期',PAGE,body)
