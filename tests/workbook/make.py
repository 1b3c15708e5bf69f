"""Writes the workbooks of this folder, with xlwt 1.3.0 and openpyxl 3.1.5. Every name in them is invented."""
import datetime as d, os
import xlwt, openpyxl
from openpyxl.chart import BarChart, Reference

os.chdir(os.path.dirname(os.path.abspath(__file__)))

def xls(name, dates_1904=False):
    w = xlwt.Workbook(encoding='utf-8')
    w.dates_1904 = dates_1904
    s = w.add_sheet('贷款台账')
    day = xlwt.easyxf(num_format_str='yyyy/m/d;@'); zh = xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"')
    moment = xlwt.easyxf(num_format_str='yyyy-mm-dd hh:mm:ss'); percent = xlwt.easyxf(num_format_str='0.00%')
    length = xlwt.easyxf(num_format_str='[h]:mm:ss'); time = xlwt.easyxf(num_format_str='h:mm')
    money = xlwt.easyxf(num_format_str='#,##0.00"元"')
    s.write_merge(0,0,0,5,'东湾镇扶贫小额信贷台账（单位：元）')
    for c,t in enumerate(['借据号','户编号','贷款金额','执行利率','放款日期','备注']): s.write(2,c,t)
    s.write(3,0,'JJ-001'); s.write(3,1,'513021199001010011'); s.write(3,2,50000); s.write(3,3,0.0475,percent); s.write(3,4,d.date(2019,12,2),day); s.write(3,5,'01')
    s.write(4,0,'JJ-002'); s.write(4,1,513021199001010011.0); s.write(4,2,4.75,money); s.write(4,3,4.35); s.write(4,4,d.datetime(2019,12,2,8,30),moment); s.write(4,5,'他说"好"\n第二行')
    s.write(5,0,True); s.write(5,1,False); s.write(5,2,xlwt.Formula('C4+C5')); s.write(5,3,-0.5); s.write(5,4,d.datetime(2020,2,29),zh); s.write(5,5,d.time(8,30),time)
    s.row(6).set_cell_error(0,0x2a); s.row(6).set_cell_error(1,0x17); s.write(6,2,1e-7); s.write(6,3,1234567890123); s.write(6,4,1.5,length); s.write(6,5,'䶮𠀀')
    h = w.add_sheet('字典'); h.visibility = 1; h.write(1,1,'值')
    h2 = w.add_sheet('深藏'); h2.visibility = 2
    w.add_sheet('空表')
    w.save(name)
xls('cells.xls'); xls('cells_1904.xls', True)
# shared texts that run over many records
w = xlwt.Workbook(); s = w.add_sheet('长'); bold = xlwt.easyfont('bold true')
for r in range(300):
    s.write(r,0,('户%d' % r) * 40); s.write(r,1,'A%d' % r * 30); s.write(r,2,r)
    s.write_rich_text(r,3,['信用户',(str(r),bold),'（二组）'])
w.save('long_texts.xls')

def xlsx(name, epoch=None):
    w = openpyxl.Workbook()
    if epoch: w.epoch = epoch
    s = w.active; s.title = '贷款台账'
    s.merge_cells('A1:F1'); s['A1'] = '东湾镇扶贫小额信贷台账（单位：元）'
    for c,t in enumerate(['借据号','户编号','贷款金额','执行利率','放款日期','备注'],1): s.cell(3,c,t)
    def row(r, values, formats={}):
        for c,v in enumerate(values,1):
            cell = s.cell(r,c,v)
            if c in formats: cell.number_format = formats[c]
    row(4,['JJ-001','513021199001010011',50000,0.0475,d.date(2019,12,2),'01'],{4:'0.00%',5:'yyyy/m/d;@'})
    row(5,['JJ-002',513021199001010011,4.75,4.35,d.datetime(2019,12,2,8,30),'他说"好"\n第二行'],{3:'#,##0.00"元"',5:'yyyy-mm-dd hh:mm:ss'})
    row(6,[True,False,None,-0.5,d.date(2020,2,29),d.time(8,30)],{5:'yyyy"年"m"月"d"日"',6:'h:mm'})
    s['C6'] = '=C4+C5'
    row(7,['#N/A','#REF!',1e-7,1234567890123,1.5,'䶮𠀀'],{5:'[h]:mm:ss'})
    h = w.create_sheet('字典'); h.sheet_state='hidden'; h['B2']='值'
    h = w.create_sheet('深藏'); h.sheet_state='veryHidden'
    w.create_sheet('空表')
    c = w.create_chartsheet('图'); b = BarChart(); b.add_data(Reference(s,min_col=3,min_row=3,max_row=5)); c.add_chart(b)
    w.save(name)
xlsx('cells.xlsx'); xlsx('cells_1904.xlsx', openpyxl.utils.datetime.CALENDAR_MAC_1904)
